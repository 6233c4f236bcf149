"""Rows of spans as the strips that Textual writes, each made once."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.strip import Strip
from textual.style import Style

from ..ink import Line, Span


class Strips:
    """The strips of one widget.

    They are what Textual makes of the same lines as `Content`, where each is cut at the end
    of the widget: a test compares them.
    """

    def __init__(self) -> None:
        self._made: dict[int, tuple[Line, Strip]] = {}
        self._styles: dict[tuple[object, ...], Style] = {}
        self._for: tuple[Style, str, int] | None = None
        self._base = Style()
        self._width = 0

    def made_for(self, base: Style, theme: str, width: int) -> None:
        """Forget all rows that were made for another style, theme or width."""
        if self._for != (base, theme, width):
            self._for = (base, theme, width)
            self._base, self._width = base, width
            self._made.clear()
            self._styles.clear()

    def row(self, y: int, line: Line) -> Strip:
        """Return the strip of a line that stands in row `y`."""
        made = self._made.get(y)
        if made is None or made[0] != line:
            made = self._made[y] = (line, self._strip(y, line))
        return made[1]

    def _strip(self, y: int, line: Line) -> Strip:
        segments, column = [], 0
        for span in line:
            if span.text:
                # The place in the text goes with it: Textual finds by it what the mouse selects.
                style = self._style(span).rich_style_with_offset(column, y)
                segments.append(Segment(span.text, style))
                column += len(span.text)
        strip = Strip(segments)
        return strip if strip.cell_length <= self._width else strip.crop(0, self._width)

    def _style(self, span: Span) -> Style:
        kind = span[1:]
        if kind not in self._styles:
            self._styles[kind] = self._base + _style(span)
        return self._styles[kind]


def _style(span: Span) -> Style:
    """Return what `Span.style` says; a figure has hundreds of colours, which are not parsed."""
    style = Style.parse(span._replace(rgb=None, rgb_ground=None).style())
    return style + Style(
        background=Color.parse(span.rgb_ground) if span.rgb_ground else None,
        foreground=Color.parse(span.rgb) if span.rgb else None,
    )
