"""Expressions as data: immutable trees, as flat as they were written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal number, exact, and how it was written (`0.50`, `1e-3`)."""

    value: Fraction
    written: str


@dataclass(frozen=True, slots=True)
class Constant:
    """`pi` or `e`."""

    name: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A declared variable, by the name it was declared with."""

    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus something."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Sum:
    """Two terms or more; a subtracted term is `Negative`."""

    terms: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Two factors or more."""

    factors: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    """One thing divided by another."""

    numerator: Expression
    denominator: Expression


@dataclass(frozen=True, slots=True)
class Power:
    """A base and its exponent."""

    base: Expression
    exponent: Expression


@dataclass(frozen=True, slots=True)
class Call:
    """A function of `functions.FUNCTIONS` and what it is applied to.

    `log` has two arguments where its base is written; the base is the first.
    """

    function: str
    arguments: tuple[Expression, ...]


Expression = Number | Constant | Symbol | Negative | Sum | Product | Quotient | Power | Call


def parts(expression: Expression) -> tuple[Expression, ...]:
    """Return what `expression` is directly made of, from left to right."""
    match expression:
        case Number() | Constant() | Symbol():
            return ()
        case Negative(of=of):
            return (of,)
        case Sum(terms=inside) | Product(factors=inside) | Call(arguments=inside):
            return inside
        case Quotient(numerator=above, denominator=below):
            return above, below
        case Power(base=base, exponent=exponent):
            return base, exponent
        case _:
            assert_never(expression)


def walk(expression: Expression) -> Iterator[tuple[Expression, int]]:
    """Yield `expression` and all it is made of, each with its depth (0 for the whole)."""
    waiting = [(expression, 0)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting.extend((part, depth + 1) for part in parts(node))


def symbols(expression: Expression) -> frozenset[str]:
    """Return the names of the variables in `expression`."""
    return frozenset(node.name for node, _ in walk(expression) if isinstance(node, Symbol))
