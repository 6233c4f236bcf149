"""The answers that a question's `tests` try: each gets the verdict its author expects."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from mlmath_tutor.check.material import Material, Part
from mlmath_tutor.check.questions import can_be_graded
from mlmath_tutor.content.expectations import Expectation
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.questions import Matrix, Numeric, Question, QuestionBase
from mlmath_tutor.content.source_map import Keys
from mlmath_tutor.engine.grading import grade, trial
from mlmath_tutor.engine.grading.verdict import Verdict

Judge = Callable[[Question, str], Verdict | None]
# What is wrong: the keys below the question, the sentence, its code.
Flaw = tuple[Keys, str, str]

_SCORE_DIGITS = 0.005
# Tests are to notice a tolerance that is this much larger, or smaller.
_MARGIN = 1.25
_TOLERANCES = ("rtol", "atol")


def rules(material: Material) -> Iterator[Finding]:
    """Yield tests that come out otherwise (those that need no run), and tests that are missing."""
    for part in material.parts(QuestionBase):
        question = part.value
        assert isinstance(question, Question)
        if not can_be_graded(question):
            continue
        flaws = (*_failed(question, judged), *_mistaken(question), *_untested(material, part))
        for keys, message, code in flaws:
            yield material.finding(part.file, (*part.keys, *keys), message, code)


def tried(question: Question, judge: Judge) -> Iterator[Flaw]:
    """Yield the tests that come out otherwise among those that need a run, which `judge` makes."""

    def judged_by_run(question: Question, answer: str) -> Verdict | None:
        return judge(question, answer) if trial(question, answer) is not None else None

    yield from _failed(question, judged_by_run)


def judged(question: Question, answer: str) -> Verdict | None:
    """Return the verdict on an answer, or None where it needs a run."""
    return None if trial(question, answer) is not None else grade(question, answer)


def _failed(question: Question, judge: Judge) -> Iterator[Flaw]:
    for place, test in enumerate(question.tests):
        verdict = judge(question, test.typed)
        if verdict is not None and (difference := _difference(test, verdict)):
            shown = " ".join(test.typed.split())
            yield ("tests", place), f"`{shown}` {difference}: correct one of them", "test"


def _mistaken(question: Question) -> Iterator[Flaw]:
    """Yield wrong answers with a name that are told as if they were another one."""
    match question:
        case Numeric():
            known = [(each.note, each.when.value) for each in question.diagnose]
            typed = [(note, None if value is None else repr(value)) for note, value in known]
        case Matrix(value=rows) if rows:
            typed = [(each.note, str([*map(list, each.value)])) for each in question.diagnose]
        case _:
            return
    for place, (note, answer) in enumerate(typed):
        verdict = judged(question, answer) if answer is not None else None
        if verdict is not None and verdict.note not in (note, "right"):
            message = f"`{note}` is told as `{verdict.note}`, whose answers are the same here"
            keys = ("diagnose", place)
            yield keys, f"{message}: exclude such values, or one of the two", "diagnosis-hidden"


def _difference(test: Expectation, verdict: Verdict) -> str:
    """Return how a verdict differs from the one expected, or an empty text."""
    if test.invalid or not verdict.valid:
        if test.invalid != verdict.valid:
            return ""
        return "can be read" if test.invalid else "cannot be read"
    wanted = test.score or 0.0
    if abs(verdict.score - wanted) > _SCORE_DIGITS:
        return f"gets {verdict.score:.3g} (`{verdict.note}`), not {wanted:g}"
    if test.note is not None and verdict.note != test.note:
        return f"is noted as `{verdict.note}`, not `{test.note}`"
    return ""


def _untested(material: Material, part: Part) -> Iterator[Flaw]:
    question = part.value
    assert isinstance(question, Question)
    if not question.tests:
        if (part.file, part.keys) in material.params:
            message = f"`{question.id}` draws its values: give `tests`, right and wrong answers"
            yield (), message, "untested"
        return
    if any(test.score == 1 for test in question.tests):
        yield from _loose(question)
    else:
        yield ("tests",), f"`{question.id}` is never right in its tests: try the key", "untested"


def _loose(question: Question) -> Iterator[Flaw]:
    """Yield it if the tests would not notice another tolerance."""
    if any(judged(question, test.typed) is None for test in question.tests):
        return
    for factor, words in ((_MARGIN, "wrong outside"), (1 / _MARGIN, "right inside")):
        other = _scaled(question, factor)
        if other == question:
            return
        assert isinstance(other, Question)
        if not any(_failed(other, judged)):
            message = f"no test is {words} the tolerance and close to it: add one"
            yield ("tests",), message, "tolerance-untested"


def _scaled(value: object, factor: float) -> object:
    """Return a model in which all tolerances are `factor` times as large."""
    match value:
        case msgspec.Struct():
            if getattr(value, "exact", False):
                return value
            changes = {}
            for name in value.__struct_fields__:
                below = getattr(value, name)
                if name in _TOLERANCES:
                    changes[name] = below * factor
                elif name not in ("tests", "verify"):
                    changes[name] = _scaled(below, factor)
            return msgspec.structs.replace(value, **changes)
        case tuple():
            return tuple(_scaled(item, factor) for item in value)
        case _:
            return value
