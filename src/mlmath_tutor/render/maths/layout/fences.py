"""Brackets that grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..box import Box, beside, blank
from ..nodes import Fence, Fraction, Node, Space, Table
from .fractions import has_bar
from .mode import Mode

if TYPE_CHECKING:
    from .setter import Setter


def fence(setter: Setter, node: Fence, mode: Mode) -> Box:
    """Return the parts between brackets that cover all of them."""
    bodies = [setter.row(part, mode.less(4)) for part in _trimmed(node)]
    above = max(body.core_above for body in bodies)
    below = max(body.core_below for body in bodies)
    pad = blank(1 if above + below and _touches_bar(node) else 0)
    gap = blank(0 if mode.script else 1)
    boxes = [setter.pen.delimiter(node.left, above, below)]
    boxes += [pad] if node.left else []
    for index, body in enumerate(bodies):
        if index:
            boxes += [gap, setter.pen.delimiter(node.middles[index - 1], above, below), gap]
        boxes.append(body)
    boxes += [pad] if node.right else []
    boxes.append(setter.pen.delimiter(node.right, above, below))
    return beside(boxes)


def _trimmed(node: Fence) -> list[tuple[Node, ...]]:
    r"""Return the parts without the thin spaces authors put around \middle."""
    if not node.middles:
        return list(node.parts)
    parts = []
    for part in node.parts:
        items = list(part)
        while items and isinstance(items[0], Space):
            items.pop(0)
        while items and isinstance(items[-1], Space):
            items.pop()
        parts.append(tuple(items))
    return parts


def _touches_bar(node: Fence) -> bool:
    """Say whether a fraction bar or a table would run into one of the brackets."""
    first = next((item for item in node.parts[0] if not isinstance(item, Space)), None)
    last = next((item for item in reversed(node.parts[-1]) if not isinstance(item, Space)), None)
    return any(
        isinstance(item, Table) or (isinstance(item, Fraction) and has_bar(item))
        for item in (first, last)
    )
