r"""Less common structures: \sideset, \prescript, \bra, plain TeX's tables, \multicolumn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import MathError
from ..nodes import Atom, Fence, Group, Node, Root, Scripts, Table, TableKind, Text
from ..tokens import Kind, Token
from . import definitions
from .environments import read_rows

if TYPE_CHECKING:
    from .parser import Parser

_Reader = Callable[["Parser", Token], Node | None]


def _sideset(parser: Parser, token: Token) -> Node:
    r"""\sideset{_a^b}{_c^d}\sum: scripts at the four corners of an operator."""
    left, right = parser.argument(), parser.argument()
    operator: Node = Group((parser.argument(),), pos=token.pos)
    if isinstance(right, Scripts):
        operator = replace(right, base=operator)
    elif right != Group(()):  # primes
        operator = Scripts(operator, sup=right, pos=token.pos)
    items = (operator,) if left == Group(()) else (left, operator)
    return Group(items, Atom.OP, limits=True, pos=token.pos)


def _prescript(parser: Parser, token: Token) -> Node:
    r"""\prescript{sup}{sub}{base}."""
    sup, sub = parser.argument(), parser.argument()
    before = Scripts(Group((), pos=token.pos), sub, sup, token.pos)
    return Group((before, parser.argument()), pos=token.pos)


def _root_of(parser: Parser, token: Token) -> Node:
    r"""\root n \of x, plain TeX's root."""
    index = parser.argument()
    of = parser.reader.peek()
    if of is None or not of.is_command("of"):
        raise MathError(r"\root without \of", token.pos)
    parser.reader.take()
    return Root(parser.argument(), index, token.pos)


def _fenced(left: str, right: str) -> _Reader:
    def read(parser: Parser, token: Token) -> Node:
        return Fence(left, right, ((parser.argument(),),), pos=token.pos)

    return read


def _ket_bra(parser: Parser, token: Token) -> Node:
    ket = _fenced("|", "⟩")(parser, token)
    bra = _fenced("⟨", "|")(parser, token)
    items = tuple(item for item in (ket, bra) if item is not None)
    return Group(items, pos=token.pos)


def _choice(parser: Parser, _: Token) -> Node:
    r"""\mathchoice: the form for displays."""
    display = parser.argument()
    for _other in range(3):
        parser.reader.take_raw_argument()
    return display


def _shifted(parser: Parser, _: Token) -> Node:
    r"""\raise, \lower, \moveleft and \moveright: the body stays where it is."""
    definitions.bare_length(parser.reader)
    return parser.argument()


def _verbatim(parser: Parser, token: Token) -> Node:
    r"""\verb|…|: characters as they are."""
    opening = parser.reader.take()
    shown = ""
    while (following := parser.reader.peek_any()) is not None:
        parser.reader.take()
        if following.text == opening.text and following.kind is opening.kind:
            return Text(shown, "code", token.pos)
        shown += following.source
    raise MathError(r"\verb is never closed", token.pos)


def _columns(parser: Parser, token: Token) -> Node:
    r"""\multicolumn{n}{l}{body}: the body in the first of its columns, the others empty."""
    count = "".join(t.text for t in parser.reader.take_raw_argument())
    parser.reader.take_raw_argument()
    body = parser.argument()
    others = int(count) - 1 if count.isascii() and count.isdecimal() else 0
    parser.reader.push([Token(Kind.CHARACTER, "&", token.pos)] * min(others, 30))
    return body


def _third_argument(parser: Parser, _: Token) -> Node:
    r"""\multirow{n}{width}{body}."""
    parser.reader.take_raw_argument()
    parser.reader.take_raw_argument()
    return parser.argument()


def _without_two_arguments(parser: Parser, _: Token) -> None:
    r"""\setlength and its kin."""
    parser.reader.take_raw_argument()
    parser.reader.take_raw_argument()


def _table(kind: TableKind, left: str = "", right: str = "") -> _Reader:
    r"""Plain TeX's \matrix{a & b \cr c & d}, \substack and their kin."""

    def read(parser: Parser, token: Token) -> Node:
        opening = parser.reader.peek()
        if opening is None or not opening.is_character("{"):
            raise MathError(f"{token.source} needs braces", token.pos)
        parser.reader.take()
        rows = read_rows(parser)
        parser.close_brace(opening.pos)
        return Table(kind, rows.rows, left=left, right=right, pos=token.pos)

    return read


COMMANDS: dict[str, _Reader] = {
    "sideset": _sideset,
    "prescript": _prescript,
    "root": _root_of,
    "bra": _fenced("⟨", "|"),
    "Bra": _fenced("⟨", "|"),
    "ket": _fenced("|", "⟩"),
    "Ket": _fenced("|", "⟩"),
    "braket": _fenced("⟨", "⟩"),
    "Braket": _fenced("⟨", "⟩"),
    "ketbra": _ket_bra,
    "set": _fenced("{", "}"),
    "Set": _fenced("{", "}"),
    "mathchoice": _choice,
    **dict.fromkeys(("raise", "lower", "moveleft", "moveright"), _shifted),
    "verb": _verbatim,
    "multicolumn": _columns,
    "multirow": _third_argument,
    **dict.fromkeys(("setlength", "addtolength", "setcounter", "rule"), _without_two_arguments),
    "substack": _table("stack"),
    "shortstack": _table("stack"),
    "matrix": _table("matrix"),
    "pmatrix": _table("matrix", "(", ")"),
    "cases": _table("cases", "{"),
    "displaylines": _table("gathered"),
    "eqalign": _table("aligned"),
    "eqalignno": _table("aligned"),
}
