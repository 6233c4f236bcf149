"""Rows of styled cells, and how they become Textual content.

Widgets lay text out as rows of `Span`s and hand them over as `Content`. Colours are
theme variables by role, so that a change of theme needs no new layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from textual.content import Content

from mlmath_tutor.render.prose import FORMULA
from mlmath_tutor.render.runs import Row as RenderRow
from mlmath_tutor.render.runs import Style, cells

from .theme import Ground, Tone

ELLIPSIS = "…"
GAP = 2  # cells between the two ends of a row, at least
LEAST_LEFT = 20  # cells of the left end below which the right end is dropped


class Span(NamedTuple):
    """A stretch of text in one ink.

    `link` is what the text leads to (`term:prior`, `formula:P(A)`); `rgb` (`#rrggbb`) is a
    figure's own colour.
    """

    text: str
    tone: Tone = "fg"
    bold: bool = False
    italic: bool = False
    ground: Ground | None = None
    link: str | None = None
    rgb: str | None = None
    rgb_ground: str | None = None

    def style(self) -> str:
        """Return the Textual style: theme variables, except for a figure's own colours."""
        parts = [
            "bold" if self.bold else "",
            "italic" if self.italic else "",
            self.rgb or f"$ink-{self.tone}",
        ]
        if self.rgb_ground or self.ground:
            parts.append(f"on {self.rgb_ground or f'$ink-{self.ground}'}")
        return " ".join(part for part in parts if part)


Line = tuple[Span, ...]

_RUN_INKS: dict[Style, tuple[Tone, bool, bool]] = {
    "text": ("fg", False, False),
    "strong": ("bright", True, False),
    "emph": ("bright", False, False),
    "code": ("maths", False, False),
    "maths": ("maths", False, False),
    "var": ("maths", False, True),
    "link": ("bright", False, False),
    "muted": ("muted", False, False),
    "trouble": ("bad", False, False),
}


def inked(row: RenderRow, tone: Tone | None = None, *, bold: bool = False) -> Line:
    """Turn a rendered row into a line; `tone` replaces the ink of plain text only."""
    line = []
    for run in row:
        ink, strong, italic = _RUN_INKS[run.style]
        if run.style == "text":
            ink, strong = tone or ink, bold
        elif run.style == "muted" and tone:
            ink = tone
        heavy = strong or (bold and run.style != "var")
        line.append(Span(run.text, ink, heavy, italic, link=run.link))
    return tuple(line)


def linked(line: Line, formula: str) -> Line:
    """Return a row of a display formula, each of its signs leading to the whole formula."""
    target = f"{FORMULA}{formula}"
    return tuple(span._replace(link=target) if span.text.strip() else span for span in line)


def line_cells(line: Iterable[Span]) -> int:
    """Return the cells a line takes."""
    return sum(cells(span.text) for span in line)


def clipped(line: Iterable[Span], width: int) -> Line:
    """Return the line cut to `width` cells; a wide character is never cut in half."""
    kept: list[Span] = []
    room = width
    for span in line:
        taken = cells(span.text)
        if taken <= room:
            kept.append(span)
            room -= taken
            continue
        text = ""
        for char in span.text:
            if (need := cells(char)) > room:
                break
            text += char
            room -= need
        kept.append(span._replace(text=text))
        break
    return tuple(kept)


def cut(row: str, width: int) -> list[str]:
    """Cut a row at its last cell, again and again: for output and paths, which have no words."""
    pieces, piece, taken = [], "", 0
    for char in row:
        need = cells(char)
        if taken + need > width and piece:
            pieces.append(piece)
            piece, taken = "", 0
        piece += char
        taken += need
    return [*pieces, piece]


