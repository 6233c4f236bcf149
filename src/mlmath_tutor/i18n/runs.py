"""What the runner says about a program."""

from __future__ import annotations

from . import Catalogue, Words  # noqa: F401

WORDS: Catalogue = {}
