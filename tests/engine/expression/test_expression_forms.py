from __future__ import annotations

import pytest

from mlmath_tutor.engine.expression import Form, factor_count, has_form, read, uses

NAMES = ("x", "y", "m", "s")

HAVE: list[tuple[Form, str]] = [
    ("expanded", "x² + 2x + 1"),
    ("expanded", "-x^2 y"),
    ("expanded", "sin(x+1) + e^(x+y)"),
    ("expanded", "1/(x+1)"),
    ("expanded", "sqrt(x+1)"),
    ("factored", "(x+1)²"),
    ("factored", "2(x+1)(x-1)"),
    ("factored", "-x(x+1)"),
    ("factored", "(x+1)/(x-1)"),
    ("computed", "3x/2"),
    ("computed", "x^2 + 1/2"),
    ("computed", "sqrt(2)"),
    ("computed", "ln(2) + ln(3)"),
    ("computed", "2√3"),
    ("no_like_terms", "s - m²"),
    ("no_like_terms", "x² + x + xy + 1"),
    ("no_like_terms", "x/2 + 2/x"),
    ("single_fraction", "(x+1)/(x-1)"),
    ("single_fraction", "-1/(1+e^x)"),
    ("lowest_terms", "(x+1)/(x²+1)"),
    ("lowest_terms", "(x²+y²)/(x+y)"),
    ("lowest_terms", "x/2"),
    ("lowest_terms", "(3x+2)/(4x+6)"),
    ("lowest_terms", "sin(x)/x"),
    ("lowest_terms", "e^x/(e^x+1)"),
    ("lowest_terms", "x^41/x"),  # too large to be seen through
]

LACK: list[tuple[Form, str]] = [
    ("expanded", "(x+1)²"),
    ("expanded", "2(x+1)"),
    ("expanded", "-(x+1)"),
    ("expanded", "(x+1)/2"),
    ("expanded", "1 + x(y+1)"),
    ("expanded", "(xy)^2"),
    ("factored", "x² + 2x + 1"),
    ("factored", "-(x+1)"),
    ("factored", "x(x+1) + 2"),
    ("computed", "2*3"),
    ("computed", "x + 1 + 1"),
    ("computed", "2x*3"),
    ("computed", "x + 0"),
    ("computed", "1x"),
    ("computed", "x^1"),
    ("computed", "--x"),
    ("computed", "2^3 x"),
    ("computed", "2/4"),
    ("computed", "6/3"),
    ("computed", "x/1"),
    ("computed", "0/x"),
    ("computed", "sqrt(4)"),
    ("computed", "√(9/4)"),
    ("computed", "ln(1)"),
    ("computed", "log_2(2)"),
    ("computed", "log2(2)"),
    ("computed", "e^(2-1)"),
    ("computed", "3!"),
    ("computed", "|-2|"),
    ("no_like_terms", "s - 2m² + m²"),
    ("no_like_terms", "x + x"),
    ("no_like_terms", "xy + 3y x"),
    ("no_like_terms", "x*x + x²"),
    ("no_like_terms", "x/2 + x/3"),
    ("no_like_terms", "1 + x + 2"),
    ("single_fraction", "1/x + 1"),
    ("single_fraction", "x + 1"),
    ("single_fraction", "(1/x)/y"),
    ("single_fraction", "1/(1+1/x)"),
    ("single_fraction", "x^(-1)/y"),
    ("lowest_terms", "(x+1)/(x²-1)"),
    ("lowest_terms", "(x²-y²)/(x-y)"),
    ("lowest_terms", "(xy+x)/(y+1)"),
    ("lowest_terms", "(x-1)²/(1-x)"),
    ("lowest_terms", "(x²-y²)^5/(x+y)^3"),
    ("lowest_terms", "1 + x/x"),
    ("lowest_terms", "2x/4"),
    ("lowest_terms", "(2x+2)/(4x+6)"),
    ("lowest_terms", "(e^x+1)/(x(e^x+1))"),
    ("lowest_terms", "2/4"),
]

FACTORS = [
    ("-2x²(x+1)", 3),
    ("1*(x²-1)", 1),
    ("(x-1)(x+1)", 2),
    ("2/3", 0),
    ("x", 1),
    ("(x+1)/x", 0),
]


@pytest.mark.parametrize(("form", "typed"), HAVE)
def test_a_form_is_recognised(form: Form, typed: str) -> None:
    assert has_form(read(typed, NAMES), form)


@pytest.mark.parametrize(("form", "typed"), LACK)
def test_another_form_is_told_apart(form: Form, typed: str) -> None:
    assert not has_form(read(typed, NAMES), form)


@pytest.mark.parametrize(("typed", "count"), FACTORS)
def test_factors_that_are_no_numbers_are_counted(typed: str, count: int) -> None:
    assert factor_count(read(typed, NAMES)) == count


def test_what_an_expression_uses_is_known_by_name() -> None:
    assert uses(read("2 sin(x)^2 + e^(|y|)", NAMES)) == {"sin", "x", "e", "abs", "y"}
