"""Arithmetic as data: numbers, signs, functions; its value, and how it is written in LaTeX.

Nothing is evaluated but this arithmetic, and a number too large for a float is an error,
not a wait.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, assert_never

# Each function's value, and its LaTeX around its argument. `log` is the natural logarithm.
FUNCTIONS: dict[str, tuple[Callable[[float], float], str]] = {
    "sqrt": (math.sqrt, r"\sqrt{{{}}}"),
    "exp": (math.exp, r"\exp\left({}\right)"),
    "ln": (math.log, r"\ln\left({}\right)"),
    "log": (math.log, r"\ln\left({}\right)"),
    "log2": (math.log2, r"\log_2\left({}\right)"),
    "log10": (math.log10, r"\log_{{10}}\left({}\right)"),
    "abs": (abs, r"\left|{}\right|"),
}

Cause = Literal[
    "empty",
    "too-long",
    "too-deep",
    "unknown-sign",
    "unknown-name",
    "decimal-comma",
    "incomplete",
    "bracket-missing",
    "bracket-extra",
    "operator-missing",
    "undefined",
    "too-large",
]


class UnreadableError(Exception):
    """The text is not a number.

    Attributes:
        cause: why.
        at: where in the text, counted from 0; its length if something is missing at the end.
        name: the word nobody knows, if `cause` is "unknown-name".
    """

    def __init__(self, cause: Cause, at: int, name: str = "") -> None:
        super().__init__(f"{cause} at {at}")
        self.cause = cause
        self.at = at
        self.name = name


@dataclass(frozen=True, slots=True)
class Number:
    """A number or a constant, and how it is written in LaTeX."""

    value: float
    latex: str


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus something."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Percent:
    """A hundredth of something."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Binary:
    """Two things and a sign between them; `at` is where the sign stands."""

    sign: Literal["+", "-", "*", "/", "^"]
    left: Expression
    right: Expression
    at: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function of something; `at` is where its name stands."""

    function: str
    of: Expression
    at: int


Expression = Number | Negative | Percent | Binary | Call


def value(expression: Expression) -> float:
    """Return the value of `expression`, a finite number.

    Raises:
        UnreadableError: it has none, or none that a float can hold.
    """
    match expression:
        case Number(value=number):
            return number
        case Negative(of=of):
            return -value(of)
        case Percent(of=of):
            return value(of) / 100
        case Binary(sign=sign, left=left, right=right, at=at):
            return _computed(at, _OPERATIONS[sign], value(left), value(right))
        case Call(function=function, of=of, at=at):
            return _computed(at, FUNCTIONS[function][0], value(of))
        case _:
            assert_never(expression)


def latex(expression: Expression) -> str:
    """Return `expression` in LaTeX, as it was read."""
    match expression:
        case Number(latex=written):
            return written
        case Negative(of=of):
            return f"-{_bracketed(of, _SIGNED, after_sign=True)}"
        case Percent(of=of):
            return rf"{_bracketed(of, _HELD)}\,\%"
        case Call(function=function, of=of):
            return FUNCTIONS[function][1].format(latex(of))
        case Binary(sign="/", left=left, right=right):
            return rf"\frac{{{latex(left)}}}{{{latex(right)}}}"
        case Binary(sign="^", left=left, right=right):
            return f"{_bracketed(left, _WHOLE)}^{{{latex(right)}}}"
        case Binary(sign="*", left=left, right=right):
            return rf"{_bracketed(left, _SIGNED)} \cdot {_bracketed(right, _HELD, after_sign=True)}"
        case Binary(sign=sign, left=left, right=right):
            return f"{latex(left)} {sign} {_bracketed(right, _SIGNED, after_sign=True)}"
        case _:
            assert_never(expression)


# How tightly an expression holds together in LaTeX: a sum, a product, a fraction, a number.
_LOOSE, _SIGNED, _HELD, _WHOLE = range(4)


def _firmness(expression: Expression) -> int:
    match expression:
        case Binary(sign="+" | "-"):
            return _LOOSE
        case Negative() | Binary(sign="*"):
            return _SIGNED
        case Percent() | Binary():
            return _HELD
        case Number(latex=written):
            return _SIGNED if "times" in written else _WHOLE
        case Call():
            return _WHOLE
        case _:
            assert_never(expression)


def _bracketed(expression: Expression, firmness: int, *, after_sign: bool = False) -> str:
    """Return `expression` in LaTeX, in brackets if it is not firm enough or signs would meet."""
    written = latex(expression)
    if _firmness(expression) >= firmness and not (after_sign and written.startswith("-")):
        return written
    return rf"\left({written}\right)"


def _power(base: float, exponent: float) -> float:
    result = base**exponent
    if isinstance(result, complex):
        raise ValueError("the root of a negative number")
    return float(result)


_OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": _power,
}


def _computed(at: int, operation: Callable[..., float], *operands: float) -> float:
    try:
        result = operation(*operands)
    except (ValueError, ZeroDivisionError) as error:
        raise UnreadableError("undefined", at) from error
    except OverflowError as error:
        raise UnreadableError("too-large", at) from error
    if not math.isfinite(result):
        raise UnreadableError("too-large", at)
    return result
