"""A Matplotlib figure as a figure spec: where its axes stand, their scales, ticks and words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from matplotlib import ticker

from mlmath_tutor.figspec import (
    AnyLayer,
    Area,
    Axes,
    Bars,
    Contour,
    Figure,
    Fill,
    Line,
    Place,
    Scale,
    Scatter,
    Segments,
)

from .artists import Drawn, layers
from .figure_frame import Frame, Shown, is_native
from .figure_raster import rastered
from .figure_shapes import UnsayableError
from .figure_text import readable

MOST_TICKS = 60
MOST_LAYERS = 1000
THICK = 2.0

_Ticks = tuple[tuple[float, ...] | None, tuple[str, ...] | None]


def figure_spec(figure: Shown) -> Figure:
    """Return everything `figure` shows as plain data."""
    shown = [each for each in figure.axes if each.get_visible() and not _is_colour_bar(each)]
    places = _places(shown)
    axes = tuple(
        _axes(each, place, _twin(shown, number))
        for number, (each, place) in enumerate(zip(shown, places, strict=True))
    )
    axes = tuple(_second(each, axes) for each in axes)
    rows = max((each.row + each.row_span for each in places), default=1)
    columns = max((each.column + each.column_span for each in places), default=1)
    return Figure(axes=axes, title=readable(figure.get_suptitle()), rows=rows, columns=columns)


def _second(axes: Axes, all_axes: tuple[Axes, ...]) -> Axes:
    """Return an axes without emphasis where the one it lies upon has some already."""
    if axes.twin is None or not any(each.ink.emphasis for each in all_axes[axes.twin].layers):
        return axes
    calm = [replace(each, ink=replace(each.ink, emphasis=False)) for each in axes.layers]
    return replace(axes, layers=tuple(calm))


def _is_colour_bar(axes: Shown) -> bool:
    return bool(axes.get_label() == "<colorbar>")


def _twin(shown: list[Shown], number: int) -> int | None:
    """Return the index of the axes that this one lies upon (`twinx`), or None."""
    axes = shown[number]
    for earlier, other in enumerate(shown[:number]):
        same_box = np.allclose(other.get_position().bounds, axes.get_position().bounds)
        if same_box and axes.get_shared_x_axes().joined(axes, other):
            return earlier
    return None


def _places(shown: list[Shown]) -> list[Place]:
    """Return the grid cells of the axes, read off their left and top edges.

    What would lie upon other axes without being their twin (insets) goes below them.
    """
    boxes = [each.get_position(original=True) for each in shown]
    lefts = _edges([each.x0 for each in boxes])
    tops = _edges([-each.y1 for each in boxes])
    places: list[Place] = []
    for number, box in enumerate(boxes):
        column, row = _before(lefts, box.x0) - 1, _before(tops, -box.y1) - 1
        wide = max(1, _before(lefts, box.x1 - 0.04) - column)
        high = max(1, _before(tops, -box.y0 - 0.04) - row)
        place = Place(row, column, high, wide)
        taken = any(_overlap(place, other) for other in places)
        if taken and _twin(shown, number) is None:
            place = Place(max(each.row + each.row_span for each in places), 0)
        places.append(place)
    return places


def _edges(found: list[float]) -> list[float]:
    """Return the different positions among `found` (in parts of the figure), rising."""
    edges: list[float] = []
    for each in sorted(found):
        if not edges or each - edges[-1] > 0.02:
            edges.append(each)
    return edges


def _before(edges: list[float], at: float) -> int:
    return sum(1 for each in edges if each <= at + 0.02)


def _overlap(one: Place, other: Place) -> bool:
    return (
        one.row < other.row + other.row_span
        and other.row < one.row + one.row_span
        and one.column < other.column + other.column_span
        and other.column < one.column + one.column_span
    )


def _axes(axes: Shown, place: Place, twin: int | None) -> Axes:
    if axes.name != "rectilinear":
        return Axes(frame=False, place=place, layers=(rastered(axes, whole=True),))
    frame = Frame(axes)
    xticks, xticklabels = _ticks(axes.xaxis)
    yticks, yticklabels = _ticks(axes.yaxis)
    return Axes(
        title=readable(axes.get_title() or axes.get_title("left") or axes.get_title("right")),
        xlabel=readable(axes.get_xlabel()),
        ylabel=readable(axes.get_ylabel()),
        xlim=_limits(frame.x(axes.get_xlim())),
        ylim=_limits(frame.y(axes.get_ylim())),
        xscale=_scale(axes.get_xscale()),
        yscale=_scale(axes.get_yscale()),
        xticks=xticks,
        xticklabels=xticklabels,
        yticks=yticks,
        yticklabels=yticklabels,
        aspect="equal" if axes.get_aspect() == 1 else "auto",
        frame=bool(axes.axison),
        legend=axes.get_legend() is not None,
        place=place,
        twin=twin,
        layers=_layers(axes, frame),
    )


def _layers(axes: Shown, frame: Frame) -> tuple[AnyLayer, ...]:
    """Return the axes' layers, or their picture where layers cannot say them."""
    try:
        drawn = layers(axes, frame)
    except UnsayableError:
        return (rastered(axes),)
    return emphasised(drawn) if len(drawn) <= MOST_LAYERS else (rastered(axes),)


