"""Where a formula in running text may be cut: after relations, operators and commas."""

from __future__ import annotations

from collections.abc import Sequence

from ..runs import Row, Run
from .box import merged
from .linear import Linear
from .nodes import Atom, Node
from .spacing import Item

UNCUT = 10  # cells: a formula this short stays whole
LONG = 24  # cells: a piece longer than this is cut inside its brackets as well


def cut(linear: Linear, nodes: Sequence[Node]) -> tuple[Row, ...]:
    """Return a list on one row in pieces; together they are the row."""
    items = linear.items(nodes)
    total = sum(item.gap + item.box.width for item in items)
    if total <= UNCUT:
        return (merged(_runs(items)),)
    return tuple(_cut(linear, items, 0)) or ((),)


def _cut(linear: Linear, items: Sequence[Item], depth: int) -> list[Row]:
    pieces: list[Row] = []
    start = 0
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        if following is not None and _may_end(item, following, depth):
            pieces += _piece(linear, items[start : index + 1], following.gap, depth)
            following.gap = 0
            start = index + 1
    if start < len(items):
        pieces += _piece(linear, items[start:], 0, depth)
    return pieces


def _piece(linear: Linear, items: Sequence[Item], trailing: int, depth: int) -> list[Row]:
    """Return a stretch of items, cut again when it is long and its brackets allow it."""
    width = sum(item.gap + item.box.width for item in items)
    blanks = (Run(" " * trailing),) if trailing else ()
    if width > LONG and depth < 3 and any(item.depth > depth for item in items):
        pieces = _cut(linear, items, depth + 1)
        pieces[-1] = merged((*pieces[-1], *blanks))
        return pieces
    return [merged((*_runs(items), *blanks))]


def _may_end(item: Item, following: Item, depth: int) -> bool:
    if item.depth > depth or following.gap == 0 or item.opens:
        return False
    if following.gap > 1 or item.atom in (Atom.REL, Atom.PUNCT):
        return following.atom is not Atom.REL
    return item.atom is Atom.BIN


def _runs(items: Sequence[Item]) -> list[Run]:
    runs: list[Run] = []
    for item in items:
        if item.gap:
            runs.append(Run(" " * item.gap))
        runs.extend(item.box.rows[0])
    return runs
