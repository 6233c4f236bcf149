"""Where a formula in running text may be cut: after relations, operators and commas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from ..runs import Row, Run
from .box import merged
from .linear import Linear
from .nodes import Atom, Node
from .spacing import Item

UNCUT = 10  # cells: a formula this short stays whole
LONG = 24  # cells: a piece longer than this is cut at lesser places as well

_Place = Callable[[Item, Item, int], bool]  # may the line end between these two, at this depth?


def cut(linear: Linear, nodes: Sequence[Node]) -> tuple[Row, ...]:
    """Return a list on one row in pieces; together they are the row."""
    items = linear.items(nodes)
    if _width(items) <= UNCUT:
        return (_row(items),)
    pieces = _pieces(items, 0)
    gaps = [piece[0].gap for piece in pieces[1:]] + [0]
    return tuple(_row(piece, gap) for piece, gap in zip(pieces, gaps, strict=True))


def _width(items: Sequence[Item]) -> int:
    return sum(item.gap + item.box.width for item in items)


def _pieces(items: Sequence[Item], depth: int) -> list[Sequence[Item]]:
    """Cut at relations, long pieces between factors, long brackets inside."""
    pieces: list[Sequence[Item]] = []
    for piece in _split(items, depth, _after_operator):
        if _width(piece) <= LONG:
            pieces.append(piece)
            continue
        for factor in _split(piece, depth, _between_factors):
            inside = _width(factor) > LONG and any(item.depth > depth for item in factor)
            pieces += _pieces(factor, depth + 1) if inside else [factor]
    return pieces


def _split(items: Sequence[Item], depth: int, place: _Place) -> list[Sequence[Item]]:
    inner = [at for at in range(1, len(items)) if place(items[at - 1], items[at], depth)]
    return [items[start:end] for start, end in pairwise([0, *inner, len(items)])]


def _after_operator(left: Item, right: Item, depth: int) -> bool:
    if left.depth > depth or right.gap == 0 or left.opens or right.closes:
        return False
    if right.gap > 1 or left.atom in (Atom.REL, Atom.PUNCT):
        return right.atom is not Atom.REL
    return left.atom is Atom.BIN


def _between_factors(left: Item, right: Item, depth: int) -> bool:
    if left.depth > depth or right.depth > depth or left.opens or right.closes:
        return False
    factor = left.right in (Atom.ORD, Atom.CLOSE, Atom.INNER) and left.atom is not Atom.BIN
    return factor and right.gap > 0 and right.atom not in (Atom.BIN, Atom.REL, Atom.PUNCT)


def _row(items: Sequence[Item], blanks: int = 0) -> Row:
    """Return a piece with the blanks that follow it; those before it belong to the one before."""
    runs: list[Run] = []
    for index, item in enumerate(items):
        if item.gap and index:
            runs.append(Run(" " * item.gap))
        runs.extend(item.box.rows[0])
    if blanks:
        runs.append(Run(" " * blanks))
    return merged(runs)
