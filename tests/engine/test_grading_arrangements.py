"""Lines in order, pairs, gaps, a wrong line, a self-graded recall."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.kinds_course import keys, question, said
from mlmath_tutor.content.questions import Cloze, Match, Order, Recall, SpotError
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.grading import grade, lines_in_order, partners_in_order
from mlmath_tutor.engine.grading.order import ancestors
from mlmath_tutor.i18n import LANGUAGES, say

ORDER, MATCH, CLOZE = question(Order), question(Match), question(Cloze)
RECALL, SPOT = question(Recall), question(SpotError)


# ------------------------------------------------------------------ order


def test_exactly_the_orders_that_keep_to_the_dependencies_are_right() -> None:
    after = {line.id: set(line.after) for line in ORDER.lines}
    for lines in itertools.permutations(after):
        keeps = all(after[name] <= set(lines[:place]) for place, name in enumerate(lines))
        assert grade(ORDER, " ".join(lines)).right == keeps, lines


@pytest.mark.parametrize(
    ("typed", "score", "note", "key"),
    [
        ("log product slope concave mean", 0.8, "log", "grading.order-too-early"),
        ("product log sign concave mean", 0.8, "sign", "grading.order-foreign"),
        ("product log slope concave mean sign", 5 / 6, "sign", "grading.order-foreign"),
        ("product log concave", 0.6, "incomplete", "grading.order-incomplete"),
        ("log slope", 0.4, "log", "grading.order-needs-absent"),
        ("mean slope concave log product", 0.4, "mean", "grading.order-too-early"),
    ],
)
def test_credit_is_for_what_can_stay_and_the_first_wrong_line_is_named(
    typed: str, score: float, note: str, key: str
) -> None:
    verdict = grade(ORDER, typed)
    assert (verdict.valid, verdict.note) == (True, note)
    assert verdict.score == pytest.approx(score)
    assert keys(verdict) == [key]


def test_a_distractor_says_why_it_does_not_belong() -> None:
    assert "Its sign is wrong" in said(grade(ORDER, "product log sign concave mean"))[0]


def test_the_score_is_the_longest_common_part_with_some_right_order() -> None:
    names = [line.id for line in ORDER.lines]
    right = [p for p in itertools.permutations(names) if grade(ORDER, " ".join(p)).right]

    def common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
        return max(
            size
            for size in range(len(one) + 1)
            if set(itertools.combinations(one, size)) & set(itertools.combinations(other, size))
        )

    for given_lines in itertools.permutations(names):
        best = max(common(given_lines, order) for order in right)
        assert grade(ORDER, " ".join(given_lines)).score == pytest.approx(best / len(names))


def test_numbers_mean_the_lines_as_shown_whatever_stands_between_them() -> None:
    shown = [line.id for line in lines_in_order(ORDER, 7)]
    numbers = [str(shown.index(line.id) + 1) for line in ORDER.lines]
    for between in (" ", ", ", "\n", "、"):
        assert grade(ORDER, between.join(numbers), seed=7).right


def test_no_seed_shows_the_lines_in_a_right_order() -> None:
    plain = Order(id="q", stem=ORDER.stem, right=ORDER.right, lines=ORDER.lines[:3])
    for seed in range(60):
        shown = " ".join(line.id for line in lines_in_order(plain, seed))
        assert not grade(plain, shown).right


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "grading.nothing-named"),
        ("7", "grading.no-such-line"),
        ("first", "grading.no-such-line"),
        ("log log", "grading.order-twice"),
    ],
)
def test_an_order_that_cannot_be_read_is_not_wrong(typed: str, key: str) -> None:
    verdict = grade(ORDER, typed)
    assert not verdict.valid
    assert keys(verdict) == [key]


def test_lines_that_build_on_each_other_in_a_circle_are_refused() -> None:
    one, two = ORDER.lines[1:3]
    circle = Order(
        id="q",
        stem=ORDER.stem,
        right=ORDER.right,
        lines=(one.__class__(id=one.id, text=one.text, after=(two.id,)), two),
    )
    with pytest.raises(ValueError, match=r"log, slope"):
        ancestors(circle)


# ------------------------------------------------------------------ match


@pytest.mark.parametrize(
    "typed",
    [
        "square=normal absolute=laplace none=flat",
        "1=a 2=b 3=c",
        "1a2b3c",
        "1a, 2b, 3c",
        "３＝ｃ、１＝ａ、２＝ｂ",
        "1→a 2→b 3→c",
        "1: a; 2: b; 3: c",
    ],
)
def test_pairs_are_read_in_any_common_way(typed: str) -> None:
    verdict = grade(MATCH, typed)
    assert verdict.right
    assert verdict.answer == "square=normal absolute=laplace none=flat"


def test_wrong_pairs_are_counted_and_told_why() -> None:
    verdict = grade(MATCH, "1=d 2=a 3=c")
    assert verdict.score == pytest.approx(1 / 3)
    assert verdict.note == "square>beta+absolute>normal"
    assert keys(verdict) == ["grading.match-right"]
    assert "quadratic" in said(verdict)[0]


def test_letters_mean_the_partners_as_shown() -> None:
    for seed in range(10):
        shown = [item.id for item in partners_in_order(MATCH, seed)]
        letters = ["abcd"[shown.index(MATCH.pairs[item.id])] for item in MATCH.left]
        typed = " ".join(f"{n}={letter}" for n, letter in enumerate(letters, 1))
        assert grade(MATCH, typed, seed=seed).right


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "grading.match-unpaired"),
        ("1=a 2=b", "grading.match-unpaired"),
        ("1=a 1=b 2=b 3=c", "grading.match-twice"),
        ("1=z 2=b 3=c", "grading.match-unknown"),
        ("1 a b", "grading.match-form"),
        ("?", "grading.match-form"),
    ],
)
def test_pairs_that_cannot_be_read_are_not_wrong(typed: str, key: str) -> None:
    verdict = grade(MATCH, typed)
    assert not verdict.valid
    assert keys(verdict) == [key]


# ------------------------------------------------------------------ cloze


@pytest.mark.parametrize(
    "typed", ["3; possible", "3 possible", "3；実現可能", "1=3; 2=possible", "6/2 ; a", "3\n1"]
)
def test_gaps_are_read_in_any_common_way(typed: str) -> None:
    assert grade(CLOZE, typed).right


def test_each_wrong_gap_is_told_why() -> None:
    verdict = grade(CLOZE, "4; likely")
    assert (verdict.score, verdict.note) == (0.0, "1>number+2>likely")
    assert keys(verdict) == ["grading.cloze-wrong", "grading.cloze-wrong"]
    assert "triangle" in said(verdict)[0]
    assert "No probability" in said(verdict)[1]
    assert grade(CLOZE, "4; possible").score == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("3", "grading.cloze-count"),
        ("", "grading.cloze-count"),
        ("3; possible; 4", "grading.cloze-count"),
        ("three; possible", "grading.cloze-gap"),
        ("3; maybe", "grading.cloze-gap"),
    ],
)
def test_gaps_that_cannot_be_read_are_not_wrong(typed: str, key: str) -> None:
    verdict = grade(CLOZE, typed)
    assert not verdict.valid
    assert keys(verdict)[0] == key


# ------------------------------------------------------------------ recall, spot the error


def test_what_was_recalled_is_compared_and_not_judged() -> None:
    for typed in ("", "it learns", "4"):
        verdict = grade(RECALL, typed)
        assert (verdict.valid, verdict.note) == (False, "to-compare")
        assert len(said(verdict)) == len(RECALL.points)


@pytest.mark.parametrize(
    ("typed", "name", "score"), [("1", "good", 1.0), ("２", "partly", 0.5), ("no", "no", 0.0)]
)
def test_a_recall_is_graded_by_the_learner(typed: str, name: str, score: float) -> None:
    verdict = grade(RECALL, typed)
    assert (verdict.valid, verdict.score, verdict.note) == (True, score, name)
    assert len(said(verdict)) == 1 + len(RECALL.points)


def test_the_wrong_line_is_the_one_to_choose_and_every_line_says_why() -> None:
    assert grade(SPOT, "2", seed=3).right
    verdict = grade(SPOT, "1")
    assert (verdict.valid, verdict.score, verdict.note) == (True, 0.0, "lagrangian")
    assert "any sign" in said(verdict)[0]


# ------------------------------------------------------------------ all of them


@given(st.text(max_size=60), st.integers(0, 2**32))
def test_any_text_gets_a_verdict_that_can_be_said_and_given_again(typed: str, seed: int) -> None:
    for each in (ORDER, MATCH, CLOZE, RECALL, SPOT):
        verdict = grade(each, typed, seed=seed)
        for lang in LANGUAGES:
            for part in verdict.feedback:
                assert (
                    part.said(lang)
                    if isinstance(part, Text)
                    else say(lang, part.key, **part.values)
                )
        if verdict.valid:
            assert grade(each, verdict.answer).score == verdict.score


def test_a_valid_answer_means_the_same_in_the_order_of_the_file() -> None:
    source = random.Random(0)
    for seed in range(30):
        numbers = [str(n) for n in range(1, 7)]
        source.shuffle(numbers)
        verdict = grade(ORDER, " ".join(numbers[:5]), seed=seed)
        assert grade(ORDER, verdict.answer) == verdict
