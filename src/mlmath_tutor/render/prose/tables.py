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
_NARROWEST = 8  # less room beside a label is not worth having

_Cell = list[Piece]


def table_rows(table: Table, width: int, typesetter: Formulas, style: Style) -> list[Row]:
    """Return the rows of `table`, at most `width` >= 1 cells wide.

    Cells are broken like paragraphs where their column is too narrow for them. Where a word
    or formula would have to be cut, each line of the table becomes a record: its cells under one
    another, beside the names of their columns.
    """

    def cut(line: Sequence[Phrase], words: Style) -> list[_Cell]:
        return [pieces_of(cell, typesetter, words) for cell in line]

    head, body = cut(table.head, "muted"), [cut(line, style) for line in table.rows]
    columns = _columns([head, *body], width - _BETWEEN * (len(head) - 1))
    if columns is None:
        return _records(head, body, width)
    rule = Run(RULE * (sum(columns) + _BETWEEN * (len(columns) - 1)), "muted")
    rows = [*_beside(head, columns, table.align), (rule,)]
    for line in body:
        rows += _beside(line, columns, table.align)
    return rows


def _columns(lines: Sequence[Sequence[_Cell]], room: int) -> list[int] | None:
    """Return the columns' widths in cells; None if a piece would have to be cut for `room`.

    Narrow columns get what they need and wide ones share the rest equally, but none gets less
    than its longest piece.
    """
    columns = list(zip(*lines, strict=True))
    needed = [max(row_cells(assemble(cell)) for cell in column) for column in columns]
    longest = [
        max((piece.cells for cell in column for piece in cell), default=0) for column in columns
    ]
    for cap in range(max(needed), -1, -1):
        widths = [max(low, min(need, cap)) for low, need in zip(longest, needed, strict=True)]
        if sum(widths) <= room:
            return widths
    return None


def _records(head: Sequence[_Cell], body: Sequence[Sequence[_Cell]], width: int) -> list[Row]:
    label = max(row_cells(assemble(cell)) for cell in head)
    columns = (label, width - label - _BETWEEN)
    rows: list[Row] = []
    for line in body or [[[] for _ in head]]:
        if rows:
            rows.append(())
        for name, cell in zip(head, line, strict=True):
            if columns[1] >= _NARROWEST:
                rows += _beside((name, cell), columns, ("left", "left"))
            else:
                rows += [row for part in (name, cell) if part for row in rows_of(part, width)]
    return rows


def _beside(line: Sequence[_Cell], columns: Sequence[int], align: Sequence[Align]) -> list[Row]:
    """Set the cells of one line of a table beside each other, on as many rows as they take."""
    broken = [rows_of(cell, column) for cell, column in zip(line, columns, strict=True)]
    return [
        _joined([_aligned(*cell) for cell in zip(rows, columns, align, strict=True)])
        for rows in zip_longest(*broken, fillvalue=())
    ]


def _aligned(row: Row, column: int, align: Align) -> Row:
    left = column - row_cells(row)
    before = {"left": 0, "centre": left // 2, "right": left}[align]
    padded = (Run(" " * before), *row, Run(" " * (left - before)))
    return tuple(run for run in padded if run.text)


def _joined(parts: Sequence[Row]) -> Row:
    """Join the cells of one row, without space at its end."""
    row = [run for part in parts for run in (Run(" " * _BETWEEN), *part)][1:]
    while row and not row[-1].text.strip():
        row.pop()
    return tuple(row)
