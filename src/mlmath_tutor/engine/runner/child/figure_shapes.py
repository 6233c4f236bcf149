"""Filled and outlined shapes: areas between curves, polygons, stairs, arrows of patches."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from matplotlib.patches import FancyArrow, FancyArrowPatch, Patch
from matplotlib.path import Path

from mlmath_tutor.figspec import AnyLayer, Area, Arrow, Bars, Fill, Ink, Line

from .figure_frame import Frame, Shown, values
from .figure_ink import ink_of

_GAP = np.full((1, 2), np.nan)


class UnsayableError(Exception):
    """Something was drawn that the figure spec has no layer for."""


def filled(shapes: Shown, frame: Frame) -> AnyLayer:
    """Return filled polygons: as an area between two curves where they are one."""
    if len(shapes.get_offsets()) > 1:
        raise UnsayableError("polygons repeated at many points")
    faces, edges = shapes.get_facecolors(), shapes.get_edgecolors()
    ink = ink_of(faces[0] if len(faces) else edges[0] if len(edges) else None)
    rings = [each.vertices for each in shapes.get_paths() if len(each.vertices) > 2]
    between = [each for each in map(_between, rings) if each is not None]
    if rings and len(between) == len(rings):
        gap = np.full((1, 3), np.nan)
        table = np.concatenate([part for each in between for part in (each, gap)][:-1])
        x, low = frame.points(shapes.get_transform(), table[:, :2])
        _, high = frame.points(shapes.get_transform(), table[:, ::2])
        return Fill(values(x), values(low), values(high), ink=ink)
    return _area(rings, shapes.get_transform(), frame, ink)


def _between(ring: np.ndarray) -> np.ndarray | None:
    """Return the columns (x, lower, upper) of a `fill_between` polygon, or None.

    Matplotlib writes the outline as a start point, the first curve, an end point, the
    second curve backwards, and the start again.
    """
    count, rest = divmod(len(ring) - 3, 2)
    if rest or count < 1:
        return None
    first, second = ring[1 : count + 1], ring[count + 2 : 2 * count + 2][::-1]
    if not np.array_equal(first[:, 0], second[:, 0]) or np.any(np.diff(first[:, 0]) < 0):
        return None
    return np.column_stack([first, second[:, 1]])


def _area(rings: list[np.ndarray], transform: Shown, frame: Frame, ink: Ink) -> Area:
    joined = [part for each in rings for part in (each, _GAP)][:-1]
    x, y = frame.points(transform, np.concatenate(joined) if joined else np.empty((0, 2)))
    return Area(values(x), values(y), ink=ink)


def stairs(shape: Shown, frame: Frame) -> AnyLayer:
    """Return `stairs`: bars when filled, else the line of its steps."""
    heights, edges, baseline = shape.get_data()
    upright = shape.orientation == "vertical"
    base = np.broadcast_to(0.0 if baseline is None else baseline, np.shape(heights))
    if shape.get_fill():
        start, end = values(edges[:-1]), values(edges[1:])
        ink = ink_of(shape.get_facecolor())
        return Bars(start, end, values(base), values(heights), upright, ink=ink)
    steps, along = np.repeat(heights, 2), np.repeat(edges, 2)[1:-1]
    x, y = (along, steps) if upright else (steps, along)
    ink = ink_of(shape.get_edgecolor(), shape.get_linestyle())
    return Line(values(frame.x(x)), values(frame.y(y)), ink=ink)


def patch(shape: Shown, frame: Frame) -> Iterator[tuple[AnyLayer, float]]:
    """Yield a patch with its line width: an arrow, an area, or an outline."""
    if isinstance(shape, FancyArrowPatch | FancyArrow):
        yield _arrow(shape, frame), 0.0
        return
    if shape.get_hatch():
        raise UnsayableError("a hatched shape")
    rings = _rings(shape.get_path().transformed(shape.get_patch_transform()))
    transform = _outer(shape)
    if shape.get_fill() and shape.get_facecolor()[3] > 0:
        yield _area(rings, transform, frame, ink_of(shape.get_facecolor())), 0.0
    elif rings:
        joined = np.concatenate([part for each in rings for part in (each, _GAP)][:-1])
        x, y = frame.points(transform, joined)
        ink = ink_of(shape.get_edgecolor(), shape.get_linestyle())
        yield Line(values(x), values(y), ink=ink), float(shape.get_linewidth())


def _rings(path: Path) -> list[np.ndarray]:
    """Return a path's pieces with its curves as many short straight lines."""
    fine = path.interpolated(8) if path.codes is None else path
    corners = np.asarray(fine.vertices, float)
    size = float(np.ptp(corners, axis=0).max()) if len(corners) else 1.0
    scale = 1000.0 / size if size > 0 else 1.0
    grown = Path(corners * scale, fine.codes)  # curves are cut to a unit of their space
    return [np.asarray(each) / scale for each in grown.to_polygons(closed_only=False)]


def _outer(shape: Shown) -> Shown:
    """Return the transform that follows the patch's own."""
    return super(Patch, shape).get_transform()


def arrow(x: np.ndarray, y: np.ndarray, dx: np.ndarray, dy: np.ndarray, ink: Ink) -> Arrow:
    """Return arrows from (x, y) by (dx, dy), arrays of one length."""
    return Arrow(values(x), values(y), values(dx), values(dy), ink=ink)


def _arrow(shape: Shown, frame: Frame) -> Arrow:
    if isinstance(shape, FancyArrow):
        own: Shown = shape  # its ends have no public name
        start, end = (own._x, own._y), (own._x + own._dx, own._y + own._dy)
        transform, ink = shape.get_data_transform(), ink_of(shape.get_facecolor())
    elif shape._posA_posB is not None:
        start, end = shape._posA_posB
        transform, ink = shape.get_transform(), ink_of(shape.get_edgecolor())
    else:
        raise UnsayableError("an arrow along a path")
    x, y = frame.points(transform, [start, end])
    return arrow(x[:1], y[:1], np.diff(x), np.diff(y), ink)
