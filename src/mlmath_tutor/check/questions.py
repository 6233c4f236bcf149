"""Questions that can be graded: right options, diagnoses apart from the answer, three hints."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import assert_never

from mlmath_tutor.check import arrangements, expressions, programming
from mlmath_tutor.check import sought as objects
from mlmath_tutor.check.arrangements import Flaw
from mlmath_tutor.check.material import Material, Part
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.properties import Sought
from mlmath_tutor.content.questions import (
    ChoiceBlank,
    Chosen,
    Cloze,
    Code,
    Construct,
    DerivationQuestion,
    Diagnosis,
    ExpressionQuestion,
    Match,
    Matrix,
    Multiple,
    Numeric,
    NumericAnswer,
    Option,
    Order,
    Predict,
    Question,
    QuestionBase,
    Recall,
    Single,
    SpotError,
    Typed,
    When,
)
from mlmath_tutor.engine.grading.code import NOTES as CODE_NOTES
from mlmath_tutor.engine.grading.matrix import are_equal
from mlmath_tutor.engine.grading.numeric import is_equal

MOST_DIGITS = 9  # what can be chosen by one key
# Notes that grading itself gives: a diagnosis under such a name could not be told from them.
RESERVED = (
    *("right", "wrong", "unreadable", "untried"),
    *("cells", "transpose", "factor", "incomplete"),
    *CODE_NOTES,
)


def rules(material: Material) -> Iterator[Finding]:
    """Yield questions that cannot be graded as they stand."""
    for part in material.parts(QuestionBase):
        for keys, message, code in _flaws(part):
            yield material.finding(part.file, (*part.keys, *keys), message, code)


def _flaws(part: Part) -> Iterator[Flaw]:
    question = part.value
    assert isinstance(question, Question)
    if len(question.hints) not in (0, 3):
        count = len(question.hints)
        message = f"`{question.id}` has {count} hints: give three (where, relation, next line)"
        yield ("hints",), message, "hints"
    yield from _of_its_kind(question)


def can_be_graded(question: Question) -> bool:
    """Return whether nothing keeps answers to a question from being judged."""
    return not any(True for _ in _of_its_kind(question))


def _of_its_kind(question: Question) -> Iterator[Flaw]:
    if isinstance(question, Chosen):
        yield from _chosen(question)
    else:
        yield from _made(question)


def _chosen(question: Chosen) -> Iterator[Flaw]:
    """Yield what is wrong with a question answered by choosing."""
    match question:
        case Single() | Predict():
            yield from _one_right(question.id, question.options)
        case Multiple():
            yield from arrangements.same_ids(question.options, "options")
            if len({option.correct for option in question.options}) != 2:
                yield (
                    ("options",),
                    f"`{question.id}` needs at least one right and one wrong option: add one",
                    "right-options",
                )
        case Recall():
            if not question.points:
                yield (
                    ("points",),
                    f"`{question.id}` has nothing to compare with: add points",
                    "points",
                )
        case SpotError():
            yield from _spot_error(question)
        case _:
            assert_never(question)


def _made(question: Typed | Order | Code) -> Iterator[Flaw]:
    """Yield what is wrong with a question answered by typing, carrying lines, or a program."""
    match question:
        case Numeric():
            yield from _numeric(question)
        case ExpressionQuestion():
            yield from expressions.expression(question)
        case DerivationQuestion():
            yield from expressions.derivation(question)
        case Order():
            yield from arrangements.order(question)
        case Match():
            yield from arrangements.match(question)
        case Cloze():
            yield from _cloze(question)
        case Construct(answer=sought) | Matrix(answer=Sought() as sought):
            for keys, message, code in objects.sought(sought, RESERVED):
                yield ("answer", *keys), message, code
            if isinstance(question, Matrix) and question.value:
                message = f"`{question.id}` has a `value` and properties: keep one of them"
                yield ("value",), message, "matrix"
        case Matrix():
            yield from _matrix(question)
        case Code():
            yield from programming.code(question, RESERVED)
        case _:
            assert_never(question)


def _numeric(question: Numeric) -> Iterator[Flaw]:
    answer = question.answer
    if answer.units and answer.unit is None:
        yield (
            ("answer", "units"),
            "`units` convert to `unit`, which is missing: add it",
            "unit",
        )
    for place, diagnosis in enumerate(question.diagnose):
        for keys, message, code in _diagnosis(diagnosis, answer):
            yield (("diagnose", place, *keys), message, code)


def _cloze(question: Cloze) -> Iterator[Flaw]:
    for key in ("ja", "en"):
        gaps = re.findall(r"\[(\d+)\]", getattr(question.text, key))
        if set(gaps) != {str(n) for n in range(1, len(question.blanks) + 1)}:
            count = len(question.blanks)
            message = f"`{question.id}` has {count} blanks: `[1]` to `[{count}]` stand in the text"
            yield ("text", key), message, "gaps"
    for place, blank in enumerate(question.blanks):
        if isinstance(blank, ChoiceBlank):
            for keys, message, code in _one_right(question.id, blank.options):
                yield ("blanks", place, *keys), message, code


def _matrix(question: Matrix) -> Iterator[Flaw]:
    for keys, rows in (
        (("value",), question.value),
        *((("diagnose", n, "value"), d.value) for n, d in enumerate(question.diagnose)),
    ):
        if not rows or not rows[0] or len({len(row) for row in rows}) > 1:
            yield keys, "is no matrix: give rows of one length, `[[1, 2], [3, 4]]`", "matrix"
            return
    for place, diagnosis in enumerate(question.diagnose):
        if are_equal(diagnosis.value, question.value, question):
            message = f"`{diagnosis.note}` is also met by the right answer: narrow it"
            yield ("diagnose", place, "value"), message, "diagnosis"
        for keys, message, code in _credit(diagnosis.note, diagnosis.score):
            yield ("diagnose", place, *keys), message, code


def _spot_error(question: SpotError) -> Iterator[Flaw]:
    yield from arrangements.same_ids((*question.lines, *question.why), "lines")
    wrong = sum(line.wrong for line in question.lines)
    if wrong != 1:
        yield (
            ("lines",),
            f"`{question.id}` has {wrong} wrong lines: mark exactly one `wrong: true`",
            "wrong-lines",
        )
    if question.why:
        right = sum(reason.correct for reason in question.why)
        if right != 1:
            message = f"`{question.id}` has {right} right reasons: mark exactly one `correct: true`"
            yield ("why",), message, "right-options"
        if len(question.lines) + len(question.why) > MOST_DIGITS:
            message = f"give at most {MOST_DIGITS} lines and reasons: each is chosen by a digit"
            yield ("why",), message, "lines"
    if (repair := question.repair) is not None:
        for keys, message, code in expressions.asked(
            repair.symbols, repair.answer, repair.diagnose
        ):
            yield ("repair", *keys), message, code
    yield from _shares(question)


def _shares(question: SpotError) -> Iterator[Flaw]:
    shares = question.shares
    total = shares.line + shares.why + shares.repair
    parts = [shares.line, shares.why, shares.repair]
    unasked = (not question.why and shares.why) or (question.repair is None and shares.repair)
    if unasked or min(parts) < 0 or not math.isclose(total, 1):
        yield ("scoring",), "the shares of the parts asked for make 1 together", "score"


def _one_right(name: str, options: tuple[Option, ...]) -> Iterator[Flaw]:
    yield from arrangements.same_ids(options, "options")
    right = sum(option.correct for option in options)
    if right != 1:
        yield (
            ("options",),
            f"`{name}` has {right} right options: mark exactly one `correct: true`",
            "right-options",
        )


def _credit(note: str, score: float) -> Iterator[Flaw]:
    if note in RESERVED:
        yield (
            ("note",),
            f"`{note}` is a note of the grading itself: name the mistake",
            "note",
        )
    if not 0 <= score < 1:
        yield ("score",), "a wrong answer's credit is at least 0 and below 1: correct it", "score"


def _diagnosis(diagnosis: Diagnosis, answer: NumericAnswer) -> Iterator[Flaw]:
    when = diagnosis.when
    if when == When():
        yield ("when",), "is about no answer: give `value`, `below` or `above`", "diagnosis"
    elif _covers(when, answer):
        message = f"`{diagnosis.note}` is also met by the right answer {answer.value}: narrow it"
        yield ("when",), message, "diagnosis"
    yield from _credit(diagnosis.note, diagnosis.score)


def _covers(when: When, answer: NumericAnswer) -> bool:
    """Return whether `when` is met by the right value, or by one that counts as equal to it."""
    right = answer.value
    return (
        (when.value is None or is_equal(when.value, right, answer))
        and (when.below is None or right < when.below)
        and (when.above is None or right > when.above)
    )
