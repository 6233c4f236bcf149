"""Styled text: what every renderer yields and every screen draws."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from wcwidth import wcswidth, wcwidth

Style = Literal[
    "text",  # running text
    "strong",  # **bold**: a term being defined
    "emph",  # *emphasis*
    "code",  # `code`
    "maths",  # an upright part of a formula
    "var",  # a variable in a formula: italic where the terminal can
    "link",  # a link to a term or a section
    "muted",  # secondary text
    "trouble",  # a part that could not be read: shown as its source, marked
]


class Run(NamedTuple):
    """A stretch of text in one style.

    `link` is what it leads to: a target such as `term:prior`, or `formula:` and the LaTeX of the
    inline formula that it is part of.
    """

    text: str
    style: Style = "text"
    link: str | None = None


Row = tuple[Run, ...]


class _Terminal:
    """A fact about the terminal, like the locale: set once, before anything is laid out."""

    ambiguous_width: Literal[1, 2] = 1


def set_ambiguous_width(width: Literal[1, 2]) -> None:
    """Say how many cells a character of East Asian ambiguous width (α, ×, ①) takes.

    One, unless the terminal is set otherwise. To be called before anything is laid out:
    what was measured before is not measured again.
    """
    _Terminal.ambiguous_width = width


def cells(text: str) -> int:
    """Return the number of terminal cells `text` takes (control characters count 0)."""
    return max(0, wcswidth(text, ambiguous_width=_Terminal.ambiguous_width))


def char_cells(char: str) -> int:
    """Return the number of terminal cells one character takes (control characters: 0)."""
    return max(0, wcwidth(char, ambiguous_width=_Terminal.ambiguous_width))


def row_cells(row: Iterable[Run]) -> int:
    """Return the number of terminal cells `row` takes."""
    return sum(cells(run.text) for run in row)


def plain(row: Iterable[Run]) -> str:
    """Return the row's characters without their styles."""
    return "".join(run.text for run in row)
