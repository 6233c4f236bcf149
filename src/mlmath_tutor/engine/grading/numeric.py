"""A number: read generously, compared within the question's tolerance, diagnosed when wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from mlmath_tutor.content.questions import Diagnosis, Numeric, NumericAnswer, When
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.arithmetic import UnreadableError, latex, value
from mlmath_tutor.engine.arithmetic_reader import read

from .numbers import ROUNDING, is_within
from .options import unreadable
from .verdict import Reason, Verdict

# How the units of this field are also written.
_SPELLINGS = {"bit": ("bits", "ビット"), "nat": ("nats", "ナット"), "%": ("percent", "パーセント")}
_UNIT_LATEX = {"": "", "%": r"\,\%"}
_CLOSE = 0.05


def grade_numeric(question: Numeric, answer: str) -> Verdict:
    """Judge a number.

    A wrong one is told by the first diagnosis that fits it; failing that, what is known
    without one (the sign, a factor of a hundred, a near miss) and the first hint.
    """
    asked = question.answer
    text = answer.rstrip().rstrip(".。").lstrip(" \u3000=＝≈≒~")
    skipped = answer.index(text) if text else 0
    number, unit, factor = _split(text, asked)
    try:
        expression = read(number)
        typed = value(expression) * factor
    except UnreadableError as error:
        return unreadable(answer, _why_unreadable(error, answer, skipped, asked, unit))
    reading = latex(expression) + _UNIT_LATEX.get(unit, rf"\ \text{{{unit}}}")
    return replace(_judged(question, typed), reading=reading, answer=answer.strip())


def is_equal(typed: float, to: float, asked: NumericAnswer) -> bool:
    """Return whether `typed` counts as equal to `to` by the tolerance of `asked`."""
    return is_within(typed, to, rtol=asked.rtol, atol=asked.atol, exact=asked.exact)


def _judged(question: Numeric, typed: float) -> Verdict:
    asked = question.answer
    if is_equal(typed, asked.value, asked):
        return Verdict(valid=True, score=1.0, note="right", feedback=(question.right,))
    for diagnosis in question.diagnose:
        if _fits(typed, diagnosis.when, asked):
            return _diagnosed(diagnosis)
    cause = _cause(typed, asked)
    hint: tuple[Text, ...] = question.hints[:1]
    return Verdict(
        valid=True, score=0.0, note=cause, feedback=(Reason(f"grading.number-{cause}"), *hint)
    )


def _diagnosed(diagnosis: Diagnosis) -> Verdict:
    return Verdict(
        valid=True,
        score=diagnosis.score,
        note=diagnosis.note,
        feedback=(diagnosis.say,),
        misconception=diagnosis.misconception,
    )


def _fits(typed: float, when: When, asked: NumericAnswer) -> bool:
    """Return whether all that `when` says is true of `typed`."""
    return (
        (when.value is None or is_equal(typed, when.value, asked))
        and (when.below is None or typed < when.below)
        and (when.above is None or typed > when.above)
    )


def _cause(typed: float, asked: NumericAnswer) -> str:
    """Return what can be said about a wrong number that no diagnosis fits.

    Only the relative tolerance counts here: near zero the absolute one fits everything.
    """
    right = asked.value
    near = ROUNDING if asked.exact else asked.rtol

    def is_near(number: float, share: float = near) -> bool:
        return right != 0 and abs(number - right) <= share * abs(right)

    if is_near(-typed):
        return "sign"
    if is_near(typed / 100) or is_near(typed * 100):
        return "hundredfold"
    if not asked.exact and is_near(typed, _CLOSE):
        return "close"
    return "wrong"


def _units(asked: NumericAnswer) -> Iterator[tuple[str, str, float]]:
    """Yield every way to write a unit, the unit meant, and its factor into the unit asked for."""
    factors = ({asked.unit: 1.0} if asked.unit else {}) | asked.units
    for unit, factor in factors.items():
        for spelling in (unit, *_SPELLINGS.get(unit, ())):
            yield _folded(spelling), unit, factor


def _split(text: str, asked: NumericAnswer) -> tuple[str, str, float]:
    """Return the number, the unit behind it ("" if none is given) and the unit's factor."""
    spellings = {spelling: (unit, factor) for spelling, unit, factor in _units(asked)}
    for at in range(1, len(text)):
        if text[at - 1].isalpha() and text[at].isalpha():
            continue  # a unit does not begin inside a word
        if found := spellings.get(_folded(text[at:])):
            return text[:at], *found
    return text, "", 1.0


def _folded(unit: str) -> str:
    return unicodedata.normalize("NFKC", unit).strip().casefold()


def _why_unreadable(
    error: UnreadableError, answer: str, skipped: int, asked: NumericAnswer, unit: str
) -> Reason:
    at = error.at + skipped
    if error.cause == "unknown-name" and asked.unit and not unit and error.at > 0:
        return Reason("grading.unknown-unit", {"at": at, "name": error.name, "unit": asked.unit})
    sign = answer[at : at + 1]
    shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
    values = {"at": at, "place": at + 1, "sign": shown, "name": error.name}
    return Reason(f"grading.{error.cause}", values)
