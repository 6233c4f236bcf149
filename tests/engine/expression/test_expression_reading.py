from __future__ import annotations

import pytest

from mlmath_tutor.engine.expression import UnreadableError, latex, read, text
from mlmath_tutor.engine.expression.reading import DEEPEST, LONGEST
from mlmath_tutor.i18n import LANGUAGES, say

NAMES = ("x", "y", "z", "a", "b", "w", "p", "n", "lambda", "x_1", "x_2", "mu_0", "kl")

READ = [
    # multiplication left out
    ("2w*λ", "2*w*lambda"),
    ("xy(a+b)", "x*y*(a + b)"),
    ("6√(3)", "6*sqrt(3)"),
    ("2pi", "2*pi"),
    ("2πx", "2*pi*x"),
    ("x y", "x*y"),
    ("x + y。", "x + y"),
    ("(x+1)(x-1)", "(x + 1)*(x - 1)"),
    ("x(x+1)", "x*(x + 1)"),
    ("(x+1) 6^x", "(x + 1)*6^x"),
    ("4(5+6)2", "4*(5 + 6)*2"),
    ("(2)(3)+4", "2*3 + 4"),
    ("x 5", "x*5"),
    ("n!x", "n!*x"),
    ("e^x(2x+2y)", "e^x*(2*x + 2*y)"),
    ("sinxcosx", "sin(x)*cos(x)"),
    ("√x√y", "sqrt(x)*sqrt(y)"),
    ("x²3", "x^2*3"),
    ("e^-|x|", "e^(-abs(x))"),
    ("2e^x", "2*e^x"),
    ("2kl", "2*kl"),
    ("xlnx", "x*ln(x)"),
    ("λx", "lambda*x"),
    ("|x||y|", "abs(x)*abs(y)"),
    ("2|x|y", "2*abs(x)*y"),
    # its strength
    ("1/2x", "1/2*x"),
    ("1/(2x)", "1/(2*x)"),
    ("x^2y", "x^2*y"),
    ("a/b/w", "a/b/w"),
    ("-x^2", "-x^2"),
    ("(-x)^2", "(-x)^2"),
    ("x^-y", "x^(-y)"),
    ("x^y^z", "x^y^z"),
    ("-xy", "-x*y"),
    ("a*-b", "a*(-b)"),
    ("a--b", "a - (-b)"),
    ("2^x!", "2^x!"),
    # functions
    ("sin x", "sin(x)"),
    ("sin 2x cos y", "sin(2*x)*cos(y)"),
    ("sin(x)y", "sin(x)*y"),
    ("sin(x)^2", "sin(x)^2"),
    ("sin^2 x", "sin(x)^2"),
    ("sin²x", "sin(x)^2"),
    ("sin^-1 x", "arcsin(x)"),
    ("tanh⁻¹(x)", "artanh(x)"),
    ("ln^-1 x", "ln(x)^(-1)"),
    ("ln x/2", "ln(x)/2"),
    ("p log p", "p*log(p)"),
    ("p log p (1-p)", "p*log(p)*(1 - p)"),
    ("ln 2(x+1)", "ln(2*(x + 1))"),
    ("ln 2 (x+1)", "ln(2)*(x + 1)"),
    ("ln sin x", "ln(sin(x))"),
    ("exp -z", "exp(-z)"),
    ("√2x", "sqrt(2)*x"),
    ("√x^2", "sqrt(x^2)"),
    ("sqrt2", "sqrt(2)"),
    ("log_2(8)", "log_(2)(8)"),
    ("log_2 x", "log_(2)(x)"),
    ("log₂x", "log_(2)(x)"),
    ("log_2x", "log_(2)(x)"),
    ("log2x", "log2(x)"),
    ("x log2", "x*log(2)"),
    ("log100", "log(100)"),
    ("log_a(x)", "log_(a)(x)"),
    ("log_{10} x", "log_(10)(x)"),
    ("Log(x)", "log(x)"),
    ("LN(x)", "ln(x)"),
    ("σ(z)", "sigmoid(z)"),
    ("max(x, 1/2, y)", "max(x, 1/2, y)"),
    ("binom(n,2)", "binom(n, 2)"),
    ("n!", "n!"),
    ("(n-1)!", "(n - 1)!"),
    ("||x|-1|", "abs(abs(x) - 1)"),
    # names
    ("x1 + x₂", "x_1 + x_2"),
    ("x_{1}y", "x_1*y"),
    ("μ₀", "mu_0"),
    ("mu0 x", "mu_0*x"),
    ("lamda", "lambda"),
    ("λ", "lambda"),
    ("X + 1", "x + 1"),
    # characters
    ("２ｘ＋１", "2*x + 1"),
    ("（ｘ＋１）／２", "(x + 1)/2"),
    ("x²", "x^2"),
    ("x⁻¹", "x^(-1)"),
    ("xⁿ⁺¹", "x^(n + 1)"),
    ("2·x × y ⋅ z", "2*x*y*z"),
    ("x ÷ y − z", "x/y - z"),
    ("2**x", "2^x"),
    ("½x", "1/2*x"),
    ("[x+1]{y}", "(x + 1)*y"),
    ("｜x｜", "abs(x)"),
    ("𝑥+𝑦", "x + y"),
    # numbers
    (".5x", "0.5*x"),
    ("6.", "6"),
    ("2e-3", "2e-3"),
    ("0.50", "0.50"),
    # as pasted from LaTeX
    (r"\frac{1}{2} x", "1/2*x"),
    (r"\lambda \cdot \left(x+1\right)", "lambda*(x + 1)"),
    (r"e^{-z}", "e^(-z)"),
    (r"\sqrt{x}", "sqrt(x)"),
    (r"\sqrt[3]{x}", "x^(1/3)"),
    (r"\log_{2} x", "log_(2)(x)"),
    (r"\binom{n}{2}", "binom(n, 2)"),
    (r"\frac12 x", "1/2*x"),
    (r"\frac123 x", "1/2*3*x"),
    (r"\frac1{2}", "1/2"),
    (r"\dfrac{x}{y}", "x/y"),
    (r"\frac{\frac{1}{2}}{x}", "1/2/x"),
    (r"\sqrt2", "sqrt(2)"),
    (r"\left|x\right|", "abs(x)"),
    (r"\lvert x\rvert", "abs(x)"),
    (r"\operatorname{sigmoid}(x)", "sigmoid(x)"),
    (r"\mathrm{e}^{x}", "e^x"),
    (r"\exp\{x\}", "exp(x)"),
    (r"\bigl(x+1\bigr)", "x + 1"),
    (r"x\,y\ z", "x*y*z"),
    (r"\displaystyle x \times y", "x*y"),
    (r"$x^2$", "x^2"),
    (r"\(x^{2}\)", "x^2"),
    # from a Japanese keyboard
    ("２・ｘ＾２ー１", "2*x^2 - 1"),
    ("ｍａｘ（ｘ、ｙ）", "max(x, y)"),
    ("λ・√２", "lambda*sqrt(2)"),
    ("x\u3000y", "x*y"),
]

