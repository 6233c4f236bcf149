"""What a learner has done so far: a fold over events, never stored, never edited.

Events about things no longer in the course are followed through `formerly:` or ignored:
the course may change under a learner, who loses nothing by it and never sees an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from mlmath_tutor.content.course import Course, Section
from mlmath_tutor.content.quizzes import AnyQuestion

from .events import (
    Answered,
    Bookmarked,
    Drafted,
    Edited,
    Event,
    Noted,
    Predicted,
    Quiz,
    Reset,
    Run,
    Setting,
    Visit,
)
from .known_questions import by_any_name, questions_of
from .quiz_run import QuizRun, best_of

# Every time zone's days begin at a quarter of an hour.
_QUARTER_SECONDS = 900


@dataclass(frozen=True, slots=True)
class Place:
    """Where the learner was; `step` counts revealed derivation steps, `time` is since 1970."""

    section: str
    block: str
    step: int
    time: float


@dataclass(frozen=True, slots=True)
class SectionState:
    """How far a section is read.

    Attributes:
        seen: the ids of its blocks that were seen.
        fraction: the share of its core blocks seen, 0 to 1.
        minutes_left: of its core path; at least 1 until it is read, then 0.
        place: where the learner was last in it.
    """

    seen: frozenset[str]
    fraction: float
    minutes_left: int
    place: Place | None

    @property
    def read(self) -> bool:
        """Whether every core block was seen."""
        return self.fraction >= 1.0

    @property
    def begun(self) -> bool:
        """Whether any block was seen."""
        return bool(self.seen)


@dataclass(frozen=True, slots=True)
class ProgramRuns:
    """How often a program was run, and how often it ended well."""

    count: int = 0
    ok: int = 0


@dataclass(frozen=True, slots=True)
class SkillState:
    """Of the `questions` on a skill: how many were answered, and how many fully right."""

    questions: int
    tried: int
    right: int


class Progress:
    """The fold. `apply` takes one more event in; the rest asks.

    Args:
        course: what ids are looked up in.
        events: by (time, id), as `Store.events` returns them.
    """

    def __init__(self, course: Course, events: Iterable[Event] = ()) -> None:
        self._course = course
        self._questions = by_any_name(course)
        self._forget_all()
        for event in events:
            self.apply(event)

    def _forget_all(self) -> None:
        self.last_time: float | None = None
        """When the last event happened, in seconds since 1970."""
        self.bookmarks: set[str] = set()
        """The ids of the blocks with a bookmark."""
        self.notes: dict[str, str] = {}
        """The learner's notes by block id."""
        self.settings: dict[str, str] = {}
        """Choices that travel with the learner, by name."""
        self._quarters: set[int] = set()
        self._places: dict[str, Place] = {}
        self._seen: dict[str, set[str]] = {}
        self._steps: dict[str, int] = {}
        self._answers: dict[str, Answered] = {}
        self._best: dict[str, float] = {}
        self._given: dict[str, list[str]] = {}
        self._first: dict[str, float] = {}
        self._predictions: dict[str, Predicted] = {}
        self._runs: dict[str, ProgramRuns] = {}
        self._edits: dict[str, str] = {}
        self._drafts: dict[str, str] = {}
        self._quizzes: dict[str, QuizRun] = {}

    def apply(self, event: Event) -> None:
        """Take in one event that happened after all others taken in."""
        self.last_time = event.time
        match event.what:
            case Reset(scope=scope):
                self._reset(scope)
                return
            case Setting(name=name, value=value):
                self.settings[name] = value
                return
            case Visit() as visit:
                self._visit(visit, event.time)
            case Answered() as answered:
                self._answered(answered, event.time)
            case Quiz() as step:
                self._quiz(step, event.time)
            case Edited() as edited:
                self._edited(edited)
            case Drafted(question=name, text=text):
                if (question := self._questions.get(name)) is not None:
                    _put(self._drafts, question.id, text)
            case Run() | Predicted() | Noted() | Bookmarked() as about_block:
                self._about_block(about_block)
        self._quarters.add(int(event.time // _QUARTER_SECONDS))

    def _visit(self, visit: Visit, time: float) -> None:
        if (found := self._course.block(visit.block)) is None:
            return
        section, block = found
        self._seen.setdefault(section.id, set()).add(block.id)
        self._steps[block.id] = max(visit.step, self._steps.get(block.id, 0))
        self._places[section.id] = Place(section.id, block.id, self._steps[block.id], time)

    def _answered(self, answered: Answered, time: float) -> None:
        if (question := self._questions.get(answered.question)) is None:
            return
        if answered.version == question.version:
            self._answers[question.id] = answered
            self._best[question.id] = max(answered.score, self._best.get(question.id, 0.0))
        if answered.variant and not answered.quiz:
            self._given.setdefault(question.id, []).append(answered.variant)
        run = self._quizzes.get(answered.quiz)
        if run is None or question.id not in run.first:
            self._first[question.id] = answered.score
        if run is not None:
            run.take(answered, question.id, time)

    def _quiz(self, step: Quiz, time: float) -> None:
        if step.step == "started":
            known = [self._questions[name].id for name in step.questions if name in self._questions]
            variants = {
                self._questions[name].id: note
                for name, note in zip(step.questions, step.variants, strict=False)
                if note and name in self._questions
            }
            self._quizzes[step.run] = QuizRun(
                run=step.run,
                scope=step.scope,
                seed=step.seed,
                questions=tuple(known),
                started=time,
                variants=variants,
                practice=step.practice,
                before=dict(self._best),
            )
            for name, note in variants.items():
                self._given.setdefault(name, []).append(note)
        elif run := self._quizzes.get(step.run):
            question = self._questions.get(step.question)
            run.take(step, question.id if question else "", time)

    def _edited(self, edited: Edited) -> None:
        """Take in a program of the learner's: an example's, or an answer not yet given."""
        if (found := self._course.block(edited.program)) is not None:
            _put(self._edits, found[1].id, edited.code)
        elif (question := self._questions.get(edited.program)) is not None:
            _put(self._edits, question.id, edited.code)

    def _about_block(self, what: Run | Predicted | Noted | Bookmarked) -> None:
        name = what.program if isinstance(what, Run) else what.block
        if (found := self._course.block(name)) is None:
            return
        block = found[1].id
        match what:
            case Run(ended=ended):
                before = self.runs(block)
                self._runs[block] = ProgramRuns(before.count + 1, before.ok + (ended == "ok"))
            case Predicted():
                self._predictions[block] = what
            case Noted(text=text):
                _put(self.notes, block, text)
            case Bookmarked(on=on):
                (self.bookmarks.add if on else self.bookmarks.discard)(block)

    def _reset(self, scope: str) -> None:
        if scope == "":
            self._forget_all()
            return
        section, chapter = self._course.section(scope), self._course.chapter(scope)
        for each in (section,) if section else chapter.sections if chapter else ():
            self._forget(each)
        if chapter is not None and chapter.quiz is not None:
            self._forget_answers(chapter.quiz.questions)
        self._quizzes = {name: run for name, run in self._quizzes.items() if run.scope != scope}

    def _forget(self, section: Section) -> None:
        self._seen.pop(section.id, None)
        self._places.pop(section.id, None)
        self._quizzes = {name: r for name, r in self._quizzes.items() if r.scope != section.id}
        for block in section.blocks:
            self.bookmarks.discard(block.id)
            for by_block in (self._steps, self._predictions, self._runs, self._edits, self.notes):
                by_block.pop(block.id, None)
        self._forget_answers(questions_of(section))

    def _forget_answers(self, questions: Iterable[AnyQuestion]) -> None:
        for question in questions:
            self._answers.pop(question.id, None)
            self._drafts.pop(question.id, None)
            self._best.pop(question.id, None)
            self._edits.pop(question.id, None)
            self._first.pop(question.id, None)

    def section(self, section: Section) -> SectionState:
        """Return how far `section` is read."""
        seen = frozenset(self._seen.get(section.id, ()))
        core = {block.id for block in section.blocks if block.path == "core"}
        fraction = len(core & seen) / len(core) if core else 0.0
        left = max(1, round(section.entry.minutes * (1 - fraction))) if fraction < 1 else 0
        return SectionState(seen, fraction, left, self._places.get(section.id))

    @property
    def fraction(self) -> float:
        """The share of the course's core path that is read, by minutes, 0 to 1."""
        minutes = sum(section.entry.minutes for section in self._course.sections)
        read = sum(self.section(s).fraction * s.entry.minutes for s in self._course.sections)
        return read / minutes if minutes else 0.0

    @property
    def last_place(self) -> Place | None:
        """Where the learner was last, or None before the first block."""
        return max(self._places.values(), key=lambda place: place.time, default=None)

    def steps(self, derivation: str) -> int:
        """Return how many steps of a derivation (block id) were revealed."""
        return self._steps.get(derivation, 0)

    def answer(self, question: str) -> Answered | None:
        """Return the last answer to a question (a quiz's or a check's)."""
        return self._answers.get(question)

    def draft(self, question: str) -> str:
        """Return the answer to a question that was begun and not given, or ""."""
        return self._drafts.get(question, "")

    def best(self, question: str) -> float | None:
        """Return the best score of a question, or None if it was never answered."""
        return self._best.get(question)

    @property
    def given(self) -> Mapping[str, Sequence[str]]:
        """By question id, the notes of the variants that were asked, oldest first."""
        return self._given

    def first_try(self, question: str) -> float | None:
        """Return the score of the first answer given when a question was last asked.

        None if it was never answered. Later tries at the same sitting do not count.
        """
        return self._first.get(question)

    def prediction(self, program: str) -> Predicted | None:
        """Return the last prediction made before a program (block id) ran."""
        return self._predictions.get(program)

    def runs(self, program: str) -> ProgramRuns:
        """Return how often a program (block id) was run."""
        return self._runs.get(program, ProgramRuns())

    def edited(self, program: str) -> str | None:
        """Return the learner's version of a program (block or question id), None if unchanged."""
        return self._edits.get(program)

    def quiz_runs(self, scope: str, *, practice: bool = False) -> list[QuizRun]:
        """Return all quiz runs about `scope`, or all practice on it, oldest first."""
        runs = self._quizzes.values()
        return [run for run in runs if run.scope == scope and run.practice == practice]

    def open_quiz(self, scope: str, *, practice: bool = False) -> QuizRun | None:
        """Return the quiz run about `scope` that was left in the middle, if the last one was."""
        runs = self.quiz_runs(scope, practice=practice)
        return runs[-1] if runs and runs[-1].is_open else None

    @property
    def open_quizzes(self) -> list[QuizRun]:
        """Every quiz run left in the middle, and practice: the last one about each thing."""
        last = {(run.scope, run.practice): run for run in self._quizzes.values()}
        return [run for run in last.values() if run.is_open]

    def quiz_run(self, run: str) -> QuizRun | None:
        """Return the quiz run with this id."""
        return self._quizzes.get(run)

    def last_result(self, scope: str, *, practice: bool = False) -> QuizRun | None:
        """Return the quiz run about `scope`, or practice on it, that was finished last."""
        finished = [r for r in self.quiz_runs(scope, practice=practice) if r.finished is not None]
        return max(finished, key=lambda run: run.finished or 0.0, default=None)

    def best_result(self, scope: str) -> QuizRun | None:
        """Return the best finished quiz run about `scope`: see `best_of`."""
        return best_of(self.quiz_runs(scope))

    def skills(self) -> Mapping[str, SkillState]:
        """Return the state of every skill that quiz questions name, in course order."""
        states: dict[str, SkillState] = {}
        for question in self._course.questions:
            best = self.best(question.id)
            for skill in question.skills:
                old = states.get(skill, SkillState(0, 0, 0))
                states[skill] = SkillState(
                    old.questions + 1,
                    old.tried + (best is not None),
                    old.right + (best is not None and best >= 1.0),
                )
        return states

    def days(self, zone: tzinfo | None = None) -> set[date]:
        """Return the days with any study, in `zone` or the machine's own time zone."""
        starts = (quarter * _QUARTER_SECONDS for quarter in self._quarters)
        return {datetime.fromtimestamp(start, zone).date() for start in starts}

    def streak(self, now: float, zone: tzinfo | None = None) -> int:
        """Return how many days in a row were studied, up to today or, failing that, yesterday."""
        days = self.days(zone)
        day = datetime.fromtimestamp(now, zone).date()
        if day not in days:
            day -= timedelta(days=1)
        length = 0
        while day in days:
            length += 1
            day -= timedelta(days=1)
        return length


def _put(where: dict[str, str], name: str, text: str) -> None:
    """Keep `text`; an empty one means that there is none any more."""
    if text:
        where[name] = text
    else:
        where.pop(name, None)
