"""What may be given to plotext: finite dots inside the canvas, few enough, in short runs.

plotext 6.1 aborts the process on NaN in a line and on points far outside its limits, and
needs minutes for a line that leaves them by much. Everything here works in dots: x from 0
to `width - 1`, y from 0 (bottom) to `height - 1`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mlmath_tutor.figspec import Dash

FAR = 1e12  # beyond this a clipped end would be wrong by more than a thousandth of a dot
PATTERNS: dict[Dash, tuple[int, ...]] = {
    "solid": (1,),
    "dashed": (1, 1, 1, 1, 0, 0),
    "dotted": (1, 0, 0),
    "dashdot": (1, 1, 1, 1, 1, 0, 0, 1, 0, 0),
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """Points to draw in one colour: joined by lines, or each for itself.

    Attributes:
        x, y: dots inside the canvas, finite.
        joined: whether lines run from point to point.
        sign: a character of one cell for each point; "" for braille dots.
    """

    x: np.ndarray
    y: np.ndarray
    joined: bool = True
    sign: str = ""


def clipped(x: np.ndarray, y: np.ndarray, width: int, height: int) -> Iterator[np.ndarray]:
    """Yield the parts of a polyline inside the canvas, as (n, 2) arrays of at least a point.

    NaN breaks the line. Each segment is cut by the method of Liang and Barsky (1984): the
    parameters of entering and leaving are the largest and smallest over the four sides.
    """
    x, y = np.clip(x, -FAR, FAR), np.clip(y, -FAR, FAR)
    if len(x) == 1:
        if 0 <= x[0] <= width - 1 and 0 <= y[0] <= height - 1:
            yield np.column_stack([x, y])
        return
    dx, dy = np.diff(x), np.diff(y)
    enter, leave = np.zeros(len(dx)), np.ones(len(dx))
    sides = (
        (-dx, x[:-1]),
        (dx, width - 1 - x[:-1]),
        (-dy, y[:-1]),
        (dy, height - 1 - y[:-1]),
    )
    for toward, room in sides:
        with np.errstate(all="ignore"):
            at = room / toward
        enter = np.where(toward < 0, np.fmax(enter, at), enter)
        leave = np.where(toward > 0, np.fmin(leave, at), leave)
        leave = np.where((toward == 0) & (room < 0), -1.0, leave)
    visible = np.isfinite(dx) & np.isfinite(dy) & (enter <= leave)
    starts = np.column_stack([x[:-1] + enter * dx, y[:-1] + enter * dy])
    ends = np.column_stack([x[:-1] + leave * dx, y[:-1] + leave * dy])
    shown = np.flatnonzero(visible)
    if not len(shown):
        return
    joint = (np.diff(shown) == 1) & (leave[shown[:-1]] >= 1) & (enter[shown[1:]] <= 0)
    limit = np.array([width - 1.0, height - 1.0])
    for run in np.split(shown, np.flatnonzero(~joint) + 1):
        part = np.concatenate([starts[run[:1]], ends[run]])
        yield np.clip(part, 0.0, limit)


def thinned(part: np.ndarray, width: int) -> np.ndarray:
    """Return a polyline with no more points than its dots can show.

    Of a graph over x the first, lowest, highest and last point of each dot column stay; of
    any other line, the points that fall on another dot than the one before.
    """
    if len(part) <= 2 * width:
        return part
    dots = np.rint(part).astype(np.int64)
    columns = dots[:, 0]
    if np.all(np.diff(part[:, 0]) >= 0) or np.all(np.diff(part[:, 0]) <= 0):
        cuts = np.flatnonzero(np.diff(columns)) + 1
        starts = np.r_[0, cuts]
        ends = np.r_[cuts, len(part)] - 1
        order = np.lexsort((part[:, 1], columns if columns[0] <= columns[-1] else -columns))
        keep = np.unique(np.concatenate([starts, ends, order[starts], order[ends]]))
        return np.asarray(part[keep])
    moved = np.any(np.diff(dots, axis=0) != 0, axis=1)
    return np.asarray(part[np.r_[True, moved]])


def dashed(part: np.ndarray, dash: Dash, offset: float) -> tuple[np.ndarray, float]:
    """Return the dots of a broken line, and the length drawn so far.

    The pattern goes on from `offset`, so that a curve cut into parts keeps its rhythm.
    """
    pattern = np.array(PATTERNS[dash], bool)
    steps = np.hypot(*np.diff(part, axis=0).T)
    along = np.r_[0.0, np.cumsum(steps)]
    at = np.arange(0.0, along[-1] + 1e-9)
    on = pattern[np.floor(at + offset).astype(np.int64) % len(pattern)]
    dots = np.column_stack([np.interp(at[on], along, part[:, axis]) for axis in (0, 1)])
    return dots, offset + along[-1] + 1


def line(
    x: np.ndarray, y: np.ndarray, dash: Dash, width: int, height: int, sign: str = ""
) -> list[Stroke]:
    """Return the strokes of a line through (x, y), given in dots, broken by NaN.

    They are drawn with `sign` in each cell that they pass; "" for braille dots.
    """
    strokes = []
    offset = 0.0
    for part in clipped(x, y, width, height):
        kept = thinned(part, width)
        joined = dash == "solid"
        if not joined:
            kept, offset = dashed(kept, dash, offset)
        if len(kept):
            strokes.append(Stroke(kept[:, 0], kept[:, 1], joined, sign))
    return strokes


def cloud(x: np.ndarray, y: np.ndarray, sign: str, width: int, height: int) -> list[Stroke]:
    """Return the stroke of the points inside the canvas; one for each dot, or cell with a sign."""
    inside = (x >= -0.5) & (x <= width - 0.5) & (y >= -0.5) & (y <= height - 0.5)
    dots = np.rint(np.column_stack([x[inside], y[inside]])).astype(np.int64)
    dots = np.clip(dots, 0, [width - 1, height - 1])
    grain = np.array([2, 4]) if sign else np.array([1, 1])
    _, first = np.unique(dots // grain, axis=0, return_index=True)
    kept = dots[np.sort(first)].astype(float)
    return [Stroke(kept[:, 0], kept[:, 1], False, sign)] if len(kept) else []
