"""The parser's core: lists of atoms, scripts, groups, arguments."""

from __future__ import annotations

from dataclasses import replace

from ..errors import MathError
from ..macros import Macros, Reader
from ..nodes import (
    Atom,
    Formula,
    Fraction,
    Group,
    Node,
    Operator,
    Scripts,
    Space,
    Stack,
    Switch,
    Symbol,
    Trouble,
)
from ..symbols.catalogue import CHARACTERS, Entry
from ..symbols.operators import BIG, INTEGRALS
from ..tokens import Kind, Token
from .commands import COMMANDS, command
from .delimited import BigDelimiters
from .environments import formula_of, read_rows
from .fonts import PLAIN, Font, joined_words

DEEPEST = 50  # levels of nesting; more is an accident, and Python's own stack is finite
_BIG_CHARACTERS = frozenset(BIG.values())
_INTEGRAL_CHARACTERS = frozenset(INTEGRALS.values())
_LIST_ENDS = ("right", "middle", "end", "\\", "cr", "tabularnewline", "newline")
# TeX's infix fractions: command → (has a bar, left, right)
_INFIX = {
    "over": (True, "", ""),
    "atop": (False, "", ""),
    "choose": (False, "(", ")"),
    "brack": (False, "[", "]"),
    "brace": (False, "{", "}"),
}
_LIMITS = ("limits", "nolimits", "displaylimits")
_PRIMES = {1: "′", 2: "″", 3: "‴"}


