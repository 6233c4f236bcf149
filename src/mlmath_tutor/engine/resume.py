"""Where a learner who comes back is taken to, and the reason: a fact about this learner."""

from __future__ import annotations

from dataclasses import dataclass

from mlmath_tutor.content.blocks import Derivation
from mlmath_tutor.content.course import Course, Section

from .progress import Place, Progress
from .quiz_run import QuizRun
from .quizzes import quiz_plan
from .reason import Reason


@dataclass(frozen=True, slots=True)
class ResumeQuiz:
    """Go on with the half-finished quiz run `run`, or with practice, about `scope`."""

    scope: str
    practice: bool
    run: str
    fact: Reason


@dataclass(frozen=True, slots=True)
class ResumeSection:
    """Go on reading at a block; `step` counts the derivation steps already revealed."""

    section: str
    block: str
    step: int
    fact: Reason


@dataclass(frozen=True, slots=True)
class TakeQuiz:
    """Take the quiz of a section or chapter that is read and whose quiz was never finished."""

    scope: str
    fact: Reason


@dataclass(frozen=True, slots=True)
class StartSection:
    """Begin a section."""

    section: str
    fact: Reason


@dataclass(frozen=True, slots=True)
class AllDone:
    """Every written section is read."""

    fact: Reason


ResumePoint = ResumeQuiz | ResumeSection | TakeQuiz | StartSection | AllDone


def resume_point(course: Course, progress: Progress) -> ResumePoint:
    """Return the one thing to do now.

    What was left last comes first, be it a quiz or a section; then a quiz left earlier; then
    the quiz of the section just read, and of the chapter with it; then the next unread
    section, counted on from there.
    """
    quiz = _latest_open_quiz(course, progress)
    place = progress.last_place
    here = course.section(place.section) if place else None
    if quiz and (place is None or quiz.latest >= place.time):
        return _go_on_with(quiz)
    if place and here and not progress.section(here).read:
        return _go_on_reading(course, place)
    if quiz:
        return _go_on_with(quiz)
    if here and here.questions and progress.best_result(here.id) is None:
        return TakeQuiz(here.id, Reason("resume.quiz-next", {"count": len(here.questions)}))
    if here and (of_chapter := _quiz_of_chapter(course, progress, here)):
        return of_chapter
    section = _next_unread(course, progress, after=here)
    if section is None:
        return AllDone(Reason("resume.all-done"))
    if left_at := progress.section(section).place:
        return _go_on_reading(course, left_at)
    key = "resume.next-in-course" if progress.last_place else "resume.course-begins"
    return StartSection(section.id, Reason(key))


def _latest_open_quiz(course: Course, progress: Progress) -> QuizRun | None:
    known = [run for run in progress.open_quizzes if quiz_plan(course, run.scope)]
    return max(known, key=lambda run: run.latest, default=None)


def _quiz_of_chapter(course: Course, progress: Progress, here: Section) -> TakeQuiz | None:
    """Return the quiz of the chapter `here` is in, once all of that is read and none was taken."""
    chapter = course.chapter(here.chapter)
    plan = quiz_plan(course, here.chapter)
    if chapter is None or chapter.quiz is None or plan is None or not plan.is_ready:
        return None
    if not all(progress.section(each).read for each in chapter.sections):
        return None
    if progress.best_result(chapter.id) is not None:
        return None
    return TakeQuiz(chapter.id, Reason("resume.chapter-quiz-next", {"count": plan.count}))


def _go_on_with(quiz: QuizRun) -> ResumeQuiz:
    values = {"answered": quiz.answered, "total": len(quiz.questions)}
    key = "resume.practice" if quiz.practice else "resume.quiz"
    return ResumeQuiz(quiz.scope, quiz.practice, quiz.run, Reason(key, values))


def _go_on_reading(course: Course, place: Place) -> ResumeSection:
    return ResumeSection(place.section, place.block, place.step, _stopped_at(course, place))


def _stopped_at(course: Course, place: Place) -> Reason:
    found = course.block(place.block)
    if found is None:
        return Reason("resume.in-section")
    block = found[1]
    if isinstance(block, Derivation) and 0 < place.step < len(block.steps):
        return Reason("resume.at-step", {"step": place.step, "next": place.step + 1})
    return Reason(f"resume.at-{block.__struct_config__.tag}")


def _next_unread(course: Course, progress: Progress, after: Section | None) -> Section | None:
    """Return the next written, unread section, beginning behind `after` and going round."""
    first = course.sections.index(after) + 1 if after else 0
    around = (*course.sections[first:], *course.sections[:first])
    unread = (s for s in around if s.written and not progress.section(s).read)
    return next(unread, None)
