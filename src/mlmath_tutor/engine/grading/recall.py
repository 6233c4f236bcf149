"""Recall: said from memory, compared with the points, graded by the learner."""

from __future__ import annotations

import unicodedata

from mlmath_tutor.content.questions import Option, Recall
from mlmath_tutor.content.text import Text
from mlmath_tutor.i18n import say

from .verdict import Reason, Verdict

TO_COMPARE = "to-compare"
_SCORES = {"good": 1.0, "partly": 0.5, "no": 0.0}


def _message(key: str) -> Text:
    return Text(ja=say("ja", key), en=say("en", key))


def self_grades() -> tuple[Option, ...]:
    """Return the grades to choose from: good, partly, no."""
    return tuple(
        Option(
            id=name,
            text=_message(f"grading.recall-{name}"),
            say=_message(f"grading.recalled-{name}"),
            correct=score == 1.0,
        )
        for name, score in _SCORES.items()
    )


def grade_recall(question: Recall, answer: str) -> Verdict:
    """Take the learner's own grade (`good`, `partly`, `no`, or 1, 2, 3).

    Anything else is what was recalled: it is not judged, and the points to compare it with
    are told (note `to-compare`).
    """
    word = unicodedata.normalize("NFKC", answer).strip().casefold()
    names = list(_SCORES)
    name = names[int(word) - 1] if word in ("1", "2", "3") else word
    if name not in _SCORES:
        asked = Reason("grading.recall-compare")
        return Verdict(valid=False, score=0.0, note=TO_COMPARE, feedback=(asked, *question.points))
    told = next(option.say for option in self_grades() if option.id == name)
    return Verdict(
        valid=True,
        score=_SCORES[name],
        note=name,
        feedback=(told, *question.points),
        answer=name,
    )
