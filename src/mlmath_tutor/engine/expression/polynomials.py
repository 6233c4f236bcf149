"""Polynomials with rational coefficients, to see whether two expressions share a factor."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

from .evaluating import as_fraction
from .nodes import (
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    parts,
)
from .writing import text

# Coefficients, that of the lowest power first; the last one is not 0.
Polynomial = list[Fraction]
_MOST_DEGREE = 40
_MOST_BITS = 4000  # of a coefficient
# What the other variables are set to. A factor of two polynomials in several variables is one
# at almost every point (Hilbert's irreducibility), so numbers that fit nothing tell.
_SET_TO = tuple(Fraction(p, q) for p, q in ((1009, 997), (1013, 991), (1019, 983), (1021, 977)))


def have_common_factor(one: Expression, other: Expression) -> bool:
    """Return whether a polynomial, or a whole number other than 1, divides both.

    Whatever is no polynomial (`sin(x)`, `e^x`) is taken for a variable of its own. Where a
    part is too large to be seen through, the answer is no.
    """
    if math.gcd(_content(one), _content(other)) > 1:
        return True
    variables = sorted(_variables(one) & _variables(other))
    return any(_share_root(one, other, variable, variables) for variable in variables)


def _content(node: Expression) -> int:
    """Return a whole number that divides all coefficients, the largest as far as it shows."""
    match node:
        case Number(value=value) if value.denominator == 1:
            return abs(int(value))
        case Negative(of=of):
            return _content(of)
        case Sum(terms=terms):
            return math.gcd(*map(_content, terms))
        case Product(factors=factors):
            return math.prod(map(_content, factors))
        case Power(base=base, exponent=exponent) if times := _whole(exponent):
            content = _content(base)
            return int(content**times) if content.bit_length() * times < _MOST_BITS else 1
        case _:
            return 1


def _variables(expression: Expression) -> set[str]:
    """Return the text of everything that is to be taken for a variable."""
    found: set[str] = set()
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        if _is_built_of_parts(node):
            waiting.extend(parts(node)[:1] if isinstance(node, Power) else parts(node))
        elif not isinstance(node, Number):
            found.add(text(node))
    return found


def _is_built_of_parts(node: Expression) -> bool:
    match node:
        case Sum() | Product() | Negative():
            return True
        case Power(exponent=exponent):
            return _whole(exponent) is not None
        case Quotient(denominator=below):
            return as_fraction(below) is not None
        case _:
            return False


def _whole(exponent: Expression) -> int | None:
    times = as_fraction(exponent)
    if times is None or times.denominator != 1 or not 0 <= times <= _MOST_DEGREE:
        return None
    return int(times)


def _share_root(one: Expression, other: Expression, variable: str, others: list[str]) -> bool:
    names = sorted({*others, *_variables(one), *_variables(other)} - {variable})
    fixed = {name: _SET_TO[i % len(_SET_TO)] * (i + 1) for i, name in enumerate(names)}
    first = _polynomial(one, variable, fixed)
    second = _polynomial(other, variable, fixed)
    if not first or not second:
        return False
    while second:
        first, second = second, _remainder(first, second)
    return len(first) > 1


def _polynomial(
    node: Expression, variable: str, fixed: Mapping[str, Fraction]
) -> Polynomial | None:
    """Return `node` as a polynomial in `variable`, or None if it is too large."""
    if not _is_built_of_parts(node):
        if isinstance(node, Number):
            return _trimmed([node.value])
        name = text(node)
        return [Fraction(0), Fraction(1)] if name == variable else [fixed[name]]
    base = node.base if isinstance(node, Power) else None
    inside = [base] if base is not None else list(parts(node))
    found: list[Polynomial] = []
    for part in inside:
        polynomial = _polynomial(part, variable, fixed)
        if polynomial is None:
            return None
        found.append(polynomial)
    return _combined(node, found)


def _combined(node: Expression, found: list[Polynomial]) -> Polynomial | None:
    match node:
        case Negative():
            return [-c for c in found[0]]
        case Sum():
            return _total(found)
        case Quotient(denominator=below):
            under = as_fraction(below)
            return [c / under for c in found[0]] if under else None
        case Power(exponent=exponent):
            times = _whole(exponent)
            return None if times is None else _product([found[0]] * times)
        case _:
            return _product(found)


def _total(found: list[Polynomial]) -> Polynomial:
    total = [Fraction(0)] * max(map(len, found), default=0)
    for polynomial in found:
        for power, coefficient in enumerate(polynomial):
            total[power] += coefficient
    return _trimmed(total)


def _product(found: list[Polynomial]) -> Polynomial | None:
    product: Polynomial = [Fraction(1)]
    for polynomial in found:
        if len(product) + len(polynomial) > _MOST_DEGREE + 2:
            return None
        longer = [Fraction(0)] * max(0, len(product) + len(polynomial) - 1)
        for i, left in enumerate(product):
            for j, right in enumerate(polynomial):
                longer[i + j] += left * right
        product = _trimmed(longer)
        if any(c.numerator.bit_length() > _MOST_BITS for c in product):
            return None
    return product


def _remainder(above: Polynomial, below: Polynomial) -> Polynomial:
    rest = list(above)
    while len(rest) >= len(below):
        share = rest[-1] / below[-1]
        shift = len(rest) - len(below)
        for power, coefficient in enumerate(below):
            rest[shift + power] -= share * coefficient
        rest.pop()
        rest = _trimmed(rest)
    return rest


def _trimmed(coefficients: Polynomial) -> Polynomial:
    while coefficients and coefficients[-1] == 0:
        coefficients.pop()
    return coefficients
