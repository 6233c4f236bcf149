"""Quizzes that draw from several places: places that are there, and questions that are asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from mlmath_tutor.check.material import Material
from mlmath_tutor.content import layout
from mlmath_tutor.content.course import Chapter
from mlmath_tutor.content.drawn_quiz import EARLIER, OF_THE_COURSE, OWN, DrawnQuiz
from mlmath_tutor.content.findings import Finding


@dataclass(frozen=True, slots=True)
class QuizInFile:
    """A drawn quiz, its file, its id, and its chapter if it is of one."""

    value: DrawnQuiz
    file: Path
    scope: str
    chapter: Chapter | None


def drawn_quizzes(material: Material) -> Iterator[QuizInFile]:
    """Yield every quiz that draws its questions."""
    course = material.course
    for chapter in course.chapters:
        if chapter.quiz is not None:
            file = layout.chapter_quiz_file(material.root, chapter)
            yield QuizInFile(chapter.quiz, file, chapter.id, chapter)
    for name, quiz in zip(OF_THE_COURSE, (course.final, course.diagnostic), strict=True):
        if quiz is not None:
            yield QuizInFile(quiz, layout.course_quiz_file(material.root, name), name, None)


def rules(material: Material) -> Iterator[Finding]:
    """Yield draws from nowhere, from chapters not yet taught, and questions never drawn."""
    for quiz in drawn_quizzes(material):
        places, later = _places(material, quiz.chapter)
        for number, draw in enumerate(quiz.value.draw):
            keys = ("draw", number)
            if draw.count < 1:
                message = "draws no question: give a `count` of at least 1"
                yield material.finding(quiz.file, (*keys, "count"), message, "draw")
            if draw.source not in places:
                message = _nowhere(draw.source, places, later)
                yield material.finding(quiz.file, (*keys, "from"), message, "draw")
        if not quiz.value.draw:
            yield material.finding(quiz.file, ("draw",), "draws nothing: add to `draw`", "draw")
        drawn_from = {draw.source for draw in quiz.value.draw}
        if quiz.value.questions and not drawn_from & {OWN, quiz.scope}:
            message = f"these questions are never asked: draw from `{OWN}`"
            yield material.finding(quiz.file, ("questions",), message, "never-asked")


def _places(material: Material, chapter: Chapter | None) -> tuple[set[str], set[str]]:
    """Return what can be drawn from, and what cannot as it comes after the chapter."""
    chapters = material.course.chapters
    taught = chapters.index(chapter) + 1 if chapter else len(chapters)
    names = [{each.id, *(section.id for section in each.sections)} for each in chapters]
    places = {OWN}.union(*names[:taught])
    return places | ({EARLIER} if chapter else set()), set().union(*names[taught:])


def _nowhere(name: str, places: set[str], later: set[str]) -> str:
    if name in later:
        return f"`{name}` comes after this chapter: draw from what was taught"
    close = get_close_matches(name, sorted(places), n=1)
    advice = f"did you mean `{close[0]}`?" if close else "name a chapter or a section by its id"
    return f"there is no `{name}` to draw from: {advice}"
