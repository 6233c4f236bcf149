"""What can be said about a series of numbers: rising, extremes, crossings, slopes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

Course = Literal["constant", "rises", "falls", "varies", "path", "closed"]
STRAIGHT = 0.995


@dataclass(frozen=True, slots=True)
class Series:
    """The finite points of a line, at least one, in the order they are joined."""

    x: np.ndarray
    y: np.ndarray

    @property
    def is_graph(self) -> bool:
        """Whether each x has one y: x never falls, or never rises."""
        steps = np.diff(self.x)
        return bool(np.all(steps >= 0) or np.all(steps <= 0))

    def rising(self) -> Series:
        """Return the same points with x from low to high."""
        order = np.argsort(self.x, kind="stable")
        return Series(self.x[order], self.y[order])


def series(x: np.ndarray, y: np.ndarray) -> Series | None:
    """Return the points of which both parts are finite; None if there are none.

    What is 0 but for rounding, measured by the largest number of its column, becomes 0.
    """
    known = np.isfinite(x) & np.isfinite(y)
    return Series(_settled(x[known]), _settled(y[known])) if known.any() else None


def _settled(values: np.ndarray) -> np.ndarray:
    return np.where(np.abs(values) < 1e-13 * np.abs(values).max(), 0.0, values)


def course(line: Series) -> Course:
    """Return how a line goes as a whole."""
    if not line.is_graph:
        near = np.hypot(line.x[0] - line.x[-1], line.y[0] - line.y[-1])
        reach = np.hypot(np.ptp(line.x), np.ptp(line.y))
        return "closed" if len(line.x) > 3 and near <= 0.05 * reach else "path"
    steps = np.diff(line.rising().y)
    tiny = 1e-9 * max(float(np.abs(line.y).max()), 1e-300)
    if np.ptp(line.y) <= tiny:
        return "constant"
    if np.all(steps >= -tiny):
        return "rises"
    return "falls" if np.all(steps <= tiny) else "varies"


def crossings(one: Series, other: Series) -> np.ndarray:
    """Return the x at which two graphs cross, between their points by straight lines."""
    first, second = one.rising(), other.rising()
    low, high = max(first.x[0], second.x[0]), min(first.x[-1], second.x[-1])
    x = np.unique(np.concatenate([first.x, second.x]))
    x = x[(x >= low) & (x <= high)]
    if len(x) < 2:
        return np.array([])
    gap = np.interp(x, first.x, first.y) - np.interp(x, second.x, second.y)
    sign = np.sign(gap)
    apart = np.flatnonzero(sign)
    turned = np.flatnonzero(sign[apart[1:]] != sign[apart[:-1]])
    before, after = apart[turned], apart[turned + 1]
    share = gap[before] / (gap[before] - gap[after])
    return np.asarray(x[before] + share * (x[after] - x[before]))


def slope(x: np.ndarray, y: np.ndarray) -> float | None:
    """Return the least-squares slope of points that lie nearly on a straight line, else None."""
    known = np.isfinite(x) & np.isfinite(y)
    x, y = x[known], y[known]
    if len(x) < 3 or np.ptp(x) == 0 or np.ptp(y) == 0:
        return None
    correlation = np.corrcoef(x, y)[0, 1]
    if not abs(correlation) >= STRAIGHT:
        return None
    return float(correlation * y.std() / x.std())


def correlation(x: np.ndarray, y: np.ndarray) -> float | None:
    """Return Pearson's correlation of at least three points that vary in both parts."""
    known = np.isfinite(x) & np.isfinite(y)
    x, y = x[known], y[known]
    if len(x) < 3 or np.ptp(x) == 0 or np.ptp(y) == 0:
        return None
    found = float(np.corrcoef(x, y)[0, 1])
    return found if np.isfinite(found) else None
