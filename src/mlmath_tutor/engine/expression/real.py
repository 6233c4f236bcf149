"""Real numbers with as many digits as wanted: the door to mpmath, which has no types.

Every function here takes and gives real numbers; where there is no real value, or one too
large to be worth the wait, it raises `NoValueError`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

import mpmath

from .errors import NoValueError

# 2 to this power is the largest size of a number that is worked with; its inverse the smallest.
_LARGEST_EXPONENT = 200_000
# Beyond this, the argument of a wave has lost too many of its digits, and e^x is too large.
_LARGEST_ARGUMENT = 100_000
_LARGEST_FACTORIAL = 10_000
# Rounding may carry sin² + cos² beyond 1, or a square below 0, by this much.
_ROUNDING = 1e-20


class Real(Protocol):
    """A real number of mpmath."""

    def __eq__(self, other: object) -> bool: ...
    def __add__(self, other: Real | int) -> Real: ...
    def __sub__(self, other: Real | int) -> Real: ...
    def __rsub__(self, other: int) -> Real: ...
    def __mul__(self, other: Real | float) -> Real: ...
    def __truediv__(self, other: Real | int) -> Real: ...
    def __rtruediv__(self, other: int) -> Real: ...
    def __neg__(self) -> Real: ...
    def __abs__(self) -> Real: ...
    def __lt__(self, other: Real | float) -> bool: ...
    def __le__(self, other: Real | float) -> bool: ...
    def __gt__(self, other: Real | float) -> bool: ...
    def __ge__(self, other: Real | float) -> bool: ...
    def __float__(self) -> float: ...
    def __int__(self) -> int: ...


class Reals:
    """Real numbers of one precision, apart from all other uses of mpmath.

    Args:
        digits: decimal digits worked with.
    """

    def __init__(self, digits: int) -> None:
        self._context = mpmath.MPContext()
        self._context.dps = digits
        self.pi: Real = +self._context.pi
        self.e: Real = +self._context.e

    def exact(self, number: Fraction | float | int) -> Real:
        """Return `number`, rounded to the precision."""
        fraction = Fraction(number)
        result: Real = self._context.mpf(fraction.numerator) / fraction.denominator
        return result

    def fraction(self, number: Real) -> Fraction:
        """Return `number` as the fraction that its digits make up."""
        return Fraction(*mpmath.libmp.to_rational(self._context.mpf(number)._mpf_))

    def sized(self, number: Real) -> Real:
        """Return `number` if its size is one to go on with."""
        if number == 0:
            return number
        if abs(self._context.mag(number)) > _LARGEST_EXPONENT:
            raise NoValueError(beyond=True)
        return number

    def quotient(self, above: Real, below: Real) -> Real:
        """Return above / below."""
        if below == 0:
            raise NoValueError
        return above / below

    def power(self, base: Real, exponent: Real, exact: Fraction | None) -> Real:
        """Return base^exponent; `exact` is the exponent as a fraction, if it is one.

        A negative base has the real root where the fraction's denominator is odd, and powers
        with whole exponents. 0 has positive powers only.
        """
        if base == 0:
            if exponent > 0:
                return base
            raise NoValueError
        whole = self._context.isint(exponent)
        if not whole and base < 0:
            if exact is None or exact.denominator % 2 == 0:
                raise NoValueError
            root = self.power(-base, exponent, exact)
            return -root if exact.numerator % 2 else root
        if abs(exponent) * (abs(self._context.mag(base)) + 1) > _LARGEST_EXPONENT:
            raise NoValueError(beyond=True)
        result: Real = self._context.power(base, int(exponent) if whole else exponent)
        return result

    def exp(self, x: Real) -> Real:
        """Return e^x."""
        return self._apply("exp", self._small(x))

    def log(self, x: Real) -> Real:
        """Return the natural logarithm."""
        if x <= 0:
            raise NoValueError
        return self._apply("ln", x)

    def sqrt(self, x: Real) -> Real:
        """Return the square root."""
        if x < -_ROUNDING:
            raise NoValueError
        return self._apply("sqrt", x) if x > 0 else self.exact(0)

    def cbrt(self, x: Real) -> Real:
        """Return the real cube root."""
        return -self._apply("cbrt", -x) if x < 0 else self._apply("cbrt", x)

    def wave(self, name: str, x: Real) -> Real:
        """Return sin, cos, sinh, cosh or tanh of x."""
        return self._apply(name, self._small(x))

    def arc(self, name: str, x: Real) -> Real:
        """Return asin or acos of x."""
        if abs(x) - 1 > _ROUNDING:
            raise NoValueError
        return self._apply(name, min(max(x, self.exact(-1)), self.exact(1)))

    def atan(self, x: Real) -> Real:
        """Return the arctangent."""
        return self._apply("atan", x)

    def asinh(self, x: Real) -> Real:
        """Return the inverse of sinh."""
        return self._apply("asinh", x)

    def acosh(self, x: Real) -> Real:
        """Return the inverse of cosh, which is not negative."""
        if 1 - x > _ROUNDING:
            raise NoValueError
        return self._apply("acosh", max(x, self.exact(1)))

    def atanh(self, x: Real) -> Real:
        """Return the inverse of tanh."""
        if abs(x) >= 1:
            raise NoValueError
        return self._apply("atanh", x)

    def factorial(self, n: Real) -> Real:
        """Return n! for whole n ≥ 0."""
        if n < 0 or not self._context.isint(n):
            raise NoValueError
        if n > _LARGEST_FACTORIAL:
            raise NoValueError(beyond=True)
        return self._apply("factorial", n)

    def binomial(self, n: Real, k: Real) -> Real:
        """Return the number of k-subsets of n things, for whole n ≥ 0 and whole k."""
        if not self._context.isint(k):
            raise NoValueError
        if k < 0 or k > n:
            self.factorial(n)
            return self.exact(0)
        return self.factorial(n) / (self.factorial(k) * self.factorial(n - k))

    def _small(self, x: Real) -> Real:
        if abs(x) > _LARGEST_ARGUMENT:
            raise NoValueError(beyond=True)
        return x

    def _apply(self, name: str, x: Real) -> Real:
        result: Real = getattr(self._context, name)(x)
        return result
