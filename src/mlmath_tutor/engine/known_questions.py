"""Every question a learner can be asked: of quizzes, and of the checks in lessons."""

from __future__ import annotations

from collections.abc import Iterable

from mlmath_tutor.content.blocks import Check
from mlmath_tutor.content.course import Course, Section
from mlmath_tutor.content.quizzes import AnyQuestion


def questions_of(section: Section) -> Iterable[AnyQuestion]:
    """Yield the questions of a section: of its quiz, then of its checks."""
    yield from section.questions
    for block in section.blocks:
        if isinstance(block, Check):
            yield block.question


def by_any_name(course: Course) -> dict[str, AnyQuestion]:
    """Return every question, of quizzes and of checks, by its id and the ids it once had.

    A check's question goes by the names of its block, too.
    """
    found: dict[str, AnyQuestion] = {}
    for question in course.questions:
        found |= dict.fromkeys((question.id, *question.formerly), question)
    for section in course.sections:
        for block in section.blocks:
            if isinstance(block, Check):
                asked = block.question
                names = (asked.id, *asked.formerly, block.id, *block.formerly)
                found |= dict.fromkeys(names, asked)
    return found
