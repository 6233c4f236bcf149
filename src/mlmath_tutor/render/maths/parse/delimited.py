r"""Brackets that know their partners: \left … \right and the \big family."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import MathError
from ..nodes import Atom, Fence, Node, Symbol, Table
from ..symbols.delimiters import BARS, CLOSERS, DELIMITERS, OPENERS
from ..tokens import Token

if TYPE_CHECKING:
    from .parser import Parser

BIG_COMMANDS = {
    size + side: side for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m")
}


class BigDelimiters:
    r"""A list being read, with the \big delimiters in it that still look for a partner.

    A pair becomes a fence, which grows with what it holds; \big alone only ever said how large.
    """

    def __init__(self) -> None:
        self.items: list[Node] = []
        self._openers: list[tuple[int, str, list[int]]] = []  # index, delimiter, middles

    def add(self, delimiter: str, side: str, pos: int) -> Node | None:
        """Return the node for a delimiter; None when it was put into the list here."""
        side = side or self._side(delimiter)
        if side == "r" and self._openers:
            return self._close(delimiter, pos)
        if side == "l":
            self._openers.append((len(self.items), delimiter, []))
            return Symbol(delimiter, Atom.OPEN, pos=pos)
        if side == "m" and self._openers:
            self._openers[-1][2].append(len(self.items))
        atom = {"r": Atom.CLOSE, "m": Atom.REL}.get(side, Atom.ORD)
        return Symbol(delimiter, atom, pos=pos)

    def _side(self, delimiter: str) -> str:
        r"""Say what a plain \big makes of a delimiter; a bar closes the bar before it."""
        if delimiter in BARS:
            return "r" if any(opener[1] == delimiter for opener in self._openers[-1:]) else "l"
        return "l" if delimiter in OPENERS else "r" if delimiter in CLOSERS else ""

    def _close(self, right: str, pos: int) -> Fence:
        start, left, middles = self._openers.pop()
        cuts = [*middles, len(self.items)]
        parts, begin = [], start + 1
        for cut in cuts:
            parts.append(tuple(self.items[begin:cut]))
            begin = cut + 1
        marks = tuple(
            item.text for item in (self.items[at] for at in middles) if isinstance(item, Symbol)
        )
        del self.items[start:]
        return Fence(left, right, tuple(parts), marks, pos)


def big(parser: Parser, token: Token) -> Node | None:
    r"""Read a delimiter of the \big family."""
    return parser.big.add(delimiter(parser, token), BIG_COMMANDS[token.text], token.pos)


def fence(parser: Parser, token: Token) -> Fence:
    r"""Read from \left to its \right.

    Raises:
        MathError: the \right is missing.
    """
    left = delimiter(parser, token)
    parts: list[tuple[Node, ...]] = []
    middles: list[str] = []
    while True:
        parts.append(tuple(parser.items()))
        end = parser.reader.peek()
        if end is None or not end.is_command("right", "middle"):
            raise MathError(r"\left without \right", token.pos)
        parser.reader.take()
        mark = delimiter(parser, end)
        if end.text == "right":
            if left == "{" or mark == "}":
                parts = [_airy(part) for part in parts]
            return Fence(left, mark, tuple(parts), tuple(middles), token.pos)
        middles.append(mark)


def _airy(part: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return a part whose only content is two rows with room for a brace's point between them."""
    only = part[0] if len(part) == 1 else None
    if isinstance(only, Table) and len(only.rows) == 2:
        return (replace(only, airy=True),)
    return part


def delimiter(parser: Parser, before: Token) -> str:
    """Read a delimiter in its one-row form; "" for the invisible one.

    Raises:
        MathError: what follows `before` is not a delimiter.
    """
    token = parser.reader.peek()
    if token is None:
        raise MathError(f"{before.source} without a delimiter", before.pos)
    mark = DELIMITERS.get(token.source)
    if mark is None:
        raise MathError(f"{token.source} is not a delimiter for {before.source}", token.pos)
    parser.reader.take()
    return mark
