"""The form of an expression, as far as its tree shows it: expanded, factored, one fraction, …"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from typing import assert_never

from mlmath_tutor.content.formulas import Form

from .evaluating import as_fraction
from .nodes import (
    Call,
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    parts,
    walk,
)
from .polynomials import have_common_factor
from .writing import text


def has_form(expression: Expression, form: Form) -> bool:
    """Return whether `expression` is written in a form.

    expanded: no sum is multiplied, divided or raised to a whole power.
    factored: the whole is no sum; a number alone is not factored out of anything.
    computed: no operation is left between numbers, and fractions are in lowest terms.
    no_like_terms: computed, and no two terms of a sum differ by a number only.
    single_fraction: one quotient, and none inside it; a minus sign before it is allowed.
    lowest_terms: computed, and no polynomial divides both parts of a quotient.
    """
    return _CHECKS[form](expression)


def factor_count(expression: Expression) -> int:
    """Return how many factors are no numbers, each as often as it is multiplied: 3 in -2x²(x+1).

    Of equal expressions, the one that is factored further has more.
    """
    match expression:
        case Negative(of=of):
            return factor_count(of)
        case Product(factors=factors):
            return sum(map(factor_count, factors))
        case Quotient(numerator=above, denominator=below):
            return factor_count(above) - factor_count(below)
        case Power(base=base, exponent=exponent):
            times = as_fraction(exponent)
            whole = times is not None and times.denominator == 1
            return factor_count(base) * int(times) if whole and times is not None else 1
        case _:
            return 0 if as_fraction(expression) is not None else 1


def is_written_like(one: Expression, other: Expression) -> bool:
    """Return whether two expressions are the same but for the order of terms and factors."""
    return _sorted(one) == _sorted(other)


def _sorted(expression: Expression) -> str:
    """Return `expression` as text, terms and factors in a fixed order and numbers by value."""
    match expression:
        case Number(value=value):
            return str(value)
        case Constant(name=name) | Symbol(name=name):
            return name
        case Negative(of=of):
            return f"-({_sorted(of)})"
        case Sum(terms=inside):
            return f"({' + '.join(sorted(map(_sorted, inside)))})"
        case Product(factors=inside):
            return f"({' * '.join(sorted(map(_sorted, inside)))})"
        case Quotient(numerator=above, denominator=below):
            return f"({_sorted(above)} / {_sorted(below)})"
        case Power(base=base, exponent=exponent):
            return f"({_sorted(base)} ^ {_sorted(exponent)})"
        case Call(function=function, arguments=inside):
            return f"{function}({', '.join(map(_sorted, inside))})"
        case _:
            assert_never(expression)


def uses(expression: Expression) -> frozenset[str]:
    """Return the names of the functions, constants and symbols in `expression`."""
    return frozenset(
        node.function if isinstance(node, Call) else node.name
        for node, _ in walk(expression)
        if isinstance(node, Call | Constant | Symbol)
    )


def _is_expanded(expression: Expression) -> bool:
    return not any(_is_to_expand(node) for node, _ in walk(expression))


def _is_to_expand(node: Expression) -> bool:
    match node:
        case Negative(of=Sum()) | Quotient(numerator=Sum()):
            return True
        case Product(factors=factors):
            return any(isinstance(_unsigned(factor), Sum) for factor in factors)
        case Power(base=base, exponent=exponent):
            times = as_fraction(exponent)
            whole = times is not None and times.denominator == 1 and times > 1
            return whole and isinstance(_unsigned(base), Sum | Product)
        case _:
            return False


def _is_factored(expression: Expression) -> bool:
    return not isinstance(_unsigned(expression), Sum)


def _unsigned(expression: Expression) -> Expression:
    while isinstance(expression, Negative):
        expression = expression.of
    return expression


def _is_computed(expression: Expression) -> bool:
    return not any(_is_to_compute(node) for node, _ in walk(expression))


def _is_to_compute(node: Expression) -> bool:
    """Return whether a number can be written in place of a part of `node`."""
    match node:
        case Sum(terms=inside) | Product(factors=inside):
            return sum(_is_rational(part) for part in inside) > 1 or _has_neutral(node)
        case Negative(of=Negative()):
            return True
        case Quotient(numerator=above, denominator=below):
            return _is_reducible(above, below)
        case Power(base=base, exponent=exponent):
            whole = as_fraction(exponent)
            return _is_one(exponent) or (
                whole is not None and whole.denominator == 1 and as_fraction(base) is not None
            )
        case Call(arguments=arguments):
            return all(_is_rational(a) for a in arguments) and _is_plain_value(node)
        case _:
            return False


def _is_rational(expression: Expression) -> bool:
    return as_fraction(expression) is not None


def _has_neutral(node: Sum | Product) -> bool:
    """Return whether a 0 is added, or a 0 or 1 is multiplied."""
    neutral = (0,) if isinstance(node, Sum) else (0, 1, -1)
    return any(as_fraction(part) in neutral for part in parts(node))


def _is_one(expression: Expression) -> bool:
    return as_fraction(expression) == 1


def _is_reducible(above: Expression, below: Expression) -> bool:
    over, under = as_fraction(above), as_fraction(below)
    if under is None:
        return over == 0
    if under in (0, 1, -1):
        return True
    if over is None:
        return False
    whole = over.denominator == under.denominator == 1
    return not whole or under < 0 or Fraction(over, under).denominator != under


def _is_plain_value(call: Call) -> bool:
    """Return whether a function of numbers is itself a number, as sqrt(4), ln(1) or |-2| are."""
    found = [as_fraction(argument) for argument in call.arguments]
    match call.function, found[-1]:
        case (("abs" | "sign" | "relu" | "max" | "min" | "factorial" | "binom"), _):
            return True
        case "sqrt", Fraction() as number if number >= 0:
            return _is_square(number.numerator) and _is_square(number.denominator)
        case (("ln" | "log" | "log2" | "log10"), number):
            base = {"log2": Fraction(2), "log10": Fraction(10)}.get(call.function)
            return number == 1 or number == (found[0] if len(found) > 1 else base)
        case (("exp" | "sin" | "cos" | "tan" | "sigmoid" | "tanh"), number):
            return number == 0
        case _:
            return False


def _is_square(number: int) -> bool:
    return math.isqrt(number) ** 2 == number


def _has_no_like_terms(expression: Expression) -> bool:
    return _is_computed(expression) and not any(
        _has_like_terms(node) for node, _ in walk(expression) if isinstance(node, Sum)
    )


def _has_like_terms(total: Sum) -> bool:
    return max(Counter(_without_number(term) for term in total.terms).values()) > 1


def _without_number(term: Expression) -> tuple[str, ...]:
    """Return what a term is made of but for numbers: the same for 2xy and -y x/3."""
    above: Counter[str] = Counter()
    _count_factors(term, above)
    return tuple(sorted(above.elements()))


def _count_factors(expression: Expression, found: Counter[str], mark: str = "") -> None:
    match expression:
        case Negative(of=of):
            _count_factors(of, found, mark)
        case Product(factors=factors):
            for factor in factors:
                _count_factors(factor, found, mark)
        case Quotient(numerator=above, denominator=below):
            _count_factors(above, found, mark)
            _count_factors(below, found, "" if mark else "1/")
        case Power(base=base, exponent=Number(value=times)) if times in range(2, 9):
            for _ in range(int(times)):
                _count_factors(base, found, mark)
        case Number():
            return
        case _:
            found[mark + text(expression)] += 1


def _is_single_fraction(expression: Expression) -> bool:
    whole = _unsigned(expression)
    if not isinstance(whole, Quotient):
        return False
    inside = (node for part in parts(whole) for node, _ in walk(part))
    return not any(_is_fraction(node) for node in inside)


def _is_fraction(node: Expression) -> bool:
    if isinstance(node, Power):
        raised = as_fraction(node.exponent)
        return raised is not None and raised < 0
    return isinstance(node, Quotient)


def _is_in_lowest_terms(expression: Expression) -> bool:
    return _is_computed(expression) and not any(
        have_common_factor(node.numerator, node.denominator)
        for node, _ in walk(expression)
        if isinstance(node, Quotient)
    )


_CHECKS: dict[Form, Callable[[Expression], bool]] = {
    "expanded": _is_expanded,
    "factored": _is_factored,
    "computed": _is_computed,
    "no_like_terms": _has_no_like_terms,
    "single_fraction": _is_single_fraction,
    "lowest_terms": _is_in_lowest_terms,
}
