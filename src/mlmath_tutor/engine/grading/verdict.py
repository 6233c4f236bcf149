"""What grading says about an answer. No sentences: keys with values, said later by `i18n`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.reason import Reason

__all__ = ["Reason", "Verdict", "Witness"]


@dataclass(frozen=True, slots=True)
class Witness:
    """A point at which a typed expression differs from the right one.

    Attributes:
        point: the value of each symbol; empty where there are none.
        yours: the value of what was typed, or None if it has none there.
        right: the value of the right expression.
    """

    point: Mapping[str, Fraction]
    yours: float | None
    right: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one answer.

    Attributes:
        valid: False if the answer could not be read; it is then neither right nor wrong.
        score: 0 (wrong) to 1 (right). 0 when not valid.
        note: a name for this answer that holds no random value, so that answers can be
            counted: option ids joined by "+", a diagnosis' name, "right", "wrong", one of
            the causes that `numeric` knows by itself, or "unreadable".
        feedback: why, in order; course text or a message of the app.
        reading: how the answer was read, as LaTeX, or None where there is nothing to read.
        misconception: the id of the pitfall behind this answer, if it is known.
        answer: the answer in a form that means the same in whatever order options are
            shown: option ids joined by spaces, or the text as it was typed.
        witness: for typed mathematics, where it differs from what is right.
        line: the line of the learner's program at which it failed, or None.
    """

    valid: bool
    score: float
    note: str
    feedback: tuple[Text | Reason, ...] = ()
    reading: str | None = None
    misconception: str | None = None
    answer: str = ""
    witness: Witness | None = None
    line: int | None = None

    @property
    def right(self) -> bool:
        """Whether full credit was given."""
        return self.valid and self.score >= 1.0
