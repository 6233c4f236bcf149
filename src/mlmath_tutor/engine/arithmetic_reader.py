"""A number as learners type it: `1/6`, `−0.5`, `１／６`, `1.5e-3`, `2π`, `ln 2 / 3`, `16.7 %`.

    sum      = product { ("+" | "-") product }
    product  = signed { ("*" | "/" | nothing) signed }
    signed   = [ "+" | "-" ] signed | power
    power    = part [ "^" signed ] ;  part = atom { "%" }
    atom     = number | constant | "(" sum ")" | function power

Full-width forms, Unicode signs, superscripts and thousands (`1,000`, `1 000`) are read;
`x` between numbers multiplies. Reading takes time linear in the length.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .arithmetic import (
    FUNCTIONS,
    Binary,
    Call,
    Expression,
    Negative,
    Number,
    Percent,
    UnreadableError,
)

LONGEST = 200
DEEPEST = 30

_SAME = str.maketrans(
    {
        **dict.fromkeys("−–—‒―ー", "-"),
        **dict.fromkeys("×·⋅∙✕", "*"),
        **dict.fromkeys("÷∕⁄", "/"),
        "。": ".",
    }
)
_SUPERSCRIPTS = {"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"[i]: "0123456789+-"[i] for i in range(12)}

_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<number>(?:[0-9]{1,3}(?:[, _][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]*)?(?:e[+-]?[0-9]+)?"
    r"|\.[0-9]+(?:e[+-]?[0-9]+)?)"
    r"|(?P<name>log_?(?:10|2)(?![0-9])|√|[^\W\d_]+)"
    r"|(?P<sign>\*\*|[-+*/^()%])",
    re.IGNORECASE,
)

_CONSTANTS = {"pi": (math.pi, r"\pi"), "π": (math.pi, r"\pi"), "e": (math.e, "e")}


def read(text: str) -> Expression:
    """Read `text` as arithmetic.

    Raises:
        UnreadableError: it is none.
    """
    if len(text) > LONGEST:
        raise UnreadableError("too-long", LONGEST)
    return _Reader(list(_tokens(text)), len(text)).whole()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # number, name, or the sign itself
    text: str
    at: int


def _plain(text: str) -> Iterator[tuple[str, int]]:
    """Yield the characters of `text` in their plain form, each with its place in `text`."""
    raised = False
    for at, sign in enumerate(text):
        if (sign in _SUPERSCRIPTS) != raised:
            yield from ((c, at) for c in (")" if raised else "^("))
            raised = not raised
        shown = _SUPERSCRIPTS.get(sign) or unicodedata.normalize("NFKC", sign).translate(_SAME)
        if "FRACTION" in unicodedata.name(sign, "") and len(shown) > 1:
            if at and text[at - 1].isdigit():
                raise UnreadableError("operator-missing", at)  # 2½ is not 21/2
            shown = f"({shown})"
        yield from ((c, at) for c in shown)
    if raised:
        yield (")", len(text))


def _tokens(text: str) -> Iterator[_Token]:
    characters = list(_plain(text))
    plain = "".join(c for c, _ in characters)
    places = [at for _, at in characters]
    here = 0
    while here < len(plain):
        found = _TOKEN.match(plain, here)
        if found is None:
            comma = plain[here] == "," and plain[here - 1 : here].isdigit()
            raise UnreadableError("decimal-comma" if comma else "unknown-sign", places[here])
        kind, word = found.lastgroup, found.group().casefold()
        if kind == "number":
            yield _Token("number", word, places[here])
        elif kind == "name":
            yield _name(word, places[here])
        elif kind == "sign":
            sign = "^" if word == "**" else word
            yield _Token(sign, sign, places[here])
        here = found.end()


def _name(word: str, at: int) -> _Token:
    word = "sqrt" if word == "√" else word.replace("_", "")
    if word == "x":
        return _Token("*", "*", at)  # 1.5 x 10^-3: there are no unknowns here
    if word not in _CONSTANTS and word not in FUNCTIONS:
        raise UnreadableError("unknown-name", at, word)
    return _Token("name", word, at)


class _Reader:
    """Reads tokens by the grammar above, one method a rule."""

    def __init__(self, tokens: list[_Token], length: int) -> None:
        self._tokens = [*tokens, _Token("end", "", length)]
        self._here = 0
        self._depth = 0

    @property
    def _next(self) -> _Token:
        return self._tokens[self._here]

    def _take(self) -> _Token:
        token = self._next
        self._here += 1
        return token

    def whole(self) -> Expression:
        if self._next.kind == "end":
            raise UnreadableError("empty", 0)
        expression = self._sum()
        if self._next.kind != "end":
            raise UnreadableError("bracket-extra", self._next.at)
        return expression

    def _sum(self) -> Expression:
        left = self._product()
        while self._next.kind in ("+", "-"):
            token = self._take()
            left = Binary("+" if token.kind == "+" else "-", left, self._product(), token.at)
        return left

    def _product(self) -> Expression:
        left = self._signed()
        while True:
            token = self._next
            if token.kind in ("*", "/"):
                self._take()
                left = Binary("*" if token.kind == "*" else "/", left, self._signed(), token.at)
            elif token.kind in ("name", "("):
                left = Binary("*", left, self._power(), token.at)
            elif token.kind == "number":
                raise UnreadableError("operator-missing", token.at)
            else:
                return left

    def _signed(self) -> Expression:
        if self._next.kind in ("+", "-"):
            token = self._take()
            of = self._deeper(self._signed)
            return Negative(of) if token.kind == "-" else of
        return self._power()

    def _power(self) -> Expression:
        base = self._atom()
        while self._next.kind == "%":
            self._take()
            base = Percent(base)
        if self._next.kind == "^":
            token = self._take()
            return Binary("^", base, self._deeper(self._signed), token.at)
        return base

    def _atom(self) -> Expression:
        token = self._take()
        match token.kind:
            case "number":
                return _number(token)
            case "name" if token.text in _CONSTANTS:
                return Number(*_CONSTANTS[token.text])
            case "name":
                return Call(token.text, self._deeper(self._power), token.at)
            case "(":
                return self._bracket(token)
            case "end":
                raise UnreadableError("incomplete", token.at)
            case ")":
                raise UnreadableError("bracket-extra", token.at)
            case _:
                raise UnreadableError("unknown-sign", token.at)

    def _bracket(self, opening: _Token) -> Expression:
        inside = self._deeper(self._sum)
        if self._take().kind != ")":
            raise UnreadableError("bracket-missing", opening.at)
        return inside

    def _deeper(self, rule: Callable[[], Expression]) -> Expression:
        if self._depth >= DEEPEST:
            raise UnreadableError("too-deep", self._next.at)
        self._depth += 1
        inside = rule()
        self._depth -= 1
        return inside


def _number(token: _Token) -> Number:
    digits = re.sub("[, _]", "", token.text)
    number = float(digits)
    if not math.isfinite(number):
        raise UnreadableError("too-large", token.at)
    mantissa, _, exponent = digits.partition("e")
    mantissa = f"0{mantissa}" if mantissa.startswith(".") else mantissa.rstrip(".")
    written = rf"{mantissa} \times 10^{{{int(exponent)}}}" if exponent else mantissa
    return Number(number, written)
