"""Rows aligned at their relations: aligned, align, split and their kin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ..box import Align, Box, beside, blank
from ..nodes import Atom, Node, Space, Switch, Table
from ..spacing import atom_of
from .breaking import touch
from .grid import TAG_GAP, Grid, Line, stacked
from .mode import Mode
from .numbers import row_numbers

if TYPE_CHECKING:
    from .setter import Setter

PAIR_GAP = 4  # cells between one aligned pair of columns and the next
NARROWEST_SIDE = 18  # cells a right-hand side needs to be broken in its column


def aligned(setter: Setter, node: Table, mode: Mode) -> Box:
    """Return rows with every & under the one above.

    Too wide for the limit, right-hand sides are broken in their column; where even that is
    too narrow, every row is broken for itself.
    """
    tags = row_numbers(setter, node)
    inner = mode.in_cell()
    room = _room(mode.limit, tags)
    cells = _cells(setter, node, inner, None)
    box = _grid(setter, node, cells, tags, mode.limit)
    if room is None or box.width <= (mode.limit or 0):
        return box
    if len(cells[0]) == 2 and not any(row.spans for row in node.rows):
        left = max(
            (box[0].width for box, row in zip(cells, node.rows, strict=True) if not row.spans),
            default=0,
        )
        if room - left >= NARROWEST_SIDE:
            cells = _cells(setter, node, inner, room - left)
            if left + max(row[-1].width for row in cells) <= room:
                return _grid(setter, node, cells, tags, mode.limit)
    return _row_by_row(setter, node, inner.within(room), tags, mode.limit)


def _room(limit: int | None, tags: Sequence[Box | None]) -> int | None:
    widest = max((tag.width + TAG_GAP for tag in tags if tag is not None), default=0)
    return None if limit is None else max(1, limit - widest)


def _cells(setter: Setter, node: Table, mode: Mode, side: int | None) -> list[list[Box]]:
    """Draw every cell; right-hand sides within `side` cells."""
    count = max(len(row.cells) for row in node.rows)
    relates = [_ends_in_relation(node, column) for column in range(count)]
    cells = []
    for row in node.rows:
        drawn = []
        for column, cell in enumerate(row.cells):
            if column % 2:
                after = _before_cell(row.cells[column - 1], relates[column - 1])
                drawn.append(setter.row(cell, mode.within(side), after))
            else:
                drawn.append(setter.row(cell, mode))
        cells.append(drawn + [blank(0)] * (count - len(drawn)))
    return cells


def _ends_in_relation(node: Table, column: int) -> bool:
    return any(
        _last_atom(row.cells[column]) is Atom.REL for row in node.rows if column < len(row.cells)
    )


def _before_cell(cell: Sequence[Node], relates: bool) -> Atom:
    """Return the class of what stands before a right-hand cell.

    Authors also write the relation before the &; then every row of the column begins after one.
    """
    last = _last_atom(cell)
    if last is None and relates:
        return Atom.REL
    return last if last in (Atom.REL, Atom.BIN, Atom.OPEN) else Atom.ORD


def _last_atom(cell: Sequence[Node]) -> Atom | None:
    seen = [atom_of(item) for item in cell if not isinstance(item, Space | Switch)]
    return seen[-1] if seen else None


def _grid(
    setter: Setter,
    node: Table,
    cells: list[list[Box]],
    tags: Sequence[Box | None],
    limit: int | None,
) -> Box:
    count = len(cells[0])
    aligns: list[Align] = ["left" if column % 2 else "right" for column in range(count)]
    gaps = [0 if column % 2 else PAIR_GAP for column in range(1, count)]
    apart = [False]
    apart += [node.airy or touch(beside(upper), beside(lower)) for upper, lower in pairwise(cells)]
    grid = Grid(setter.pen, cells, aligns, 0, gaps)
    return grid.stacked(node, apart, tags, limit)


def _row_by_row(
    setter: Setter, node: Table, mode: Mode, tags: Sequence[Box | None], limit: int | None
) -> Box:
    lines: list[Line] = []
    for row, tag in zip(node.rows, tags, strict=True):
        continues = bool(lines) and not row.cells[0] and not row.spans
        box = setter.row(_sequence(row.cells), mode.less(2) if continues else mode)
        box = beside([blank(2), box]) if continues else box
        apart = bool(lines) and touch(lines[-1].box, box)
        lines.append(Line(box, apart, tag))
    return stacked(lines, "left", limit)


def _sequence(cells: Sequence[tuple[Node, ...]]) -> list[Node]:
    """Return the cells of a row as one list, with wide spaces between pairs."""
    nodes: list[Node] = []
    for index, cell in enumerate(cells):
        if index and index % 2 == 0 and nodes:
            nodes.append(Space(PAIR_GAP))
        nodes.extend(cell)
    return nodes
