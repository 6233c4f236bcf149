"""Scripts and limits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..box import Box, above_one_another, beside, blank, with_core
from ..nodes import Atom, Group, Node, Operator, Scripts
from .mode import Mode

if TYPE_CHECKING:
    from .setter import Setter

_SIGNS = {"∫": (1, "∫"), "∬": (2, "∫"), "∭": (3, "∫"), "⨌": (4, "∫"), "∮": (1, "∮"), "∯": (2, "∮")}


class _Script(NamedTuple):
    """A script as it is drawn; `small` when its characters are themselves high or low."""

    box: Box
    small: bool = False


def scripts(setter: Setter, node: Scripts, mode: Mode) -> Box:
    """Return a base with its scripts beside it or, for operators with limits, over and under."""
    if _takes_limits(node.base, mode):
        return _limits(setter, node, mode)
    if isinstance(node.base, Operator) and node.base.form == "integral" and not mode.script:
        base = integral(setter, node.base)
        sup = _in_rows(setter, node.sup, mode)
        sub = _in_rows(setter, node.sub, mode)
    else:
        base = setter.box(node.base, mode.less(2))
        sup = _in_characters(setter, node.sup, setter.forms.sup) or _in_rows(setter, node.sup, mode)
        sub = _in_characters(setter, node.sub, setter.forms.sub) or _in_rows(setter, node.sub, mode)
    column = _column(base, sup, sub)
    return with_core(beside([base, *column]), base.core_above, base.core_below)


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


def _in_characters(
    setter: Setter, node: Node | None, form: Callable[[Node], str | None]
) -> _Script | None:
    """Return a script in raised or lowered characters; None when one is lacking."""
    text = None if node is None else form(node)
    return None if text is None else _Script(setter.pen.text(text), small=True)


def _in_rows(setter: Setter, node: Node | None, mode: Mode) -> _Script | None:
    return None if node is None else _Script(setter.box(node, mode.in_script()))


def _column(base: Box, sup: _Script | None, sub: _Script | None) -> list[Box]:
    """Return scripts for the right-hand corners of a base.

    Small characters stand on the base's first and last row; others reach or pass them by a row.
    """
    top = base.core_above if sup and sup.small else max(1, base.core_above)
    bottom = base.core_below if sub and sub.small else max(1, base.core_below)
    if sup is None:
        return [above_one_another([blank(0, bottom), sub.box], 0, "left")] if sub else []
    baseline = sup.box.height - 1 + top
    if sub is None:
        return [above_one_another([sup.box, blank(0, top)], baseline, "left")]
    if not top and not bottom:
        return [sub.box, sup.box]
    return [above_one_another([sup.box, blank(0, top + bottom - 1), sub.box], baseline, "left")]


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
