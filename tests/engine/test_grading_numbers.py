from __future__ import annotations

import math
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.small_course import NUMERIC, text
from mlmath_tutor.content.questions import Diagnosis, Numeric, NumericAnswer, When
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.arithmetic import Cause
from mlmath_tutor.engine.grading import grade
from mlmath_tutor.engine.grading.verdict import Reason, Verdict
from mlmath_tutor.i18n import LANGUAGES, say


def asking(answer: NumericAnswer, *diagnose: Diagnosis) -> Numeric:
    return Numeric(id="q", stem=text("?"), answer=answer, right=text("yes"), diagnose=diagnose)


SIXTH = asking(NumericAnswer(value=1 / 6))
ENTROPY = asking(NumericAnswer(value=1.5, unit="bit", units={"nat": 1 / math.log(2)}))
SHARE = asking(NumericAnswer(value=16.7, unit="%"))
COUNT = asking(NumericAnswer(value=300, exact=True))


def first_key(verdict: Verdict) -> str:
    part = verdict.feedback[0]
    assert isinstance(part, Reason)
    return part.key


@pytest.mark.parametrize(
    "typed",
    [
        "1/6",
        "0.1667",
        "16.7 %",
        "１／６",
        "０．１６７",
        ".1667",
        "= 1/6",
        "≈0.167",
        "1/6。",
        "0.165",
    ],
)
def test_a_right_number_is_right_however_it_is_written(typed: str) -> None:
    verdict = grade(SIXTH, typed)
    assert verdict.right
    assert verdict.note == "right"
    assert verdict.feedback == (text("yes"),)


@pytest.mark.parametrize(
    ("value", "typed", "right"),
    [
        # the larger of 1 % and 0.001 counts, and the bounds belong to it
        (100.0, "101", True),
        (100.0, "99", True),
        (100.0, "101.01", False),
        (1.0, "1.01", True),
        (1.0, "0.99", True),
        (0.05, "0.051", True),
        (0.05, "0.0511", False),
        (0.0, "0.001", True),
        (0.0, "-0.001", True),
        (0.0, "0.0011", False),
        (-2.0, "-2.02", True),
        (-2.0, "2", False),
    ],
)
def test_the_tolerance_is_the_larger_of_relative_and_absolute(
    value: float, typed: str, right: bool
) -> None:
    assert grade(asking(NumericAnswer(value=value)), typed).right == right


@pytest.mark.parametrize(
    ("typed", "right"),
    [("300", True), ("3e2", True), ("0.1*3000", True), ("299", False), ("301", False)],
)
def test_counts_are_compared_exactly(typed: str, right: bool) -> None:
    assert grade(COUNT, typed).right == right


@pytest.mark.parametrize(
    "typed",
    [
        "1.5",
        "1.5 bit",
        "1.5bits",
        "１．５ビット",
        "1.04 nat",
        "1.04nats",
        "1.04 ナット",
        "ln(2)*1.5 nat",
    ],
)
def test_a_unit_may_be_given_or_left_out(typed: str) -> None:
    assert grade(ENTROPY, typed).right


def test_a_unit_nobody_asked_about_is_unreadable_and_says_which_one_to_use() -> None:
    verdict = grade(ENTROPY, "1.5 kg")
    assert not verdict.valid
    assert first_key(verdict) == "grading.unknown-unit"
    assert "bit" in say("en", "grading.unknown-unit", **verdict.feedback[0].values)


def test_percent_is_a_unit_where_it_is_asked_for_and_a_hundredth_elsewhere() -> None:
    assert grade(SHARE, "16.7 %").right
    assert grade(SHARE, "16.7").right
    assert grade(SHARE, "0.167").note == "hundredfold"
    assert grade(SIXTH, "16.7 %").right
    assert grade(SIXTH, "16.7").note == "hundredfold"


def test_a_named_wrong_answer_gets_its_credit_its_reason_and_its_misconception() -> None:
    verdict = grade(NUMERIC, "0.0025")
    assert (verdict.valid, verdict.score, verdict.note) == (True, 0.3, "variance")
    assert verdict.feedback == (text("that is the variance"),)
    assert verdict.misconception == "coin.root"


