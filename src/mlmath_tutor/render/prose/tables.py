"""Tables: columns as wide as they need, or as the width allows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from mlmath_tutor.render.prose.breaking import assemble, rows_of
from mlmath_tutor.render.prose.nodes import Align, Phrase, Table
from mlmath_tutor.render.prose.pieces import Piece, pieces_of
from mlmath_tutor.render.prose.typesetter import Formulas
from mlmath_tutor.render.runs import Row, Run, Style, row_cells

# The rule under a table's head, in braille as every rule.
RULE = "⠤"
_BETWEEN = 2  # cells between two columns
_NARROWEST = 2  # a column has room for a Japanese character


def table_rows(table: Table, width: int, typesetter: Formulas, style: Style) -> list[Row]:
    """Return the rows of `table`, at most `width` >= 1 cells wide.

    Cells are broken like paragraphs where their column is too narrow for them; where there is
    no room for columns at all, the cells stand under one another.
    """

    def cut(row: Sequence[Phrase], words: Style) -> list[list[Piece]]:
        return [pieces_of(cell, typesetter, words) for cell in row]

    head, body = cut(table.head, "muted"), [cut(row, style) for row in table.rows]
    columns = _columns([head, *body], width - _BETWEEN * (len(head) - 1))
    if columns is None:
        return [row for line in (head, *body) for cell in line for row in rows_of(cell, width)]
    rule = Run(RULE * (sum(columns) + _BETWEEN * (len(columns) - 1)), "muted")
    rows = [*_beside(head, columns, table.align), (rule,)]
    for line in body:
        rows += _beside(line, columns, table.align)
    return rows


def _columns(lines: Sequence[Sequence[list[Piece]]], room: int) -> list[int] | None:
    """Return the columns' widths in cells; None if `room` is too small for any.

    Narrow columns get what they need and wide ones share the rest equally, but none gets less
    than its longest piece as long as there is room for that.
    """
    columns = list(zip(*lines, strict=True))
    needed = [max(row_cells(assemble(cell)) for cell in column) for column in columns]
    longest = [
        max((piece.cells for cell in column for piece in cell), default=0) for column in columns
    ]
    for least in (longest, [_NARROWEST] * len(columns)):
        for cap in range(max(needed), -1, -1):
            widths = [max(low, min(need, cap)) for low, need in zip(least, needed, strict=True)]
            if sum(widths) <= room:
                return widths
    return None


def _beside(
    line: Sequence[list[Piece]], columns: Sequence[int], align: Sequence[Align]
) -> list[Row]:
    """Set the cells of one line of a table beside each other, on as many rows as they take."""
    cells = [rows_of(cell, column) for cell, column in zip(line, columns, strict=True)]
    return [
        _joined([_aligned(*cell) for cell in zip(rows, columns, align, strict=True)])
        for rows in zip_longest(*cells, fillvalue=())
    ]


def _aligned(row: Row, column: int, align: Align) -> Row:
    left = column - row_cells(row)
    before = {"left": 0, "centre": left // 2, "right": left}[align]
    padded = (Run(" " * before), *row, Run(" " * (left - before)))
    return tuple(run for run in padded if run.text)


def _joined(cells: Sequence[Row]) -> Row:
    """Join the cells of one row, without space at its end."""
    row = [run for cell in cells for run in (Run(" " * _BETWEEN), *cell)][1:]
    while row and not row[-1].text.strip():
        row.pop()
    return tuple(row)
