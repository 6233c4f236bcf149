from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.small_course import MULTIPLE, SINGLE, option, text
from mlmath_tutor.content.questions import Predict, Single
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.grading import grade, options_in_order
from mlmath_tutor.engine.grading.verdict import Reason, Verdict
from mlmath_tutor.i18n import LANGUAGES, say

PREDICT = Predict(
    id="p", stem=text("What?"), options=(option("a"), option("b", correct=True), option("c"))
)


def keys(verdict: Verdict) -> list[str]:
    return [part.key for part in verdict.feedback if isinstance(part, Reason)]


def said(verdict: Verdict) -> list[str]:
    return [part.en for part in verdict.feedback if isinstance(part, Text)]


@pytest.mark.parametrize(
    "typed", ["half", "HALF", "1", "１", "①", "a", "Ａ", " a ", "(a)", "1.", "1)"]
)
def test_one_option_is_meant_by_id_number_or_letter(typed: str) -> None:
    verdict = grade(SINGLE, typed)
    assert verdict.valid
    assert verdict.right
    assert (verdict.note, verdict.answer) == ("half", "half")
    assert said(verdict) == ["why half"]


def test_a_wrong_option_says_why_and_names_its_misconception() -> None:
    verdict = grade(SINGLE, "3")
    assert (verdict.valid, verdict.score, verdict.note) == (True, 0.0, "root")
    assert said(verdict) == ["why root"]
    assert verdict.misconception == "coin.root"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "grading.nothing-chosen"),
        ("  、 ", "grading.nothing-chosen"),
        ("0", "grading.no-such-option"),
        ("4", "grading.no-such-option"),
        ("d", "grading.no-such-option"),
        ("hlaf", "grading.no-such-option"),
        ("12", "grading.no-such-option"),
        ("9" * 5000, "grading.no-such-option"),
        ("1 2", "grading.choose-one"),
        ("a,c", "grading.choose-one"),
    ],
)
def test_an_answer_that_is_no_option_is_unreadable_not_wrong(typed: str, key: str) -> None:
    verdict = grade(SINGLE, typed)
    assert not verdict.valid
    assert verdict.score == 0
    assert verdict.note == "unreadable"
    assert keys(verdict) == [key]


def test_the_same_option_twice_is_one_option() -> None:
    assert grade(SINGLE, "1 a half").right


def test_numbers_count_in_the_order_shown_and_letters_in_the_order_of_the_file() -> None:
    for seed in range(20):
        shown = options_in_order(SINGLE, seed)
        for number, each in enumerate(shown, 1):
            assert grade(SINGLE, str(number), seed=seed).answer == each.id
        for letter, each in zip("abc", SINGLE.options, strict=True):
            assert grade(SINGLE, letter, seed=seed).answer == each.id


def test_an_id_is_meant_before_a_number_or_a_letter() -> None:
    question = Single(
        id="q",
        stem=text("?"),
        shuffle=False,
        options=(option("b"), option("a", correct=True), option("1")),
    )
    assert [grade(question, typed).answer for typed in ("a", "b", "c", "1", "2")] == [
        "a",
        "b",
        "1",
        "1",
        "a",
    ]


def test_the_order_depends_on_seed_and_question_and_not_on_the_version_of_python() -> None:
    orders = [[o.id for o in options_in_order(SINGLE, seed)] for seed in range(6)]
    assert orders == [
        ["half", "grows", "root"],
        ["root", "grows", "half"],
        ["root", "half", "grows"],
        ["root", "half", "grows"],
        ["root", "grows", "half"],
        ["root", "grows", "half"],
    ]
    assert options_in_order(SINGLE, None) == SINGLE.options


def test_every_order_comes_up() -> None:
    seen = {tuple(o.id for o in options_in_order(SINGLE, seed)) for seed in range(200)}
    assert seen == set(itertools.permutations(["half", "grows", "root"]))


def test_options_that_are_not_to_be_shuffled_stay() -> None:
    fixed = Single(id="q", stem=text("?"), shuffle=False, options=SINGLE.options)
    assert all(options_in_order(fixed, seed) == SINGLE.options for seed in range(20))
    assert all(options_in_order(PREDICT, seed) == PREDICT.options for seed in range(20))


def test_a_prediction_is_judged_like_a_choice() -> None:
    assert grade(PREDICT, "2", seed=5).right
    assert said(grade(PREDICT, "1", seed=5)) == ["why a"]


@pytest.mark.parametrize(
    "typed", ["variance mean", "1 2", "2,1", "１、２", "a b", "ab", "12", "mean, variance", "1 & 2"]
)
def test_several_options_are_separated_in_any_common_way(typed: str) -> None:
    verdict = grade(MULTIPLE, typed)
    assert verdict.right
    assert verdict.answer == "variance mean"
    assert verdict.note == "variance+mean"
    assert said(verdict) == ["why variance", "why mean"]


@pytest.mark.parametrize(
    ("typed", "score", "why"),
    [
        ("1", 0.75, ["why mean"]),
        ("1 3", 0.5, ["why mean", "why deviation"]),
        ("1 2 3 4", 0.5, ["why deviation", "why exact"]),
        ("1 2 4", 0.75, ["why exact"]),
        ("3 4", 0.0, ["why variance", "why mean", "why deviation", "why exact"]),
    ],
)
def test_credit_is_per_option_and_only_the_mistaken_ones_are_told(
    typed: str, score: float, why: list[str]
) -> None:
    verdict = grade(MULTIPLE, typed)
    assert verdict.score == pytest.approx(score)
    assert said(verdict) == why
    assert keys(verdict) == ["grading.decided"]


def test_only_an_option_wrongly_chosen_blames_a_misconception() -> None:
    assert grade(MULTIPLE, "1 3").misconception == "coin.root"
    assert grade(MULTIPLE, "1 4").misconception is None
    assert grade(MULTIPLE, "1").misconception is None


@given(st.sets(st.sampled_from(["variance", "mean", "deviation", "exact"]), min_size=1))
def test_full_credit_is_for_exactly_the_right_options(chosen: set[str]) -> None:
    verdict = grade(MULTIPLE, " ".join(chosen))
    assert verdict.right == (chosen == {"variance", "mean"})
    mistaken = len(chosen ^ {"variance", "mean"})
    assert verdict.score == pytest.approx(1 - mistaken / 4)


@given(st.text(max_size=80), st.integers())
def test_any_text_gets_a_verdict_that_can_be_said_and_given_again(typed: str, seed: int) -> None:
    for question in (SINGLE, MULTIPLE, PREDICT):
        verdict = grade(question, typed, seed=seed)
        for lang in LANGUAGES:
            assert all(
                part.said(lang) if isinstance(part, Text) else say(lang, part.key, **part.values)
                for part in verdict.feedback
            )
        if verdict.valid:
            assert grade(question, verdict.answer) == verdict
