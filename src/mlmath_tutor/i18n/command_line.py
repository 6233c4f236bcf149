"""What the headless commands say."""

from __future__ import annotations

from . import Catalogue, Words  # noqa: F401

WORDS: Catalogue = {}
