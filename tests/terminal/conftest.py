"""The real program in a terminal kept in memory (pty and pyte)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from screen import Screen, Starter


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starter]:
    """Return what starts `mlmath` on one data folder; what still runs at the end is killed."""
    started: list[Screen] = []
    yield Starter(tmp_path / "home", started)
    for screen in started:
        screen.kill()
