"""Colours that stand for values: colour bars, and polygons coloured by value."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from matplotlib.colors import LogNorm
from matplotlib.contour import ContourSet
from matplotlib.path import Path

from mlmath_tutor.figspec import AnyLayer, ColourBar, Scale

from .figure_frame import Frame, Shown
from .figure_grids import STOPS, heat
from .figure_ink import bytes_of
from .figure_shapes import UnsayableError
from .figure_text import readable

SAMPLES = 160  # a side of the grid that polygons are read off at
MOST_POLYGONS = 20_000


def colour_bar(axes: Shown) -> ColourBar | None:
    """Return the first colour bar that explains colours in `axes`.

    Level lines are told apart by their height here, not by colour: theirs is left out.
    """
    for shown in (*axes.images, *axes.collections):
        bar = getattr(shown, "colorbar", None)
        lines = isinstance(shown, ContourSet) and not shown.filled
        low, high = shown.norm.vmin, shown.norm.vmax
        if bar is None or lines or low is None or high is None or not low < high:
            continue
        log = isinstance(shown.norm, LogNorm)
        values = np.geomspace(low, high, STOPS) if log else np.linspace(low, high, STOPS)
        colours = shown.cmap(shown.norm(values))
        label = readable(bar.ax.get_ylabel() or bar.ax.get_xlabel())
        scale: Scale = "log" if log else "linear"
        return ColourBar(float(low), float(high), bytes_of(colours), scale, label)
    return None


def coloured(shapes: Shown, frame: Frame) -> AnyLayer:
    """Return polygons coloured by value (`hexbin`, `tripcolor`) as a map read off evenly.

    Raises:
        UnsayableError: the axes are scaled, or the polygons too many.
    """
    axes = frame.axes
    if axes.get_xscale() != "linear" or axes.get_yscale() != "linear":
        raise UnsayableError("polygons on scaled axes")
    found = list(_polygons(shapes, frame))
    numbers = np.ma.filled(np.ma.asarray(shapes.get_array()).astype(float), np.nan).ravel()
    if not found or len(found) > MOST_POLYGONS or len(found) != len(numbers):
        raise UnsayableError("polygons without a value each")
    corners = np.concatenate(found)
    (x0, y0), (x1, y1) = corners.min(0), corners.max(0)
    step = np.array([x1 - x0, y1 - y0]) / SAMPLES
    if not np.all(np.isfinite(step)) or np.any(step <= 0):
        raise UnsayableError("polygons without an area")
    grid = np.full((SAMPLES, SAMPLES), np.nan)
    for polygon, value in zip(found, numbers, strict=True):
        _fill(grid, (polygon - [x0, y0]) / step, value)
    return heat(grid, (float(x0), float(x1), float(y0), float(y1)), shapes)


def _polygons(shapes: Shown, frame: Frame) -> Iterator[np.ndarray]:
    """Yield the corners of each polygon in data coordinates."""
    paths, offsets = shapes.get_paths(), np.asarray(shapes.get_offsets(), float)
    moves = shapes.get_offset_transform().transform(offsets)
    back = frame.axes.transData.inverted()
    corners = [shapes.get_transform().transform(each.vertices) for each in paths]
    count = max(len(paths), len(moves))
    for number in range(count):
        yield back.transform(corners[number % len(paths)] + moves[number % len(moves)])


def _fill(grid: np.ndarray, polygon: np.ndarray, value: float) -> None:
    """Write `value` into the cells of `grid` whose middle lies in `polygon`, in cells."""
    low = np.clip(np.floor(polygon.min(0) - 0.5), 0, SAMPLES).astype(int)
    high = np.clip(np.ceil(polygon.max(0) + 0.5), 0, SAMPLES).astype(int)
    x, y = np.meshgrid(np.arange(low[0], high[0]), np.arange(low[1], high[1]))
    if not x.size:
        return
    middles = np.column_stack([x.ravel(), y.ravel()]) + 0.5
    inside = Path(polygon).contains_points(middles, radius=1e-9).reshape(x.shape)
    grid[low[1] : high[1], low[0] : high[0]][inside] = value
