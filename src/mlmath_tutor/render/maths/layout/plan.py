"""Where to end lines: every possible break has a price, and the cheapest set wins.

A displayed formula is broken before a relation or an operator. Brackets around a break, a comma
instead of a relation, words torn apart make it dearer, and so does every line. All sets of
breaks are compared, remembering what is known about the rest of the formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..nodes import Atom, Fence, Fraction, Frame, Root, Stack, Symbol, Table, Text
from ..spacing import Item

LINE_PRICE = 10
DEPTH_PRICE = 30  # for each bracket a break stands in
OVERFLOW_PRICE = 200  # for each cell that does not fit
SQUEEZE_PRICE = 15  # for drawing a fraction or a bracket narrower than it wants to be
TABLE_SQUEEZE_PRICE = 4  # a table is made of lines anyway
MOST_STATES = 2_000  # how much is tried; brackets in brackets could be broken in endless ways
NARROWEST = 20  # cells below which nothing is squeezed


class Break(NamedTuple):
    """A place where a line may end: its price and what kind of place it is."""

    price: int
    kind: str


class State(NamedTuple):
    """What a line inherits from those before it.

    Attributes:
        indent: the column it begins in.
        anchor: the column of the formula's first relation and the one past it.
        hangs: the columns after the brackets still open.
    """

    indent: int = 0
    anchor: tuple[int, int] | None = None
    hangs: tuple[int, ...] = ()


class Plan(NamedTuple):
    """A way to break what is left: its price, and (first item, indent) of each line."""

    price: int
    lines: tuple[tuple[int, int], ...]


class _End(NamedTuple):
    """A possible end of a line: before item `at`, having reached `column`."""

    at: int
    column: int
    slack: int
    squeeze: int
    state: State


class Planner:
    """Finds the cheapest lines of one list.

    Args:
        items: the list.
        limit: cells of a line.
        squeezing: whether to believe that large parts can be drawn narrower.
    """

    def __init__(self, items: Sequence[Item], limit: int, *, squeezing: bool) -> None:
        self._items = items
        self._limit = limit
        self._squeezing = squeezing
        self._breaks = [break_before(items, index) for index in range(len(items))]
        self._known: dict[tuple[int, State], Plan] = {}

    def best(self, start: int = 0, state: State | None = None) -> Plan:
        """Return the cheapest plan for the items from `start` on."""
        state = state or State()
        key = (start, state)
        if key not in self._known:
            ends = list(self._ends(start, state))
            if len(self._known) > MOST_STATES:
                ends = ends[-1:]  # deeply nested: fill every line and be done
            plans = [self._plan(start, state, end) for end in ends]
            self._known[key] = min(reversed(plans), key=lambda plan: plan.price)
        return self._known[key]

    def _plan(self, start: int, state: State, end: _End) -> Plan:
        price = self._overflow_price(end)
        place = self._breaks[end.at] if end.at < len(self._items) else None
        if place is None:
            return Plan(price, ((start, state.indent),))
        rest = self.best(end.at, self._after(place, self._items[end.at], end.state))
        price += LINE_PRICE + place.price + rest.price
        return Plan(price, ((start, state.indent), *rest.lines))

    def _overflow_price(self, end: _End) -> int:
        overflow = end.column - self._limit
        if overflow <= 0:
            return 0
        return end.squeeze + max(0, overflow - end.slack) * OVERFLOW_PRICE

    def _ends(self, start: int, state: State) -> Iterator[_End]:
        """Yield where a line may end: all that fit, or the first that does not."""
        end = _End(start, state.indent, 0, 0, state)
        found = False
        for index in range(start, len(self._items)):
            if index > start and self._breaks[index] is not None:
                fits = end.column <= self._limit
                if fits or end.slack or not found:
                    yield end._replace(at=index)
                    found = True
                if not fits and end.column - end.slack > self._limit:
                    return
            end = self._longer(end, index, index == start)
        yield end._replace(at=len(self._items))

    def _longer(self, end: _End, index: int, first: bool) -> _End:
        """Return the end of a line with one more item."""
        item = self._items[index]
        gap = 0 if first and (end.column or index) else item.gap
        column = end.column + gap + item.box.width
        indent, anchor, hangs = end.state
        if anchor is None and item.atom is Atom.REL and not item.depth:
            anchor = (column - item.box.width, column + 1)
        if item.opens:
            hangs = (*hangs, column)
        elif item.closes:
            hangs = hangs[:-1]
        slack, squeeze = end.slack, end.squeeze
        if self._squeezing and is_flexible(item):
            slack += max(0, item.box.width - max(NARROWEST, item.box.width // 2))
            table = isinstance(item.core, Table)
            squeeze = max(squeeze, TABLE_SQUEEZE_PRICE if table else SQUEEZE_PRICE)
        return _End(index, column, slack, squeeze, State(indent, anchor, hangs))

    def _after(self, place: Break, item: Item, state: State) -> State:
        """Return what the line after a break inherits: first of all where it begins."""
        if place.kind == "formula":
            words = isinstance(item.node, Text)
            return State(2, state.anchor) if words else State()
        relation, operand = state.anchor or (2, 2)
        if relation > self._limit // 2:
            relation, operand = 2, 4
        if place.kind in ("factor", "comma"):
            operand += 2
        if place.kind == "prose" and not state.hangs:
            return state
        if state.hangs:
            hang = state.hangs[-1]
            indent = hang if hang <= self._limit * 2 // 3 else min(operand + 2, 8)
        else:
            indent = relation if place.kind == "relation" else operand
        return state._replace(indent=indent)


def is_flexible(item: Item) -> bool:
    """Say whether an item can be drawn narrower than its natural size."""
    return isinstance(item.core, Fence | Fraction | Root | Table | Stack | Frame)


def break_before(items: Sequence[Item], index: int) -> Break | None:
    """Return what a break before an item would cost; None where there must be none."""
    if not index:
        return None
    before, item = items[index - 1], items[index]
    depth = min(item.depth, 4) * DEPTH_PRICE
    if item.gap > 1 and not item.depth:
        return Break(4 if isinstance(before.node, Text) else 0, "formula")
    if before.opens or item.closes:
        return None
    if item.atom is Atom.REL:
        if before.atom is Atom.REL:
            return None
        bar = isinstance(item.node, Symbol) and item.node.text == "|"
        aside = bar or any(_is_prose(earlier) for earlier in items[:index])
        return Break((7 if aside else 1) + depth, "relation")
    if item.atom is Atom.BIN:
        return Break(3 + depth, "operator")
    if before.atom is Atom.PUNCT and item.gap:
        return Break(2 + depth, "comma")
    return _break_in_words(before, item, depth)


def _break_in_words(before: Item, item: Item, depth: int) -> Break | None:
    """Return the price of a break beside words or between factors."""
    left, right = before.node, item.node
    if isinstance(left, Text) and isinstance(right, Text):
        return Break(6 + depth, "prose")
    if isinstance(right, Text) and (item.gap or _may_part(right.text[:1])):
        return Break(3 + depth, "words")
    if isinstance(left, Text) and (item.gap or _may_part(left.text[-1:])):
        return Break(5 + depth, "words")
    apart = item.gap > 0 and before.right in (Atom.ORD, Atom.INNER)
    if apart or (before.right is Atom.CLOSE and item.atom is not Atom.PUNCT):
        return Break(12 + depth, "factor")
    return None


def _is_prose(item: Item) -> bool:
    """Say whether an item is words between formulas, after which relations belong together."""
    if not isinstance(item.node, Text) or item.depth:
        return False
    text = item.node.text
    return item.gap > 0 or _may_part(text[:1]) or _may_part(text[-1:])


def _may_part(char: str) -> bool:
    """Say whether words that begin or end like this are a line's end: a blank, or Japanese."""
    return char == " " or char >= "\u2e80"
