"""The coordinates of one Matplotlib axes: from any artist's own to the data's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from mlmath_tutor.figspec import Values

MAX_POINTS = 10_000  # of one layer
ALL_POINTS = 300_000  # of one axes

# An artist, axis or transform: Matplotlib's own stubs lack many of the getters used here.
Shown = Any


class Frame:
    """Brings points into the coordinates that the figure spec uses for `axes`.

    These are data coordinates where a scale is linear or logarithmic; on any other scale
    (symlog, logit, …) they are the scaled values, shown with the author's ticks.
    """

    def __init__(self, axes: Shown) -> None:
        self.axes = axes
        artists = len(axes.lines) + len(axes.collections)
        self.most = min(MAX_POINTS, ALL_POINTS // max(1, artists))
        self._x = _bend(axes.xaxis)
        self._y = _bend(axes.yaxis)

    def x(self, values: object) -> np.ndarray:
        """Return x values as floats; masked ones are NaN."""
        return _bent(values, self._x)

    def y(self, values: object) -> np.ndarray:
        """Return y values as floats; masked ones are NaN."""
        return _bent(values, self._y)

    def points(self, transform: Shown, points: object) -> tuple[np.ndarray, np.ndarray]:
        """Return the x and y of `points`, an (n, 2) array in the coordinates of `transform`."""
        filled = _floats(points).reshape(-1, 2)
        if transform != self.axes.transData:
            filled = (transform - self.axes.transData).transform(filled)
        return self.x(filled[:, 0]), self.y(filled[:, 1])

    def thin(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return the indices of a line's points to keep so that it looks the same.

        A point is dropped when it falls into the same 1/2048 of the axes as the one
        before; of what is then still too much, the lowest and highest of each stretch stay.
        """
        if len(x) <= self.most:
            return np.arange(len(x))
        cells = self._cells(x, y, 2048)
        keep = np.flatnonzero(np.r_[True, cells[1:] != cells[:-1]])
        if len(keep) <= self.most:
            return keep
        stretches = np.array_split(keep, max(1, self.most // 2))
        height = np.where(np.isfinite(y), y, 0.0)
        ends = [
            (part[np.argmin(height[part])], part[np.argmax(height[part])]) for part in stretches
        ]
        return np.unique(np.array(ends).ravel())

    def thin_cloud(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return the indices of a scatter's points to keep: one in each 1/1024 of the axes."""
        if len(x) <= self.most:
            return np.arange(len(x))
        _, first = np.unique(self._cells(x, y, 1024), return_index=True)
        return np.sort(first)[:: max(1, -(-len(first) // max(1, self.most)))]

    def _cells(self, x: np.ndarray, y: np.ndarray, side: int) -> np.ndarray:
        with np.errstate(all="ignore"):
            raw = self.axes.transData.transform(np.column_stack([x, y]))
            box = self.axes.bbox
            places = (raw - [box.x0, box.y0]) / [box.width, box.height] * side
        places = np.clip(np.nan_to_num(places, nan=-1.0), -1, side).astype(np.int64)
        return np.asarray(places[:, 0] * (side + 2) + places[:, 1])


def values(numbers: np.ndarray) -> Values:
    """Return a NumPy array as a row of the figure spec (64-bit, flattened)."""
    return Values(np.ascontiguousarray(numbers, dtype="<f8").tobytes())


def is_native(scale: str) -> bool:
    """Return whether the figure spec has this scale itself."""
    return scale in {"linear", "log"}


def _bend(axis: Shown) -> Callable[[np.ndarray], np.ndarray] | None:
    if is_native(axis.get_scale()):
        return None
    bend: Callable[[np.ndarray], np.ndarray] = axis.get_transform().transform
    return bend


def _bent(raw: object, bend: Callable[[np.ndarray], np.ndarray] | None) -> np.ndarray:
    numbers = _floats(raw)
    if bend is None:
        return numbers
    with np.errstate(all="ignore"):
        return np.asarray(bend(numbers), float)


def _floats(raw: object) -> np.ndarray:
    return np.asarray(np.ma.filled(np.ma.asarray(raw).astype(float), np.nan))
