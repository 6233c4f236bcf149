"""What the typesetter promises to everyone who calls it."""

from __future__ import annotations

import pytest

from mlmath_tutor.render.maths import Box, MathError, Typesetter
from mlmath_tutor.render.runs import plain, row_cells

COURSE = {
    r"\E": r"\mathbb{E}",
    "R": r"\mathbb{R}",
    r"\norm": r"\lVert #1\rVert",
    r"\argmax": r"\operatorname*{arg\,max}",
    r"\KL": r"D_{\mathrm{KL}}\left(#1\,\middle\|\,#2\right)",
}


def picture(latex: str, width: int = 76, **options: object) -> str:
    return str(Typesetter(**options).display(latex, width))  # type: ignore[arg-type]


def test_a_fraction_stands_on_three_rows_with_its_bar_on_the_baseline() -> None:
    box = Typesetter().display(r"P(A\mid B)=\frac{P(A\cap B)}{P(B)}", 76)
    assert str(box) == "\n".join(
        [
            "           P(A ∩ B)",
            "P(A | B) = ────────",
            "             P(B)",
        ]
    )
    assert box.baseline == 1


def test_every_row_of_a_box_is_as_wide_as_the_box() -> None:
    box = Typesetter().display(
        r"\underbrace{\hat y+\text{日本語}}_{\text{ラベル}}=\sqrt{\frac12}", 76
    )
    assert {row_cells(row) for row in box.rows} == {box.width}


def test_macros_are_named_with_or_without_their_backslash() -> None:
    setter = Typesetter(COURSE)
    assert setter.plain(r"\E[X]\in\R") == "𝔼[X] ∈ ℝ"


def test_macros_take_arguments() -> None:
    assert Typesetter(COURSE).plain(r"\norm{x}^2+\KL{p}{q}") == "‖x‖² + D_KL(p‖q)"


def test_a_macro_that_names_an_operator_takes_its_limits_below() -> None:
    assert picture(r"\argmax_\theta f", macros=COURSE) == "arg max f\n   θ"


def test_inline_pieces_put_together_are_the_row() -> None:
    setter = Typesetter()
    pieces = setter.inline(r"\hat\theta=\arg\max_\theta \log p(D\mid\theta)+\log p(\theta)")
    assert len(pieces) > 1
    assert "".join(plain(piece) for piece in pieces) == setter.plain(
        r"\hat\theta=\arg\max_\theta \log p(D\mid\theta)+\log p(\theta)"
    )


def test_an_inline_formula_may_be_cut_after_a_relation_and_nowhere_in_a_name() -> None:
    pieces = Typesetter().inline(r"f(x)=\sin x+\cos x")
    assert [plain(piece) for piece in pieces] == ["f(x) = ", "sin x + ", "cos x"]


@pytest.mark.parametrize(
    ("latex", "row"),
    [
        (r"\frac{a}{b+c}", "a/(b + c)"),
        (r"\frac{a+b}{c}", "(a + b)/c"),
        (r"\frac{\partial f}{\partial x}", "∂f/∂x"),
        (r"\frac{1}{2\sigma^2}", "1/(2σ²)"),
        (r"\frac{u}{\|u\|}", "u/‖u‖"),
        (r"\frac{p(x)}{q(x)}", "p(x)/q(x)"),
    ],
)
def test_an_inline_fraction_has_only_the_parentheses_it_needs(latex: str, row: str) -> None:
    assert Typesetter().plain(latex) == row


def test_an_unknown_command_is_shown_by_its_name_and_marked() -> None:
    setter = Typesetter()
    box = setter.display(r"a+\nosuch b", 76)
    assert ("\\nosuch", "trouble") in [(run.text, run.style) for run in box.rows[0]]
    problem = setter.problems(r"a+\nosuch b")[0]
    assert (problem.pos, problem.message) == (2, r"unknown command \nosuch")


def test_a_formula_without_structure_is_shown_as_its_source() -> None:
    setter = Typesetter()
    box = setter.display(r"\frac{a", 76)
    assert [run.style for run in box.rows[0]] == ["trouble"]
    assert plain(box.rows[0]) == r"\frac{a"
    assert setter.plain(r"\frac{a") == r"\frac{a"


@pytest.mark.parametrize(
    ("latex", "pos"),
    [
        (r"\frac{a}", 8),
        (r"x^2^3", 3),
        (r"\left( x", 0),
        (r"\begin{bmatrix}1", 0),
        (r"\begin{cases}1\end{matrix}", 14),
        (r"a}", 1),
        (r"{a", 0),
        (r"a+\left=b", 7),
        ("\\text{a $b}", 8),
    ],
)
def test_a_syntax_error_points_into_the_source(latex: str, pos: int) -> None:
    (problem,) = Typesetter().problems(latex)
    assert isinstance(problem, MathError)
    assert problem.pos == pos


def test_a_macro_that_expands_without_end_is_an_error_and_not_a_hang() -> None:
    (problem,) = Typesetter({"loop": r"x\loop"}).problems(r"a+\loop")
    assert "without end" in problem.message


def test_problems_in_a_macro_point_at_its_call() -> None:
    (problem,) = Typesetter({"bad": r"\nosuch"}).problems(r"a+b+\bad")
    assert problem.pos == 4


def test_control_characters_from_double_quoted_yaml_are_reported() -> None:
    problems = Typesetter().problems("\x0crac12 + \x08eta")
    assert [problem.pos for problem in problems] == [0, 9]


def test_the_same_formula_is_drawn_once() -> None:
    setter = Typesetter()
    assert setter.display("x^2", 76) is setter.display("x^2", 76)


def test_a_box_can_be_made_by_hand() -> None:
    assert str(Box((), 0, 0)) == ""
