"""A figure spec as a picture of exactly the size asked for."""

from __future__ import annotations

from collections.abc import Sequence

from mlmath_tutor.figspec import Axes, Figure

from .canvas import Canvas, cut, packed, width
from .layout import Box, Panel, Plan, panels, plan, span, wanted_rows
from .looks import looks
from .names import (
    emptiest_corner,
    gutter,
    legend_size,
    names,
    rows_of_ends,
    write_ends,
    write_legend,
)
from .painting import paint
from .picture import Palette, Picture
from .scales import Tick

__all__ = ["draw", "wanted_rows"]

_LEFT, _CORNER, _BELOW, _RIGHT, _RIGHT_CORNER = "⡇", "⠓", "⠒", "⢸", "⠚"


def draw(figure: Figure, cols: int, rows: int, palette: Palette) -> Picture:
    """Return `figure` as `rows` rows of exactly `cols` cells.

    Below 12 by 5 cells nothing can be recognised; callers say the description instead.

    Raises:
        ValueError: `cols` or `rows` is not positive.
    """
    if cols < 1 or rows < 1:
        raise ValueError(f"no room for a figure in {cols} by {rows} cells")
    canvas = Canvas(cols, rows)
    top = int(bool(figure.title) and rows > 6)
    if top:
        _centred(canvas, 0, 0, cols, figure.title, packed(palette.fg), bold=True)
    placed, left_out = panels(figure, Box(0, top, cols, rows - top))
    for panel in placed:
        _panel(canvas, panel, palette)
    if left_out:
        text = f"+{left_out}"
        canvas.write(cols - width(text), rows - 1, text, packed(palette.muted))
    return canvas.picture(colour=palette.colour)


def _panel(whole: Canvas, panel: Panel, palette: Palette) -> None:
    box, axes = panel.box, panel.axes
    view = whole.part(box.column, box.row, box.columns, box.rows)
    its_looks = [looks(each.layers, palette) for each in axes]
    found = names(axes, its_looks)
    at_ends = [each for each in found if each.end is not None]
    others = [each for each in found if each.end is None]
    room = gutter(at_ends, box.columns) if len(axes) == 1 else 0
    planned = plan(axes, box.columns, box.rows, room)
    rows = rows_of_ends(at_ends, planned.canvas.rows) if room else None
    if rows is None and room:
        planned = plan(axes, box.columns, box.rows, 0)
    place = planned.canvas
    canvas = view.part(place.column, place.row, place.columns, place.rows)
    paint(canvas, axes, its_looks, palette)
    _words(view, axes, planned, palette)
    _axes(view, axes, planned, palette)
    if rows is not None:
        write_ends(view, place.column + place.columns + 1, place.row, at_ends, rows)
    legend = others if rows is not None else found
    if legend:
        size = legend_size(legend)
        beside = place.column + place.columns + 2
        if rows is None and len(axes) == 1 and beside + size[0] <= box.columns:
            write_legend(view, beside, place.row, legend)
        else:
            write_legend(canvas, *emptiest_corner(canvas, *size), legend)


def _words(view: Canvas, axes: Sequence[Axes], planned: Plan, palette: Palette) -> None:
    place, muted = planned.canvas, packed(palette.muted)
    if planned.title_row is not None:
        room = view.columns - place.column
        text = cut(axes[0].title, room)
        view.write(place.column, planned.title_row, text, packed(palette.fg))
    if planned.ylabel_row is not None:
        start = max(0, place.column - 1)
        view.write(start, planned.ylabel_row, cut(axes[0].ylabel, view.columns - start), muted)
        if len(axes) > 1:
            text = cut(axes[1].ylabel, view.columns // 2)
            view.write(view.columns - width(text), planned.ylabel_row, text, muted)
    if planned.xlabel_row is not None:
        _centred(view, place.column, planned.xlabel_row, place.columns, axes[0].xlabel, muted)


def _centred(
    canvas: Canvas, column: int, row: int, columns: int, text: str, ink: int, *, bold: bool = False
) -> None:
    """Write `text` in the middle of a stretch; it may run over to both sides of it."""
    text = cut(text, canvas.columns)
    start = column + (columns - width(text)) // 2
    start = max(0, min(start, canvas.columns - width(text)))
    canvas.write(start, row, text, ink, bold=bold)


def _axes(view: Canvas, axes: Sequence[Axes], planned: Plan, palette: Palette) -> None:
    if not axes[0].frame:
        return
    place, chalk, muted = planned.canvas, packed(palette.line), packed(palette.muted)
    left, below = place.column - 1, place.row + place.rows
    right = place.column + place.columns
    for row in range(place.row, below):
        view.write(left, row, _LEFT, chalk)
        if len(axes) > 1:
            view.write(right, row, _RIGHT, chalk)
    view.write(left, below, _CORNER + _BELOW * place.columns, chalk)
    if len(axes) > 1:
        view.write(right, below, _RIGHT_CORNER, chalk)
    for tick in planned.yticks:
        text = cut(tick.text, left)
        view.write(left - width(text), _tick_row(tick, planned), text, muted)
    for tick in planned.right_ticks:
        view.write(right + 1, _tick_row(tick, planned), tick.text, muted)
    _xticks(view, planned, below + 1, muted)


def _tick_row(tick: Tick, planned: Plan) -> int:
    rows = planned.canvas.rows
    return planned.canvas.row + min(rows - 1, max(0, int((1 - tick.place) * rows)))


def _xticks(view: Canvas, planned: Plan, row: int, ink: int) -> None:
    """Write tick labels from left to right, leaving out what would touch the one before."""
    place, free = planned.canvas, 0
    for tick in sorted(planned.xticks, key=lambda each: each.place):
        start, end = span(tick, place.columns, place.column)
        if start >= free and end <= view.columns:
            view.write(start, row, tick.text, ink)
            free = end + 1
