"""Which brackets of a list belong together, plain bars among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .nodes import Atom, Symbol
from .symbols.delimiters import BARS

if TYPE_CHECKING:
    from .spacing import Item

# after these an operator is a sign and a bar opens
BEFORE_OPERAND = (None, Atom.BIN, Atom.OP, Atom.REL, Atom.OPEN, Atom.PUNCT)


def find_brackets(items: Sequence[Item]) -> None:
    """Set what opens, what closes and how deep everything is.

    A bar does not say what it is. It closes the same bar before it; it opens where an operand
    begins, or where its partner follows before the bracket around both ends; otherwise, as in
    p(x|z), it stands for itself.
    """
    opened: list[str] = []
    previous: Item | None = None
    for index, item in enumerate(items):
        mark = _mark(item)
        bar = mark in BARS and item.atom is Atom.ORD
        bracket = item.atom is Atom.CLOSE and mark not in ("!", "?")
        if opened and (bracket or (bar and opened[-1] == mark)):
            opened.pop()
            item.closes = True
            item.atom = item.right = Atom.CLOSE
        item.depth = len(opened)
        starts = previous is None or previous.atom in BEFORE_OPERAND or previous.opens
        opens = item.atom is Atom.OPEN or (bar and (starts or _has_partner(items, index)))
        if mark and opens and not item.closes:
            opened.append(mark)
            item.opens = True
            item.right = Atom.OPEN
        elif bar and mark == "‖" and not item.closes:
            item.atom = item.right = Atom.REL  # as in D(p ‖ q)
        previous = item


def _mark(item: Item) -> str:
    core = item.core
    return core.text if isinstance(core, Symbol) else ""


def _has_partner(items: Sequence[Item], index: int) -> bool:
    """Say whether a bar comes again, with an operand between, before the bracket around closes."""
    mark, depth = _mark(items[index]), 0
    for distance, item in enumerate(items[index + 1 :]):
        if not depth and _mark(item) == mark and item.atom is Atom.ORD:
            return distance > 0
        depth += (item.atom is Atom.OPEN) - (item.atom is Atom.CLOSE)
        if depth < 0:
            return False
    return False


def is_enclosed(items: Sequence[Item]) -> bool:
    """Say whether one pair of brackets is around all of a list."""
    if len(items) < 2 or not (items[0].opens and items[-1].closes):
        return False
    return all(item.depth for item in items[1:-1])
