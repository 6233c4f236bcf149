"""Objects judged by their properties: read, measured, told what is missing."""

from __future__ import annotations

import json

import pytest

from engine.kinds_course import keys, named, said
from mlmath_tutor.content.properties import Property, Sought
from mlmath_tutor.content.questions import Construct
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.evidence import Evidence, Trial
from mlmath_tutor.engine.grading import grade, trial
from mlmath_tutor.engine.grading.verdict import Verdict
from mlmath_tutor.engine.runner.child.examining import examine

RIGHT = Text(ja="はい", en="yes")


def construct(shape: tuple[object, ...], *tests: Property, **more: object) -> Construct:
    sought = Sought(shape=shape, example="0", properties=tests, **more)  # type: ignore[arg-type]
    return Construct(id="q", stem=RIGHT, right=RIGHT, answer=sought)


def prop(name: str, test: str = "True", *, weight: float = 1.0, required: bool = False) -> Property:
    say = Text(ja=f"{name} なし", en=f"no {name}")
    return Property(id=name, test=test, say=say, weight=weight, required=required)


def found(*holds: bool | None) -> Evidence:
    return Evidence(findings=json.dumps([{"holds": each, "error": "E: x"} for each in holds]))


def measured(needed: Trial | None) -> Evidence:
    """Measure in this process what the runner measures in another."""
    assert needed is not None
    return Evidence(findings=examine(needed.examination, needed.matter))


def tried(question: Construct, answer: str) -> Verdict:
    return grade(question, answer, evidence=measured(trial(question, answer)))


def test_credit_is_by_weight_and_what_is_missing_is_told_in_order() -> None:
    question = construct((), prop("a", weight=3), prop("b"), prop("c"))
    verdict = grade(question, "1", evidence=found(True, False, False))
    assert verdict.valid
    assert verdict.score == pytest.approx(0.6)
    assert verdict.note == "b"
    assert keys(verdict) == ["trial.holding"]
    assert said(verdict) == ["no b", "no c"]
    assert verdict.answer == "1"


def test_without_a_required_property_nothing_counts() -> None:
    question = construct((), prop("a"), prop("b", required=True), prop("c"))
    verdict = grade(question, "1", evidence=found(False, False, True))
    assert (verdict.score, verdict.note, said(verdict)) == (0.0, "b", ["no b"])
    verdict = grade(question, "1", evidence=found(False, True, True))
    assert verdict.score == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("evidence", "key"),
    [
        (None, "trial.needed"),
        (Evidence(ended="cancelled"), "trial.cancelled"),
        (Evidence(ended="time"), "trial.time"),
        (Evidence(ended="memory"), "trial.failed"),
        (Evidence(ended="failure"), "trial.failed"),
        (Evidence(ended="failure", missing="torch"), "trial.missing"),
        (Evidence(findings="no JSON"), "trial.failed"),
        (Evidence(findings="[]"), "trial.failed"),
        (found(None), "trial.test-failed"),
    ],
)
def test_what_was_not_measured_is_neither_right_nor_wrong(
    evidence: Evidence | None, key: str
) -> None:
    verdict = grade(construct((), prop("a")), "1", evidence=evidence)
    assert (verdict.valid, verdict.score, verdict.note) == (False, 0.0, "untried")
    assert keys(verdict) == [key]


@pytest.mark.parametrize(
    ("shape", "typed", "x"),
    [
        ((), "1/4", 0.25),
        ((), "[-2]", -2.0),
        ((3,), "1, 2, 3", [1.0, 2.0, 3.0]),
        ((3,), "[1; 2; 3]", [1.0, 2.0, 3.0]),
        (("any",), "1 2", [1.0, 2.0]),
        ((2, 1), "[1; 2]", [[1.0], [2.0]]),
        ((2, 2), "[[1, sqrt(4)], [0, 1]]", [[1.0, 2.0], [0.0, 1.0]]),
        (("any", 2), "1 2; 3 4; 5 6", [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]),
    ],
)
def test_objects_of_every_shape(shape: tuple[object, ...], typed: str, x: object) -> None:
    needed = trial(construct(shape, prop("a")), typed)
    assert needed is not None
    assert json.loads(needed.matter)["x"] == x


