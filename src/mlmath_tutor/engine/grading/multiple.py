"""Multiple choice: every option is a decision of its own, to choose it or to leave it."""

from __future__ import annotations

from collections.abc import Sequence

from mlmath_tutor.content.questions import Multiple, Option

from .options import chosen, unreadable
from .verdict import Reason, Verdict


def grade_multiple(question: Multiple, answer: str, shown: Sequence[Option]) -> Verdict:
    """Judge the set chosen: the score is the share of options decided rightly.

    Options chosen or left wrongly are told why; if there are none, those chosen are.
    """
    picked = chosen(question.options, answer, shown, several=True)
    if isinstance(picked, Reason):
        return unreadable(answer, picked)
    mistaken = [option for option in question.options if option.correct != (option in picked)]
    total = len(question.options)
    decided = Reason("grading.decided", {"right": total - len(mistaken), "total": total})
    told = [option.say for option in (mistaken or picked)]
    blamed = (option.misconception for option in mistaken if not option.correct)
    return Verdict(
        valid=True,
        score=1.0 - len(mistaken) / total,
        note="+".join(option.id for option in picked),
        feedback=(decided, *told) if mistaken else tuple(told),
        misconception=next((name for name in blamed if name), None),
        answer=" ".join(option.id for option in picked),
    )
