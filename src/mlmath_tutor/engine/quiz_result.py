"""What came of a quiz: by skill, what went wrong and why, how sure the answers were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mlmath_tutor.content.questions import Question

from .events import Sure
from .grading.verdict import Verdict

ENOUGH = 3  # answers given with one confidence from which something is said of it
BOLD_BELOW = 0.8  # the share of right ones below which sure answers were too bold


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer: as recorded, the score it got then, what grading says of it, how sure it was."""

    answer: str
    score: float
    verdict: Verdict
    sure: Sure | None


@dataclass(frozen=True, slots=True)
class SkillResult:
    """The best score, 0 to 1, of each question on a skill, in the order of the quiz."""

    skill: str
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Misconception:
    """A misconception met: the id of the pitfall block that treats it, and how often."""

    block: str
    times: int


@dataclass(frozen=True, slots=True)
class Confidence:
    """How often the first answer was given with this confidence, and how often it was right."""

    sure: Sure
    times: int
    right: int


@dataclass(frozen=True, slots=True)
class QuizResult:
    """The result of a quiz run.

    Attributes:
        scores: the best score of each question by id, 0 to 1; 0 if it was not answered.
        at_once: the ids of the questions fully right at the first answer.
        missed: the ids of the questions never fully right, in order.
        sure_but_wrong: the ids of the questions whose first answer was sure, and wrong.
        skills: in the order they were met.
        misconceptions: those of answers that were sure first, then the most frequent.
        confidence: for each level of confidence that was stated.
    """

    scores: Mapping[str, float]
    at_once: tuple[str, ...]
    missed: tuple[str, ...]
    sure_but_wrong: tuple[str, ...]
    skills: tuple[SkillResult, ...]
    misconceptions: tuple[Misconception, ...]
    confidence: tuple[Confidence, ...]

    @property
    def calibration(self) -> Literal["bold", "modest"] | None:
        """Whether sure answers were wrong too often, or guesses right; None if neither shows."""
        shares = {c.sure: c.right / c.times for c in self.confidence if c.times >= ENOUGH}
        if shares.get("sure", 1.0) < BOLD_BELOW:
            return "bold"
        return "modest" if shares.get("guess", 0.0) >= BOLD_BELOW else None

    @property
    def total(self) -> int:
        """The number of questions."""
        return len(self.scores)

    @property
    def right(self) -> int:
        """The number of questions answered fully right."""
        return self.total - len(self.missed)

    @property
    def score(self) -> float:
        """The mean score, 0 to 1."""
        return sum(self.scores.values()) / self.total


def quiz_result(
    questions: Sequence[Question], attempts: Mapping[str, Sequence[Attempt]]
) -> QuizResult:
    """Sum up a quiz.

    Args:
        questions: in the order of the quiz, at least one.
        attempts: by question id, in order of time.
    """
    tries = {question.id: tuple(attempts.get(question.id, ())) for question in questions}
    scores = {name: max((a.score for a in tried), default=0.0) for name, tried in tries.items()}
    first = {name: tried[0] for name, tried in tries.items() if tried}
    return QuizResult(
        scores=scores,
        at_once=tuple(name for name, attempt in first.items() if attempt.score >= 1.0),
        missed=tuple(name for name, score in scores.items() if score < 1.0),
        sure_but_wrong=tuple(name for name, each in first.items() if _sure_but_wrong(each)),
        skills=_by_skill(questions, scores),
        misconceptions=_misconceptions(a for tried in tries.values() for a in tried),
        confidence=_confidence(tuple(first.values())),
    )


def _by_skill(
    questions: Sequence[Question], scores: Mapping[str, float]
) -> tuple[SkillResult, ...]:
    found: dict[str, list[float]] = {}
    for question in questions:
        for skill in question.skills:
            found.setdefault(skill, []).append(scores[question.id])
    return tuple(SkillResult(skill, tuple(each)) for skill, each in found.items())


def _misconceptions(attempts: Iterable[Attempt]) -> tuple[Misconception, ...]:
    met: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    for attempt in attempts:
        if block := attempt.verdict.misconception:
            met[block] += 1
            sure[block] += _sure_but_wrong(attempt)
    blocks = sorted(met, key=lambda block: (-sure[block], -met[block]))
    return tuple(Misconception(block, met[block]) for block in blocks)


def _sure_but_wrong(attempt: Attempt) -> bool:
    return attempt.sure == "sure" and attempt.score < 1.0


def _confidence(first: Sequence[Attempt]) -> tuple[Confidence, ...]:
    levels: tuple[Sure, ...] = ("guess", "think", "sure")
    stated = ((level, [a for a in first if a.sure == level]) for level in levels)
    return tuple(
        Confidence(level, len(given), sum(a.score >= 1.0 for a in given))
        for level, given in stated
        if given
    )
