"""Which quizzes there are, and which questions one of them asks.

A section's quiz asks all its questions; a chapter's, and those of the whole course, draw
some from several places; practice goes through what there is on a section or a skill.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from mlmath_tutor.content.course import Chapter, Course, Section
from mlmath_tutor.content.drawn_quiz import DIAGNOSTIC, EARLIER, FINAL, OWN, DrawnQuiz
from mlmath_tutor.content.quizzes import AnyQuestion
from mlmath_tutor.content.text import Text

from .drawing import Dice, apart, drawn
from .progress import Progress

# A drawn quiz is offered from so many questions on, or from all it asks if that is fewer.
ENOUGH = 10

Kind = Literal["section", "chapter", "final", "diagnostic", "question", "skill"]


@dataclass(frozen=True, slots=True)
class QuizPlan:
    """A quiz that can be taken.

    Attributes:
        kind: what it is about; a quiz on a skill is always practice.
        scope: the id of that: of a section, a chapter, a question, a skill; `course`.
        name: what the learner calls it: a number, else the id.
        title: of what it is about.
        practice: whether it leaves results and the schedule alone.
        pools: what to draw from and how many; of one pool with no number all are asked.
    """

    kind: Kind
    scope: str
    name: str
    title: Text
    practice: bool
    pools: tuple[Pool, ...]

    @property
    def count(self) -> int:
        """How many questions are asked."""
        return min(self.wanted, len(self._all))

    @property
    def wanted(self) -> int:
        """How many questions are asked once enough are written."""
        return sum(len(p.questions) if p.count is None else p.count for p in self.pools)

    @property
    def draws(self) -> bool:
        """Whether some questions are drawn, not all asked."""
        return any(pool.count is not None for pool in self.pools)

    @property
    def written(self) -> int:
        """How many of those wanted are written where they are to be drawn from.

        Others take the place of those that are not.
        """
        return sum(min(len(p.questions), p.count or len(p.questions)) for p in self.pools)

    @property
    def is_ready(self) -> bool:
        """Whether enough questions are written, where they are drawn from, for it to be offered."""
        return self.written >= max(1, min(ENOUGH, self.wanted))

    @property
    def _all(self) -> dict[str, AnyQuestion]:
        return {question.id: question for pool in self.pools for question in pool.questions}

    def questions(
        self, progress: Progress | None, seed: int, *, shuffled: bool = True
    ) -> tuple[AnyQuestion, ...]:
        """Return the questions to ask, in order; the same ones for the same seed and progress.

        Args:
            progress: questions answered wrong at the last first try are preferred.
            seed: what is drawn, and the order, depend on it.
            shuffled: whether the questions of a section come in a new order.
        """
        if self.draws:
            return apart(self._drawn(progress, Dice(seed, self.scope)), seed)
        asked = tuple(self._all.values())
        return apart(asked, seed) if shuffled or self.practice else asked

    def _drawn(self, progress: Progress | None, dice: Dice) -> tuple[AnyQuestion, ...]:
        """Draw from each pool; what one lacks is taken from the others."""

        def missed(question: AnyQuestion) -> bool:
            first = progress.first_try(question.id) if progress is not None else None
            return first is not None and first < 1.0

        taken: dict[str, AnyQuestion] = {}
        for pool in self.pools:
            left = [q for q in pool.questions if q.id not in taken]
            found = drawn(dice.shuffled(left), pool.count or 0, missed)
            taken |= {question.id: question for question in found}
        left = [q for name, q in self._all.items() if name not in taken]
        found = drawn(dice.shuffled(left), self.count - len(taken), missed)
        return (*taken.values(), *found)


@dataclass(frozen=True, slots=True)
class Pool:
    """Questions to draw from, and how many to draw; None for all."""

    questions: tuple[AnyQuestion, ...]
    count: int | None = None


def quiz_plan(course: Course, name: str, *, practice: bool = False) -> QuizPlan | None:
    """Return the quiz that `name` means, or None: the id, number or label of what it is about.

    A question, or a chapter without a quiz file, can be asked about, too. What is not yet
    written has a plan without questions.
    """
    if section := course.section(name):
        every = (Pool(section.questions),)
        return QuizPlan("section", section.id, section.number, section.title, practice, every)
    if chapter := course.chapter(name):
        pools = _pools(course, chapter.quiz, chapter) if chapter.quiz else ()
        every = (Pool(chapter.questions),)
        chosen = every if practice or not pools else pools
        title = chapter.quiz.title if chapter.quiz else chapter.title
        return QuizPlan("chapter", chapter.id, chapter.number, title, practice, chosen)
    if (quiz := {FINAL: course.final, DIAGNOSTIC: course.diagnostic}.get(name)) is not None:
        kind: Kind = "final" if name == FINAL else "diagnostic"
        return QuizPlan(kind, name, name, quiz.title, False, _pools(course, quiz, None))
    if question := course.question(name):
        return _about_question(course, question, name, practice=practice)
    if skill := course.skill(name):
        asked = (Pool(tuple(q for q in course.questions if skill.id in q.skills)),)
        return QuizPlan("skill", skill.id, skill.id, skill.title, True, asked)
    return None


def asked_again(course: Course, names: Iterable[str], seed: int) -> tuple[AnyQuestion, ...]:
    """Return the questions with these ids that are still there, in an order of their own."""
    return apart(tuple(found for name in names if (found := course.question(name))), seed)


def drawn_quizzes(course: Course) -> Iterator[QuizPlan]:
    """Yield the quizzes that draw their questions: of chapters, then of the whole course."""
    names = [chapter.id for chapter in course.chapters if chapter.quiz is not None]
    for name in (*names, FINAL, DIAGNOSTIC):
        if (plan := quiz_plan(course, name)) is not None:
            yield plan


def offered_quizzes(course: Course) -> Iterator[QuizPlan]:
    """Yield those of `drawn_quizzes` for which enough is written."""
    return (plan for plan in drawn_quizzes(course) if plan.is_ready)


def _about_question(
    course: Course, question: AnyQuestion, name: str, *, practice: bool
) -> QuizPlan:
    owners: tuple[Section | Chapter, ...] = (*course.sections, *course.chapters)
    owner = next((each for each in owners if question in each.questions), None)
    title = question.title or (owner.title if owner else course.file.title)
    pools = (Pool((question,)),)
    return QuizPlan("question", question.id, name, title, practice, pools)


def _pools(course: Course, quiz: DrawnQuiz, chapter: Chapter | None) -> tuple[Pool, ...]:
    return tuple(
        Pool(_source(course, draw.source, quiz, chapter), draw.count) for draw in quiz.draw
    )


def _source(
    course: Course, name: str, quiz: DrawnQuiz, chapter: Chapter | None
) -> tuple[AnyQuestion, ...]:
    """Return the questions that `name` stands for in `draw`; none for what is not there."""
    if name == OWN:
        return quiz.questions
    if name == EARLIER and chapter is not None:
        before = course.chapters[: course.chapters.index(chapter)]
        return tuple(q for each in before for q in each.questions)
    found = course.chapter(name) or course.section(name)
    return found.questions if found else ()
