"""An expression: read, compared by its values, told where it differs and what is known of that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mlmath_tutor.content.formulas import ExpressionAnswer, ExpressionDiagnosis, Symbols
from mlmath_tutor.content.questions import ExpressionQuestion
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.expression import (
    Different,
    Domain,
    Equal,
    Expression,
    equal,
    factor_count,
    has_form,
    latex,
    read,
    slip,
    text,
    uses,
)

from .options import unreadable
from .typed import domains, read_typed
from .verdict import Reason, Verdict
from .witness import told, witness


def grade_expression(question: ExpressionQuestion, answer: str) -> Verdict:
    """Judge an expression.

    One that equals the answer is right, if it is also written as asked. Of any other a point
    is told where the two differ, then the first diagnosis it equals; failing that, what is
    known without one (`engine.expression.slips`) and the first hint. What cannot be read or
    compared costs nothing.
    """
    return judged_expression(
        answer, question.symbols, question.answer, question.diagnose, question.right, question.hints
    )


def judged_expression(
    answer: str,
    symbols: Symbols,
    asked: ExpressionAnswer,
    diagnose: tuple[ExpressionDiagnosis, ...],
    right: Text,
    hints: tuple[Text, ...] = (),
) -> Verdict:
    """Judge an expression asked for in whatever question; as `grade_expression` does."""
    typed = read_typed(answer, symbols)
    if isinstance(typed, Reason):
        return unreadable(answer, typed)
    where = domains(symbols)
    key = read(asked.expr, symbols)
    found = equal(typed, key, where)
    match found:
        case Equal():
            verdict = _equal(typed, key, asked, right)
        case Different():
            verdict = _different(typed, key, found, where, diagnose, hints)
        case _:
            return unreadable(answer, Reason("grading.expression-undecided"))
    return replace(verdict, reading=latex(typed), answer=answer.strip())


def _equal(typed: Expression, key: Expression, asked: ExpressionAnswer, right: Text) -> Verdict:
    if lacking := next(missing_forms(typed, key, asked), None):
        note, reason = lacking
        return Verdict(valid=True, score=asked.form_score, note=note, feedback=(reason,))
    also: tuple[Reason, ...] = ()
    if text(typed) != text(key):
        also = (Reason("grading.expression-also", {"written": f"${latex(key)}$"}),)
    return Verdict(valid=True, score=1.0, note="right", feedback=(right, *also))


def missing_forms(
    typed: Expression, key: Expression, asked: ExpressionAnswer
) -> Iterator[tuple[str, Reason]]:
    """Yield note and reason of each thing in which `typed` is not written as asked.

    Args:
        typed: equal to `key`.
        key: the answer; what is to be factored has as many factors.
        asked: says the forms.
    """
    for form in asked.forms:
        lacks = not has_form(typed, form)
        if lacks or (form == "factored" and factor_count(typed) < factor_count(key)):
            yield f"form-{form}", Reason(f"grading.form-{form}")
    for name in sorted(uses(typed).intersection(asked.without)):
        yield "form-without", Reason("grading.form-without", {"name": name})


def _different(
    typed: Expression,
    key: Expression,
    found: Different,
    where: Mapping[str, Domain],
    diagnose: tuple[ExpressionDiagnosis, ...],
    hints: tuple[Text, ...],
) -> Verdict:
    point = witness(found)
    for diagnosis in diagnose:
        if isinstance(equal(typed, read(diagnosis.when.expr, where), where), Equal):
            return Verdict(
                valid=True,
                score=diagnosis.score,
                note=diagnosis.note,
                feedback=(told(point), diagnosis.say),
                misconception=diagnosis.misconception,
                witness=point,
            )
    known = slip(typed, key, where)
    cause: tuple[Reason, ...] = ()
    if known is not None:
        values = {name: f"${value}$" for name, value in known.values.items()}
        cause = (Reason(f"grading.expression-{known.name}", values),)
    return Verdict(
        valid=True,
        score=0.0,
        note=known.name if known else "wrong",
        feedback=(told(point), *cause, *hints[:1]),
        witness=point,
    )
