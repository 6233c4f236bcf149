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
    """Return the sample of a kind."""
    course = load(KINDS).course
    assert course is not None
    (found,) = [each for each in course.sections[0].questions if isinstance(each, kind)]
    return found


def keys(verdict: Verdict) -> list[str]:
    return [part.key for part in verdict.feedback if isinstance(part, Reason)]


def said(verdict: Verdict) -> list[str]:
    return [part.en for part in verdict.feedback if isinstance(part, Text)]
