"""One panel of a figure put together: layers, axes, names."""

from __future__ import annotations

from collections.abc import Sequence

from mlmath_tutor.figspec import Axes

from .canvas import Canvas
from .furniture import bar_room, colour_bar, draw_axes, draw_bar, draw_words
from .layout import Plan, plan
from .looks import looks
from .names import (
    Name,
    emptiest_corner,
    gutter,
    legend_size,
    names,
    rows_of_ends,
    write_ends,
    write_legend,
)
from .painting import paint
from .picture import Palette

KEEP = 20
CROWDED = 0.15
LARGEST = 0.4


class Sheet:
    """A panel on `view`: `axes` are one coordinate system and what is laid over it."""

    def __init__(self, view: Canvas, axes: Sequence[Axes], palette: Palette) -> None:
        self.view, self.axes, self.palette = view, axes, palette
        self.looks = [looks(each.layers, palette) for each in axes]
        self.names = names(axes, self.looks, palette)
        self.bar = colour_bar(axes[0], view.columns)

    def compose(self) -> None:
        """Draw the panel; names stand at line ends, in an empty corner, or in a margin."""
        if not self._with_ends():
            self._with_legend(0)

    def _with_ends(self) -> bool:
        """Draw with names at line ends if they fit there; say whether they did."""
        at_ends = [each for each in self.names if each.end is not None]
        room = gutter(at_ends, self.view.columns)
        if not room or len(self.axes) > 1 or self.bar is not None:
            return False
        planned = plan(self.axes, self.view.columns, self.view.rows, room)
        place = planned.canvas
        rows = rows_of_ends(at_ends, place.rows)
        if rows is None:
            return False
        canvas = self._draw(planned)
        write_ends(self.view, place.column + place.columns + 1, place.row, at_ends, rows)
        others = [each for each in self.names if each.end is None]
        if others:
            self._legend(canvas, planned, others)
        return True

    def _with_legend(self, room: int) -> None:
        """Draw with a legend; once more, with `room` for it at the right, if it is in the way."""
        reserved = max(room, bar_room(self.bar))
        planned = plan(self.axes, self.view.columns, self.view.rows, reserved)
        canvas = self._draw(planned)
        if not self.names:
            return
        covered = self._legend(canvas, planned, self.names)
        wanted = legend_size(self.names)[0] + 2
        if covered >= CROWDED and not reserved and self.view.columns - wanted >= KEEP:
            self.view.clear()
            self._with_legend(wanted)

    def _draw(self, planned: Plan) -> Canvas:
        """Draw all but names, and return the canvas between the axes."""
        place = planned.canvas
        canvas = self.view.part(place.column, place.row, place.columns, place.rows)
        paint(canvas, self.axes, self.looks, self.palette)
        draw_words(self.view, self.axes, planned, self.palette)
        draw_axes(self.view, self.axes, planned, self.palette)
        if self.bar is not None:
            draw_bar(self.view, self.bar, planned, self.palette)
        return canvas

    def _legend(self, canvas: Canvas, planned: Plan, found: Sequence[Name]) -> float:
        """Write a legend beside the canvas or on it; return which share of its cells it hides."""
        columns, rows = legend_size(found)
        beside = planned.canvas.column + planned.canvas.columns + 2
        free = (
            self.bar is None
            and len(self.axes) == 1
            and not any(each.end is not None for each in self.names if each not in found)
        )
        if free and beside + columns <= self.view.columns:
            write_legend(self.view, beside, planned.canvas.row, found)
            return 0.0
        if columns * rows > LARGEST * canvas.columns * canvas.rows:
            return CROWDED  # hides the figure it explains; the description has the names
        column, row, covered = emptiest_corner(canvas, columns, rows)
        write_legend(canvas, column, row, found)
        return covered
