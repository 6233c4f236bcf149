"""The value of an expression at a point."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import assert_never

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
)
from .real import Real, Reals

DIGITS = 30
_LARGEST_EXACT = 10**6
# No number comes this close to a fraction of such a denominator but by rounding.
_LARGEST_DENOMINATOR = 10**9
_ROUNDING = Fraction(1, 10**26)

Point = Mapping[str, Fraction | float | int]


def value(expression: Expression, point: Point, digits: int = DIGITS) -> Real:
    """Return the real value of `expression` where its symbols have the values of `point`.

    Args:
        expression: what was read.
        point: a number for every symbol of the expression.
        digits: decimal digits worked with; rounding errors may take some of them.

    Raises:
        NoValueError: it has no real value there, or one too large to compute.
        KeyError: a symbol has no value.
    """
    return Evaluator(digits).value(expression, point)


class Evaluator:
    """Computes values of expressions with one number of digits."""

    def __init__(self, digits: int) -> None:
        self._reals = Reals(digits)

    def value(self, expression: Expression, point: Point) -> Real:
        """Return the value of `expression` at `point`; raises as `value` does."""
        return self._value(expression, {n: self._reals.exact(v) for n, v in point.items()})

    def fraction(self, expression: Expression, point: Point) -> Fraction:
        """Return the value as a fraction: the one its digits make up, or a simple one beside it.

        A third is 1/3, and so is what rounding made of it.

        Raises:
            NoValueError, KeyError: as `value` does.
        """
        found = self._reals.fraction(self.value(expression, point))
        simple = found.limit_denominator(_LARGEST_DENOMINATOR)
        return simple if abs(found - simple) <= _ROUNDING * max(Fraction(1), abs(found)) else found

    def _value(self, expression: Expression, point: Mapping[str, Real]) -> Real:
        match expression:
            case Number(value=number):
                return self._reals.exact(number)
            case Constant(name=name):
                return self._reals.pi if name == "pi" else self._reals.e
            case Symbol(name=name):
                return point[name]
            case Negative(of=of):
                return -self._value(of, point)
            case Sum(terms=terms):
                return self._total([self._value(term, point) for term in terms])
            case Product(factors=factors):
                return self._product([self._value(factor, point) for factor in factors])
            case Quotient(numerator=above, denominator=below):
                found = self._reals.quotient(self._value(above, point), self._value(below, point))
            case Power(base=base, exponent=exponent):
                found = self._power(base, exponent, point)
            case Call(function=function, arguments=arguments):
                values = [self._value(argument, point) for argument in arguments]
                found = _COMPUTATIONS[function](self._reals, *values)
            case _:
                assert_never(expression)
        return self._reals.sized(found)

    def _total(self, terms: list[Real]) -> Real:
        total = terms[0]
        for term in terms[1:]:
            total = total + term
        return total

    def _product(self, factors: list[Real]) -> Real:
        product = factors[0]
        for factor in factors[1:]:
            product = self._reals.sized(product * factor)
        return product

    def _power(self, base: Expression, exponent: Expression, point: Mapping[str, Real]) -> Real:
        raised = self._value(exponent, point)
        return self._reals.power(self._value(base, point), raised, as_fraction(exponent))


def as_fraction(expression: Expression) -> Fraction | None:
    """Return the exact value of an expression of whole-number arithmetic such as -2/3, or None."""
    match expression:
        case Number(value=number):
            return number
        case Negative(of=of):
            inside = as_fraction(of)
            return None if inside is None else -inside
        case Quotient(numerator=above, denominator=below):
            over, under = as_fraction(above), as_fraction(below)
            if over is None or not under or max(abs(over), abs(under)) > _LARGEST_EXACT:
                return None
            return over / under
        case _:
            return None


def _reciprocal(reals: Reals, x: Real) -> Real:
    return reals.quotient(reals.exact(1), x)


def _log(reals: Reals, *arguments: Real) -> Real:
    """Return the logarithm of the last argument; of two, the first is the base."""
    if len(arguments) == 1:
        return reals.log(arguments[0])
    return reals.quotient(reals.log(arguments[1]), reals.log(arguments[0]))


def _log_to(base: int) -> Callable[[Reals, Real], Real]:
    return lambda reals, x: _log(reals, reals.exact(base), x)


def _wave(name: str) -> Callable[[Reals, Real], Real]:
    return lambda reals, x: reals.wave(name, x)


def _tan(reals: Reals, x: Real) -> Real:
    return reals.quotient(reals.wave("sin", x), reals.wave("cos", x))


def _cot(reals: Reals, x: Real) -> Real:
    return reals.quotient(reals.wave("cos", x), reals.wave("sin", x))


def _sigmoid(reals: Reals, x: Real) -> Real:
    return _reciprocal(reals, reals.exp(-x) + 1)


def _sign(reals: Reals, x: Real) -> Real:
    return reals.exact((x > 0) - (x < 0))


_COMPUTATIONS: dict[str, Callable[..., Real]] = {
    "exp": Reals.exp,
    "ln": _log,
    "log": _log,
    "log2": _log_to(2),
    "log10": _log_to(10),
    "sqrt": Reals.sqrt,
    "cbrt": Reals.cbrt,
    "abs": lambda _, x: abs(x),
    "sin": _wave("sin"),
    "cos": _wave("cos"),
    "tan": _tan,
    "cot": _cot,
    "sec": lambda reals, x: _reciprocal(reals, reals.wave("cos", x)),
    "csc": lambda reals, x: _reciprocal(reals, reals.wave("sin", x)),
    "arcsin": lambda reals, x: reals.arc("asin", x),
    "arccos": lambda reals, x: reals.arc("acos", x),
    "arctan": Reals.atan,
    "sinh": _wave("sinh"),
    "cosh": _wave("cosh"),
    "tanh": _wave("tanh"),
    "arsinh": Reals.asinh,
    "arcosh": Reals.acosh,
    "artanh": Reals.atanh,
    "sigmoid": _sigmoid,
    "softplus": lambda reals, x: reals.log(reals.exp(x) + 1),
    "relu": lambda reals, x: max(x, reals.exact(0)),
    "sign": _sign,
    "max": lambda _, *values: max(values),
    "min": lambda _, *values: min(values),
    "binom": Reals.binomial,
    "factorial": Reals.factorial,
}
