"""Derivations: every line is checked against the one before, and the last one for its form."""

from __future__ import annotations

import msgspec
import pytest

from engine.kinds_course import keys, question
from mlmath_tutor.content.formulas import ExpressionAnswer, SymbolDomain
from mlmath_tutor.content.questions import DerivationQuestion
from mlmath_tutor.engine.grading import grade
from mlmath_tutor.engine.grading.derivation import MOST_LINES, holding, lines_of
from mlmath_tutor.engine.grading.verdict import Reason

VARIANCE = question(DerivationQuestion)  # s - 2*m*m + m^2 to s - m^2
SQUARE = msgspec.structs.replace(
    VARIANCE,
    symbols={"x": SymbolDomain(), "y": SymbolDomain()},
    start="(x+y)^2",
    to=ExpressionAnswer(expr="x^2 + 2x*y + y^2"),
)


@pytest.mark.parametrize(
    "typed",
    [
        "s - 2m^2 + m^2\ns - m^2",
        "s - m^2",
        "-m² + s",
        "= s - 2m^2 + m^2 = s - m^2",
        "s − 2m²＋m²；s−m²",
        "\n s - 2*m*m + m^2 \n\n s-m^2\n",
    ],
)
def test_lines_that_hold_up_to_the_goal_are_right(typed: str) -> None:
    verdict = grade(VARIANCE, typed)
    assert verdict.right
    assert verdict.note == "right"


@pytest.mark.parametrize(
    ("typed", "note", "cause"),
    [
        ("s - m + m^2", "line 1", None),
        ("s - 2m^2 + m^2\ns + m^2", "line 2", None),
        ("s - 2m² + m²; m² - s; s - m²", "line 2", "sign"),
        ("2s - 2m²", "line 1", "factor"),
        ("s - m² + 1", "line 1", "offset"),
        ("s", "line 1", "absent"),
        ("m - s²", "line 1", "swapped"),
        ("1/(s-m²)", "line 1", "reciprocal"),
    ],
)
def test_the_first_line_that_does_not_hold_is_told_with_the_point_where_it_fails(
    typed: str, note: str, cause: str | None
) -> None:
    verdict = grade(VARIANCE, typed)
    assert (verdict.valid, verdict.score, verdict.note) == (True, 0.0, note)
    wanted = ["derivation-broken", "derivation-witness"] + [f"derivation-{cause}"] * bool(cause)
    assert keys(verdict) == [f"grading.{key}" for key in wanted]
    assert verdict.witness is not None
    assert verdict.witness.yours != verdict.witness.right


def test_lines_that_hold_and_do_not_reach_the_form_are_unfinished() -> None:
    verdict = grade(VARIANCE, "s - 2m^2 + m^2")
    assert (verdict.score, verdict.note) == (0.5, "unfinished")
    assert keys(verdict) == ["grading.derivation-unfinished", "grading.form-no_like_terms"]


def test_the_first_expression_again_is_worth_nothing() -> None:
    assert grade(VARIANCE, "s + m^2 - 2 m m").score == 0.0


def test_without_a_form_the_goal_itself_is_asked_for_in_any_order() -> None:
    assert grade(SQUARE, "y^2 + 2y*x + x^2").right
    unfinished = grade(SQUARE, "x(x+y) + y(x+y)")
    assert unfinished.note == "unfinished"
    assert "grading.derivation-goal" in keys(unfinished)


def test_a_line_that_cannot_be_read_is_told_by_number_and_place_and_costs_nothing() -> None:
    verdict = grade(VARIANCE, "s - 2m^2 + m^2\n  s - q")
    assert not verdict.valid
    line, why = verdict.feedback
    assert isinstance(line, Reason)
    assert isinstance(why, Reason)
    assert (line.values["number"], why.key, why.values["at"]) == (2, "expression.unknown-name", 4)


@pytest.mark.parametrize("typed", ["", " \n ", "=", "s\n" * (MOST_LINES + 1)])
def test_nothing_and_too_much_are_not_judged(typed: str) -> None:
    assert not grade(VARIANCE, typed).valid


def test_a_line_too_large_to_compare_is_not_judged() -> None:
    verdict = grade(VARIANCE, "s - m^2 + exp(exp(exp(99)))")
    assert not verdict.valid
    assert "grading.derivation-undecided" in keys(verdict)


def test_the_answer_is_kept_line_by_line_and_read_again_the_same() -> None:
    verdict = grade(VARIANCE, "= s - 2m^2 + m^2 = s - m^2")
    assert verdict.answer == "s - 2m^2 + m^2\ns - m^2"
    assert grade(VARIANCE, verdict.answer) == verdict
    assert verdict.reading is not None
    assert verdict.reading.count("=") == 2


def test_of_lines_kept_those_that_hold_are_gone_on_with() -> None:
    assert holding(VARIANCE, ["s - 2m^2 + m^2", "s + 1", "s - m^2"]) == ["s - 2m^2 + m^2"]
    assert holding(VARIANCE, ["q", "s - m^2"]) == []
    assert lines_of("a = b\n; c") == ["a", "b", "c"]
