"""Names beside their curves, where the ends of the curves lie too close together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .canvas import Canvas, width
from .names import Name

TALL = 2.0  # a cell is twice as tall as wide
FAR = 10.0  # cells: beyond this another curve is no nearer than any
CLEAR = 3.0  # other curves must be this many times as far from a name as its own
STEP = 0.5  # cells between the points of a curve that are looked at

Place = tuple[int, int]


def places_beside(canvas: Canvas, found: Sequence[Name]) -> list[Place] | None:
    """Return column and row of each name, on empty cells nearest to its own curve.

    None if one of them has no such place. Names that come first choose first.
    """
    paths = [_dense(each, canvas) for each in found]
    if any(path is None for path in paths):
        return None
    curves = [path for path in paths if path is not None]
    taken = canvas.taken()
    places = []
    for number, name in enumerate(found):
        others = [curve for other, curve in enumerate(curves) if other != number]
        far = np.concatenate(others) if others else np.empty((0, 2))
        place = _best(taken, width(name.text), curves[number], far)
        if place is None:
            return None
        column, row = place
        taken[row, max(0, column - 1) : column + width(name.text) + 1] = True
        places.append(place)
    return places


def _dense(name: Name, canvas: Canvas) -> np.ndarray | None:
    """Return points of a curve inside the canvas, closely spaced, as (column, row) in cells."""
    if name.path is None:
        return None
    corners = name.path * [canvas.columns, -canvas.rows] + [0, canvas.rows]
    corners = np.clip(corners, -1e6, 1e6)
    steps = np.abs(np.diff(corners, axis=0)).max(axis=1)
    parts = [np.empty((0, 2))]
    for start, end, step in zip(corners, corners[1:], steps, strict=False):
        if np.isfinite(step):
            share = np.linspace(0, 1, int(min(400, step / STEP)) + 2)[:, None]
            parts.append(start + share * (end - start))
    points = np.concatenate(parts)
    inside = (points >= 0).all(1) & (points < [canvas.columns, canvas.rows]).all(1)
    cells = np.unique(np.floor(points[inside] / STEP), axis=0) * STEP + STEP / 2
    return cells if len(cells) else None


def _best(taken: np.ndarray, size: int, own: np.ndarray, far: np.ndarray) -> Place | None:
    """Return where words of `size` cells stand best, if anywhere."""
    x, y = np.floor(own).astype(int).T
    sides = [(x + 2, y), (x - 1 - size, y), (x - size // 2, y - 1), (x - size // 2, y + 1)]
    boxes = np.unique(np.concatenate([np.column_stack(each) for each in sides]), axis=0)
    boxes = boxes[[_is_free(taken, column, row, size) for column, row in boxes.tolist()]]
    if not len(boxes):
        return None
    near = _distance(boxes, size, own)
    others = np.minimum(_distance(boxes, size, far), FAR)
    good = others >= CLEAR * near
    if not good.any():
        return None
    score = np.where(good, others - 1.5 * near, -np.inf)
    column, row = boxes[int(np.argmax(score))].tolist()
    return column, row


def _is_free(taken: np.ndarray, column: int, row: int, size: int) -> bool:
    rows, columns = taken.shape
    if not (0 <= row < rows and column >= 0 and column + size <= columns):
        return False
    return not taken[row, max(0, column - 1) : column + size + 1].any()


def _distance(boxes: np.ndarray, size: int, points: np.ndarray) -> np.ndarray:
    """Return how far, in widths of a cell, the nearest of `points` is from each box."""
    if not len(points):
        return np.full(len(boxes), np.inf)
    left, row = boxes[:, :1], boxes[:, 1:]
    across = np.maximum(np.maximum(left - points[:, 0], points[:, 0] - left - size), 0.0)
    up = np.abs(points[:, 1] - row - 0.5) * TALL
    return np.asarray(np.hypot(across, up).min(axis=1))
