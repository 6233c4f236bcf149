"""Typed mathematics: what an author wrote can be read and compared, and tells answers apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlmath_tutor.check.arrangements import Flaw
from mlmath_tutor.content.formulas import ExpressionAnswer, ExpressionDiagnosis, Symbols
from mlmath_tutor.content.questions import DerivationQuestion, ExpressionQuestion
from mlmath_tutor.content.source_map import Keys
from mlmath_tutor.engine.expression import (
    Different,
    Equal,
    Expression,
    Undecided,
    UnreadableError,
    equal,
    read,
)
from mlmath_tutor.engine.grading.derivation import unmet
from mlmath_tutor.engine.grading.expression import missing_forms
from mlmath_tutor.engine.grading.typed import domains
from mlmath_tutor.i18n import say

_NAME = re.compile(r"[^\W\d_]+(?:_[^\W_]+)?'*")
_OWN_NOTES = (
    *("sign", "swapped", "reciprocal", "factor", "offset", "part", "absent"),
    *("right", "wrong", "unreadable"),
)


def expression(question: ExpressionQuestion) -> Iterator[Flaw]:
    """Yield what keeps a question for an expression from being graded."""
    yield from asked(question.symbols, question.answer, question.diagnose)


def derivation(question: DerivationQuestion) -> Iterator[Flaw]:
    """Yield what keeps a derivation from being written: its ends, and that they are apart."""
    symbols = question.symbols
    unnamed = list(bad_names(symbols))
    yield from unnamed
    if unnamed:
        return
    start = readable(question.start, symbols, ("from",))
    goal = readable(question.to.expr, symbols, ("to", "expr"))
    for end in (start, goal):
        if isinstance(end, tuple):
            yield end
    if isinstance(start, tuple) or isinstance(goal, tuple):
        return
    found = equal(goal, start, domains(symbols))
    if isinstance(found, Undecided):
        yield ("from",), "has too few values to compare lines with: narrow the domains", "domain"
    elif isinstance(found, Different):
        at = ", ".join(f"{name} = {float(value):g}" for name, value in found.witness.items())
        message = f"`{question.to.expr}` does not equal it (at {at}): correct one of them"
        yield ("from",), message, "derivation"
    if any(unmet(goal, question)):
        message = f"`{question.to.expr}` is itself not written as asked: correct one of them"
        yield ("to",), message, "form"
    if not any(unmet(start, question)):
        yield ("from",), "is the goal already: ask for another form", "derivation"


def asked(
    symbols: Symbols, answer: ExpressionAnswer, diagnose: tuple[ExpressionDiagnosis, ...]
) -> Iterator[Flaw]:
    """Yield what is wrong with an expression asked for, its symbols and its diagnoses."""
    unnamed = list(bad_names(symbols))
    yield from unnamed
    if unnamed:
        return
    if not 0 <= answer.form_score < 1:
        yield (
            ("answer", "form_score"),
            "the credit for another form is at least 0 and below 1: correct it",
            "score",
        )
    key = readable(answer.expr, symbols, ("answer", "expr"))
    if isinstance(key, tuple):
        yield key
        return
    yield from valued(key, symbols, ("answer", "expr"))
    for note, _ in missing_forms(key, key, answer):
        message = f"`{answer.expr}` is itself not written as asked ({note}): correct one of them"
        yield ("answer", "expr"), message, "form"
    yield from _diagnoses(key, symbols, diagnose)


def bad_names(symbols: Symbols) -> Iterator[Flaw]:
    """Yield names that cannot be typed."""
    for name in symbols:
        if not _NAME.fullmatch(name):
            message = (
                f"`{name}` is no name of a symbol: letters, then perhaps `_` and an index, "
                "such as `x`, `lambda`, `x_1`"
            )
            yield ("symbols", name), message, "symbol"


def readable(written: str, symbols: Symbols, keys: Keys) -> Expression | Flaw:
    """Return an author's expression, or what is wrong with it."""
    try:
        return read(written, symbols)
    except UnreadableError as error:
        reason = say("en", error.key, **error.values)
        return keys, f"`{written}` cannot be read: {reason}", "expression"


def valued(key: Expression, symbols: Symbols, keys: Keys) -> Iterator[Flaw]:
    """Yield an expression that has too few values to compare anything with."""
    if isinstance(equal(key, key, domains(symbols)), Undecided):
        message = "has no value at most points of the domain: narrow the domains of the symbols"
        yield keys, message, "domain"


def _diagnoses(
    key: Expression, symbols: Symbols, diagnose: tuple[ExpressionDiagnosis, ...]
) -> Iterator[Flaw]:
    where = domains(symbols)
    before: list[tuple[str, Expression]] = []
    for place, diagnosis in enumerate(diagnose):
        at: Keys = ("diagnose", place)
        if diagnosis.note in _OWN_NOTES or diagnosis.note.startswith("form-"):
            message = f"`{diagnosis.note}` is a note of the grading itself: name the mistake"
            yield (*at, "note"), message, "note"
        if not 0 <= diagnosis.score < 1:
            message = "a wrong answer's credit is at least 0 and below 1: correct it"
            yield (*at, "score"), message, "score"
        wrong = readable(diagnosis.when.expr, symbols, (*at, "when", "expr"))
        if isinstance(wrong, tuple):
            yield wrong
            continue
        if isinstance(equal(wrong, key, where), Equal):
            message = f"`{diagnosis.note}` is also met by the right answer: narrow it"
            yield (*at, "when"), message, "diagnosis"
        for note, other in before:
            if isinstance(equal(wrong, other, where), Equal):
                message = f"`{diagnosis.note}` is never met: `{note}` before it is the same"
                yield (*at, "when"), message, "diagnosis"
        before.append((diagnosis.note, wrong))
