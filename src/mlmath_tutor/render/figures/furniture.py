"""What stands around the data: the two axes in chalk dots, ticks, words, a colour bar."""

from __future__ import annotations

import math
from collections.abc import Sequence

from mlmath_tutor.figspec import Axes, ColourBar

from .canvas import Canvas, cut, width
from .colours import packed
from .grounds import bar_of
from .layout import Plan, span, tick_row
from .picture import Palette
from .scales import number_texts

BAR_WIDTH = 2
BAR_FROM = 30
_LEFT, _CORNER, _BELOW, _RIGHT, _RIGHT_CORNER = "⡇", "⠓", "⠒", "⢸", "⠚"


def colour_bar(axes: Axes, columns: int) -> ColourBar | None:
    """Return the colour bar to be shown, if there is one and room for it."""
    return axes.bar if columns >= BAR_FROM else None


def bar_room(bar: ColourBar | None) -> int:
    """Return the cells that a colour bar and its numbers need."""
    return 0 if bar is None else BAR_WIDTH + 2 + max(map(width, _bar_texts(bar)))


def _bar_texts(bar: ColourBar) -> list[str]:
    """Return the numbers at the top and bottom of a colour bar, to three digits."""
    if bar.scale == "log":
        return [number_texts([float(f"{end:.3g}")])[0] for end in (bar.high, bar.low)]
    reach = abs(bar.high - bar.low) or abs(bar.high) or 1.0
    unit = 10.0 ** max(-300, math.floor(math.log10(reach)) - 2)
    return [number_texts([round(end / unit) * unit])[0] for end in (bar.high, bar.low)]


def draw_bar(view: Canvas, bar: ColourBar, planned: Plan, palette: Palette) -> None:
    """Draw a colour bar at the right of the canvas, its name above it where there is room."""
    place, muted = planned.canvas, packed(palette.muted)
    column = place.column + place.columns + 1
    strip = view.part(column, place.row, BAR_WIDTH, place.rows)
    bar_of(bar, BAR_WIDTH, place.rows).paint(strip, palette)
    for text, row in zip(_bar_texts(bar), (place.row, place.row + place.rows - 1), strict=True):
        view.write(column + BAR_WIDTH + 1, row, text, muted)
    if bar.label and place.row > 0:
        name = cut(bar.label, view.columns // 2)
        view.write(min(column, view.columns - width(name)), place.row - 1, name, muted)


def draw_words(view: Canvas, axes: Sequence[Axes], planned: Plan, palette: Palette) -> None:
    """Write the title, the label of each y axis above it, and that of x under its middle."""
    place, muted = planned.canvas, packed(palette.muted)
    if planned.title_row is not None:
        title = cut(axes[0].title, view.columns - place.column)
        view.write(place.column, planned.title_row, title, packed(palette.fg))
    if planned.ylabel_row is not None:
        start = max(0, place.column - 1)
        view.write(start, planned.ylabel_row, cut(axes[0].ylabel, view.columns - start), muted)
        if len(axes) > 1:
            text = cut(axes[1].ylabel, view.columns // 2)
            view.write(view.columns - width(text), planned.ylabel_row, text, muted)
    if planned.xlabel_row is not None:
        centred(view, place.column, planned.xlabel_row, place.columns, axes[0].xlabel, muted)


def centred(
    canvas: Canvas, column: int, row: int, columns: int, text: str, ink: int, *, bold: bool = False
) -> None:
    """Write `text` in the middle of a stretch; it may run over to both sides of it."""
    text = cut(text, canvas.columns)
    start = column + (columns - width(text)) // 2
    start = max(0, min(start, canvas.columns - width(text)))
    canvas.write(start, row, text, ink, bold=bold)


def draw_axes(view: Canvas, axes: Sequence[Axes], planned: Plan, palette: Palette) -> None:
    """Draw the left and the lower axis, and a right one where axes are laid over others."""
    if not planned.frame:
        return
    place, chalk, muted = planned.canvas, packed(palette.line), packed(palette.muted)
    left, below = place.column - 1, place.row + place.rows
    right = place.column + place.columns
    twin = len(axes) > 1
    for row in range(place.row, below):
        view.write(left, row, _LEFT, chalk)
        view.write(right, row, _RIGHT if twin else "", chalk)
    corner = _RIGHT_CORNER if twin else ""
    view.write(left, below, _CORNER + _BELOW * place.columns + corner, chalk)
    for tick in planned.yticks:
        text = cut(tick.text, left)
        view.write(left - width(text), place.row + tick_row(tick, place.rows), text, muted)
    for tick in planned.right_ticks:
        view.write(right + 1, place.row + tick_row(tick, place.rows), tick.text, muted)
    _xticks(view, planned, below + 1, muted)


def _xticks(view: Canvas, planned: Plan, row: int, ink: int) -> None:
    """Write tick labels from left to right, leaving out what would touch the one before."""
    place, free = planned.canvas, 0
    for tick in sorted(planned.xticks, key=lambda each: each.place):
        start, end = span(tick, place.columns, place.column)
        if start >= free and end <= view.columns:
            view.write(start, row, tick.text, ink)
            free = end + 1
