"""What came of a quiz: by skill, what went wrong and why, and one thing to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mlmath_tutor.content.questions import Question

from .events import Sure
from .grading.verdict import Verdict


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
class Reread:
    """Read the pitfall that treats the misconception met most."""

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
class QuizResult:
    """The result of a quiz run.

    Attributes:
        scores: the best score of each question by id, 0 to 1; 0 if it was not answered.
        at_once: the ids of the questions fully right at the first answer.
        missed: the ids of the questions never fully right, in order.
        skills: in the order they were met.
        misconceptions: the most frequent first.
        confidence: for each level of confidence that was stated.
    """

    scores: Mapping[str, float]
    at_once: tuple[str, ...]
    missed: tuple[str, ...]
    skills: tuple[SkillResult, ...]
    misconceptions: tuple[Misconception, ...]
    confidence: tuple[Confidence, ...]

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

    @property
    def recommendation(self) -> Recommendation:
        """The one thing to do next."""
        if self.misconceptions:
            return Reread(self.misconceptions[0].block)
        return Retry(self.missed) if self.missed else GoOn()


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
    return QuizResult(
        scores=scores,
        at_once=tuple(name for name, tried in tries.items() if tried and tried[0].score >= 1.0),
        missed=tuple(name for name, score in scores.items() if score < 1.0),
        skills=_by_skill(questions, scores),
        misconceptions=_misconceptions(a for tried in tries.values() for a in tried),
        confidence=_confidence([tried[0] for tried in tries.values() if tried]),
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
    met = Counter(a.verdict.misconception for a in attempts if a.verdict.misconception)
    return tuple(Misconception(block, times) for block, times in met.most_common())


def _confidence(first: Sequence[Attempt]) -> tuple[Confidence, ...]:
    levels: tuple[Sure, ...] = ("guess", "think", "sure")
    stated = ((level, [a for a in first if a.sure == level]) for level in levels)
    return tuple(
        Confidence(level, len(given), sum(a.score >= 1.0 for a in given))
        for level, given in stated
        if given
    )
