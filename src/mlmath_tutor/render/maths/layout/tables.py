"""Matrices, cases, arrays and lines under one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ..box import Align, Box, beside, blank
from ..nodes import Node, Symbol, Table
from .aligned import aligned
from .breaking import touch
from .grid import Grid, Line, stacked
from .mode import Mode
from .numbers import row_numbers

if TYPE_CHECKING:
    from .setter import Setter

_ALIGNS: dict[str, Align] = {"l": "left", "c": "centre", "r": "right"}
_NUMERIC = frozenset("0123456789.−+")
NARROWEST_CASE = 14  # cells a column of `cases` is broken into at least


def table(setter: Setter, node: Table, mode: Mode) -> Box:
    """Return an environment's rows between the delimiters it brings."""
    if not node.rows:
        return blank(0)
    if node.kind == "aligned":
        return aligned(setter, node, mode)
    if node.kind in ("gathered", "lines"):
        return _lines(setter, node, mode)
    inner = mode.in_cell()
    if node.kind in ("small", "stack"):
        inner = inner.in_script()
    body = _grid(setter, node, inner, gap=1 if node.kind == "small" else 2)
    box = _delimited(setter, node, body)
    if mode.limit is None or box.width <= mode.limit:
        return box
    if node.kind == "cases":
        room = mode.limit - (box.width - body.width)
        return _delimited(setter, node, _squeezed(setter, node, inner, room))
    return _delimited(setter, node, _grid(setter, node, inner, gap=1))


def _delimited(setter: Setter, node: Table, body: Box) -> Box:
    pad = blank(1)
    left = setter.pen.delimiter(node.left, body.baseline, body.below)
    right = setter.pen.delimiter(node.right, body.baseline, body.below)
    inside = [*([pad] if node.left else []), body, *([pad] if node.right else [])]
    return beside([left, *inside, right])


def _grid(setter: Setter, node: Table, mode: Mode, gap: int) -> Box:
    cells = [[setter.row(cell, mode) for cell in row.cells] for row in node.rows]
    grid = Grid(setter.pen, cells, _columns(node, max(map(len, cells))), gap)
    if node.kind == "array":
        grid = replace(grid, bars=_bars(node.columns))
    return grid.stacked(node, _apart(node, cells))


def _apart(node: Table, cells: list[list[Box]]) -> bool | list[bool]:
    """Say whether rows are set apart by a blank one.

    Two rows are, so that what stands beside them stands at their middle; rows taller than one
    are, or their parts would run together.
    """
    if node.kind in ("small", "stack"):
        return False
    tall = any(cell.core_above or cell.core_below for row in cells for cell in row)
    ruled = node.closing_rule or any(row.rule for row in node.rows) or "|" in node.columns
    matrix = len(cells) == 2 and not ruled and (node.kind != "array" or len(cells[0]) > 1)
    if tall or matrix or node.airy:
        return True
    lines = [beside(row) for row in cells]
    return [False, *(touch(upper, lower) for upper, lower in pairwise(lines))]


def _columns(node: Table, count: int) -> list[Align]:
    letters = [letter for letter in _without_arguments(node.columns) if letter in _ALIGNS]
    if node.kind in ("array", "small", "matrix", "stack") and letters:
        if node.kind != "array" or len(letters) >= count:
            aligns = [_ALIGNS[letter] for letter in letters]
            return (aligns + [aligns[-1]] * count)[:count]
        return ([_ALIGNS[letter] for letter in letters] + ["centre"] * count)[:count]
    if node.kind == "cases":
        return ["left"] * count
    if node.kind == "matrix":
        return ["right" if _is_numeric(node, index) else "centre" for index in range(count)]
    return ["centre"] * count


def _is_numeric(node: Table, column: int) -> bool:
    cells = [row.cells[column] for row in node.rows if column < len(row.cells)]
    return all(
        isinstance(item, Symbol) and item.text in _NUMERIC for cell in cells for item in cell
    )


def _without_arguments(columns: str) -> str:
    """Return a column specification without @{…}, p{…} and their kin."""
    depth, kept = 0, ""
    for char in columns:
        depth += (char == "{") - (char == "}")
        kept += char if not depth and char != "}" else ""
    return kept


def _bars(columns: str) -> frozenset[int]:
    """Return the columns that have a vertical line before them."""
    bars, column = set(), 0
    for char in _without_arguments(columns):
        if char == "|":
            bars.add(column)
        column += char in "lcrp"
    return frozenset(bars)


@dataclass(frozen=True, slots=True)
class _Case:
    value: tuple[Node, ...]
    condition: tuple[Node, ...]


def _squeezed(setter: Setter, node: Table, mode: Mode, room: int) -> Box:
    """Return cases too wide for the room: values broken, or conditions under their values."""
    cases = [_Case(row.cells[0], sum(row.cells[1:], ())) for row in node.rows]
    columns = _side_by_side(setter, cases, mode, room)
    if columns is not None:
        cells = [list(pair) for pair in zip(*columns, strict=True)]
        return Grid(setter.pen, cells, ["left", "left"], 2).stacked(node, apart=True)
    lines: list[Line] = []
    for case in cases:
        lines.append(Line(setter.row(case.value, mode.within(room)), apart=bool(lines)))
        if case.condition:
            under = setter.row(case.condition, mode.within(room - 2))
            lines.append(Line(beside([blank(2), under]), apart=False))
    return stacked(lines, "left")


def _side_by_side(
    setter: Setter, cases: Sequence[_Case], mode: Mode, room: int
) -> tuple[list[Box], list[Box]] | None:
    """Return values and conditions, one of the columns broken; None where that is too narrow."""
    values = [setter.row(case.value, mode) for case in cases]
    conditions = [setter.row(case.condition, mode) for case in cases]
    left = room - 2 - max(box.width for box in conditions)
    if left >= NARROWEST_CASE:
        values = [setter.row(case.value, mode.within(left)) for case in cases]
        if max(box.width for box in values) <= left:
            return values, conditions
    right = room - 2 - max(box.width for box in values)
    if right >= NARROWEST_CASE:
        conditions = [setter.row(case.condition, mode.within(right)) for case in cases]
        if max(box.width for box in conditions) <= right:
            return values, conditions
    return None


def _lines(setter: Setter, node: Table, mode: Mode) -> Box:
    r"""Return gathered lines, or those between bare \\."""
    inner = mode.in_cell().within(mode.limit)
    boxes = [setter.row(sum(row.cells, ()), inner) for row in node.rows]
    lines = [
        Line(box, apart=index > 0 and (node.airy or touch(boxes[index - 1], box)), tag=tag)
        for index, (box, tag) in enumerate(zip(boxes, row_numbers(setter, node), strict=True))
    ]
    return stacked(lines, "centre" if node.kind == "gathered" else "left", mode.limit)