@pytest.mark.parametrize(
    ("shape", "typed", "key"),
    [
        ((), "1 2", "trial.one-number"),
        ((3,), "1 2", "trial.vector"),
        ((3,), "[1 2; 3 4]", "trial.vector"),
        ((2, 2), "1 2", "grading.matrix-shape"),
        (("any",), " ".join(["1"] * 51), "trial.vector"),
        ((2,), "1 q", "grading.matrix-cell"),
    ],
)
def test_other_shapes_are_told_and_cost_nothing(
    shape: tuple[object, ...], typed: str, key: str
) -> None:
    question = construct(shape, prop("a"))
    assert trial(question, typed) is None
    verdict = grade(question, typed)
    assert (verdict.valid, keys(verdict)) == (False, [key])


def test_points_are_typed_as_points_or_as_rows() -> None:
    question = construct(("any", 2), prop("a"), object="points")
    for typed in ("(0, 0), (1, sqrt(4))", "(0,0)(1,2)", "(0, 0); (1, 2)", "[0 0; 1 2]"):
        needed = trial(question, typed)
        assert needed is not None, typed
        assert json.loads(needed.matter)["x"] == [[0.0, 0.0], [1.0, 2.0]]
    verdict = grade(question, "(0, 0), (1, 2)", evidence=found(True))
    assert verdict.reading == r"(0,\,0),\ (1,\,2)"
    assert keys(grade(question, "(1, 2, 3)")) == ["trial.points"]


@pytest.mark.parametrize(
    ("typed", "x"),
    [
        ("0.5 0.5; 1/3, 2/3", [[0.5, 0.5], [1 / 3, 2 / 3]]),
        ("0.5 0.5; 0.33 0.67", [[0.5, 0.5], [0.33, 0.67]]),
        ("0.5 0.5; 0.333 0.666", [[0.5, 0.5], [1 / 3, 2 / 3]]),
    ],
)
def test_probabilities_sum_to_one_but_for_rounding(typed: str, x: list[list[float]]) -> None:
    needed = trial(construct((2, 2), prop("a"), object="distribution"), typed)
    assert needed is not None
    given = json.loads(needed.matter)["x"]
    assert given == [pytest.approx(row) for row in x]
    assert all(sum(row) == pytest.approx(1, abs=1e-15) for row in given)


def test_what_is_no_distribution_is_told() -> None:
    question = construct((2,), prop("a"), object="distribution")
    assert keys(grade(question, "0.5, 0.4")) == ["trial.sum"]
    assert keys(grade(question, "1.5, -0.5")) == ["trial.negative"]


def test_tests_cannot_spoil_each_other() -> None:
    spoils = "(globals().update(np=None, norm=None), x.fill(0), True)[-1]"
    question = construct((2,), prop("spoils", spoils), prop("is", "norm(x) > 2 and np.all(x > 0)"))
    assert tried(question, "3, 4").right


@pytest.mark.parametrize(
    ("witness", "shown"),
    [
        ("np.array([1, -1]) / np.sqrt(2)", "$(0.707, -0.707)$"),
        ("np.linalg.det(np.ones((2, 2)))", "$0$"),
        ("np.eye(2)", "`[1 0; 0 1]`"),
        ("np.float64(1234567)", "`1.23e+06`"),
        ("3", "$3$"),
    ],
)
def test_witnesses_are_shown(witness: str, shown: str) -> None:
    say = Text(ja="{witness} です", en="see {witness}")
    test = Property(id="a", test="x > 9", witness=witness, say=say)
    assert said(tried(construct((), test), "1")) == [f"see {shown}"]


def test_a_test_that_warns_or_overflows_is_just_false() -> None:
    question = construct((2,), prop("a", "np.log(x) > 0"))
    assert tried(question, "-1, 5").score == 0.0


@pytest.mark.parametrize(
    ("name", "typed", "note", "score"),
    [
        ("kinds.construct", "[0 0; 0 0]", "right", 1.0),
        ("kinds.construct", "[1 2; 2 1]", "semidefinite", 1 / 3),
        ("kinds.eigenvector", "[1; 1]", "unit", 0.7),
        ("kinds.eigenvector", "[1; -1]", "eigen", 0.0),
        ("kinds.eigenvector", "[-0.7071; -0.7071]", "right", 1.0),
    ],
)
def test_the_samples(name: str, typed: str, note: str, score: float) -> None:
    question = named(name)
    verdict = grade(question, typed, evidence=measured(trial(question, typed)))
    assert (verdict.note, verdict.score) == (note, pytest.approx(score))
