"""Where the axes of a figure stand in its grid."""

from __future__ import annotations

import numpy as np

from mlmath_tutor.figspec import Place

from .figure_frame import Shown

CLOSE = 0.02  # of the figure: edges nearer than this are one


def twin_of(shown: list[Shown], number: int) -> int | None:
    """Return the index of the axes that this one lies upon (`twinx`), or None."""
    axes = shown[number]
    for earlier, other in enumerate(shown[:number]):
        same_box = np.allclose(other.get_position().bounds, axes.get_position().bounds)
        if same_box and axes.get_shared_x_axes().joined(axes, other):
            return earlier
    return None


def places_of(shown: list[Shown]) -> list[Place]:
    """Return the grid cells of the axes: those of the author's grid, if there is one.

    Axes that lie upon others without being their twin (insets) go below them.
    """
    boxes = [each.get_position(original=True) for each in shown]
    twins = [twin_of(shown, number) for number in range(len(shown))]
    above = [
        any(_share(boxes[number], boxes[earlier]) for earlier in range(number))
        for number in range(len(shown))
    ]
    flat = [number for number in range(len(shown)) if not above[number]]
    places = dict(zip(flat, _grid([shown[number] for number in flat]), strict=True))
    for number, twin in enumerate(twins):
        if above[number] and twin is not None:
            places[number] = places[twin]
        elif above[number]:
            places[number] = Place(max(each.row + each.row_span for each in places.values()), 0)
    return [places[number] for number in range(len(shown))]


def _grid(shown: list[Shown]) -> list[Place]:
    """Return the cells of axes that lie side by side."""
    specs = [each.get_subplotspec() for each in shown]
    if specs and all(each is not None for each in specs):
        tops = [each.get_topmost_subplotspec() for each in specs]
        places = [
            Place(each.rowspan.start, each.colspan.start, len(each.rowspan), len(each.colspan))
            for each in tops
        ]
        one_grid = len({id(each.get_gridspec()) for each in tops}) == 1
        if one_grid and len(set(places)) == len(places):
            return places
    return _by_position([each.get_position(original=True) for each in shown])


def _by_position(boxes: list[Shown]) -> list[Place]:
    """Return cells read off the left and top edges of `boxes`, in parts of the figure."""
    lefts = _edges([each.x0 for each in boxes])
    tops = _edges([-each.y1 for each in boxes])
    places = []
    for box in boxes:
        column, row = _before(lefts, box.x0) - 1, _before(tops, -box.y1) - 1
        wide = max(1, _before(lefts, box.x1 - 2 * CLOSE) - column)
        high = max(1, _before(tops, -box.y0 - 2 * CLOSE) - row)
        places.append(Place(row, column, high, wide))
    return places


def _edges(found: list[float]) -> list[float]:
    """Return the different positions among `found`, rising."""
    edges: list[float] = []
    for each in sorted(found):
        if not edges or each - edges[-1] > CLOSE:
            edges.append(each)
    return edges


def _before(edges: list[float], at: float) -> int:
    return sum(1 for each in edges if each <= at + CLOSE)


def _share(one: Shown, other: Shown) -> bool:
    """Return whether two boxes share more than an edge."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    up = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(across > CLOSE / 2 and up > CLOSE / 2)
