"""A counterexample in words: the point, and what both expressions are there."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from mlmath_tutor.engine.expression import Different, latex_of_decimal, latex_of_name

from .verdict import Reason, Witness

_FEWEST_DIGITS, _MOST_DIGITS = 3, 6
_LARGEST_BELOW = 100  # of a fraction shown as one
_BEYOND = r"10^{300}"  # what is no longer a float


def witness(found: Different) -> Witness:
    """Return the counterexample as data."""
    return Witness(point=dict(found.witness), yours=found.left, right=found.right)


def told(found: Witness, about: Literal["expression", "derivation"] = "expression") -> Reason:
    """Return the sentence that gives the counterexample.

    Where there are no symbols, there is one value, and the right one is not given away.

    Args:
        found: the counterexample.
        about: whether it is for the answer, or for a line and the one before it.
    """
    right = f"${_shown(found.right, _FEWEST_DIGITS)}$"
    if found.yours is None:
        if not found.point:
            return Reason("grading.expression-undefined")
        return Reason(f"grading.{about}-no-value", {"at": point(found.point), "right": right})
    if not found.point:
        yours = f"${_shown(found.yours, _FEWEST_DIGITS)}$"
        return Reason(f"grading.{about}-other-number", {"yours": yours})
    at = point(found.point)
    for digits in range(_FEWEST_DIGITS, _MOST_DIGITS + 1):
        yours, right = (f"${_shown(value, digits)}$" for value in (found.yours, found.right))
        if yours != right:
            values = {"at": at, "yours": yours, "right": right}
            return Reason(f"grading.{about}-witness", values)
    difference = found.yours - found.right
    side = "above" if difference > 0 else "below"
    by = f"${_shown(abs(difference), 2)}$"
    return Reason(f"grading.{about}-{side}", {"at": at, "by": by, "right": right})


def point(at: Mapping[str, Fraction]) -> str:
    r"""Return a point as a formula: `$s = 0.99,\ c = \frac{1}{3}$`."""
    return "$" + r",\ ".join(_coordinate(name, value) for name, value in at.items()) + "$"


def _coordinate(name: str, value: Fraction) -> str:
    symbol = latex_of_name(name)
    if 10_000 % value.denominator == 0:
        return f"{symbol} = {latex_of_decimal(float(value), _MOST_DIGITS)}"
    if value.denominator <= _LARGEST_BELOW:
        sign = "-" if value < 0 else ""
        return rf"{symbol} = {sign}{abs(value.numerator)}/{value.denominator}"
    return rf"{symbol} \approx {latex_of_decimal(float(value), _MOST_DIGITS)}"


def _shown(value: float, digits: int) -> str:
    if not math.isfinite(value):
        return f"> {_BEYOND}" if value > 0 else f"< -{_BEYOND}"
    return latex_of_decimal(value + 0.0, digits)  # -0 is 0
