"""Scripts and limits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..box import Box, above_one_another, beside, blank, widened, with_core
from ..nodes import Atom, Group, Node, Operator, Scripts
from .mode import Mode

if TYPE_CHECKING:
    from .setter import Setter

_SIGNS = {"∫": (1, "∫"), "∬": (2, "∫"), "∭": (3, "∫"), "⨌": (4, "∫"), "∮": (1, "∮"), "∯": (2, "∮")}


def scripts(setter: Setter, node: Scripts, mode: Mode) -> Box:
    """Return a base with its scripts beside it or, for operators with limits, over and under."""
    if _takes_limits(node.base, mode):
        return _limits(setter, node, mode)
    if isinstance(node.base, Operator) and node.base.form == "integral" and not mode.script:
        base = integral(setter, node.base)
    else:
        base = setter.box(node.base, mode)
        attached = _in_characters(setter, node, base)
        if attached is not None:
            return attached
    return _in_rows(setter, node, base, mode)


def _takes_limits(base: Node, mode: Mode) -> bool:
    if mode.script or mode.small:
        return False
    if isinstance(base, Group):
        return base.limits and base.atom is Atom.OP
    return isinstance(base, Operator) and base.limits


def _limits(setter: Setter, node: Scripts, mode: Mode) -> Box:
    base = setter.box(node.base, mode)
    boxes, baseline = [base], base.baseline
    if node.sup is not None:
        sup = setter.box(node.sup, mode.in_script())
        boxes.insert(0, sup)
        baseline += sup.height
    if node.sub is not None:
        boxes.append(setter.box(node.sub, mode.in_script()))
    return above_one_another(boxes, baseline)


def _in_characters(setter: Setter, node: Scripts, base: Box) -> Box | None:
    """Return the base with raised and lowered characters; None when one is lacking."""
    sub = setter.forms.sub(node.sub) if node.sub is not None else ""
    sup = setter.forms.sup(node.sup) if node.sup is not None else ""
    if sub is None or sup is None:
        return None
    pen = setter.pen
    if not base.core_above and not base.core_below:
        return with_core(beside([base, pen.text(sub + sup)]), 0, 0)
    column = _column(pen.text(sup), pen.text(sub), base)
    return with_core(beside([base, column]), base.core_above, base.core_below)


def _in_rows(setter: Setter, node: Scripts, base: Box, mode: Mode) -> Box:
    inner = mode.in_script()
    sup = setter.box(node.sup, inner) if node.sup is not None else blank(0)
    sub = setter.box(node.sub, inner) if node.sub is not None else blank(0)
    column = _column(sup, sub, base)
    return with_core(beside([base, column]), base.core_above, base.core_below)


def _column(sup: Box, sub: Box, base: Box) -> Box:
    """Return scripts for the right-hand corners of a base, which they reach or pass."""
    width = max(sup.width, sub.width)
    top = max(1, base.core_above)  # rows above the baseline where a superscript ends
    bottom = max(1, base.core_below)
    rows = [row for row in widened(sup, width, "left").rows if sup.width]
    above = top + max(0, len(rows) - 1) if rows else 0
    between = blank(width, above + 1 - len(rows)).rows
    baseline = above
    below = [*blank(width, bottom - 1).rows, *widened(sub, width, "left").rows] if sub.width else []
    return Box((*rows, *between, *below), width, baseline)


def integral(setter: Setter, node: Operator) -> Box:
    """Return an integral sign three rows high."""
    count, sign = _SIGNS.get(node.text, (1, "∫"))
    top, middle, bottom = tuple(setter.pen.glyphs.integral)
    middle = setter.pen.glyphs.spelled("∮") if sign == "∮" else middle
    if sign == "∮" and len(middle) > 1:
        middle = "O"
    if node.text == "∫⋯∫":
        dots = setter.pen.text("⋯")
        one = setter.pen.column([top, middle, bottom], 1)
        return beside([one, dots, one])
    return setter.pen.column([top * count, middle * count, bottom * count], 1)


def grow_integrals(
    setter: Setter, nodes: Sequence[Node], boxes: dict[int, Box], mode: Mode
) -> None:
    """Draw integral signs three rows high where something beside them is tall."""
    if mode.script:
        return
    signs = [
        index
        for index, node in enumerate(nodes)
        if isinstance(node, Operator) and node.form == "integral"
    ]
    if signs and any(box.height > 1 for index, box in boxes.items() if index not in signs):
        for index in signs:
            node = nodes[index]
            if isinstance(node, Operator):
                boxes[index] = integral(setter, node)
