"""A symbol is found in a formula as a sign, not as letters."""

from __future__ import annotations

import pytest

from mlmath_tutor.render.maths import mentions


@pytest.mark.parametrize(
    ("latex", "symbol"),
    [
        (r"P(A\mid B)=\frac{P(A\cap B)}{P(B)}", r"A\cap B"),
        (r"P(A\mid B)=\frac{P(A\cap B)}{P(B)}", "P(B)"),
        (r"P( A \mid B )", r"P(A\mid B)"),
        (r"x^{\top}\!A\,x", r"\top"),
        (r"\frac{s\,\pi}{P(D)}", r"\pi"),
        (r"\bar{H}", r"\bar H"),
    ],
)
def test_a_symbol_that_is_there_is_found(latex: str, symbol: str) -> None:
    assert mentions(latex, symbol)


@pytest.mark.parametrize(
    ("latex", "symbol"),
    [
        (r"\argmax_x f(x)", "a"),
        (r"\pi", "p"),
        (r"P(A\mid B)", r"P(B\mid A)"),
        (r"P(A)", r"\bar A"),
        ("x", ""),
        ("x", " "),
    ],
)
def test_letters_inside_another_sign_are_not_the_symbol(latex: str, symbol: str) -> None:
    assert not mentions(latex, symbol)
