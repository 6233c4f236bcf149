"""Numbers by the names they are known by: 2, 1/3, π/2, ln 2; else by a few digits."""

from __future__ import annotations

import math
from fractions import Fraction

_LARGEST = 100  # of the numbers above and below a fraction line
_CLEAR = 10  # denominators up to this are seen at once
_SAME = 1e-14  # share of its size within which a number is the one named

# Multiples and parts of these are looked for, in LaTeX by their values.
_BASES: dict[str, float] = {
    "": 1.0,
    r"\pi": math.pi,
    r"\ln 2": math.log(2),
    r"\ln 10": math.log(10),
    "e": math.e,
    r"\sqrt{2}": math.sqrt(2),
    r"\sqrt{3}": math.sqrt(3),
    r"\sqrt{\pi}": math.sqrt(math.pi),
    r"\sqrt{2 \pi}": math.sqrt(2 * math.pi),
}


def latex_of_constant(number: float) -> str:
    """Return a number in LaTeX: exactly if it is a simple one, else with three digits."""
    for base, size in _BASES.items():
        if (times := _simple(number / size)) is not None:
            return _times(times, base)
        if base and (times := _simple(number * size)) is not None:
            return _over(times, base)
    return latex_of_decimal(number, 3)


def latex_of_decimal(number: float, digits: int) -> str:
    """Return a number with so many significant digits, in LaTeX."""
    mantissa, _, exponent = f"{number:.{digits}g}".partition("e")
    return rf"{mantissa} \times 10^{{{int(exponent)}}}" if exponent else mantissa


def _simple(number: float) -> Fraction | None:
    if not math.isfinite(number) or abs(number) > _LARGEST:
        return None
    near = Fraction(number).limit_denominator(_LARGEST)
    if near.numerator == 0:
        return near if number == 0 else None
    return near if abs(number - float(near)) <= _SAME * abs(number) else None


def _times(times: Fraction, base: str) -> str:
    if not base and times.denominator > _CLEAR and 100 % times.denominator == 0:
        return latex_of_decimal(float(times), 3)  # 1.37 is easier to see than 137/100
    above = _joined(abs(times.numerator), base)
    return _signed(times, above, str(times.denominator))


def _over(times: Fraction, base: str) -> str:
    return _signed(times, str(abs(times.numerator)), _joined(times.denominator, base))


def _joined(whole: int, base: str) -> str:
    if not base or whole == 0:
        return str(whole)
    return base if whole == 1 else f"{whole} {base}"


def _signed(times: Fraction, above: str, below: str) -> str:
    sign = "-" if times < 0 else ""
    return f"{sign}{above}" if below == "1" else rf"{sign}\frac{{{above}}}{{{below}}}"
