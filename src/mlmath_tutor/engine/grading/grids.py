"""Rows of numbers as they are typed: a matrix, a vector, points, probabilities."""

from __future__ import annotations

import re
import unicodedata

from mlmath_tutor.engine.arithmetic import UnreadableError, latex, value
from mlmath_tutor.engine.arithmetic_reader import read

from .verdict import Reason

LONGEST = 2000  # characters
_ROW_ENDS = re.compile(r"[;\n]")
_CELL_ENDS = re.compile(r"[\s,]+")
_SPACED_SIGN = re.compile(r"\s*([*/^])\s*")
_NEXT_POINT = re.compile(r"\)\s*[,;]?\s*\(")
Grid = tuple[tuple[float, ...], ...]


def read_matrix(text: str) -> tuple[Grid, str] | Reason:
    """Return the cells of `[[1, 2], [3, 4]]`, `[1 2; 3 4]` or one row a line, and the LaTeX.

    Returns:
        The cells and the matrix in LaTeX, or why it cannot be read.
    """
    if len(text) > LONGEST:
        return Reason("grading.too-long")
    if text.count("[") + text.count("［") != text.count("]") + text.count("］"):
        return Reason("grading.matrix-bracket")
    rows = cells_of(text)
    if not rows:
        return Reason("grading.matrix-empty")
    if len({len(row) for row in rows}) > 1:
        lengths = ", ".join(str(len(row)) for row in rows)
        return Reason("grading.matrix-ragged", {"lengths": lengths})
    return _cells(rows)


def cells_of(text: str) -> list[list[str]]:
    """Return the cells of a matrix, row by row, as they were typed, in plain signs."""
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").strip()
    inner = re.sub(r"\]\s*,?\s*\[", ";", plain).replace("[", "").replace("]", "")
    rows = (
        [cell for cell in _CELL_ENDS.split(_SPACED_SIGN.sub(r"\1", row).strip()) if cell]
        for row in _ROW_ENDS.split(inner)
    )
    return [row for row in rows if row]


def read_points(text: str) -> tuple[Grid, str] | Reason:
    """Return the rows of `(0, 0), (1, 2)`, or of a matrix, and the LaTeX of the points."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.startswith("(") and plain.endswith(")"):
        plain = _NEXT_POINT.sub("; ", plain)[1:-1]
    grid = read_matrix(plain)
    if isinstance(grid, Reason):
        return grid
    rows, written = grid
    body = written.removeprefix(r"\begin{bmatrix} ").removesuffix(r" \end{bmatrix}")
    points = body.replace(" & ", r",\,").split(r" \\ ")
    return rows, r",\ ".join(f"({point})" for point in points)


def _cells(rows: list[list[str]]) -> tuple[Grid, str] | Reason:
    cells: list[tuple[float, ...]] = []
    set_rows: list[str] = []
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row, 1):
            if not _is_number(cell):
                where = {"row": number, "column": place, "cell": cell[:20]}
                return Reason("grading.matrix-cell", where)
        expressions = [read(cell) for cell in row]
        cells.append(tuple(value(expression) for expression in expressions))
        set_rows.append(" & ".join(latex(expression) for expression in expressions))
    body = r" \\ ".join(set_rows)
    return tuple(cells), rf"\begin{{bmatrix}} {body} \end{{bmatrix}}"


def _is_number(cell: str) -> bool:
    try:
        value(read(cell))
    except UnreadableError:
        return False
    return True
