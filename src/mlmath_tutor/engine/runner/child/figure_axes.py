"""A Matplotlib figure as a figure spec: where its axes stand, their scales, ticks and words."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import numpy as np
from matplotlib import ticker
from matplotlib.axes._secondary_axes import SecondaryAxis

from mlmath_tutor.figspec import (
    MAX_BYTES,
    AnyLayer,
    Axes,
    Figure,
    Image,
    Place,
    Scale,
    Values,
)

from .artists import layers
from .figure_emphasis import emphasised
from .figure_frame import Frame, Shown, is_native
from .figure_places import places_of, twin_of
from .figure_polar import PolarFrame, disc
from .figure_raster import rastered
from .figure_tables import table
from .figure_text import readable
from .figure_values import colour_bar

MOST_TICKS = 60
MOST_LAYERS = 1000

_Ticks = tuple[tuple[float, ...] | None, tuple[str, ...] | None]


def figure_spec(figure: Shown) -> Figure:
    """Return everything `figure` shows as plain data."""
    every = [*figure.axes, *(child for each in figure.axes for child in each.child_axes)]
    shown = [each for each in every if each.get_visible() and not _is_extra(each)]
    places = places_of(shown)
    axes = tuple(
        _axes(each, place, twin_of(shown, number), MAX_BYTES // (2 * len(shown)))
        for number, (each, place) in enumerate(zip(shown, places, strict=True))
    )
    axes = tuple(_second(each, axes) for each in axes)
    rows = max((each.row + each.row_span for each in places), default=1)
    columns = max((each.column + each.column_span for each in places), default=1)
    tables = [each for one in shown for each in one.tables]
    below = [Place(rows + number, 0, 1, columns) for number in range(len(tables))]
    axes += tuple(map(table, tables, below))
    title = readable(figure.get_suptitle())
    return Figure(axes=axes, title=title, rows=rows + len(tables), columns=columns)


def _second(axes: Axes, all_axes: tuple[Axes, ...]) -> Axes:
    """Return an axes without emphasis where the one it lies upon has some already."""
    if axes.twin is None or not any(each.ink.emphasis for each in all_axes[axes.twin].layers):
        return axes
    calm = [replace(each, ink=replace(each.ink, emphasis=False)) for each in axes.layers]
    return replace(axes, layers=tuple(calm))


def _is_extra(axes: Shown) -> bool:
    """Return whether axes only explain other ones: a colour bar, a second scale."""
    return axes.get_label() == "<colorbar>" or isinstance(axes, SecondaryAxis)


def _axes(axes: Shown, place: Place, twin: int | None, most_bytes: int) -> Axes:
    if axes.name == "polar":
        return _polar(axes, place, most_bytes)
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
        frame=_has_frame(axes),
        legend=axes.get_legend() is not None or bool(axes.figure.legends),
        place=place,
        twin=twin,
        bar=colour_bar(axes),
        layers=_layers(axes, frame, most_bytes),
    )


def _polar(axes: Shown, place: Place, most_bytes: int) -> Axes:
    frame = PolarFrame(axes)
    drawn = _layers(axes, frame, most_bytes)
    if any(isinstance(each, Image) for each in drawn):
        return Axes(frame=False, place=place, layers=(rastered(axes, whole=True),))
    base = disc(frame, place)
    return replace(base, layers=(*base.layers, *drawn))


def _has_frame(axes: Shown) -> bool:
    """Return whether axes are to be drawn: a pie has neither frame nor ticks."""
    ticks = len(axes.get_xticks()) + len(axes.get_yticks())
    return bool(axes.axison) and (bool(axes.get_frame_on()) or ticks > 0)


def _layers(axes: Shown, frame: Frame, most_bytes: int) -> tuple[AnyLayer, ...]:
    """Return the axes' layers, or their picture where layers cannot say them."""
    # The border to artists of any make: an UnsayableError is ours, but one of a learner's
    # own class may fail in its own way, and is shown as a picture all the same.
    try:
        drawn = layers(axes, frame)
    except Exception:  # noqa: BLE001
        return (rastered(axes),)
    heavy = len(drawn) > MOST_LAYERS or sum(_weight(each.layer) for each in drawn) > most_bytes
    return (rastered(axes),) if heavy else emphasised(drawn)


def _weight(part: object) -> int:
    """Return the bytes of all arrays in a layer."""
    match part:
        case Values(data, _) | bytes(data):
            return len(data)
        case tuple():
            return sum(map(_weight, part))
        case _ if is_dataclass(part):
            return sum(_weight(getattr(part, each.name)) for each in fields(part))
        case _:
            return 0


def _limits(ends: np.ndarray) -> tuple[float, float]:
    return float(ends[0]), float(ends[1])


def _scale(scale: str) -> Scale:
    return "log" if scale == "log" else "linear" if scale == "linear" else "other"


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
