"""Equation numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..box import Box, above_one_another, beside, blank
from ..nodes import Node, Table
from .grid import TAG_GAP, Line, stacked
from .mode import Mode

if TYPE_CHECKING:
    from .setter import Setter


def row_numbers(setter: Setter, node: Table) -> list[Box | None]:
    """Return the equation numbers of a table's rows."""
    return [None if row.tag is None else setter.linear.box(row.tag) for row in node.rows]


def numbered(setter: Setter, items: Sequence[Node], tag: Node, width: int) -> Box:
    """Return a formula with its number at the right-hand edge; under it where there is no room."""
    number = setter.linear.box(tag)
    box = setter.row(items, Mode(limit=max(1, width)))
    if box.width + TAG_GAP + number.width <= width:
        return stacked([Line(box, tag=number)], "left", width)
    beneath = beside([blank(max(0, max(width, box.width) - number.width)), number])
    return above_one_another([box, beneath], box.baseline, "left")
