"""`{{…}}` in formulas, prose, code and values: the same number, set apart as its place needs."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.drawing_course import template
from mlmath_tutor.content.quizzes import Choices, Varying
from mlmath_tutor.engine.expression import read, value
from mlmath_tutor.engine.variants import Scope, VariantError, variants
from mlmath_tutor.engine.variants.filling import fill, fill_formula, unrounded
from mlmath_tutor.engine.variants.formulas import Formulas
from mlmath_tutor.engine.variants.writing import latex, plain, read_format
from mlmath_tutor.render.maths import Typesetter

VARYING = Varying(
    params={"a": Choices(choice=(3,)), "b": Choices(choice=(-2,)), "p": Choices(choice=(0.1,))},
    let={"third": "1/3", "kl": "log(2)", "A": (("a", "b"), (0, "1/2")), "tiny": "p^6*1.2345"},
    note="n",
)


def scope(**drawn: float) -> Scope:
    values = {"a": 3, "b": -2, "p": Fraction(1, 10)} | drawn
    return Scope({name: Fraction(v) for name, v in values.items()}, Formulas(VARYING))


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        # a group of its own: the braces of LaTeX stay what they are
        (r"\frac{{a}}{{b}}", r"\frac{3}{-2}"),
        (r"\frac{1}{{b}}", r"\frac{1}{-2}"),
        (r"\frac{a}{b}", r"\frac{a}{b}"),
        (r"x^{{b}}+x^{n}", r"x^{-2}+x^{n}"),
        (r"\sqrt{{a}}", r"\sqrt{3}"),
        (r"{{{a}}}", r"{{3}}"),
        # a minus that begins something needs no brackets, any other does
        (r"{{b}}x", r"{-2}x"),
        (r"x={{b}}", r"x={-2}"),
        (r"x&={{b}}", r"x&={-2}"),
        (r"x\approx{{b}}", r"x\approx{-2}"),
        (r"f({{b}},{{b}})", r"f({-2},{-2})"),
        (r"3-{{b}}", r"3-{(-2)}"),
        (r"3+{{b}}x", r"3+{(-2)}x"),
        (r"a\cdot{{b}}", r"a\cdot{(-2)}"),
        (r"a\,{{b}}", r"a\,{(-2)}"),
        (r"\sqrt{2}{{b}}", r"\sqrt{2}{(-2)}"),
        (r"\log{{b}}", r"\log{(-2)}"),
        (r"|{{b}}|", r"|{-2}|"),
        (r"|x|{{b}}", r"|x|{(-2)}"),
        (r"\begin{pmatrix}{{b}}&{{b}}\\{{b}}\end{pmatrix}",
         r"\begin{pmatrix}{-2}&{-2}\\{-2}\end{pmatrix}"),
        # what is raised to a power is whole
        (r"{{b}}^2", r"{(-2)}^2"),
        (r"{{a}}^2", r"{3}^2"),
        (r"{{third:frac}}^2", r"{\left(\frac{1}{3}\right)}^2"),
        # formats
        (r"x{{b:+}}{{a:+}}", r"x-2+3"),
        (r"{{third:3}}", r"{0.333}"),
        (r"{{third:.2}}", r"{0.33}"),
        (r"{{-third:frac}}", r"{-\frac{1}{3}}"),
        (r"{{a:frac}}", r"{3}"),
        (r"{{tiny:3}}", r"{1.23\times10^{-6}}"),
        # expressions
        (r"{{100p}}", r"{10}"),
        (r"{{a^2 + b}}", r"{7}"),
        (r"{{A}}", r"{\begin{bmatrix}3&-2\\0&0.5\end{bmatrix}}"),
        (r"{{A[1, 2]}}", r"{-2}"),
    ],
)  # fmt: skip
def test_a_formula(source: str, filled: str) -> None:
    assert fill_formula(source, scope(), ()) == filled
    assert not Typesetter({}).problems(filled)


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ("probability {{p}} of $x={{b}}$, `x - {{b}}`", "probability 0.1 of $x={-2}$, `x - (-2)`"),
        ("$$\n3-{{b}}\n$$ and {{b}}", "$$\n3-{(-2)}\n$$ and -2"),
        ("{{100*p}} %", "10 %"),
        (r"costs \${{a}} or \$3", r"costs \$3 or \$3"),
        ("{{A}}", "[[3, -2], [0, 0.5]]"),
        ("{{third:frac}} and 2*{{third:frac}}", "1/3 and 2*(1/3)"),
    ],
)
def test_prose_with_formulas_and_code(source: str, filled: str) -> None:
    assert fill(source, scope(), (), prose=True) == filled


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ("{{b}}; {{a}}", "-2; 3"),
        ("{{a}}/{{b}}", "3/(-2)"),
        ("x**2 - {{b}}*x", "x**2 - (-2)*x"),
        ("{{b}}**2", "(-2)**2"),
        ("f'{x:.2f} {{p}} $'", "f'{x:.2f} 0.1 $'"),  # braces and dollars of Python stay
        ("{{kl}}", "0.6931471805599453"),
    ],
)
def test_plain_text_such_as_code_and_typed_answers(source: str, filled: str) -> None:
    assert fill(source, scope(), (), prose=False) == filled


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        ("0.21951", "3", "0.220"),
        ("0.9996", "3", "1.00"),
        ("0.125", ".2", "0.13"),
        ("-0.125", ".2", "-0.13"),
        ("1234.5", "2", "1200"),
        ("0", "3", "0.00"),
        ("-0.001", ".2", "0.00"),
        ("12345678", "3", "1.23e7"),
        ("0.00001", "2", "1.0e-5"),
        ("5", "+", "+5"),
        ("0.1", "", "0.1"),
    ],
)
def test_a_number_is_rounded_as_in_school(number: str, form: str, written: str) -> None:
    assert plain(Fraction(number), read_format(form)) == written


@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(1, 9))
def test_digits_are_right_to_half_a_unit_of_the_last(number: Fraction, digits: int) -> None:
    shown = Fraction(plain(number, read_format(str(digits))))
    assert abs(shown - number) * 10 ** (digits - 1) * 2 <= max(abs(number), abs(shown))


@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(-9, 9))
def test_what_a_filled_formula_says_is_what_was_meant(a: int, b: int, p: int) -> None:
    """Whatever the signs, the formula read as it stands has the value that was meant."""
    filled = fill_formula(
        r"{{a}}-{{b}}\cdot{{p}}+\frac{{{p}}}{2}-{{b}}^2", scope(a=a, b=b, p=p), ()
    )
    meant = a - b * p + Fraction(p, 2) - b**2
    assert float(value(read(filled, ()), {})) == pytest.approx(float(meant))


@given(st.fractions(max_denominator=10**6), st.fractions(max_denominator=10**6))
def test_a_negative_fraction_in_a_formula(a: Fraction, b: Fraction) -> None:
    filled = fill_formula("{{a:frac}}-{{b:frac}}", scope(a=a, b=b), ())
    assert float(value(read(filled, ()), {})) == pytest.approx(float(a - b))


def test_long_numbers_without_a_format_are_named() -> None:
    assert list(unrounded("${{kl}}$ {{kl:3}} {{third}} {{third:frac}} {{p}}", scope(), ())) == [
        "{{kl}}",
        "{{third}}",
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("2{{a}}", "would be read as one number"),
        ("{{a}}{{a}}", "would be read as one number"),
        ("{{a}}0", "would be read as one number"),
        ("{{q}}", "`q`"),
        ("{{a+}}", "`a+`"),
        ("{{a:x}}", "`:x` is no format"),
        ("{{1/0}}", "has no value"),
        ("{{A @ A @ (1)}}", "mixed up"),
        ("{{A[3, 1]}}", "counted from 1"),
    ],
)
def test_what_cannot_be_filled_says_why(source: str, words: str) -> None:
    with pytest.raises(VariantError, match=r".*") as caught:
        fill_formula(source, scope(), ("stem",))
    assert words in caught.value.message
    assert caught.value.keys == ("stem",)


def test_a_value_keeps_its_type_and_a_text_stays_a_text(tmp_path: Path) -> None:
    made = template(
        tmp_path, "params: {a: {choice: [1, 2.5]}}\nnote: '{{a}}'", stem="{{a}}", value="{{2a}}"
    )
    whole, half = (variant.question for variant in variants(made))
    assert (whole.stem.en, half.stem.en) == ("1", "2.5")
    assert [type(q.answer.value) for q in (whole, half)] == [int, int]  # type: ignore[union-attr]


def test_latex_of_the_empty_format() -> None:
    assert latex(Fraction(-3, 2), read_format("")) == "-1.5"
