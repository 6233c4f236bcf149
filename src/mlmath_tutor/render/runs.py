"""Styled text: what every renderer yields and every screen draws."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from wcwidth import wcswidth

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


def cells(text: str) -> int:
    """Return the number of terminal cells `text` takes (control characters count 0)."""
    return max(0, wcswidth(text))


def row_cells(row: Iterable[Run]) -> int:
    """Return the number of terminal cells `row` takes."""
    return sum(cells(run.text) for run in row)


def plain(row: Iterable[Run]) -> str:
    """Return the row's characters without their styles."""
    return "".join(run.text for run in row)
