"""Typed mathematics in answers: read with the symbols of the question, or why it cannot be."""

from __future__ import annotations

from collections.abc import Mapping

from mlmath_tutor.content.formulas import SymbolDomain, Symbols
from mlmath_tutor.engine.expression import (
    INTEGER,
    NATURAL,
    POSITIVE,
    REAL,
    Domain,
    Expression,
    UnreadableError,
    read,
)

from .verdict import Reason

_NAMED = {"real": REAL, "positive": POSITIVE, "integer": INTEGER, "natural": NATURAL}
_BEFORE = " \t\u3000=＝≈≒"


def domains(symbols: Symbols) -> Mapping[str, Domain]:
    """Return where each symbol lives."""
    return {name: _domain(symbol) for name, symbol in symbols.items()}


def _domain(symbol: SymbolDomain) -> Domain:
    if isinstance(symbol.domain, str):
        named = _NAMED[symbol.domain]
        return Domain(named.low, named.high, integer=named.integer or symbol.integer)
    low, high = symbol.domain
    return Domain(low, high, integer=symbol.integer)


def read_typed(typed: str, symbols: Symbols) -> Expression | Reason:
    """Return what was typed as an expression, or why it is none.

    An equals sign before it is skipped. The reason's values have `at`, the place in `typed`
    from 0, beside `place`, from 1.
    """
    skipped = len(typed) - len(typed.lstrip(_BEFORE))
    try:
        return read(typed[skipped:], symbols)
    except UnreadableError as error:
        at = error.at + skipped
        return Reason(error.key, {**error.values, "at": at, "place": at + 1})
