r"""\frac and its kin, \binom, \genfrac, \sqrt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from ..nodes import Fraction, Node, Root
from ..symbols.delimiters import DELIMITERS
from ..tokens import Token

if TYPE_CHECKING:
    from .parser import Parser

Size = Literal["auto", "display", "text"]


def _fraction(size: Size, *, bar: bool = True, left: str = "", right: str = "") -> _Reader:
    def read(parser: Parser, token: Token) -> Node:
        over = parser.argument()
        return Fraction(over, parser.argument(), size, bar, left, right, token.pos)

    return read


def _continued(parser: Parser, token: Token) -> Node:
    r"""\cfrac, whose option only says where the numerator stands."""
    parser.reader.take_raw_option()
    return _fraction("display")(parser, token)


def _general(parser: Parser, token: Token) -> Node:
    r"""\genfrac{left}{right}{thickness}{style}{over}{under}."""
    left, right, thickness, style = (
        "".join(t.source for t in parser.reader.take_raw_argument() if t.text != " ")
        for _ in range(4)
    )
    bar = not thickness.startswith("0")
    size: Size = "display" if style == "0" else "text" if style else "auto"
    over = parser.argument()
    return Fraction(
        over,
        parser.argument(),
        size,
        bar,
        DELIMITERS.get(left, ""),
        DELIMITERS.get(right, ""),
        token.pos,
    )


def _root(parser: Parser, token: Token) -> Node:
    index = parser.option()
    return Root(parser.argument(), index, token.pos)


_Reader = Callable[["Parser", Token], Node]

COMMANDS: dict[str, _Reader] = {
    "frac": _fraction("auto"),
    "dfrac": _fraction("display"),
    "tfrac": _fraction("text"),
    "sfrac": _fraction("text"),
    "nicefrac": _fraction("text"),
    "cfrac": _continued,
    "binom": _fraction("auto", bar=False, left="(", right=")"),
    "dbinom": _fraction("display", bar=False, left="(", right=")"),
    "tbinom": _fraction("text", bar=False, left="(", right=")"),
    "genfrac": _general,
    "sqrt": _root,
}
