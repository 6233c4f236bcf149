"""Expressions: what is equal is right, what differs is told where, and usual slips by name."""

from __future__ import annotations

import msgspec
import pytest

from engine.kinds_course import keys, question, said
from mlmath_tutor.content.formulas import ExpressionAnswer, Form, SymbolDomain
from mlmath_tutor.content.questions import ExpressionQuestion
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.grading import grade
from mlmath_tutor.engine.grading.verdict import Reason, Verdict
from mlmath_tutor.i18n import LANGUAGES, say

LOGISTIC = question(ExpressionQuestion)  # -1/(1+exp(z))
SYMBOLS = {
    "x": SymbolDomain(),
    "y": SymbolDomain(),
    "p": SymbolDomain(domain=(0, 1)),
    "q": SymbolDomain(domain=(0, 1)),
    "s": SymbolDomain(domain="positive"),
    "n": SymbolDomain(domain="natural"),
    "lambda": SymbolDomain(),
}


def judged(
    typed: str, expr: str, *, form: Form | tuple[Form, ...] = (), without: tuple[str, ...] = ()
) -> Verdict:
    asked = ExpressionQuestion(
        id="a.b",
        stem=Text(ja="式", en="An expression"),
        symbols=SYMBOLS,
        answer=ExpressionAnswer(expr=expr, form=form, without=without),
        right=Text(ja="はい", en="Yes"),
    )
    verdict = grade(asked, typed)
    for part in verdict.feedback:  # every reason has its words, and all their values
        if isinstance(part, Reason):
            assert all(say(lang, part.key, **part.values) for lang in LANGUAGES)
    return verdict


def values(verdict: Verdict) -> dict[str, object]:
    return {
        k: v
        for part in verdict.feedback
        if isinstance(part, Reason)
        for k, v in part.values.items()
    }


@pytest.mark.parametrize(
    "typed",
    ["sigmoid(z)-1", "-e^(-z)/(1+e^(-z))", "= -1/(1+e^z)", "−σ(−ｚ)", r"\frac{-1}{1+e^{z}}"],
)
def test_an_equal_expression_is_right_however_it_is_written(typed: str) -> None:
    verdict = grade(LOGISTIC, typed)
    assert verdict.right
    assert verdict.note == "right"
    assert verdict.reading
    assert "grading.expression-also" in keys(verdict)


def test_the_key_itself_is_not_told_once_more() -> None:
    assert keys(grade(LOGISTIC, "-1/(1+exp(z))")) == []


def test_a_diagnosis_names_a_wrong_answer_and_gives_its_credit_after_the_counterexample() -> None:
    verdict = grade(LOGISTIC, "e^z/(e^z+1)")
    assert (verdict.score, verdict.note) == (0.25, "no-chain-rule")
    assert keys(verdict) == ["grading.expression-witness"]
    assert "derivative" in said(verdict)[0]
    assert verdict.witness is not None
    assert verdict.witness.yours != verdict.witness.right


@pytest.mark.parametrize(
    ("typed", "at"),
    [("", 0), ("q+1", 0), ("= z/(", 4), ("　z ¥", 3), ("z = 1", 2), ("(" * 200, 51)],
)
def test_what_cannot_be_read_is_not_wrong_and_its_place_is_told(typed: str, at: int) -> None:
    verdict = grade(LOGISTIC, typed)
    assert not verdict.valid
    (reason,) = verdict.feedback
    assert isinstance(reason, Reason)
    assert reason.values["at"] == at
    assert reason.values["place"] == at + 1


def test_an_unknown_name_is_told_with_the_names_there_are() -> None:
    assert values(judged("2a", "x"))["allowed"] == "x, y, p, q, s, n, λ (lambda)"


def test_what_is_too_large_to_compare_is_not_wrong() -> None:
    verdict = judged("exp(exp(exp(9+x²)))", "x")
    assert not verdict.valid
    assert keys(verdict) == ["grading.expression-undecided"]


