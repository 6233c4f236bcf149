"""What a finished quiz tells its learner: what changed, what to read again, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mlmath_tutor.content.course import Course
from mlmath_tutor.content.questions import Question

from .progress import Progress
from .quiz_result import QuizResult
from .quiz_run import QuizRun
from .session import Session


@dataclass(frozen=True, slots=True)
class Reread:
    """Read the pitfall that treats a misconception met."""

    section: str
    block: str


@dataclass(frozen=True, slots=True)
class Retry:
    """Try the questions not fully right once more."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoOn:
    """Nothing is left to do here: go on in the course."""


Recommendation = Reread | Retry | GoOn


@dataclass(frozen=True, slots=True)
class SkillChange:
    """What a quiz changed on a skill.

    Attributes:
        skill: its id.
        scores: the best score, 0 to 1, of each question of the quiz on it, in order.
        before: how many of all questions on it had been answered fully right before.
        now: how many have been now.
        of: how many questions on it there are.
    """

    skill: str
    scores: tuple[float, ...]
    before: int
    now: int
    of: int


@dataclass(frozen=True, slots=True)
class ToRead:
    """Something to read again: a section, or a block of it."""

    section: str
    block: str | None


@dataclass(frozen=True, slots=True)
class QuizReport:
    """The result of a quiz run beside what was before it.

    Attributes:
        result: what came of it by itself.
        skills: in the order they were met.
        sure_but_wrong: the questions whose first answer was sure, and wrong.
        to_read: the pitfalls met, then the sections of what else was missed; best first.
        gain: how many more questions were right than the last time, if as many were asked.
        minutes: spent on it, at least 1.
    """

    result: QuizResult
    skills: tuple[SkillChange, ...]
    sure_but_wrong: tuple[Question, ...]
    to_read: tuple[ToRead, ...]
    gain: int | None
    minutes: int

    @property
    def recommendation(self) -> Recommendation:
        """The one thing to do next."""
        for each in self.to_read:
            if each.block is not None:
                return Reread(each.section, each.block)
        return Retry(self.result.missed) if self.result.missed else GoOn()


def quiz_report(session: Session, course: Course, progress: Progress) -> QuizReport:
    """Sum up a session, finished or not, for the learner whose `progress` has taken it in."""
    result = session.result()
    run = progress.quiz_run(session.run)
    sure = tuple(q for q in session.questions if q.id in result.sure_but_wrong)
    return QuizReport(
        result=result,
        skills=tuple(_changes(result, course, progress, run)),
        sure_but_wrong=sure,
        to_read=tuple(_to_read(session, result, course)),
        gain=_gain(result, progress, run),
        minutes=max(1, round((run.seconds if run else 0.0) / 60)),
    )


def _changes(
    result: QuizResult, course: Course, progress: Progress, run: QuizRun | None
) -> Iterator[SkillChange]:
    before = run.before if run else {}
    for each in result.skills:
        ids = [question.id for question in course.questions if each.skill in question.skills]
        yield SkillChange(
            each.skill,
            each.scores,
            before=sum(before.get(name, 0.0) >= 1.0 for name in ids),
            now=sum((progress.best(name) or 0.0) >= 1.0 for name in ids),
            of=len(ids),
        )


def _to_read(session: Session, result: QuizResult, course: Course) -> Iterator[ToRead]:
    """Yield pitfalls, those of answers that were sure first; then sections no pitfall is in."""
    told: set[str] = set()
    for met in result.misconceptions:
        if found := course.block(met.block):
            told.add(found[0].id)
            yield ToRead(found[0].id, found[1].id)
    missed = [q for q in session.questions if q.id in result.missed]
    for name in (skill for question in missed for skill in question.skills):
        skill = course.skill(name)
        section = course.section(skill.section) if skill else None
        if section is not None and section.written and section.id not in told:
            told.add(section.id)
            yield ToRead(section.id, None)


def _gain(result: QuizResult, progress: Progress, run: QuizRun | None) -> int | None:
    """Return the difference to the finished run before, where it asked as many questions."""
    if run is None or run.practice:
        return None
    before = [r for r in progress.quiz_runs(run.scope) if r.finished and r.run != run.run]
    before = [r for r in before if r.started < run.started]
    if not before or len(before[-1].questions) != result.total:
        return None
    return result.right - before[-1].right
