"""Accents and lines over or under a body."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ...runs import plain
from ..box import Box, above_one_another, beside, with_core
from ..nodes import Accent
from ..symbols.accents import ARROWS_OVER, COMBINING, LINES_OVER, LINES_UNDER, SHAPES
from .mode import Mode

if TYPE_CHECKING:
    from .setter import Setter


def accent(setter: Setter, node: Accent, mode: Mode) -> Box:
    """Return an accent as a combining character on one letter, else drawn in its own row."""
    body = setter.box(node.body, mode)
    pen = setter.pen
    if body.height == 1 and pen.glyphs.combining and _letters(body) == 1:
        return setter.linear.marked(body, COMBINING[node.name])
    if mode.script:
        return setter.linear.box(node, tight=True)
    if node.name in LINES_UNDER:
        boxes = [body, pen.rule(max(1, body.width), "‾" if pen.glyphs.rule == "─" else "")]
        return with_core(above_one_another(boxes, body.baseline), body.core_above, body.core_below)
    top = _over(setter, node, body.width)
    box = above_one_another([top, body], body.baseline + 1)
    return with_core(box, body.core_above, body.core_below)


def _letters(body: Box) -> int:
    return sum(not unicodedata.combining(char) for char in plain(body.rows[0]))


def _over(setter: Setter, node: Accent, width: int) -> Box:
    """Return what stands in the row above the body."""
    pen = setter.pen
    if node.name in LINES_OVER:
        return pen.rule(max(1, width), pen.glyphs.overline)
    if node.name not in ARROWS_OVER:
        return pen.text(SHAPES[node.name])
    head = pen.text(ARROWS_OVER[node.name])
    shaft = pen.rule(width - head.width) if width > head.width else None
    boxes = [shaft, head] if node.name in ("vec", "overrightarrow") else [head, shaft]
    return beside([box for box in boxes if box is not None])
