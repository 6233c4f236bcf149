"""The questions of the sample course, one of each kind."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from mlmath_tutor.content.loading import load
from mlmath_tutor.content.questions import Question
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.grading.verdict import Reason, Verdict

KINDS = Path(__file__).parents[1] / "data" / "kinds"
Q = TypeVar("Q", bound=Question)


def question(kind: type[Q]) -> Q:
    """Return the first sample of a kind."""
    return next(each for each in questions() if isinstance(each, kind))


def questions() -> tuple[Question, ...]:
    course = load(KINDS).course
    assert course is not None
    return course.sections[0].questions


def named(name: str) -> Question:
    """Return the sample with an id."""
    return next(each for each in questions() if each.id == name)


def keys(verdict: Verdict) -> list[str]:
    return [part.key for part in verdict.feedback if isinstance(part, Reason)]


def said(verdict: Verdict) -> list[str]:
    return [part.en for part in verdict.feedback if isinstance(part, Text)]