class Parser:
    """One pass over one formula.

    Attributes:
        reader: the tokens, macros expanded.
        problems: what could not be understood so far.
        font: the font in force.
        tag: the equation number found since it was last taken.
    """

    def __init__(self, latex: str, macros: Macros) -> None:
        self.reader = Reader(latex, macros)
        self.problems = self.reader.problems
        self.font: Font = PLAIN
        self.tag: Node | None = None
        self._depth = 0
        self._open: list[BigDelimiters] = []

    def formula(self) -> Formula:
        """Read the whole source.

        Raises:
            MathError: something is closed that was never opened, or the other way round.
        """
        self.reader.unwrap()
        rows = read_rows(self)
        if (token := self.reader.peek()) is not None:
            raise MathError(f"unexpected {token.source}", token.pos)
        return formula_of(rows)

    # lists

    def items(self, until: str = "") -> list[Node]:
        """Read atoms up to the end of the list; the character `until` ends it as well."""
        font, self._depth = self.font, self._depth + 1
        if self._depth > DEEPEST:
            raise MathError("nested too deeply", self.reader.pos)
        big = BigDelimiters()
        self._open.append(big)
        while (token := self.reader.peek()) is not None and not _ends_list(token, until):
            if token.is_command(*_INFIX):
                self._infix(self.reader.take(), big, until)
                break
            node = self._scripted(token)
            if node is not None:
                big.items.append(node)
        self._open.pop()
        words = self.font.words
        self.font, self._depth = font, self._depth - 1
        return joined_words(big.items) if words else big.items

    @property
    def big(self) -> BigDelimiters:
        r"""The list being read, where \big delimiters look for their partners."""
        return self._open[-1]

    def _infix(self, token: Token, big: BigDelimiters, until: str) -> None:
        bar, left, right = _INFIX[token.text]
        over = Group(tuple(big.items), pos=token.pos)
        under = Group(tuple(self.items(until)), pos=token.pos)
        big.items = [Fraction(over, under, "auto", bar, left, right, token.pos)]

    # atoms

    def _scripted(self, token: Token) -> Node | None:
        """Read an atom with its scripts; None for a command that leaves nothing."""
        if token.kind is Kind.CHARACTER and token.text in "_^'":
            base: Node | None = Group((), pos=token.pos)
        else:
            base = self.atom()
        if base is None or isinstance(base, Space | Switch):
            return base
        return self._with_scripts(base)

    def _with_scripts(self, base: Node) -> Node:
        sub: Node | None = None
        sup: Node | None = None
        primes = 0
        while (token := self.reader.peek()) is not None:
            if token.kind is Kind.COMMAND:
                if token.text not in _LIMITS:
                    break
                self.reader.take()
                base = _with_limits(base, token.text != "nolimits")
            elif token.text == "'":
                self.reader.take()
                primes += 1
            elif token.text == "_":
                sub = self._script(sub, "subscript")
            elif token.text == "^":
                sup = self._script(sup, "superscript")
            else:
                break
        if primes:
            sup = _primed(primes, sup, base.pos)
            if base == Group(()) and sub is None:
                return sup  # primes by themselves, as in x^{'}
        return _scripts_on(base, sub, sup)

    def _script(self, already: Node | None, what: str) -> Node:
        token = self.reader.take()
        if already is not None:
            raise MathError(f"double {what}", token.pos)
        return self.argument()

    def atom(self) -> Node | None:
        """Read one atom without scripts."""
        token = self.reader.take()
        if token.kind is Kind.COMMAND:
            return command(self, token)
        if token.text == "{":
            return self._group(token.pos)
        return self.character(token)

    def _group(self, opened_at: int) -> Group:
        items = self.items()
        self.close_brace(opened_at)
        return Group(tuple(items), pos=opened_at)

    def close_brace(self, opened_at: int) -> None:
        """Take the brace that must come next."""
        token = self.reader.peek()
        if token is None or not token.is_character("}"):
            found = "the end" if token is None else token.source
            where = opened_at if token is None else token.pos
            raise MathError(f"}} is missing before {found}", where)
        self.reader.take()

    def argument(self, font: Font | None = None) -> Node:
        """Read a command's argument: a braced group or one atom, in `font` if given.

        Raises:
            MathError: there is none.
        """
        outer, self.font = self.font, font or self.font
        try:
            token = self.reader.peek()
            if token is None or _ends_list(token, ""):
                found = "the end" if token is None else token.source
                raise MathError(f"an argument is missing before {found}", self.reader.pos)
            self._depth += 1
            if self._depth > DEEPEST:
                raise MathError("nested too deeply", token.pos)
            node = self.atom()
            self._depth -= 1
        finally:
            self.font = outer
        if isinstance(node, Group) and len(node.items) == 1 and node.atom is None:
            return node.items[0]
        return node if node is not None else Group((), pos=token.pos)

    def option(self) -> Node | None:
        """Read `[…]` as mathematics if it comes next."""
        token = self.reader.peek()
        if token is None or not token.is_character("["):
            return None
        self.reader.take()
        items = self.items(until="]")
        closing = self.reader.peek()
        if closing is None or not closing.is_character("]"):
            raise MathError("] is missing", token.pos)
        self.reader.take()
        return Group(tuple(items), pos=token.pos)

    def character(self, token: Token) -> Node:
        """Return what one character stands for."""
        char, pos = token.text, token.pos
        if char in "$#&}":
            raise MathError(f"unexpected {char}", pos)
        if char == "~":
            return Space(1, pos)
        if char == ".":
            return Symbol(char, Atom.ORD if self._before_word() else Atom.PUNCT, "maths", pos)
        if char in _BIG_CHARACTERS:
            return Operator(char, "big", True, pos)
        if char in _INTEGRAL_CHARACTERS:
            return Operator(char, "integral", False, pos)
        return self.symbol(CHARACTERS.get(char) or _letter(char), pos)

    def symbol(self, entry: Entry, pos: int) -> Symbol:
        """Return a symbol in the font in force."""
        return self.font.symbol(entry.text, entry.atom, entry.style, pos)

    def _before_word(self) -> bool:
        """Say whether a letter or a digit follows at once: the dot belongs to it."""
        token = self.reader.peek_any()
        return token is not None and token.kind is Kind.CHARACTER and token.text.isalnum()

    # reports

    def report(self, message: str, pos: int) -> None:
        """Note something that could not be understood and go on."""
        self.problems.append(MathError(message, pos))

    def unknown(self, token: Token) -> Trouble:
        """Report a command nobody knows and show its name in its place."""
        self.report(f"unknown command {token.source}", token.pos)
        return Trouble(token.source, token.pos)

    def knows(self, name: str) -> bool:
        """Say whether `name` is a command of LaTeX's or of the author's."""
        return name in COMMANDS or name in self.reader.macros

    def branch(self, tokens: list[Token]) -> list[Node]:
        """Read tokens taken from elsewhere in the source as a formula of their own."""
        outer = self.reader
        self.reader = outer.branch(tokens)
        try:
            items = self.items()
            if (token := self.reader.peek()) is not None:
                raise MathError(f"unexpected {token.source}", token.pos)
        finally:
            self.reader = outer
        return items


def _ends_list(token: Token, until: str) -> bool:
    if token.kind is Kind.COMMAND:
        return token.text in _LIST_ENDS
    return token.text in ("}", "&") or token.text == until


def _letter(char: str) -> Entry:
    """Return the entry of a character no table lists."""
    if char.isascii() and char.isalpha():
        return Entry(char, Atom.ORD, "var")
    words = ord(char[0]) >= 0x2E80  # Japanese and its neighbours: running text
    return Entry(char, Atom.ORD, "text" if words else "maths")


def _with_limits(base: Node, limits: bool) -> Node:
    return replace(base, limits=limits) if isinstance(base, Operator | Group) else base


def _primed(count: int, sup: Node | None, pos: int) -> Node:
    primes = Symbol(_PRIMES.get(count, "′" * count), pos=pos)
    return primes if sup is None else Group((primes, sup), pos=pos)


def _scripts_on(base: Node, sub: Node | None, sup: Node | None) -> Node:
    """Attach scripts; those of a horizontal brace are its label."""
    if isinstance(base, Stack) and base.brace == "under" and sub is not None:
        base, sub = replace(base, under=sub), None
    elif isinstance(base, Stack) and base.brace == "over" and sup is not None:
        base, sup = replace(base, over=sup), None
    if sub is None and sup is None:
        return base
    return Scripts(base, sub, sup, base.pos)
