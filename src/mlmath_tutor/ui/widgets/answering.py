"""Where the learner is with a question."""

from __future__ import annotations

from dataclasses import dataclass

from mlmath_tutor.content.questions import Option, Question
from mlmath_tutor.engine.grading.verdict import Verdict


@dataclass
class Answering:
    """Where the learner is with a question: what is chosen, what was said, what help was taken."""

    options: tuple[Option, ...] = ()
    chosen: tuple[str, ...] = ()
    typed: str = ""
    verdict: Verdict | None = None
    tries: int = 0
    hints: int = 0
    others: bool = False

    @property
    def right(self) -> bool:
        """Whether the answer shown is fully right."""
        return self.verdict is not None and self.verdict.right


def rungs(question: Question) -> int:
    """The hints, and the worked solution as the last rung."""
    return len(question.hints) + (1 if question.solution else 0)
