from __future__ import annotations

import math
from fractions import Fraction

import pytest

from mlmath_tutor.engine.expression import NoValueError, read, value

VALUES = [
    ("2+3*4", 14),
    ("2^-1", 0.5),
    ("-2^2", -4),
    ("2^3^2", 512),
    ("0.1+0.2", 0.3),
    ("e", math.e),
    ("pi", math.pi),
    ("exp(1)", math.e),
    ("ln(e)", 1),
    ("log(100)", math.log(100)),
    ("log_3(9)", 2),
    ("log2(8)", 3),
    ("log10(0.01)", -2),
    ("sqrt(16)", 4),
    ("cbrt(-8)", -2),
    ("(-8)^(1/3)", -2),
    ("(-8)^(2/3)", 4),
    ("(-2)^3", -8),
    ("(-2)^(-3)", -0.125),
    ("|-3|", 3),
    ("sin(pi/6)", 0.5),
    ("cos(pi/3)", 0.5),
    ("tan(pi/4)", 1),
    ("cot(pi/4)", 1),
    ("sec(pi/3)", 2),
    ("csc(pi/6)", 2),
    ("arcsin(1/2)", math.pi / 6),
    ("arccos(1/2)", math.pi / 3),
    ("arctan(1)", math.pi / 4),
    ("sinh(1)", math.sinh(1)),
    ("cosh(1)", math.cosh(1)),
    ("tanh(1)", math.tanh(1)),
    ("arsinh(1)", math.asinh(1)),
    ("arcosh(2)", math.acosh(2)),
    ("artanh(1/2)", math.atanh(0.5)),
    ("sigmoid(1)", 1 / (1 + math.exp(-1))),
    ("softplus(1)", math.log1p(math.e)),
    ("relu(-2)", 0),
    ("relu(2)", 2),
    ("sign(-2)", -1),
    ("sign(0)", 0),
    ("max(1, 3, 2)", 3),
    ("min(2, 1)", 1),
    ("5!", 120),
    ("0!", 1),
    ("binom(5, 2)", 10),
    ("binom(5, 7)", 0),
    ("0^2", 0),
]

WITHOUT = [
    "1/0",
    "ln(0)",
    "ln(-1)",
    "sqrt(-1)",
    "(-2)^(1/2)",
    "(-2)^pi",
    "0^0",
    "0^(-1)",
    "arcsin(2)",
    "arccos(-1.1)",
    "arcosh(0.5)",
    "artanh(1)",
    "(-1)!",
    "(1/2)!",
    "binom(3, 1/2)",
    "log_1(2)",
    "cot(0)",
]

BEYOND = [
    "9^9^9",
    "e^e^e^e^e",
    "exp(exp(exp(10)))",
    "sin(10^10)",
    "((9!)!)!",
    "2^(10^20)",
    "0.5^(10^20)",
    "cosh(10^9)",
]


@pytest.mark.parametrize(("typed", "expected"), VALUES)
def test_functions_have_the_values_they_should(typed: str, expected: float) -> None:
    assert float(value(read(typed, ()), {})) == pytest.approx(expected, rel=1e-14, abs=1e-25)


@pytest.mark.parametrize("typed", WITHOUT)
def test_what_has_no_real_value_is_told(typed: str) -> None:
    with pytest.raises(NoValueError) as caught:
        value(read(typed, ()), {})
    assert not caught.value.beyond


@pytest.mark.parametrize("typed", BEYOND)
def test_what_is_too_large_is_not_waited_for(typed: str) -> None:
    with pytest.raises(NoValueError) as caught:
        value(read(typed, ()), {})
    assert caught.value.beyond


def test_symbols_take_the_values_of_the_point() -> None:
    expression = read("x²/λ", ("x", "lambda"))
    assert float(value(expression, {"x": 3, "lambda": Fraction(1, 2)})) == 18
    with pytest.raises(KeyError):
        value(expression, {"x": 3})


def test_values_have_the_digits_asked_for() -> None:
    third = value(read("1/3", ()), {}, digits=50)
    assert abs(float(third * 3 - 1)) < 1e-48
