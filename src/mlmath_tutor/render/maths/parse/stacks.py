"""One thing over or under another: labels and horizontal braces."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from ..nodes import Node, Stack
from ..tokens import Token

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
        while parser.reader.take_raw_option() is not None:
            pass  # the thickness of a bracket
        return Stack(parser.argument(), brace=side, pos=token.pos)

    return read


COMMANDS: dict[str, Callable[[Parser, Token], Node]] = {
    "overset": _over,
    "stackrel": _over,
    "underset": _under,
    "overunderset": _over_and_under,
    "underbrace": _braced("under"),
    "underbracket": _braced("under"),
    "overbrace": _braced("over"),
    "overbracket": _braced("over"),
}
