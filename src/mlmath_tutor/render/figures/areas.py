"""Filled shapes as dots: bars, areas between curves, polygons."""

from __future__ import annotations

import numpy as np

from mlmath_tutor.figspec import Area, Bars, Fill, Values

from .scales import Ruler

_FAR = 1e6
SPLIT = 8


def numbers(values: Values) -> np.ndarray:
    """Return a row of the figure spec as 64-bit numbers."""
    return np.frombuffer(values.data, "<" + values.kind).astype(float)


def inside(x: Values, y: Values, across: Ruler, up: Ruler, columns: int, rows: int) -> np.ndarray:
    """Return which of `rows` by `columns` points lie in a polygon, the first row at the top."""
    places = across.place(numbers(x)) * columns, (1 - up.place(numbers(y))) * rows
    return filled(*places, columns, rows)


def filled(x: np.ndarray, y: np.ndarray, columns: int, rows: int) -> np.ndarray:
    """Return which pixels of a grid have their centre in the rings (x, y), NaN between rings.

    Even-odd rule: a pixel is inside if a ray to its left crosses the outline an odd number
    of times. Every edge flips the pixels right of its crossing with each row of centres.
    """
    x, y = np.clip(x, -_FAR, _FAR), np.clip(y, -_FAR, _FAR)
    start, end = _edges(x, y)
    flips = np.zeros((rows, columns + 1), bool)
    top = np.minimum(start[:, 1], end[:, 1])
    low = np.maximum(start[:, 1], end[:, 1])
    first = np.clip(np.ceil(top - 0.5), 0, rows).astype(np.int64)
    beyond = np.clip(np.ceil(low - 0.5), 0, rows).astype(np.int64)
    counts = np.maximum(beyond - first, 0)
    edge = np.repeat(np.arange(len(counts)), counts)
    row = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts) + first[edge]
    rise = (row + 0.5 - start[edge, 1]) / (end[edge, 1] - start[edge, 1])
    crossing = start[edge, 0] + rise * (end[edge, 0] - start[edge, 0])
    column = np.clip(np.ceil(crossing - 0.5), 0, columns).astype(np.int64)
    np.logical_xor.at(flips, (row, column), True)
    return np.asarray(np.logical_xor.accumulate(flips, axis=1)[:, :columns])


def _edges(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the start and end points, (n, 2) each, of the closed rings' edges."""
    known = np.isfinite(x) & np.isfinite(y)
    points = np.column_stack([x, y])
    starts, ends = [np.empty((0, 2))], [np.empty((0, 2))]
    bounds = np.flatnonzero(np.diff(np.r_[False, known, False].astype(np.int8)))
    for first, beyond in zip(bounds[::2], bounds[1::2], strict=True):
        ring = points[first:beyond]
        starts.append(ring)
        ends.append(np.roll(ring, -1, axis=0))
    return np.concatenate(starts), np.concatenate(ends)


def area_dots(area: Area | Fill, across: Ruler, up: Ruler, columns: int, rows: int) -> np.ndarray:
    """Return the dots, (rows, columns), that an area covers."""
    if isinstance(area, Area):
        return inside(area.x, area.y, across, up, columns, rows)
    x = across.place(numbers(area.x)) * columns
    lower = (1 - up.place(numbers(area.lower))) * rows
    upper = (1 - up.place(numbers(area.upper))) * rows
    known = np.isfinite(x) & np.isfinite(lower) & np.isfinite(upper)
    cover = np.zeros((rows, columns), bool)
    bounds = np.flatnonzero(np.diff(np.r_[False, known, False].astype(np.int8)))
    for first, beyond in zip(bounds[::2], bounds[1::2], strict=True):
        part = np.s_[first:beyond]
        ring_x = np.r_[x[part], x[part][::-1]]
        ring_y = np.r_[lower[part], upper[part][::-1]]
        cover |= filled(ring_x, ring_y, columns, rows)
    return cover


def bar_dots(bars: Bars, across: Ruler, up: Ruler, columns: int, rows: int) -> np.ndarray:
    """Return the dots of bars; neighbours that touch are set apart where a dot can be spared.

    A bar that is not empty shows at least one dot. On a logarithmic axis a bar from 0 begins
    at the edge.
    """
    side, height = (across, up) if bars.upright else (up, across)
    wide, high = (columns, rows) if bars.upright else (rows, columns)
    start, end = np.sort([_dots(bars.start, side, wide), _dots(bars.end, side, wide)], axis=0)
    base, top = _dots(bars.base, height, high), _dots(bars.top, height, high)
    empty = numbers(bars.base) == numbers(bars.top)
    base = np.where(np.isnan(base), 0 if height.high > height.low else high, base)
    cover = np.zeros((wide, high), bool)
    known = np.isfinite(start) & np.isfinite(end) & np.isfinite(top) & ~empty
    touches = np.isin(np.rint(end), np.rint(start))
    for number in np.flatnonzero(known):
        first, beyond = int(np.rint(start[number])), int(np.rint(end[number]))
        beyond = max(first + 1, beyond - (touches[number] and beyond - first >= SPLIT))
        low, far = sorted((int(np.rint(base[number])), int(np.rint(top[number]))))
        if beyond > 0 and first < wide and far >= 0 and low <= high:
            low = min(low, high - 1)
            cover[max(0, first) : beyond, max(0, low) : max(far, low + 1)] = True
    return np.asarray(cover.T[::-1] if bars.upright else cover[::-1])


def _dots(values: Values, ruler: Ruler, count: int) -> np.ndarray:
    return np.asarray(np.clip(ruler.place(numbers(values)) * count, -_FAR, _FAR))


def textured(cover: np.ndarray, texture: int) -> np.ndarray:
    """Return the dots of `cover` thinned to one of five textures, 0 being full."""
    row, column = np.indices(cover.shape)
    kept = (
        np.ones_like(cover),
        (row + column) % 2 == 0,
        row % 2 == 0,
        column % 2 == 0,
        (row % 2 == 0) & (column % 2 == 0),
    )
    return np.asarray(cover & kept[texture % len(kept)])


def outlined(cover: np.ndarray) -> np.ndarray:
    """Return the dots of `cover` that have one beside, above or below them outside it."""
    inner = np.pad(cover, 1, mode="edge")
    within = inner[:-2, 1:-1] & inner[2:, 1:-1] & inner[1:-1, :-2] & inner[1:-1, 2:]
    return np.asarray(cover & ~within)
