"""Tokens: numbers, names and signs, with words cut into the names they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .errors import UnreadableError
from .names import Kind, Names, typed_name
from .plain import Plain, plain

TokenKind = Literal["number", "sign", "end"] | Kind


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an expression.

    Attributes:
        kind: what it is; a name is a symbol, a constant or a function.
        text: the digits, the sign, or the name meant.
        at: where it stands in what was typed.
        touching: whether it follows the token before it without a blank.
    """

    kind: TokenKind
    text: str
    at: int
    touching: bool = False


_NUMBER = re.compile(r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_NUMBER_BESIDE_E = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_WORD = re.compile(r"[^\W\d_]+'*|[√∛]")
_SIGN = re.compile(r"\*\*|[-+*/^_!|,()\[\]{}]")
_DIGITS = re.compile(r"\.?[0-9]")
_RELATIONS = frozenset("=<>≤≥≠≈≒~∼∝→:")


def tokens(typed: str, names: Names) -> list[Token]:
    """Return the tokens of `typed`, and one of the kind `end`.

    Raises:
        UnreadableError: a sign or a name means nothing here.
    """
    return [*_Cutter(plain(typed), names).run(), Token("end", "", len(typed))]


class _Cutter:
    """Cuts one text from left to right."""

    def __init__(self, read: Plain, names: Names) -> None:
        self._text = read.text
        self._places = read.places
        self._names = names
        declares_e = names.meaning("e") is not None and "e" in names.declared
        self._number = _NUMBER_BESIDE_E if declares_e else _NUMBER

    def run(self) -> Iterator[Token]:
        here = 0
        while here < len(self._text):
            if self._text[here].isspace():
                here += 1
            elif found := self._number.match(self._text, here):
                yield self._token("number", found.group(), here)
                here = found.end()
            elif found := _WORD.match(self._text, here):
                words = self._cut(here, found.end())
                for start, word in words:
                    yield self._name(word, start)
                here = words[-1][0] + len(words[-1][1])
            elif found := _SIGN.match(self._text, here):
                sign = found.group()
                yield self._token("sign", "^" if sign == "**" else sign, here)
                here = found.end()
            else:
                raise self._unreadable(here)

    def _token(self, kind: TokenKind, text: str, here: int) -> Token:
        touching = here > 0 and not self._text[here - 1].isspace()
        return Token(kind, text, self._places[here], touching)

    def _name(self, word: str, here: int) -> Token:
        meaning = self._names.meaning(word)
        assert meaning is not None  # words are cut into names that mean something
        return self._token(meaning.kind, meaning.name, here)

    def _unreadable(self, here: int) -> UnreadableError:
        sign, at = self._text[here], self._places[here]
        if sign in _RELATIONS:
            return UnreadableError("relation", at)
        shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
        return UnreadableError("unknown-sign", at, {"sign": shown})

    def _cut(self, start: int, end: int) -> list[tuple[int, str]]:
        """Return the names that the letters from `start` to `end` are made of.

        The longest name comes first, unless what is left over then means nothing. The last
        name may take in digits and a subscript behind the letters.

        Raises:
            UnreadableError: they are not made of names.
        """
        # For each place, the name that begins there if the letters behind it can be cut.
        chosen: dict[int, str] = {}
        for at in range(end - 1, start - 1, -1):
            for word in self._names.starting(self._text, at):
                after = at + len(word)
                if (after >= end and self._ends_at(word, after)) or after in chosen:
                    chosen[at] = word
                    break
        if start not in chosen:
            raise self._unknown(start, end)
        found: list[tuple[int, str]] = []
        while start < end:
            found.append((start, chosen[start]))
            start += len(chosen[start])
        return found

    def _ends_at(self, word: str, after: int) -> bool:
        """Return whether a name may end there: not inside a number or before its subscript."""
        following = self._text[after : after + 1]
        if following == "_":
            return self._names.meaning(word) == self._names.meaning("log")
        if following == "'" or word[-1] == "'":
            return following != "'"
        if word[-1].isdigit():
            return _DIGITS.match(self._text, after) is None
        return not ("_" in word and following.isalpha())

    def _unknown(self, start: int, end: int) -> UnreadableError:
        """Return the error that names the part of a word that means nothing."""
        at = start
        while at < end:
            word = next((w for w in self._names.starting(self._text, at)), None)
            if word is None or not (at + len(word) < end):
                break
            at += len(word)
        if not self._text[at:end].strip("'"):
            at = start  # x' is one name, known or not
        tail = re.compile(r"_?\w*'*").match(self._text, end)
        name = self._text[at : tail.end() if tail else end]
        allowed = ", ".join(map(typed_name, self._names.declared))
        if not allowed:
            return UnreadableError("no-names", self._places[at], {"name": name})
        return UnreadableError("unknown-name", self._places[at], {"name": name, "allowed": allowed})
