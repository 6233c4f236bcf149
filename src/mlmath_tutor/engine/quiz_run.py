"""One sitting at a quiz, as the events of it tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from .events import Answered, Quiz

PAUSE = 300.0  # seconds without a key after which the learner was elsewhere


@dataclass(slots=True)
class QuizRun:
    """A quiz run, begun and perhaps finished.

    Attributes:
        run: the id of this sitting.
        scope: the id of what it is about.
        seed: what its variants and the order of options are drawn from.
        questions: ids in order.
        started: seconds since 1970, as all times here.
        variants: by question id, the note of the variant asked.
        practice: whether it counts neither as a result nor in the schedule.
        before: the best score of every question answered before it, by id.
        latest: when something last happened in it.
        finished: None while it is open.
        history: everything that happened after the start, in order.
        first: the score of the first answer to each question.
        seconds: spent on it, longer pauses left out.
    """

    run: str
    scope: str
    seed: int
    questions: tuple[str, ...]
    started: float
    variants: Mapping[str, str] = field(default_factory=dict)
    practice: bool = False
    before: Mapping[str, float] = field(default_factory=dict)
    latest: float = field(init=False)
    finished: float | None = None
    history: list[Quiz | Answered] = field(default_factory=list)
    first: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    def __post_init__(self) -> None:
        self.latest = self.started

    def take(self, what: Quiz | Answered, question: str, time: float) -> None:
        """Take in what happened; `question` is the id its question has now, "" if it is gone."""
        if time - self.latest <= PAUSE:
            self.seconds += time - self.latest
        self.latest = time
        if isinstance(what, Quiz) and what.step == "finished":
            self.finished = time
        if isinstance(what, Answered):
            self.first.setdefault(question, what.score)
        if question != what.question:
            what = msgspec.structs.replace(what, question=question)
        self.history.append(what)

    @property
    def is_open(self) -> bool:
        """Whether it can be gone on with."""
        return self.finished is None and bool(self.questions)

    @property
    def best(self) -> dict[str, float]:
        """The best score of each question answered in this run: a later try never lowers it."""
        scores: dict[str, float] = {}
        for what in self.history:
            if isinstance(what, Answered) and what.question in self.questions:
                scores[what.question] = max(what.score, scores.get(what.question, 0.0))
        return scores

    @property
    def score(self) -> float:
        """The mean of the best scores over all questions, 0 to 1."""
        return sum(self.best.values()) / len(self.questions) if self.questions else 0.0

    @property
    def right(self) -> int:
        """How many questions were answered fully right."""
        return sum(score >= 1.0 for score in self.best.values())

    @property
    def missed(self) -> tuple[str, ...]:
        """The questions never answered fully right, in order."""
        best = self.best
        return tuple(name for name in self.questions if best.get(name, 0.0) < 1.0)

    @property
    def answered(self) -> int:
        """How many questions were answered."""
        return len(self.best)


def best_of(runs: Iterable[QuizRun]) -> QuizRun | None:
    """Return the finished run with the most points, the latest of equals; None if there is none.

    A run over some of the questions of one before it (those missed) does not outdo that one,
    and a quiz that has grown since does not take a better result away.
    """
    finished = sorted((r for r in runs if r.finished is not None), key=lambda r: r.finished or 0.0)
    asked = [frozenset(run.questions) for run in finished]
    whole = [
        run
        for place, run in enumerate(finished)
        if not any(asked[place] < before for before in asked[:place])
    ]
    return max(whole, key=lambda run: (sum(run.best.values()), run.finished or 0.0), default=None)
