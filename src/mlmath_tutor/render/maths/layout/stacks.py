"""Labels over and under, horizontal braces, long arrows, frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..box import Box, above_one_another, beside, blank, widened, with_core
from ..nodes import Arrow, Frame, Stack
from .mode import Mode

if TYPE_CHECKING:
    from .setter import Setter


SHORTEST_BRACE = 3  # cells: its ends and its point


def stack(setter: Setter, node: Stack, mode: Mode) -> Box:
    """Return a base with its labels, and a brace between where there is one."""
    if mode.script:
        return setter.linear.box(node, tight=True)
    base = setter.box(node.base, mode)
    if node.brace:
        base = widened(base, SHORTEST_BRACE)
    boxes, baseline = [base], base.baseline
    if node.brace == "over":
        boxes.insert(0, _brace(setter, base.width, setter.pen.glyphs.over_brace))
        baseline += 1
    elif node.brace == "under":
        boxes.append(_brace(setter, base.width, setter.pen.glyphs.under_brace))
    label = mode.in_script().within(mode.limit)
    if node.over is not None:
        over = setter.row((node.over,), label)
        boxes.insert(0, over)
        baseline += over.height
    if node.under is not None:
        boxes.append(setter.row((node.under,), label))
    box = above_one_another(boxes, baseline)
    return box if node.brace else with_core(box, base.core_above, base.core_below)


def _brace(setter: Setter, width: int, glyphs: str) -> Box:
    left, middle, right = (setter.pen.text(glyph) for glyph in glyphs)
    free = max(0, width - left.width - middle.width - right.width)
    before = free // 2
    parts = [left, *_line(setter, before), middle, *_line(setter, free - before), right]
    return beside(parts)


def _line(setter: Setter, width: int) -> list[Box]:
    return [setter.pen.rule(width)] if width else []


def arrow(setter: Setter, node: Arrow, mode: Mode) -> Box:
    """Return an arrow a little longer than its labels."""
    if mode.script:
        return setter.linear.box(node, tight=True)
    inner = mode.in_script()
    over = setter.box(node.over, inner) if node.over is not None else blank(0)
    under = setter.box(node.under, inner) if node.under is not None else blank(0)
    shaft = _shaft(setter, node.head, max(over.width, under.width) + 2)
    boxes, baseline = [shaft], 0
    if over.width:
        boxes.insert(0, over)
        baseline = over.height
    if under.width:
        boxes.append(under)
    return with_core(above_one_another(boxes, baseline), 0, 0)


def _shaft(setter: Setter, head: str, width: int) -> Box:
    pen = setter.pen
    if head == "=":
        return pen.rule(width, "=")
    line = "=" if head in "⇒⇐⇔" else ""
    tip = pen.text(head)
    if head in "↔⇔⇌":
        return beside([pen.text("<" if pen.glyphs.spell else "←"), pen.rule(width - 1), tip])
    rest = pen.rule(max(1, width - tip.width), line)
    return beside([tip, rest] if head in "←⇐↩" else [rest, tip])


def frame(setter: Setter, node: Frame, mode: Mode) -> Box:
    """Return a boxed, hidden or struck body."""
    if node.kind == "boxed":
        return _boxed(setter, setter.box(node.body, mode.less(4)))
    body = setter.box(node.body, mode)
    if node.kind == "cancel":
        return setter.linear.struck(body)
    height = 1 if node.kind == "hphantom" else body.height
    width = 0 if node.kind == "vphantom" else body.width
    return blank(width, height, 0 if height == 1 else body.baseline)


def _boxed(setter: Setter, body: Box) -> Box:
    pen = setter.pen
    inside = beside([blank(1), body, blank(1)])
    top_left, top_right, bottom_left, bottom_right = (pen.text(g) for g in pen.glyphs.frame)
    line = pen.rule(inside.width)
    side = pen.bar(inside)
    rows = [
        beside([top_left, line, top_right]),
        beside([side, inside, side]),
        beside([bottom_left, line, bottom_right]),
    ]
    return above_one_another(rows, body.baseline + 1)
