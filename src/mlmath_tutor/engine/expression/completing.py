"""An expression that is still being typed: what stands there, and holes where more must come."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from .errors import UnreadableError
from .names import Names
from .nodes import Expression
from .reading import read
from .writing import latex

# A letter that nobody types stands for what is not there yet.
HOLE = "\u2d41"
_MOST = 40  # things that may be missing at once
_CLOSING = {"(": ")", "[": "]", "{": "}", "|": "|"}
_LAST_WORD = re.compile(r"\\?[^\W\d_]*$")


def read_unfinished(text: str, symbols: Iterable[str]) -> Expression:
    """Read `text` as `read` does, but for a symbol `HOLE` wherever more is still to come.

    Raises:
        UnreadableError: it cannot be read, whatever may follow.
    """
    names = (*symbols, HOLE)
    typed = text.rstrip()
    end = len(typed)
    for _ in range(_MOST):
        try:
            return read(typed, names)
        except UnreadableError as error:
            last = len(typed) == end and error.key in _OF_A_WORD
            begun = _before_begun_word(typed, names) if last else None
            if begun is not None:
                typed, end = begun + HOLE, len(begun)
            else:
                typed = _completed(typed, end, error)
    raise UnreadableError("too-deep", end)


def latex_of_unfinished(expression: Expression) -> str:
    """Return the expression in LaTeX, a box for each hole."""
    return latex(expression).replace(HOLE, r"\square ")


_OF_A_WORD = ("expression.unknown-name", "expression.no-names", "expression.unknown-sign")


def _before_begun_word(typed: str, names: tuple[str, ...]) -> str | None:
    """Return `typed` without the beginning of a name it ends with, or None if it has none."""
    known = Names(names)
    word = _LAST_WORD.search(typed)
    for start in range(word.start() if word else len(typed), len(typed)):
        tail = typed[start:].removeprefix("\\")
        if (tail or typed[start] == "\\") and known.begins(tail):
            return typed[:start]
    return None


def _completed(typed: str, end: int, error: UnreadableError) -> str:
    """Return `typed` with one thing more behind its first `end` characters.

    Raises:
        UnreadableError: `error`, where nothing that follows would mend it.
    """
    at = error.at
    match error.key.removeprefix("expression."):
        case "bracket-missing":
            opening = unicodedata.normalize("NFKC", typed[at])
            hole = HOLE if opening == "|" and at == len(typed) - 1 else ""
            return typed + hole + _CLOSING.get(opening, ")")
        case "fraction" if at >= end:
            return f"{typed[:at]}{{{HOLE}}}{typed[at:]}"
        case "incomplete" | "argument-missing" | "operand-missing" if at >= end:
            return typed[:at] + HOLE + typed[at:]
        case "arguments" if ")" in typed[end:] and error.values["given"] == 1:
            at = typed.index(")", end)
            return f"{typed[:at]},{HOLE}{typed[at:]}"
        case _:
            raise error
