"""One panel of a figure put together: layers, axes, names."""

from __future__ import annotations

from collections.abc import Sequence

from mlmath_tutor.figspec import Axes

from .beside import places_beside
from .canvas import Canvas
from .furniture import bar_room, colour_bar, draw_axes, draw_bar, draw_words
from .layout import Plan, plan
from .looks import looks
from .names import (
    Name,
    emptiest_corner,
    gutter,
    legend_rows,
    legend_size,
    names,
    rows_of_ends,
    write_ends,
    write_legend,
    write_legend_row,
)
from .painting import paint
from .picture import Palette

KEEP = 20
CROWDED = 0.15
LARGEST = 0.4
MOST_SHIFT = 3
NARROW, LOW = 56, 9  # a panel narrower than this has its legend below, if this many rows are left


class Sheet:
    """A panel on `view`: `axes` are one coordinate system and what is laid over it."""

    def __init__(self, view: Canvas, axes: Sequence[Axes], palette: Palette) -> None:
        self.view, self.axes, self.palette = view, axes, palette
        self.looks = [looks(each.layers, palette) for each in axes]
        self.names = names(axes, self.looks, palette)
        self.bar = colour_bar(axes[0], view.columns)

    def compose(self) -> None:
        """Draw the panel with its names.

        They stand at the ends of the lines if these lie apart; else beside the lines; else
        near their ends; else in a legend in an empty corner, or in a margin.
        """
        if not (self._with_ends(0) or self._beside() or self._with_ends(MOST_SHIFT)):
            self._with_legend(0)

    def _with_ends(self, most_shift: int) -> bool:
        """Draw with names at line ends if they fit there; say whether they did."""
        at_ends = [each for each in self.names if each.end is not None]
        room = gutter(at_ends, self.view.columns)
        if not room or len(self.axes) > 1 or self.bar is not None:
            return False
        planned = plan(self.axes, self.view.columns, self.view.rows, room)
        place = planned.canvas
        rows = rows_of_ends(at_ends, place.rows, most_shift)
        if rows is None:
            return False
        canvas = self._draw(planned)
        write_ends(self.view, place.column + place.columns + 1, place.row, at_ends, rows)
        others = [each for each in self.names if each.end is None]
        if others:
            self._legend(canvas, planned, others)
        return True

    def _beside(self) -> bool:
        """Draw with names beside their lines if all of them fit; say whether they did."""
        lines = [each for each in self.names if each.path is not None]
        if not lines or lines != self.names:
            return False
        planned = plan(self.axes, self.view.columns, self.view.rows, bar_room(self.bar))
        canvas = self._draw(planned)
        places = places_beside(canvas, lines)
        if places is None:
            self.view.clear()
            return False
        for name, (column, row) in zip(lines, places, strict=True):
            canvas.write(column, row, name.text, name.ink)
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
        if covered < CROWDED or room:
            return
        if self.view.columns < NARROW and self._with_legend_below():
            return
        if not reserved and self.view.columns - wanted >= KEEP:
            self.view.clear()
            self._with_legend(wanted)

    def _with_legend_below(self) -> bool:
        """Draw with a legend under everything if there is room for it; say whether there was."""
        rows = legend_rows(self.names, self.view.columns)
        left = self.view.rows - len(rows)
        if not rows or left < LOW:
            return False
        self.view.clear()
        planned = plan(self.axes, self.view.columns, left, bar_room(self.bar))
        self._draw(planned)
        for number, row in enumerate(rows):
            write_legend_row(self.view, left + number, row)
        return True

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
