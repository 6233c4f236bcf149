"""A text with gaps: each judged by itself, credit per gap."""

from __future__ import annotations

import re
from typing import assert_never

from mlmath_tutor.content.questions import Blank, ChoiceBlank, Cloze, NumberBlank
from mlmath_tutor.content.text import Text, said
from mlmath_tutor.engine.arithmetic import UnreadableError, value
from mlmath_tutor.engine.arithmetic_reader import read

from .numbers import is_within
from .options import one_of, unreadable
from .verdict import Reason, Verdict

_BETWEEN = re.compile(r"\s*[;；\n]\s*")
_LABEL = re.compile(r"\s*\[?\d+\]?\s*[=:：＝]\s*")


def grade_cloze(question: Cloze, answer: str) -> Verdict:
    """Judge the gaps: their answers in order, separated by `;` (or spaces, if none has one).

    The wrong ones are told why; an answer that leaves a gap out cannot be judged.
    """
    given = _parts(answer, len(question.blanks))
    if len(given) != len(question.blanks):
        count = Reason("grading.cloze-count", {"count": len(question.blanks)})
        return unreadable(answer, count)
    judged = [_gap(blank, text) for blank, text in zip(question.blanks, given, strict=True)]
    for number, verdict in enumerate(judged, 1):
        if not verdict.valid:
            place = Reason("grading.cloze-gap", {"number": number})
            return unreadable(answer, place, *verdict.feedback)
    wrong = [number for number, verdict in enumerate(judged, 1) if not verdict.right]
    told: list[Text | Reason] = []
    for number in wrong:
        told += [Reason("grading.cloze-wrong", {"number": number}), *judged[number - 1].feedback]
    blamed = (verdict.misconception for verdict in judged)
    return Verdict(
        valid=True,
        score=1.0 - len(wrong) / len(judged),
        note="+".join(f"{n}>{judged[n - 1].note}" for n in wrong) or "right",
        feedback=tuple(told) or (question.right,),
        misconception=next((name for name in blamed if name), None),
        answer="; ".join(given),
    )


def _parts(answer: str, count: int) -> list[str]:
    parts = [part for part in _BETWEEN.split(answer.strip()) if part]
    if len(parts) == 1 and count > 1:
        parts = answer.split()
    return [_LABEL.sub("", part, count=1) for part in parts]


def _gap(blank: Blank, text: str) -> Verdict:
    match blank:
        case ChoiceBlank():
            return _word(blank, text)
        case NumberBlank():
            return _number(blank, text)
        case _:
            assert_never(blank)


def _word(blank: ChoiceBlank, text: str) -> Verdict:
    """Judge a word: an option by its text in either language, its id, its number or letter."""
    word = text.strip().casefold()
    for option in blank.options:
        if word in (said(option.text, "ja").casefold(), said(option.text, "en").casefold()):
            return one_of(blank.options, option.id, blank.options)
    return one_of(blank.options, text, blank.options)


def _number(blank: NumberBlank, text: str) -> Verdict:
    try:
        typed = value(read(text.strip()))
    except UnreadableError as error:
        values = {"place": error.at + 1, "sign": text[error.at : error.at + 1], "name": error.name}
        return unreadable(text, Reason(f"grading.{error.cause}", values))
    right = is_within(typed, blank.value, rtol=blank.rtol, atol=blank.atol, exact=blank.exact)
    return Verdict(
        valid=True,
        score=float(right),
        note="right" if right else "number",
        feedback=(blank.say,),
    )
