"""In a terminal that gives α and × two cells, every row still ends where it should."""

from __future__ import annotations

import unicodedata

import pytest
import wcwidth

from screen import Starter


def cells(char: str) -> int:
    usual = wcwidth.wcwidth(char)
    return 2 if usual == 1 and unicodedata.east_asian_width(char) == "A" else usual


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the terminal in memory count as such a terminal does."""
    monkeypatch.setattr("pyte.screens.wcwidth", cells)


BAR = "⎯⎯⎯⎯"  # of a fraction, in the set of glyphs without ambiguous lines


def column(row: str, text: str) -> int:
    """Return the cell of a row at which a text begins."""
    return sum(max(0, cells(char)) for char in row[: row.index(text)])


def test_the_terminal_is_asked_and_fractions_stay_in_line(start: Starter) -> None:
    screen = start()
    screen.sees("A small course", "▸")
    screen.send(" ")
    screen.sees("You toss a coin 100 times")
    screen.send("jjj")
    rows = screen.sees("▸ Theorem", BAR).splitlines()
    at = next(number for number, row in enumerate(rows) if BAR in row)
    # The minus sign before the fraction takes two cells; the bar is where the numerator is.
    assert "−" in rows[at]
    assert column(rows[at], BAR) == column(rows[at - 1], "p(1 − p)")
    assert rows[0].endswith("min left")