@pytest.mark.parametrize(
    ("typed", "expr", "note", "told"),
    [
        ("y - x", "x - y", "sign", {}),
        ("p ln(q/p)", "p ln(p/q)", "sign", {}),
        ("q ln(q/p)", "p ln(p/q)", "swapped", {"one": "$p$", "other": "$q$"}),
        ("(1+x²)/2", "2/(1+x²)", "reciprocal", {}),
        ("x", "2x", "factor", {"by": r"$\frac{1}{2}$"}),
        ("-3x", "x", "factor", {"by": "$-3$"}),
        ("p log2(p/q)", "p ln(p/q)", "factor", {"by": r"$\frac{1}{\ln 2}$"}),
        ("sqrt(2π) s", "s", "factor", {"by": r"$\sqrt{2 \pi}$"}),
        ("1.37x", "x", "factor", {"by": "$1.37$"}),
        ("2relu(x)", "relu(x)", "factor", {"by": "$2$"}),
        ("x²/2 + 1", "x²/2", "offset", {"by": "$1$"}),
        ("x - π/2", "x", "offset", {"by": r"$-\frac{\pi}{2}$"}),
        ("sqrt(x²)", "x", "part", {"where": "$x > 0$"}),
        ("-x", "|x|", "part", {"where": "$x < 0$"}),
        ("log(x)", "log(x²)/2", "part", {"where": "$x > 0$"}),
        ("x", "x + λ", "absent", {"symbol": r"$\lambda$"}),
        ("x²", "x³ + x", "wrong", {}),
        ("x^n", "n x", "wrong", {}),
    ],
)
def test_a_usual_slip_is_told_without_a_diagnosis(
    typed: str, expr: str, note: str, told: dict[str, str]
) -> None:
    verdict = judged(typed, expr)
    assert (verdict.valid, verdict.score, verdict.note) == (True, 0.0, note)
    assert told.items() <= values(verdict).items()


@pytest.mark.parametrize(
    ("typed", "expr", "key", "told"),
    [
        ("x²", "x", "witness", {"at": "$x = 2$", "yours": "$4$", "right": "$2$"}),
        ("p", "q", "witness", {}),
        ("x + 1e-9 x²", "x", "above", {"right": "$2$", "by": r"$4 \times 10^{-9}$"}),
        ("x - 1e-9 x²", "x", "below", {"right": "$2$", "by": r"$4 \times 10^{-9}$"}),
        ("1/(x-x)", "3", "no-value", {"right": "$3$"}),
        ("22/7", "π", "other-number", {"yours": "$3.14$"}),
        ("1/0", "2", "undefined", {}),
        ("10^(1000n)", "n", "witness", {"yours": "$> 10^{300}$"}),
    ],
)
def test_a_counterexample_is_told_in_numbers_that_differ(
    typed: str, expr: str, key: str, told: dict[str, str]
) -> None:
    verdict = judged(typed, expr)
    assert keys(verdict)[0] == f"grading.expression-{key}"
    assert told.items() <= values(verdict).items()


def test_the_value_asked_for_is_not_given_away_where_it_is_the_answer() -> None:
    assert "right" not in values(judged("22/7", "π"))


@pytest.mark.parametrize(
    ("typed", "expr", "form"),
    [
        ("(x+1)²", "x² + 2x + 1", "expanded"),
        ("x² - 1", "(x-1)(x+1)", "factored"),
        ("1*(x² - 1)", "(x-1)(x+1)", "factored"),
        ("2*3 x", "6x", "computed"),
        ("x + x", "2x", "no_like_terms"),
        ("1/x + 1", "(1+x)/x", "single_fraction"),
        ("(x²-1)/(x-1)", "x + 1", "lowest_terms"),
    ],
)
def test_an_equal_expression_in_another_form_has_a_part_of_the_credit(
    typed: str, expr: str, form: Form
) -> None:
    assert judged(expr, expr, form=form).right
    verdict = judged(typed, expr, form=form)
    assert (verdict.score, verdict.note) == (0.5, f"form-{form}")
    assert keys(verdict) == [f"grading.form-{form}"]


def test_a_function_may_be_forbidden() -> None:
    verdict = judged("|x|", "sqrt(x²)", without=("abs", "max"))
    assert (verdict.note, values(verdict)["name"]) == ("form-without", "abs")
    assert judged("sqrt(x²)", "sqrt(x²)", without=("abs",)).right


def test_a_symbol_lives_where_its_domain_says() -> None:
    assert judged("sqrt(s²)", "s").right
    assert judged("(-1)^(2n)", "1").right
    assert judged("√(p²)", "|p|").right
    assert not judged("sqrt(x²)", "x").right
    everywhere = msgspec.convert({"domain": [0, float("inf")], "integer": True}, SymbolDomain)
    assert everywhere.integer
