"""In a terminal that gives α and × two cells, every row still ends where it should."""

from __future__ import annotations

import unicodedata

import pytest
import wcwidth

from screen import Starter


def cells(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) == "A" else wcwidth.wcwidth(char)


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the terminal in memory count as such a terminal does."""
    monkeypatch.setattr("pyte.screens.wcwidth", cells)


def test_the_terminal_is_asked_and_rows_stay_in_line(start: Starter) -> None:
    screen = start()
    screen.sees("A small course", "▸")
    screen.send(" ")
    screen.sees("You toss a coin 100 times")
    screen.send("jjjj")
    shown = screen.sees("▸ Derivation", "Sum over the two values")
    rows = shown.splitlines()
    assert "E[(X" in shown.replace("𝔼", "E")
    # The title's right end and the derivation's counter end at the same columns as ever.
    assert rows[0].endswith("min left")
    assert sum(max(0, cells(char)) for char in rows[0]) == 78
    counter = next(row for row in rows if "▸ Derivation" in row)
    assert counter.endswith("1 / 3")
    assert sum(max(0, cells(char)) for char in counter) == 76
    assert rows[-1].lstrip().startswith("space")
