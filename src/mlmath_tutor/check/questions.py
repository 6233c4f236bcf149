"""Questions that can be graded: right options, diagnoses apart from the answer, three hints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from mlmath_tutor.check.material import Material, Part
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.questions import (
    Diagnosis,
    Multiple,
    Numeric,
    NumericAnswer,
    Option,
    Predict,
    Question,
    QuestionBase,
    Single,
    When,
)
from mlmath_tutor.content.source_map import Keys
from mlmath_tutor.engine.grading.numeric import is_equal

# Notes that grading itself gives: a diagnosis under such a name could not be told from them.
RESERVED = ("right", "wrong", "unreadable")

Flaw = tuple[Keys, str, str]


def rules(material: Material) -> Iterator[Finding]:
    """Yield questions that cannot be graded as they stand."""
    for part in material.parts(QuestionBase):
        for keys, message, code in _flaws(part):
            yield material.finding(part.file, (*part.keys, *keys), message, code)


def _flaws(part: Part) -> Iterator[Flaw]:
    question = part.value
    assert isinstance(question, Question)
    if len(question.hints) not in (0, 3):
        count = len(question.hints)
        message = f"`{question.id}` has {count} hints: give three (where, relation, next line)"
        yield ("hints",), message, "hints"
    match question:
        case Single() | Predict():
            yield from _same_ids(question.options)
            right = sum(option.correct for option in question.options)
            if right != 1:
                yield (
                    ("options",),
                    f"`{question.id}` has {right} right options: mark exactly one `correct: true`",
                    "right-options",
                )
        case Multiple():
            yield from _same_ids(question.options)
            if len({option.correct for option in question.options}) != 2:
                yield (
                    ("options",),
                    f"`{question.id}` needs at least one right and one wrong option: add one",
                    "right-options",
                )
        case Numeric():
            yield from _numeric(question)
        case _:
            assert_never(question)


def _same_ids(options: tuple[Option, ...]) -> Iterator[Flaw]:
    seen: set[str] = set()
    for place, option in enumerate(options):
        if option.id in seen:
            yield (
                ("options", place, "id"),
                f"`{option.id}` is already the id of another option here: rename one",
                "option-id",
            )
        seen.add(option.id)


def _numeric(question: Numeric) -> Iterator[Flaw]:
    answer = question.answer
    if answer.units and answer.unit is None:
        yield (
            ("answer", "units"),
            "`units` convert to `unit`, which is missing: add it",
            "unit",
        )
    for place, diagnosis in enumerate(question.diagnose):
        for keys, message, code in _diagnosis(diagnosis, answer):
            yield (("diagnose", place, *keys), message, code)


def _diagnosis(diagnosis: Diagnosis, answer: NumericAnswer) -> Iterator[Flaw]:
    when = diagnosis.when
    if when == When():
        yield ("when",), "is about no answer: give `value`, `below` or `above`", "diagnosis"
    elif _covers(when, answer):
        message = f"`{diagnosis.note}` is also met by the right answer {answer.value}: narrow it"
        yield ("when",), message, "diagnosis"
    if diagnosis.note in RESERVED:
        yield (
            ("note",),
            f"`{diagnosis.note}` is a note of the grading itself: name the mistake",
            "note",
        )
    if not 0 <= diagnosis.score < 1:
        yield ("score",), "a wrong answer's credit is at least 0 and below 1: correct it", "score"


def _covers(when: When, answer: NumericAnswer) -> bool:
    """Return whether `when` is met by the right value, or by one that counts as equal to it."""
    right = answer.value
    return (
        (when.value is None or is_equal(when.value, right, answer))
        and (when.below is None or right < when.below)
        and (when.above is None or right > when.above)
    )
