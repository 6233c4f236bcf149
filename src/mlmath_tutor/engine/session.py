"""A quiz as a state machine without a screen, made of the events it records.

Every step is first recorded, then taken; coming back takes the recorded steps again. So a
quiz that was left, in whatever way, is exactly where it was.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, assert_never

from mlmath_tutor.content.course import Course
from mlmath_tutor.content.questions import (
    DerivationQuestion,
    Option,
    Question,
    Recall,
    has_solution,
)
from mlmath_tutor.content.quizzes import AnyQuestion
from mlmath_tutor.content.text import Text

from .events import Answered, AnyPayload, Quiz, Step, Sure
from .evidence import Evidence, Trial
from .grading import grade, options_in_order, trial
from .grading.verdict import Verdict
from .posing import CannotPoseError, Posed, pose_all
from .progress import Progress
from .quiz_result import Attempt, QuizResult, quiz_result
from .quiz_run import QuizRun


class Recorder(Protocol):
    """Keeps what happened; on return it is kept."""

    def record(self, payload: AnyPayload) -> None:
        """Keep `payload`."""


@dataclass(slots=True)
class _Asked:
    """What happened to one question: attempts, rungs of help shown, whether it was put off."""

    attempts: list[Attempt] = field(default_factory=list)
    rungs: int = 0
    put_off: bool = False
    marked: bool = False

    @property
    def best(self) -> float:
        return max((attempt.score for attempt in self.attempts), default=0.0)


class Session:
    """One sitting at a quiz. `start` begins one, `resume` goes on with one.

    Questions come in order; one that is passed without an answer, or marked, comes back once
    at the end. Answering again is always possible and never lowers a score.
    """

    def __init__(
        self,
        run: str,
        scope: str,
        posed: Sequence[Posed],
        seed: int,
        recorder: Recorder,
        *,
        practice: bool = False,
    ) -> None:
        if not posed:
            raise ValueError("a quiz needs at least one question")
        self.run = run
        self.scope = scope
        self.seed = seed
        self.practice = practice
        self.finished = False
        self._recorder = recorder
        self._posed = {each.question.id: each for each in posed}
        self._questions = {name: each.question for name, each in self._posed.items()}
        self._asked = {name: _Asked() for name in self._posed}
        self._ahead = deque(self._questions)
        self._behind: list[str] = []
        self._current = self._ahead.popleft()

    @classmethod
    def start(
        cls,
        run: str,
        scope: str,
        questions: Sequence[AnyQuestion],
        seed: int,
        recorder: Recorder,
        given: Mapping[str, Sequence[str]] | None = None,
        *,
        practice: bool = False,
    ) -> Session:
        """Begin a quiz and record that.

        Args:
            run: a new random id.
            scope: the id of what it is about.
            questions: in the order to ask them in, at least one.
            seed: what variants and the order of options are drawn from.
            recorder: where events go.
            given: by question id, the variants asked before (`Progress.given`).
            practice: whether it leaves results and the schedule alone.

        Raises:
            CannotPoseError: none of the questions can be made.
        """
        posed = pose_all(questions, seed, given=given)
        session = cls(run, scope, posed, seed, recorder, practice=practice)
        notes = tuple(each.variant for each in posed)
        started = Quiz(
            run=run,
            scope=scope,
            step="started",
            questions=tuple(session._posed),
            seed=seed,
            variants=notes if any(notes) else (),
            practice=practice,
        )
        recorder.record(started)
        return session

    @classmethod
    def resume(
        cls,
        progress: Progress,
        course: Course,
        scope: str,
        recorder: Recorder,
        *,
        practice: bool = False,
    ) -> Session | None:
        """Go on with the quiz about `scope` that was left in the middle, or return None."""
        run = progress.open_quiz(scope, practice=practice)
        return None if run is None else cls.again(run, course, recorder)

    @classmethod
    def again(cls, run: QuizRun, course: Course, recorder: Recorder) -> Session | None:
        """Take all steps of `run` again, or return None if none of its questions is left."""
        found = [each for name in run.questions if (each := course.question(name))]
        try:
            posed = pose_all(found, run.seed, notes=run.variants)
        except CannotPoseError:
            return None
        if not posed:
            return None
        session = cls(run.run, run.scope, posed, run.seed, recorder, practice=run.practice)
        for step in run.history:
            session._take(step)
        return session

    @property
    def question(self) -> Question:
        """The question shown."""
        return self._questions[self._current]

    @property
    def variant(self) -> str:
        """The note of the variant shown, or "" where a question has no variants."""
        return self._posed[self._current].variant

    @property
    def posed(self) -> tuple[Posed, ...]:
        """All questions in order, each with the note of its variant."""
        return tuple(self._posed.values())

    @property
    def has_variants(self) -> bool:
        """Whether another seed would ask other variants."""
        return any(each.variant for each in self._posed.values())

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(self._questions.values())

    @property
    def number(self) -> int:
        """The place of the question shown among all, from 1."""
        return list(self._questions).index(self._current) + 1

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(bool(asked.attempts) for asked in self._asked.values())

    @property
    def options(self) -> tuple[Option, ...]:
        """The options of the question shown, in the order to show them in."""
        return options_in_order(self.question, self.seed)

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The answers to the question shown, in order."""
        return tuple(self._here.attempts)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on the last answer to the question shown, or None before the first.

        Also None if the question has changed so much since that the answer cannot be read.
        """
        last = self._here.attempts[-1].verdict if self._here.attempts else None
        return last if last and last.valid else None

    @property
    def solved(self) -> bool:
        """Whether the question shown was answered fully right."""
        return self._here.best >= 1.0

    @property
    def is_marked(self) -> bool:
        """Whether the learner wants to return to the question shown."""
        return self._here.marked

    @property
    def hints(self) -> tuple[Text, ...]:
        """The hints shown so far for the question shown."""
        return self.question.hints[: self._here.rungs]

    @property
    def solution_shown(self) -> bool:
        """Whether the worked solution was asked for after the last hint."""
        return self._here.rungs > len(self.question.hints)

    @property
    def can_hint(self) -> bool:
        """Whether there is a hint, or the solution, to show: not before the first attempt."""
        rungs = len(self.question.hints) + has_solution(self.question)
        return bool(self._here.attempts) and self._here.rungs < rungs

    @property
    def is_last(self) -> bool:
        """Whether going on finishes the quiz."""
        return not self._ahead

    @property
    def can_go_back(self) -> bool:
        """Whether another question was shown before this one."""
        return bool(self._behind)

    def trial(self, answer: str) -> Trial | None:
        """Return the run whose evidence `judge` needs for the answer, if it needs one."""
        return trial(self.question, answer)

    @property
    def asks_how_sure(self) -> bool:
        """Whether to ask how sure the learner is: before the first verdict on a question.

        Not where they grade themselves: that verdict is their own. And not between the lines
        of a derivation, each of which is judged as it is written.
        """
        never = isinstance(self.question, Recall | DerivationQuestion)
        return not self._here.attempts and not never

    def judge(self, answer: str, evidence: Evidence | None = None) -> Verdict:
        """Judge an answer to the question shown without giving it: nothing is recorded."""
        return grade(self.question, answer, seed=self.seed, evidence=evidence)

    def submit(
        self, answer: str, sure: Sure | None = None, *, evidence: Evidence | None = None
    ) -> Verdict:
        """Answer the question shown. The answer is recorded before its verdict is returned.

        An answer that cannot be read, or that could not be tried, is not recorded and costs
        nothing.
        """
        verdict = self.judge(answer, evidence)
        if verdict.valid:
            self._do(
                Answered(
                    question=self._current,
                    version=self.question.version,
                    answer=verdict.answer,
                    score=verdict.score,
                    note=verdict.note,
                    quiz=self.run,
                    variant=self.variant,
                    sure=sure,
                    hints=self._here.rungs,
                    evidence=evidence,
                )
            )
        return verdict

    def advance(self) -> None:
        """Go on: to the next question, or to the end. Unanswered, this one comes back once."""
        if self._ahead:
            self._do(self._step("moved", self._ahead[0]))
        else:
            self.finish()

    def go_back(self) -> None:
        """Show the question before this one again."""
        if self._behind:
            self._do(self._step("back", self._behind[-1]))

    def mark(self) -> None:
        """Return to the question shown at the end, or no longer."""
        self._do(self._step("marked", self._current))

    def hint(self) -> None:
        """Show the next hint and, after the last one, the worked solution."""
        if self.can_hint:
            self._do(self._step("hinted", self._current))

    def finish(self) -> None:
        """End the quiz."""
        if not self.finished:
            self._do(self._step("finished", ""))

    def result(self) -> QuizResult:
        """Return what came of it, so far or in the end."""
        attempts = {name: tuple(asked.attempts) for name, asked in self._asked.items()}
        return quiz_result(self.questions, attempts)

    @property
    def _here(self) -> _Asked:
        return self._asked[self._current]

    def _step(self, step: Step, question: str) -> Quiz:
        return Quiz(run=self.run, scope=self.scope, step=step, question=question)

    def _do(self, what: Quiz | Answered) -> None:
        """Record a step, then take it: nothing is shown that is not kept."""
        self._recorder.record(what)
        self._take(what)

    def _take(self, what: Quiz | Answered) -> None:
        """Take a step, made now or recorded before; there is none to a question that is gone."""
        if isinstance(what, Quiz) and what.step == "finished":
            self.finished = True
        if what.question not in self._asked:
            return
        if isinstance(what, Quiz):
            self._take_step(what.step, what.question)
        else:
            attempt = Attempt(what.answer, what.score, self._judged_again(what), what.sure)
            self._asked[what.question].attempts.append(attempt)

    def _judged_again(self, what: Answered) -> Verdict:
        """Judge a recorded answer, unless it was given to a variant that is there no longer."""
        posed = self._posed[what.question]
        if what.variant != posed.variant:
            return Verdict(valid=False, score=0.0, note="unreadable", answer=what.answer)
        return grade(posed.question, what.answer, seed=self.seed, evidence=what.evidence)

    def _take_step(self, step: Step, question: str) -> None:
        asked = self._asked[question]
        match step:
            case "moved":
                self._move_on(question)
            case "back":
                self._move_back(question)
            case "marked":
                asked.marked = not asked.marked
            case "hinted":
                asked.rungs += 1
            case "started" | "finished":
                pass
            case _:
                assert_never(step)

    def _move_on(self, to: str) -> None:
        if to == self._current:
            return  # another process showing this quiz has moved on already
        here = self._here
        if here.marked or not (here.attempts or here.put_off):
            here.put_off, here.marked = True, False
            self._ahead.append(self._current)
        self._behind.append(self._current)
        self._show(to)

    def _move_back(self, to: str) -> None:
        self._ahead.appendleft(self._current)
        if self._behind and self._behind[-1] == to:
            self._behind.pop()
        self._asked[to].put_off = False
        self._show(to)

    def _show(self, name: str) -> None:
        if name in self._ahead:
            self._ahead.remove(name)
        self._current = name
