"""Fractions and binomial coefficients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..box import Box, above_one_another, blank
from ..nodes import Fraction, Group, Node
from .mode import Mode

if TYPE_CHECKING:
    from .setter import Setter

SHORTEST_BAR = 3  # cells: one cell reads as a minus sign
DEEPEST_STACK = 2  # fractions inside fractions that still stand on rows of their own


def fraction(setter: Setter, node: Fraction, mode: Mode) -> Box:
    """Return numerator over denominator, or both on one row where there is no room."""
    if _is_flat(node, mode):
        return setter.linear.box(node, mode.script)
    inner = mode.in_fraction()
    over, under = setter.box(node.over, inner), setter.box(node.under, inner)
    if not node.bar:
        return _without_bar(setter, node, over, under)
    width = max(over.width, under.width, SHORTEST_BAR)
    if has_bar(node.over) or has_bar(node.under):
        width += 2  # the outer bar is the longer one
    return above_one_another([over, setter.pen.rule(width), under], over.height)


def _is_flat(node: Fraction, mode: Mode) -> bool:
    if node.size == "display":
        return mode.script
    return mode.script or mode.small or node.size == "text" or mode.nesting >= DEEPEST_STACK


def _without_bar(setter: Setter, node: Fraction, over: Box, under: Box) -> Box:
    body = above_one_another([over, blank(0), under], over.height)
    return setter.pen.between(node.left, body, node.right)


def has_bar(node: Node) -> bool:
    """Say whether a fraction's bar would be seen in this part."""
    if isinstance(node, Group):
        return any(has_bar(item) for item in node.items)
    return isinstance(node, Fraction) and node.bar and node.size != "text"