def emphasised(drawn: list[Drawn]) -> tuple[AnyLayer, ...]:
    """Return the layers with the one the text is about marked.

    It is the thickest line of two points' width or more; else the first solid curve in a
    colour of the cycle; else the first bars, points or areas; else any line.
    """
    lines = [each for each in drawn if isinstance(each.layer, Line)]
    thick = sorted(lines, key=lambda each: -each.width)[:1]
    thick = [each for each in thick if each.width >= THICK]
    curves = [each for each in lines if _is_curve(each.layer)]
    data = [each for kind in _DATA for each in drawn if isinstance(each.layer, kind)]
    chosen = next(iter([*thick, *curves, *data, *lines]), None)
    return tuple(
        replace(each.layer, ink=replace(each.layer.ink, emphasis=each is chosen)) for each in drawn
    )


_DATA = (Bars, Scatter, Fill, Area, Contour, Segments)


def _is_curve(layer: AnyLayer) -> bool:
    """Return whether a layer is a solid line of more than a straight stretch."""
    ink = layer.ink
    return (
        isinstance(layer, Line)
        and ink.dash == "solid"
        and ink.cycle is not None
        and len(layer.x) > 2
    )


def _limits(ends: np.ndarray) -> tuple[float, float]:
    return float(ends[0]), float(ends[1])


def _scale(scale: str) -> Scale:
    return "log" if scale == "log" else "linear"


def _ticks(axis: Shown) -> _Ticks:
    """Return the author's tick positions and labels; None where Matplotlib chose them."""
    locator, formatter = axis.get_major_locator(), axis.get_major_formatter()
    if isinstance(locator, ticker.NullLocator) or not axis.get_visible():
        return (), None
    native = is_native(axis.get_scale())
    own_numbers = isinstance(
        formatter, ticker.ScalarFormatter | ticker.LogFormatter | ticker.NullFormatter
    )
    if native and own_numbers and isinstance(locator, ticker.AutoLocator | ticker.LogLocator):
        return None, None
    low, high = sorted(axis.get_view_interval())
    at = np.asarray(axis.get_majorticklocs(), float)
    labels = formatter.format_ticks(at.tolist())
    kept = [
        (float(place), readable(label))
        for place, label in zip(at, labels, strict=True)
        if low - 1e-9 <= place <= high + 1e-9
    ][:MOST_TICKS]
    if not native:
        bend = axis.get_transform().transform
        kept = [(float(bend(place)), label) for place, label in kept]
    positions = tuple(place for place, _ in kept)
    if native and own_numbers:
        return positions, None
    return positions, tuple(label for _, label in kept)