UNREADABLE = [
    ("", "empty", 0),
    ("  ", "empty", 0),
    ("x+", "incomplete", 2),
    ("x^", "incomplete", 2),
    ("*x", "operand-missing", 0),
    ("x+*y", "operand-missing", 2),
    ("()", "operand-missing", 1),
    ("(x", "bracket-missing", 0),
    ("((x)", "bracket-missing", 0),
    ("|x", "bracket-missing", 0),
    ("x)", "bracket-extra", 1),
    ("(x]", "bracket-other", 2),
    ("2 3", "operator-missing", 2),
    ("y2", "operator-missing", 1),
    ("x 2 3", "operator-missing", 4),
    ("ln x 2", "operator-missing", 5),
    ("2½", "operator-missing", 1),
    ("n!!", "operator-missing", 2),
    ("q+1", "unknown-name", 0),
    ("2xq", "unknown-name", 2),
    ("x_3", "unknown-name", 0),
    ("x+高さ", "unknown-name", 2),
    ("x#y", "unknown-sign", 1),
    ("x + \x00", "unknown-sign", 4),
    ("y=x", "relation", 1),
    ("x≤1", "relation", 1),
    ("1,5", "decimal-comma", 1),
    ("sin(1,5)", "decimal-comma", 5),
    ("max(1, (2,5))", "decimal-comma", 9),
    ("max(x)", "arguments", 0),
    ("sin(x,y)", "arguments", 0),
    ("binom(n)", "arguments", 0),
    ("sin", "argument-missing", 3),
    ("2 sin + x", "argument-missing", 6),
    ("log_2", "argument-missing", 5),
    ("frac(x)", "fraction", 4),
    (r"\frac{1}", "fraction", 8),
    ("x'", "unknown-name", 0),
    ("x′y", "unknown-name", 0),
    ("x" * (LONGEST + 1), "too-long", LONGEST),
    ("1e999", "too-large", 0),
    ("1" * 70, "too-large", 0),
    ("(" * 60 + "x" + ")" * 60, "too-deep", 51),
    ("-" * 100 + "x", "too-deep", 52),
    ("x" + "/x" * 100, "too-deep", 201),
    ("sin " * (DEEPEST + 1) + "x", "too-deep", 4 * DEEPEST + 5),
]


@pytest.mark.parametrize(("typed", "meant"), READ)
def test_what_learners_type_is_read(typed: str, meant: str) -> None:
    assert text(read(typed, NAMES)) == meant


@pytest.mark.parametrize(("typed", "meant"), READ)
def test_an_expression_as_text_is_read_as_itself(typed: str, meant: str) -> None:
    expression = read(typed, NAMES)
    assert read(text(expression), NAMES) == expression


@pytest.mark.parametrize(("typed", "cause", "at"), UNREADABLE)
def test_what_cannot_be_read_is_told_with_its_place(typed: str, cause: str, at: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(typed, NAMES)
    assert (caught.value.key, caught.value.at) == (f"expression.{cause}", at)
    for lang in LANGUAGES:
        assert say(lang, caught.value.key, **caught.value.values)


def test_an_unknown_name_is_told_with_the_names_there_are() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("2xq_1", ("x", "λ"))
    assert caught.value.values == {"place": 3, "name": "q_1", "allowed": "x, λ (lambda)"}


def test_where_no_name_is_declared_none_is_offered() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("k", ())
    assert caught.value.key == "expression.no-names"
    assert say("en", caught.value.key, **caught.value.values)


def test_a_declared_name_goes_before_a_constant_or_function() -> None:
    assert text(read("2e-3", ("e",))) == "2*e - 3"
    assert text(read("σ(1)", ("sigma",))) == "sigma*1"
    assert text(read("xX", ("x", "X"))) == "x*X"


def test_a_declared_name_may_have_primes() -> None:
    assert text(read("x′ + x_1'x''", ("x", "x'", "x''", "x_1'"))) == "x' + x_1'*x''"
    assert text(read(r"x^\prime y^{\prime}", ("x'", "y'"))) == "x'*y'"
    assert latex(read("λ'", ("lambda'",))) == r"\lambda'"
    assert latex(read("x_1'", ("x_1'",))) == "x_{1}'"


def test_a_word_is_cut_where_all_of_it_has_a_meaning() -> None:
    assert text(read("abc", ("ab", "a", "bc"))) == "a*bc"
    assert text(read("abab", ("ab", "a", "b"))) == "ab*ab"
