"""Macros: an author's own commands, expanded token by token as TeX does."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from .errors import MathError
from .tokens import Kind, Token, tokenize

_WRAPPERS = {"$": "$", r"\(": r"\)", r"\[": r"\]"}
MOST_EXPANSIONS = 1_000
MOST_TOKENS = 100_000


class Macro(NamedTuple):
    """An expansion with #1 … #9 in it; `default` is the first argument where it is optional."""

    arity: int
    body: tuple[Token, ...]
    default: tuple[Token, ...] | None = None


Macros = dict[str, Macro]


def macros_from(sources: Mapping[str, str]) -> Macros:
    r"""Read macros written as `name: expansion`; the name may begin with a backslash.

    The number of arguments is the highest #n in the expansion.
    """
    return {name.strip().removeprefix("\\"): macro_from(body) for name, body in sources.items()}


def macro_from(body: str) -> Macro:
    """Read one expansion."""
    tokens, _ = tokenize(body)
    return Macro(max((n for n, _ in _parameters(tokens)), default=0), tuple(tokens))


def _parameters(tokens: list[Token]) -> list[tuple[int, int]]:
    """Return (number, index) of every #n; the index is that of the #."""
    return [
        (int(digit.text), index)
        for index, (mark, digit) in enumerate(pairwise(tokens))
        if mark.is_character("#") and digit.kind is Kind.CHARACTER and digit.text in "123456789"
    ]


class Reader:
    """The tokens of a formula with macros expanded as they come up.

    Tokens of an expansion carry the position of the command that was expanded, so that every
    report points into the author's own source.
    """

    def __init__(self, latex: str, macros: Macros) -> None:
        tokens, self.problems = tokenize(latex)
        self.macros = macros
        self.end = len(latex)
        self._rest = tokens[::-1]  # the next token is the last: taking and pushing are cheap
        self._expansions = 0

    def branch(self, tokens: list[Token]) -> Reader:
        """Return a reader of `tokens` that knows the same macros."""
        reader = Reader("", self.macros)
        reader.end = tokens[-1].pos + 1 if tokens else self.pos
        reader._rest = tokens[::-1]
        reader._expansions = self._expansions
        return reader

    def unwrap(self) -> None:
        r"""Drop $…$, $$…$$, \(…\) or \[…\] around the whole source."""
        rest = self._rest
        while len(rest) > 1:
            if rest[-1].kind is Kind.SPACE:
                rest.pop()
            elif rest[0].kind is Kind.SPACE:
                del rest[0]
            elif _WRAPPERS.get(rest[-1].source) == rest[0].source:
                rest.pop()
                del rest[0]
            else:
                break

    @property
    def pos(self) -> int:
        """The source position of the next token, or the end."""
        return self._rest[-1].pos if self._rest else self.end

    def peek(self) -> Token | None:
        """Return the next token that is not a space, expanded, without taking it."""
        while (token := self.peek_any()) is not None and token.kind is Kind.SPACE:
            self._rest.pop()
        return token

    def peek_any(self) -> Token | None:
        """Return the next token, which may be a space, expanded, without taking it."""
        while self._rest:
            token = self._rest[-1]
            if token.kind is not Kind.COMMAND or token.text not in self.macros:
                return token
            self._rest.pop()
            self._expand(token, self.macros[token.text])
        return None

    def take(self) -> Token:
        """Take the token last peeked.

        Raises:
            MathError: the source has ended.
        """
        if not self._rest:
            raise MathError("the formula ends too early", self.end)
        return self._rest.pop()

    def push(self, tokens: tuple[Token, ...] | list[Token]) -> None:
        """Put tokens back, to be read next."""
        self._rest.extend(reversed(tokens))

    def take_raw(self) -> Token:
        """Take the next token that is not a space, as it is.

        Raises:
            MathError: the source has ended.
        """
        while self._rest and self._rest[-1].kind is Kind.SPACE:
            self._rest.pop()
        return self.take()

    def take_raw_argument(self) -> list[Token]:
        """Take an undelimited argument as tokens: a braced group without its braces, or one token.

        Raises:
            MathError: there is none, or its brace is never closed.
        """
        token = self.take_raw()
        if token.is_character("}"):
            raise MathError("an argument is missing before }", token.pos)
        return self.take_until_brace(token.pos) if token.is_character("{") else [token]

    def take_until_brace(self, opened_at: int) -> list[Token]:
        """Take what is left of a group up to its closing brace, which is dropped."""
        depth = 1
        taken: list[Token] = []
        while self._rest:
            token = self._rest.pop()
            if token.kind is Kind.CHARACTER:
                depth += (token.text == "{") - (token.text == "}")
                if not depth:
                    return taken
            taken.append(token)
        raise MathError("{ is never closed", opened_at)

    def take_raw_option(self) -> list[Token] | None:
        """Take `[…]` as tokens if it comes next."""
        token = self.peek()
        if token is None or not token.is_character("["):
            return None
        opened_at = self._rest.pop().pos
        depth = 0
        taken: list[Token] = []
        while self._rest:
            token = self._rest.pop()
            if not depth and token.is_character("]"):
                return taken
            depth += token.is_character("{") - token.is_character("}")
            taken.append(token)
        raise MathError("[ is never closed", opened_at)

    def _expand(self, call: Token, macro: Macro) -> None:
        self._expansions += 1
        if self._expansions > MOST_EXPANSIONS or len(self._rest) > MOST_TOKENS:
            raise MathError(f"the macro \\{call.text} expands without end", call.pos)
        arguments: list[list[Token]] = []
        if macro.default is not None:
            option = self.take_raw_option()
            arguments.append(list(macro.default) if option is None else option)
        while len(arguments) < macro.arity:
            if not self._rest:
                raise MathError(f"\\{call.text} needs {macro.arity} argument(s)", call.pos)
            arguments.append(self.take_raw_argument())
        self.push(_filled(macro, arguments, call.pos))


def _filled(macro: Macro, arguments: list[list[Token]], pos: int) -> list[Token]:
    """Return the expansion with its parameters replaced."""
    parameter_at = {index: number for number, index in _parameters(list(macro.body))}
    filled: list[Token] = []
    skip = False
    for index, token in enumerate(macro.body):
        if skip:
            skip = False
        elif number := parameter_at.get(index):
            filled.extend(arguments[number - 1])
            skip = True
        else:
            filled.append(token._replace(pos=pos))
    return filled
