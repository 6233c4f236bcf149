"""Accents and lines over or under a body."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ...runs import plain
from ..box import Box, above_one_another, beside, with_core
from ..nodes import Accent
from ..symbols.accents import (
    ARROWS_OVER,
    ARROWS_UNDER,
    COMBINING,
    LINES_OVER,
    LINES_UNDER,
    SHAPES,
    UNDER,
)
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
    mark = _mark(setter, node.name, body.width)
    under = node.name in UNDER
    boxes = [body, mark] if under else [mark, body]
    box = above_one_another(boxes, body.baseline if under else body.baseline + 1)
    return with_core(box, body.core_above, body.core_below)


def _letters(body: Box) -> int:
    return sum(not unicodedata.combining(char) for char in plain(body.rows[0]))


def _mark(setter: Setter, name: str, width: int) -> Box:
    """Return what stands in the row above or under a body."""
    pen = setter.pen
    if name in LINES_OVER:
        return pen.rule(max(1, width), pen.glyphs.overline)
    if name in LINES_UNDER:
        return pen.rule(max(1, width), pen.glyphs.underline)
    arrow = ARROWS_OVER.get(name) or ARROWS_UNDER.get(name)
    if arrow is None:
        return pen.text(SHAPES[name])
    head = pen.text(arrow)
    shaft = [pen.rule(width - head.width)] if width > head.width else []
    return beside([head, *shaft] if arrow in "←↼" else [*shaft, head])
