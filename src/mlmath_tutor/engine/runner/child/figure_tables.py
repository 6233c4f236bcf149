"""Tables in axes, as words in rows and columns."""

from __future__ import annotations

from mlmath_tutor.figspec import Axes, Label, Place

from .figure_frame import Shown
from .figure_text import readable

MOST_CELLS = 400


def table(shown: Shown, place: Place) -> Axes:
    """Return a `table` as axes of their own at `place`: no frame, a label for each cell."""
    cells = sorted(shown.get_celld().items())[:MOST_CELLS]
    rows, columns = (sorted({key[side] for key, _ in cells}) for side in (0, 1))
    labels = [
        Label(columns.index(column) + 0.5, rows.index(row) + 0.5, words, "center")
        for (row, column), cell in cells
        if (words := readable(cell.get_text().get_text()))
    ]
    return Axes(
        xlim=(0.0, float(max(1, len(columns)))),
        ylim=(float(max(1, len(rows))), 0.0),
        frame=False,
        place=place,
        layers=tuple(labels),
    )
