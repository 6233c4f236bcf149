"""When a part of a formula on one row needs brackets to be read as it was meant."""

from __future__ import annotations

from collections.abc import Sequence

from .brackets import is_enclosed
from .nodes import (
    Accent,
    Atom,
    Fence,
    Fraction,
    Group,
    Node,
    Operator,
    Space,
    Switch,
    Symbol,
    Text,
    Trouble,
)
from .spacing import Item

_DIGITS = frozenset("0123456789.")
_FUNCTION_LETTERS = frozenset("fghpqrFGHPQR𝔼𝕍ℙ")


def items_of(node: Node) -> list[Node]:
    """Return the items of a node, braces around a single one opened."""
    items = list(node.items) if isinstance(node, Group) else [node]
    if len(items) == 1 and isinstance(items[0], Group):
        return items_of(items[0])
    return [item for item in items if not isinstance(item, Space | Switch)]


def numerator_needs_brackets(items: Sequence[Item]) -> bool:
    """Say whether `items/x` would be read wrongly."""
    return _falls_apart(items) or any(_reaches_on(items, index) for index in range(len(items)))


def denominator_needs_brackets(items: Sequence[Item]) -> bool:
    """Say whether `x/items` would be read wrongly."""
    if _falls_apart(items) or (items and items[0].unary):
        return True
    items = [item for item in items if not _is_factorial(item)]
    if len(items) < 2:
        return False
    return not (_is_number(items) or _is_call(items) or _is_derivative(items) or is_enclosed(items))


def _is_factorial(item: Item) -> bool:
    return isinstance(item.node, Symbol) and item.node.text == "!"


def _falls_apart(items: Sequence[Item]) -> bool:
    """Say whether a slash would take only a part of the items."""
    return any(
        item.atom in (Atom.BIN, Atom.REL, Atom.PUNCT)
        or (isinstance(item.core, Fraction) and item.core.bar)
        or (isinstance(item.core, Symbol) and item.core.text == "/")
        for item in items
        if not item.depth and not item.opens and not item.closes
    )


def _reaches_on(items: Sequence[Item], index: int) -> bool:
    """Say whether an operator without brackets would take in what follows the slash."""
    item = items[index]
    following = items[index + 1] if index + 1 < len(items) else None
    if item.atom is not Atom.OP or item.depth or following is None:
        return False
    return not (following.opens or isinstance(following.core, Fence))


def _is_number(items: Sequence[Item]) -> bool:
    return all(isinstance(item.node, Symbol) and item.node.text in _DIGITS for item in items)


def _is_call(items: Sequence[Item]) -> bool:
    """Say whether this is f(x), and not the product n(n − 1)."""
    first, rest = items[0], items[1:]
    if first.opens or first.depth:
        return False
    if len(rest) == 1 and isinstance(rest[0].core, Fence):
        return True
    sums = any(item.atom is Atom.BIN and item.depth == 1 for item in rest)
    return is_enclosed(rest) and (not sums or _is_function(first.core))


def _is_function(node: Node) -> bool:
    if isinstance(node, Symbol):
        return len(node.text) > 1 or node.text in _FUNCTION_LETTERS
    return isinstance(node, Operator | Accent | Text)


def _is_derivative(items: Sequence[Item]) -> bool:
    """Say whether this is ∂x or dt, which stays together in ∂f/∂x."""
    first = items[0].core
    return len(items) == 2 and isinstance(first, Symbol) and first.text in ("∂", "d")


def is_single(node: Node) -> bool:
    """Say whether a node holds together without brackets."""
    if isinstance(node, Group):
        return len(node.items) == 1 and is_single(node.items[0])
    if isinstance(node, Fence):
        return bool(node.left and node.right)
    return isinstance(node, Symbol | Operator | Accent | Trouble)


def is_name(node: Node) -> bool:
    """Say whether a node is one word or one number."""
    items = items_of(node)
    if len(items) == 1 and isinstance(items[0], Symbol | Operator | Text):
        return items[0].text.isalnum()
    return bool(items) and all(isinstance(item, Symbol) and item.text.isdigit() for item in items)


def is_sum(node: Node) -> bool:
    """Say whether a braced base would fall apart under a script."""
    return isinstance(node, Group) and len(node.items) > 1 and node.atom is None


def is_bare_radicand(node: Node) -> bool:
    """Say whether a root needs no brackets around what is under it."""
    items = items_of(node)
    if len(items) == 1:
        return not isinstance(items[0], Fraction | Group)
    return bool(items) and all(
        isinstance(item, Symbol) and set(item.text) <= _DIGITS for item in items
    )
