"""What a drawn figure is: rows of coloured spans, and the colours to draw with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

RGB = tuple[int, int, int]


class Span(NamedTuple):
    """A stretch of one row in one style; a colour of None is the terminal's own."""

    text: str
    fg: RGB | None = None
    bg: RGB | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure in cells: every row is equally wide."""

    rows: tuple[tuple[Span, ...], ...]

    def text(self) -> str:
        """Return the characters alone, rows joined by newlines."""
        return "\n".join("".join(span.text for span in row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a figure by what they say.

    Attributes:
        bg: the ground the figure stands on; heat maps and contrast are reckoned against it.
        fg: text in a figure, and the mark of this run.
        muted: tick labels and names.
        line: the axes and reference lines.
        maths: the series the text is about.
        next, good, bad: for authors' colours only; no series takes them by itself.
        series: all other series in turn: greys for a few lines beside the main one, other
            colours, which stay apart for colour-blind readers, for groups of points and bars.
        colour: False to leave every colour to the terminal and tell things apart by shape.
        braille: False where the font has no braille and no blocks: all is drawn in ASCII.
    """

    bg: RGB
    fg: RGB
    muted: RGB
    line: RGB
    maths: RGB
    next: RGB
    good: RGB
    bad: RGB
    series: tuple[RGB, ...]
    colour: bool = True
    braille: bool = True

    @classmethod
    def plain(cls, *, braille: bool = True) -> Palette:
        """Return the palette of a terminal without colours."""
        black, white = (0, 0, 0), (255, 255, 255)
        roles = cls(black, white, white, white, white, white, white, white, (white,))
        return replace(roles, colour=False, braille=braille)