def from_cell(line: Iterable[Span], start: int) -> Line:
    """Return the line from cell `start` on; half of a wide character becomes a blank."""
    kept: list[Span] = []
    for span in line:
        taken = cells(span.text)
        if start <= 0:
            kept.append(span)
        elif taken > start:
            text = span.text
            while text and start > 0:
                start -= cells(text[0])
                text = text[1:]
            kept.append(span._replace(text=" " * -start + text))
            start = 0
            continue
        start -= taken
    return tuple(kept)


def padded(line: Iterable[Span], width: int, ground: Ground | None = None) -> Line:
    """Return the line cut or filled to exactly `width` cells, on `ground` if given."""
    cut = clipped(line, width)
    gap = width - line_cells(cut)
    filled = (*cut, Span(" " * gap)) if gap > 0 else cut
    return tuple(span._replace(ground=ground) for span in filled) if ground else filled


def ends(left: Iterable[Span], right: Iterable[Span], width: int) -> Line:
    """Return `left … right` on one line.

    Where both do not fit, the left part is shortened; where too little of it would be left,
    the right part is dropped.
    """
    left, right = tuple(left), tuple(right)
    room = width - line_cells(right) - GAP
    if not right or room < min(LEAST_LEFT, line_cells(left)):
        return shortened(left, width)
    left = shortened(left, room)
    return (*left, Span(" " * (width - line_cells(left) - line_cells(right))), *right)


def shortened(line: Iterable[Span], width: int) -> Line:
    """Return the line, ending in an ellipsis if it had to be cut to `width` cells."""
    line = tuple(line)
    if line_cells(line) <= width:
        return line
    cut = clipped(line, max(0, width - cells(ELLIPSIS)))
    return (*cut, cut[-1]._replace(text=ELLIPSIS) if cut else Span(ELLIPSIS))


def shifted(lines: Iterable[Line], by: int) -> list[Line]:
    """Return the lines moved right by `by` cells."""
    return [(Span(" " * by), *line) if line else line for line in lines]


def meter(part: float, width: int, full: str, empty: str, tone: Tone = "maths") -> Line:
    """Return a meter of `width` cells, `part` (0 to 1) of them full."""
    count = round(max(0.0, min(1.0, part)) * width)
    return (Span(full * count, tone), Span(empty * (width - count), "line"))


@dataclass
class Sheet:
    """Lines being laid out, and what a click on each does (an action's name)."""

    lines: list[Line] = field(default_factory=list)
    acts: dict[int, str] = field(default_factory=dict)

    def add(self, *spans: Span, act: str | None = None) -> None:
        """Add one line."""
        if act:
            self.acts[len(self.lines)] = act
        self.lines.append(spans)

    def blank(self) -> None:
        """Add an empty line, unless the sheet is empty or ends with one."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def extend(self, lines: Iterable[Line], act: str | None = None) -> None:
        """Add several lines."""
        for line in lines:
            self.add(*line, act=act)

    def place(self, other: Sheet, indent: int = 0) -> None:
        """Add another sheet's lines, moved right by `indent`, with what their clicks do."""
        start = len(self.lines)
        self.lines.extend(shifted(other.lines, indent))
        self.acts |= {start + row: act for row, act in other.acts.items()}

    def beside(self, side: Sequence[Line], width: int, gap: int) -> None:
        """Put `side` to the right of what is here, `gap` cells after a column of `width`."""
        for row in range(max(len(self.lines), len(side))):
            left = self.lines[row] if row < len(self.lines) else ()
            right = side[row] if row < len(side) else ()
            # A row of code may reach into the gap, never into the side column.
            left = clipped(left, width + gap)
            joined = (*padded(left, width + gap), *right) if right else left
            if row < len(self.lines):
                self.lines[row] = joined
            else:
                self.lines.append(joined)


def content(lines: Sequence[Line]) -> Content:
    """Return the lines as Textual content."""
    parts: list[str | tuple[str, str]] = []
    for number, line in enumerate(lines):
        if number:
            parts.append("\n")
        parts.extend((span.text, span.style()) for span in line)
    return Content.assemble(*parts)
