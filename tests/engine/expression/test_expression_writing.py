from __future__ import annotations

import pytest

from mlmath_tutor.engine.expression import latex, read
from mlmath_tutor.render.maths import Typesetter

NAMES = ("x", "y", "z", "w", "a", "b", "n", "lambda", "Sigma", "x_1", "mu_max", "kl", "x_sigma")

WRITTEN = [
    ("2w*λ", r"2 w \lambda"),
    ("xy(a+b)", r"x y \left(a + b\right)"),
    ("2*3", r"2 \cdot 3"),
    ("x*2", r"x \cdot 2"),
    ("2*3^x", r"2 \cdot 3^{x}"),
    ("x/y*z", r"\frac{x}{y} z"),
    ("x*(y/z)", r"x \cdot \frac{y}{z}"),
    ("(x+1)/(x-1)", r"\frac{x + 1}{x - 1}"),
    ("a-(b-x)", r"a - \left(b - x\right)"),
    ("a+-b", "a - b"),
    ("a--b", r"a - \left(-b\right)"),
    ("a+(b-x)", "a + b - x"),
    ("sin x cos y", r"\sin\left(x\right) \cdot \cos\left(y\right)"),
    ("|x|y", r"\left|x\right| \cdot y"),
    ("-(a+b)", r"-\left(a + b\right)"),
    ("-x^2", "-x^{2}"),
    ("(-x)^2", r"\left(-x\right)^{2}"),
    ("(x^y)^z", r"\left(x^{y}\right)^{z}"),
    ("(x/y)^2", r"\left(\frac{x}{y}\right)^{2}"),
    ("e^(-z^2/2)", r"e^{-\frac{z^{2}}{2}}"),
    ("6√(3)", r"6 \sqrt{3}"),
    ("∛x", r"\sqrt[3]{x}"),
    ("|x|^2", r"\left|x\right|^{2}"),
    ("sin²x", r"\sin^{2}\left(x\right)"),
    ("log_2(x)^2", r"\left(\log_{2}\left(x\right)\right)^{2}"),
    ("log2 x", r"\log_{2}\left(x\right)"),
    ("max(x,y)", r"\max\left(x, y\right)"),
    ("sigmoid(z)", r"\sigma\left(z\right)"),
    ("relu(z)", r"\operatorname{ReLU}\left(z\right)"),
    ("(n-1)!", r"\left(n - 1\right)!"),
    ("binom(n,2)", r"\binom{n}{2}"),
    ("2e-3 x", r"2 \times 10^{-3} x"),
    ("(2e3)^2", r"\left(2 \times 10^{3}\right)^{2}"),
    ("x_1 + Σ", r"x_{1} + \Sigma"),
    ("mu_max kl", r"\mu_{\mathrm{max}} \mathrm{kl}"),
    ("x_sigma", r"x_{\sigma}"),
]


@pytest.mark.parametrize(("typed", "expected"), WRITTEN)
def test_latex_has_the_brackets_it_needs(typed: str, expected: str) -> None:
    assert latex(read(typed, NAMES)) == expected


@pytest.mark.parametrize("typed", [typed for typed, _ in WRITTEN])
def test_the_typesetter_reads_what_is_written(typed: str) -> None:
    assert Typesetter().problems(latex(read(typed, NAMES))) == ()
