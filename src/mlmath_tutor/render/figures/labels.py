"""Words in a figure, at their points and clear of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from mlmath_tutor.figspec import Axes, Heat, Image, Label

from .canvas import Canvas, cut, width
from .looks import Look
from .scales import Ruler

SLACK = 0.1  # of an axis: words about points this far outside are still shown
_ASIDE = ((0, 0), (-1, 0), (1, 0), (0, 2), (0, -2), (-1, 2), (1, 2), (-1, -2), (1, -2), (-2, 0))


def write_labels(canvas: Canvas, axes: Sequence[Axes], looks: Sequence[Sequence[Look]]) -> None:
    """Write the labels of all `axes`; one that would cover another stands beside it.

    On a map it would speak of another cell there. Where there is no room it is left out: the
    description has its words.
    """
    taken = np.zeros((canvas.rows, canvas.columns), bool)
    for each, its_looks in zip(axes, looks, strict=True):
        for layer, look in zip(each.layers, its_looks, strict=True):
            if isinstance(layer, Label):
                _write(canvas, taken, layer, each, look)


def _is_map(axes: Axes) -> bool:
    return any(isinstance(each, Heat | Image) for each in axes.layers)


def _write(canvas: Canvas, taken: np.ndarray, label: Label, axes: Axes, look: Look) -> None:
    across = Ruler.of(axes.xlim, axes.xscale).place_of(label.x)
    up = Ruler.of(axes.ylim, axes.yscale).place_of(label.y)
    if not (-SLACK <= across <= 1 + SLACK and -SLACK <= up <= 1 + SLACK):
        return
    text = cut(label.text, canvas.columns)
    gap, moves = (0, _ASIDE[:1]) if _is_map(axes) else (1, _ASIDE)
    for row, column in _places(canvas, label, across, up, width(text), moves):
        here = np.s_[row, max(0, column - gap) : column + width(text) + gap]
        if not taken[here].any():
            taken[row, column : column + width(text)] = True
            canvas.write(column, row, text, look.colour)
            return


def _places(
    canvas: Canvas,
    label: Label,
    across: float,
    up: float,
    size: int,
    moves: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """Yield rows and columns for a label of `size` cells, the best first."""
    shift = {"left": 0, "center": size // 2, "right": size}[label.anchor]
    column = int(np.floor(across * canvas.columns)) - shift
    height = (1 - up) * canvas.rows
    rows = {
        "above": np.floor(height + 0.1) - 1,
        "middle": np.floor(height),
        "below": np.ceil(height - 0.1),
    }
    row = int(rows[label.stand])
    for down, right in moves:
        yield (
            min(canvas.rows - 1, max(0, row + down)),
            max(0, min(column + right, canvas.columns - size)),
        )