def test_diagnoses_are_tried_in_order_and_a_range_may_name_one() -> None:
    assert grade(NUMERIC, "-3").note == "negative"
    both = asking(
        NumericAnswer(value=5),
        Diagnosis(when=When(above=10), note="big", say=text("big")),
        Diagnosis(when=When(value=20), note="twenty", say=text("twenty")),
        Diagnosis(when=When(above=0, below=1), note="between", say=text("between")),
    )
    assert [grade(both, typed).note for typed in ("20", "0.5", "1", "0")] == [
        "big",
        "between",
        "wrong",
        "wrong",
    ]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("-1/6", "sign"),
        ("16.7", "hundredfold"),
        ("0.00167", "hundredfold"),
        ("0.17", "close"),
        ("3", "wrong"),
    ],
)
def test_a_wrong_number_without_a_diagnosis_is_told_what_can_be_known(
    typed: str, note: str
) -> None:
    verdict = grade(SIXTH, typed)
    assert (verdict.valid, verdict.score, verdict.note) == (True, 0.0, note)
    assert first_key(verdict) == f"grading.number-{note}"


def test_the_first_hint_follows_where_there_is_one() -> None:
    assert grade(NUMERIC, "7").feedback[1:] == (text("take a root"),)


@pytest.mark.parametrize(
    ("typed", "key", "at"),
    [
        ("", "grading.empty", 0),
        ("abc", "grading.unknown-name", 0),
        ("1/(2", "grading.bracket-missing", 2),
        ("= 1/", "grading.incomplete", 4),
        ("  1 2", "grading.operator-missing", 4),
        ("0,1667", "grading.decimal-comma", 1),
        ("1/0", "grading.undefined", 1),
        ("１／６円", "grading.unknown-name", 3),
        ("1\x00", "grading.unknown-sign", 1),
    ],
)
def test_what_is_no_number_is_unreadable_and_its_place_is_told(
    typed: str, key: str, at: int
) -> None:
    verdict = grade(SIXTH, typed)
    assert not verdict.valid
    assert verdict.score == 0
    assert first_key(verdict) == key
    assert verdict.feedback[0].values["at"] == at


def test_the_reading_is_given_back_with_its_unit() -> None:
    assert grade(SIXTH, "1/6").reading == r"\frac{1}{6}"
    assert grade(ENTROPY, "3/2 bits").reading == r"\frac{3}{2}\ \text{bit}"
    assert grade(SHARE, "16.7%").reading == r"16.7\,\%"
    assert grade(SIXTH, "abc").reading is None


def test_every_cause_can_be_said_in_both_languages() -> None:
    for lang in LANGUAGES:
        for cause in get_args(Cause):
            assert say(lang, f"grading.{cause}", at=0, place=1, sign="$", name="x")
        for cause in ("wrong", "sign", "hundredfold", "close"):
            assert say(lang, f"grading.number-{cause}")


@given(st.text(max_size=60))
def test_any_text_gets_a_verdict_that_can_be_said(typed: str) -> None:
    for question in (SIXTH, ENTROPY, SHARE, COUNT, NUMERIC):
        verdict = grade(question, typed)
        for lang in LANGUAGES:
            assert all(
                part.said(lang) if isinstance(part, Text) else say(lang, part.key, **part.values)
                for part in verdict.feedback
            )


@given(
    st.floats(-1e6, 1e6),
    st.floats(1e-6, 0.5),
    st.floats(1e-9, 1),
    st.floats(-3, 3),
)
def test_right_is_exactly_what_the_tolerance_says(
    value: float, rtol: float, atol: float, off_by: float
) -> None:
    bound = max(rtol * abs(value), atol)
    typed = value + off_by * bound
    if abs(abs(off_by) - 1) < 1e-3:
        return  # on the bound rounding decides
    verdict = grade(asking(NumericAnswer(value=value, rtol=rtol, atol=atol)), repr(typed))
    assert verdict.right == (abs(off_by) <= 1)
