"""One thing over or under another: labels, horizontal braces, stacked lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from ..errors import MathError
from ..nodes import Node, Stack, Table
from ..tokens import Token
from .environments import read_rows

if TYPE_CHECKING:
    from .parser import Parser


def _over(parser: Parser, token: Token) -> Node:
    over = parser.argument()
    return Stack(parser.argument(), over=over, pos=token.pos)


def _under(parser: Parser, token: Token) -> Node:
    under = parser.argument()
    return Stack(parser.argument(), under=under, pos=token.pos)


def _over_and_under(parser: Parser, token: Token) -> Node:
    over, under = parser.argument(), parser.argument()
    return Stack(parser.argument(), over, under, pos=token.pos)


def _braced(side: Literal["over", "under"]) -> Callable[[Parser, Token], Node]:
    def read(parser: Parser, token: Token) -> Node:
        return Stack(parser.argument(), brace=side, pos=token.pos)

    return read


def _lines(parser: Parser, token: Token) -> Node:
    r"""\substack{a \\ b}: lines on top of one another, as under a sum.

    Raises:
        MathError: the braces are missing.
    """
    opening = parser.reader.peek()
    if opening is None or not opening.is_character("{"):
        raise MathError(rf"{token.source} needs braces", token.pos)
    parser.reader.take()
    rows = read_rows(parser)
    parser.close_brace(opening.pos)
    return Table("stack", rows.rows, pos=token.pos)


COMMANDS: dict[str, Callable[[Parser, Token], Node]] = {
    "overset": _over,
    "stackrel": _over,
    "underset": _under,
    "overunderset": _over_and_under,
    "underbrace": _braced("under"),
    "underbracket": _braced("under"),
    "overbrace": _braced("over"),
    "overbracket": _braced("over"),
    "substack": _lines,
    "shortstack": _lines,
}
