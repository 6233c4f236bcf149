"""Roots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..box import Box, above_one_another, beside, blank, heightened, with_core
from ..nodes import Accent, Group, Node, Root, Scripts, Symbol
from .mode import Mode

if TYPE_CHECKING:
    from .setter import Setter


def root(setter: Setter, node: Root, mode: Mode) -> Box:
    """Return a root: bare over one symbol, with a line over one row, framed when taller."""
    if mode.script:
        return setter.linear.box(node, tight=True)
    body = setter.box(node.body, mode.less(4))
    if body.baseline or body.core_below:
        return _tall(setter, node, body, mode)
    sign = _sign(setter, node, mode)
    if (
        body.height == sign.height == 1
        and _is_one_symbol(node.body)
        and setter.pen.glyphs.root == "√"
    ):
        return beside([sign, body])
    covered = above_one_another([setter.pen.rule(body.width, setter.pen.glyphs.overline), body], 1)
    return with_core(beside([sign, covered]), 1, 0)


def _sign(setter: Setter, node: Root, mode: Mode) -> Box:
    sign = setter.pen.text(setter.pen.glyphs.root)
    if node.index is None:
        return sign
    raised = setter.forms.sup(node.index)
    if raised is not None:
        return beside([setter.pen.text(raised), sign])
    index = setter.box(node.index, mode.in_script())
    return beside([above_one_another([index, blank(index.width)], index.height), sign])


def _tall(setter: Setter, node: Root, body: Box, mode: Mode) -> Box:
    pen = setter.pen
    side = pen.bar(body)
    inner = beside([side, blank(1), body])
    corner = pen.text(pen.glyphs.corner)
    line = pen.glyphs.rule if pen.glyphs.corner.strip() else pen.glyphs.overline
    top = beside([corner, pen.rule(inner.width - corner.width, line)])
    framed = above_one_another([top, inner], body.baseline + 1, "left")
    tick = pen.text(pen.glyphs.backslash)
    foot = (*blank(tick.width, framed.height - 1).rows, *tick.rows)
    parts = [Box(foot, tick.width, framed.baseline), framed]
    if node.index is not None:
        parts.insert(0, _raised(setter.box(node.index, mode.in_script()), framed))
    return beside(parts)


def _raised(index: Box, framed: Box) -> Box:
    """Return the index of a tall root so that it ends one row above the root's foot."""
    rows_above = max(0, framed.height - 1 - index.height)
    rows = (*blank(index.width, rows_above).rows, *index.rows, *blank(index.width).rows)
    baseline = framed.baseline + max(0, index.height - (framed.height - 1))
    return heightened(Box(rows, index.width, baseline), 0, framed.below)


def _is_one_symbol(node: Node) -> bool:
    if isinstance(node, Group):
        return len(node.items) == 1 and _is_one_symbol(node.items[0])
    return isinstance(node, Symbol | Accent) or (
        isinstance(node, Scripts) and _is_one_symbol(node.base)
    )
