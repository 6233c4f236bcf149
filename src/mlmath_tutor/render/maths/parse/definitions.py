r"""\newcommand, \def, \DeclareMathOperator inside a formula, and lengths."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..errors import MathError
from ..macros import Macro, Reader
from ..tokens import Kind, Token

if TYPE_CHECKING:
    from .parser import Parser

_LENGTH = re.compile(r"\s*(-?\d*\.?\d*)\s*(em|ex|mu|pt|cm|mm|in|px|pc)?")
_LENGTH_SO_FAR = re.compile(r"\s*-?[\d.]*\s*[a-z]{0,2}")
# cells a unit is worth: an em is two cells, as \quad is
_CELLS = {"em": 2.0, "ex": 1.0, "mu": 1 / 9, "pt": 0.2, "px": 0.15, "cm": 5.0, "mm": 0.5,
          "in": 12.0, "pc": 2.4}  # fmt: skip
_WIDEST = 12


def cells_of(length: str) -> int:
    """Return how many cells a TeX length is worth; 0 for one that cannot be read."""
    match = _LENGTH.match(length)
    if match is None or not match[1].strip("-."):
        return 0
    cells = float(match[1]) * _CELLS.get(match[2] or "mu", 0.0)
    rounded = round(cells) or (1 if cells > 0 else -1 if cells < 0 else 0)
    return max(-1, min(_WIDEST, rounded))


def bare_length(reader: Reader) -> str:
    r"""Take a length without braces, as after \kern: a number and the two letters of its unit."""
    taken = ""
    while (token := reader.peek_any()) is not None and token.kind is not Kind.COMMAND:
        if not _LENGTH_SO_FAR.fullmatch(taken + token.text):
            break
        taken += reader.take().text
    return taken


def _new_command(parser: Parser, token: Token) -> None:
    r"""\newcommand{\name}[arity][default]{body}."""
    reader = parser.reader
    name = _new_name(reader.take_raw_argument(), token)
    arity = "".join(t.text for t in reader.take_raw_option() or [])
    default = reader.take_raw_option()
    body = tuple(reader.take_raw_argument())
    count = int(arity) if arity.isdecimal() and arity.isascii() else 0
    reader.macros[name] = Macro(min(count, 9), body, None if default is None else tuple(default))


def _definition(parser: Parser, token: Token) -> None:
    r"""\def\name#1#2{body}."""
    reader = parser.reader
    name = _new_name(reader.take_raw_argument(), token)
    arity = 0
    while (following := reader.peek_any()) is not None and not following.is_character("{"):
        arity += following.is_character("#")
        reader.take()
    reader.macros[name] = Macro(min(arity, 9), tuple(reader.take_raw_argument()))


def _new_operator(parser: Parser, token: Token) -> None:
    r"""\DeclareMathOperator{\name}{text}, with limits when starred."""
    reader = parser.reader
    star = reader.peek()
    limits = star is not None and star.is_character("*")
    if limits:
        reader.take()
    name = _new_name(reader.take_raw_argument(), token)
    body = reader.take_raw_argument()
    opening = [Token(Kind.COMMAND, "operatorname", token.pos)]
    if limits:
        opening.append(Token(Kind.CHARACTER, "*", token.pos))
    braces = Token(Kind.CHARACTER, "{", token.pos), Token(Kind.CHARACTER, "}", token.pos)
    reader.macros[name] = Macro(0, (*opening, braces[0], *body, braces[1]))


def _alias(parser: Parser, token: Token) -> None:
    r"""\let\name=\other."""
    reader = parser.reader
    name = _new_name([reader.take_raw()], token)
    target = reader.take_raw()
    if target.is_character("="):
        target = reader.take_raw()
    if target.is_command(name):
        raise MathError(f"{token.source} gives a command its own name", token.pos)
    reader.macros[name] = Macro(0, (target,))


def _new_name(tokens: list[Token], definition: Token) -> str:
    tokens = [token for token in tokens if token.kind is not Kind.SPACE]
    if len(tokens) != 1 or tokens[0].kind is not Kind.COMMAND:
        raise MathError(f"{definition.source} needs the name of a command", definition.pos)
    return tokens[0].text


COMMANDS: dict[str, Callable[[Parser, Token], None]] = {
    "newcommand": _new_command,
    "renewcommand": _new_command,
    "providecommand": _new_command,
    "def": _definition,
    "let": _alias,
    "DeclareMathOperator": _new_operator,
}
