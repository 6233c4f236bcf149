"""Long formulas on several lines, broken where a mathematician would break them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ..box import Box, above_one_another, beside, blank
from ..spacing import Item, joined
from .mode import Mode
from .pieces import pieces
from .plan import Planner, is_flexible

if TYPE_CHECKING:
    from .setter import Setter

MOST_LINES = 60  # a formula longer than that is not read, it is scrolled
NARROWEST_PART = 12  # cells worth drawing a part in


def broken(setter: Setter, items: Sequence[Item], mode: Mode) -> Box:
    """Return items that are too wide for one line on several; what nothing helps stays wide."""
    limit = mode.limit
    whole = joined(items)
    if limit is None or whole.width > limit * MOST_LINES:
        return whole
    items = pieces(setter, items, mode)
    lines: list[Box] = []
    for squeezing in (True, False):
        plan = Planner(items, limit, squeezing=squeezing).best()
        lines = _drawn(setter, items, plan.lines, mode)
        if all(line.width <= limit for line in lines):
            break
    return _stacked(lines)


def _drawn(
    setter: Setter, items: Sequence[Item], starts: Sequence[tuple[int, int]], mode: Mode
) -> list[Box]:
    ends = [start for start, _ in starts[1:]] + [len(items)]
    lines = []
    for (start, indent), end in zip(starts, ends, strict=True):
        line = [replace(item) for item in items[start:end]]
        if start:
            line[0].gap = 0
        _squeeze(setter, line, indent, mode)
        lines.append(beside([blank(indent), joined(line)]))
    return lines


def _squeeze(setter: Setter, line: list[Item], indent: int, mode: Mode) -> None:
    """Redraw the parts of an overfull line that can be made narrower, the widest first."""
    for item in sorted(line, key=lambda item: -item.box.width):
        width = indent + sum(part.gap + part.box.width for part in line)
        limit = width if mode.limit is None else mode.limit
        room = limit - (width - item.box.width)
        if width > limit and is_flexible(item) and room >= NARROWEST_PART:
            narrower = setter.box(item.node, mode.within(room))
            if narrower.width < item.box.width:
                item.box = narrower


def _stacked(lines: Sequence[Box]) -> Box:
    """Set lines under one another, with a blank row where they would touch."""
    boxes = [lines[0]]
    for upper, lower in pairwise(lines):
        if touch(upper, lower):
            boxes.append(blank(0))
        boxes.append(lower)
    return above_one_another(boxes, lines[0].baseline, "left")


def touch(upper: Box, lower: Box) -> bool:
    """Say whether two lines need a blank row between them to be told apart."""
    if upper.core_below or lower.core_above:
        return True
    return upper.below > 0 and lower.baseline > 0
