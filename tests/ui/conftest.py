"""The app, opened as often as a test wants on one data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk import Opener


@pytest.fixture
def open_app(tmp_path: Path) -> Opener:
    """Return what opens the app on a data folder that lasts as long as the test."""
    return Opener(tmp_path / "home")
