"""What two expressions that differ have in common: usual slips, told from their values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Literal

from .constants import latex_of_constant
from .domains import Domain
from .errors import NoValueError
from .evaluating import DIGITS, Evaluator
from .names import latex_of_name
from .nodes import Call, Expression, Negative, Number, Power, Product, Quotient, Sum, Symbol, walk
from .points import spread_points
from .probing import Equal, equal
from .real import Real

SlipName = Literal["sign", "swapped", "reciprocal", "factor", "offset", "part", "absent"]

_POINTS = 8
_FEWEST = 4
_SAME = 1e-18  # share of its size within which a quotient or difference is constant
_MOST_SYMBOLS = 4  # whose exchange is tried


@dataclass(frozen=True, slots=True)
class Slip:
    """How an expression differs from the one it should equal.

    Attributes:
        name: sign: minus it; swapped: two symbols exchanged; reciprocal: one over it;
            factor, offset: a constant times it, or more than it; part: equal on one side of
            0 only; absent: a symbol is missing.
        values: in LaTeX: `one` and `other` (swapped), `by` (factor, offset), `where` and
            `symbol` (part), `symbol` (absent).
    """

    name: SlipName
    values: Mapping[str, str]


def slip(left: Expression, right: Expression, domains: Mapping[str, Domain]) -> Slip | None:
    """Return how `left` differs from `right`, which it does not equal, or None.

    Args:
        left: what was typed.
        right: what it should equal.
        domains: where each symbol lives.
    """
    return next(_found(left, right, domains), None)


def _found(left: Expression, right: Expression, domains: Mapping[str, Domain]) -> Iterator[Slip]:
    if _are_equal(left, Negative(right), domains):
        yield Slip("sign", {})
    names = [name for name in domains if name in _symbols(left) | _symbols(right)]
    for one, other in combinations(names[:_MOST_SYMBOLS], 2):
        if _are_equal(_exchanged(left, one, other), right, domains):
            yield Slip("swapped", {"one": latex_of_name(one), "other": latex_of_name(other)})
    if _are_equal(left, Quotient(Number(Fraction(1), "1"), right), domains):
        yield Slip("reciprocal", {})
    for absent in sorted(_symbols(right) - _symbols(left)):
        yield Slip("absent", {"symbol": latex_of_name(absent)})
    yield from _constants(left, right, domains)
    yield from _parts(left, right, domains)


def _are_equal(left: Expression, right: Expression, domains: Mapping[str, Domain]) -> bool:
    return isinstance(equal(left, right, domains), Equal)


def _symbols(expression: Expression) -> set[str]:
    return {node.name for node, _ in walk(expression) if isinstance(node, Symbol)}


def _exchanged(expression: Expression, one: str, other: str) -> Expression:
    """Return `expression` with two symbols in each other's place."""

    def swap(node: Expression) -> Expression:
        match node:
            case Symbol(name=name):
                return Symbol({one: other, other: one}.get(name, name))
            case Negative(of=of):
                return Negative(swap(of))
            case Sum(terms=inside):
                return Sum(tuple(map(swap, inside)))
            case Product(factors=inside):
                return Product(tuple(map(swap, inside)))
            case Quotient(numerator=above, denominator=below):
                return Quotient(swap(above), swap(below))
            case Power(base=base, exponent=exponent):
                return Power(swap(base), swap(exponent))
            case Call(function=function, arguments=inside):
                return Call(function, tuple(map(swap, inside)))
            case _:
                return node

    return swap(expression)


def _constants(
    left: Expression, right: Expression, domains: Mapping[str, Domain]
) -> Iterator[Slip]:
    """Yield the number that `left` is too large by, as a factor or as a term."""
    pairs = _values(left, right, domains)
    if len(pairs) < _FEWEST:
        return
    somewhere = [(value, of) for value, of in pairs if not value == of == 0]
    if len(somewhere) >= _FEWEST and all(of != 0 for _, of in somewhere):
        factor = _constant(somewhere, lambda value, of: value / of)
        if factor is not None and float(factor) not in (0.0, 1.0):
            yield Slip("factor", {"by": latex_of_constant(float(factor))})
    offset = _constant(pairs, lambda value, of: value - of)
    if offset is not None and float(offset) != 0:
        yield Slip("offset", {"by": latex_of_constant(float(offset))})


def _values(
    left: Expression, right: Expression, domains: Mapping[str, Domain]
) -> list[tuple[Real, Real]]:
    """Return the values of both at some points where both have one."""
    evaluator = Evaluator(DIGITS)
    used = {name: domains[name] for name in sorted(_symbols(left) | _symbols(right))}
    if not used:
        return []
    found: list[tuple[Real, Real]] = []
    for point in spread_points(used, _POINTS, "slip"):
        try:
            found.append((evaluator.value(left, point), evaluator.value(right, point)))
        except NoValueError:
            continue
    return found


def _constant(
    pairs: list[tuple[Real, Real]], combined: Callable[[Real, Real], Real]
) -> Real | None:
    """Return what the values of each pair combine to, if it is always the same."""
    results = [combined(value, of) for value, of in pairs]
    size = max(max(abs(value), abs(of)) for value, of in pairs)
    first = results[0]
    near = all(abs(result - first) <= max(abs(first), size * 1e-9) * _SAME for result in results)
    return first if near else None


def _parts(left: Expression, right: Expression, domains: Mapping[str, Domain]) -> Iterator[Slip]:
    """Yield the symbol on one side of 0 of which both are equal."""
    for name in sorted(_symbols(left) | _symbols(right)):
        domain = domains[name]
        if not domain.low < 0 < domain.high:
            continue
        for sign, side in (
            (">", _side(domain, 0, domain.high)),
            ("<", _side(domain, domain.low, 0)),
        ):
            if side is not None and _are_equal(left, right, {**domains, name: side}):
                symbol = latex_of_name(name)
                yield Slip("part", {"where": f"{symbol} {sign} 0", "symbol": symbol})


def _side(domain: Domain, low: float, high: float) -> Domain | None:
    try:
        return Domain(low, high, integer=domain.integer)
    except ValueError:
        return None
