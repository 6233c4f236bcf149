"""Spotting an error: the line alone, or with its reason and its repair, each with its share."""

from __future__ import annotations

import msgspec
import pytest

from engine.kinds_course import keys, named, said
from mlmath_tutor.content.questions import Shares, SpotError
from mlmath_tutor.engine.grading import grade, options_in_order

REPAIR = named("kinds.repair")
assert isinstance(REPAIR, SpotError)
REASON_ONLY = msgspec.structs.replace(REPAIR, repair=None, scoring=None)
REPAIR_ONLY = msgspec.structs.replace(REPAIR, why=(), scoring=None)


@pytest.mark.parametrize(
    "typed",
    ["2 4; -n/λ²", "2, 4; -n/lambda^2", "２　４；−n/λ²", "curvature power; -n/λ²", "4 2\n-n/λ^2"],
)
def test_line_reason_and_repair_are_right_together(typed: str) -> None:
    verdict = grade(REPAIR, typed)
    assert verdict.right
    assert verdict.note == "right"
    assert verdict.reading
    assert [key.rpartition("-")[2] for key in keys(verdict)[:3]] == ["right"] * 3


@pytest.mark.parametrize(
    ("typed", "score", "note"),
    [
        ("1 4; -n/λ²", 0.6, "line>slope"),
        ("2 5; -n/λ²", 0.7, "why>constant"),
        ("2 4; n/λ²", 0.7, "repair>sign"),
        ("2 5; n/λ²", 0.4, "why>constant+repair>sign"),
        ("3 5; n", 0.0, "line>estimate+why>constant+repair>absent"),
    ],
)
def test_every_part_has_its_share_and_says_why(typed: str, score: float, note: str) -> None:
    verdict = grade(REPAIR, typed)
    assert verdict.valid
    assert verdict.score == pytest.approx(score)
    assert verdict.note == note
    assert not verdict.right
    assert len(said(verdict)) >= 2


def test_a_wrong_repair_has_a_counterexample() -> None:
    verdict = grade(REPAIR, "2 4; n/λ²")
    assert verdict.witness is not None
    assert "grading.expression-witness" in keys(verdict)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "nothing-chosen"),
        ("2", "spot-one-reason"),
        ("4; -n", "spot-one-line"),
        ("1 2 4; -n", "spot-one-line"),
        ("2 4 5; -n", "spot-one-reason"),
        ("2 4", "spot-no-repair"),
        ("2 9; -n", "no-such-option"),
    ],
)
def test_what_is_missing_is_asked_for_and_costs_nothing(typed: str, key: str) -> None:
    verdict = grade(REPAIR, typed)
    assert not verdict.valid
    assert keys(verdict) == [f"grading.{key}"]


def test_a_repair_that_cannot_be_read_costs_nothing() -> None:
    verdict = grade(REPAIR, "2 4; q")
    assert not verdict.valid
    assert keys(verdict) == ["expression.unknown-name"]


def test_without_scoring_all_parts_asked_for_count_the_same() -> None:
    assert grade(REASON_ONLY, "2 5").score == pytest.approx(1 / 2)
    assert grade(REASON_ONLY, "2; 4").right
    assert grade(REPAIR_ONLY, "2; n/λ²").score == pytest.approx(1 / 2)
    assert grade(REPAIR_ONLY, "2; -n/λ²").right
    assert REASON_ONLY.shares == Shares(line=0.5, why=0.5)


def test_the_answer_means_the_same_when_it_is_read_again() -> None:
    for typed in ("2 5; n/λ²", "4 2; -n/λ²"):
        verdict = grade(REPAIR, typed)
        assert grade(REPAIR, verdict.answer) == verdict


def test_reasons_are_numbered_after_the_lines() -> None:
    assert [option.id for option in options_in_order(REPAIR, None)] == [
        *("slope", "curvature", "estimate"),
        *("power", "constant"),
    ]


def test_the_line_alone_is_judged_as_before() -> None:
    spot = named("kinds.spot")
    assert grade(spot, "2").right
    assert grade(spot, "1").note == "lagrangian"
