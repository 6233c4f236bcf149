"""A derivation: each line equals the one before it, and the last one is written as asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mlmath_tutor.content.formulas import ExpressionAnswer
from mlmath_tutor.content.questions import DerivationQuestion
from mlmath_tutor.engine.expression import (
    Different,
    Equal,
    Expression,
    equal,
    is_written_like,
    latex,
    read,
    slip,
)

from .expression import missing_forms
from .options import unreadable
from .typed import domains, read_typed
from .verdict import Reason, Verdict
from .witness import told, witness

UNFINISHED = "unfinished"
PART = 0.5  # the credit of right lines that do not reach the goal
MOST_LINES = 40
_BETWEEN = re.compile(r"[\n;；=＝]+")


def lines_of(answer: str) -> list[str]:
    """Return the lines of a derivation, one a row, or with `;` or an equals sign between."""
    return [line.strip() for line in _BETWEEN.split(answer) if line.strip()]


def grade_derivation(question: DerivationQuestion, answer: str) -> Verdict:
    """Judge a derivation that begins at the question's expression, which need not be typed.

    The first line that does not equal the one before it is told, with a point where the two
    differ: note `line 2`, no credit. Right lines that do not end as asked are `unfinished`.
    """
    typed = lines_of(answer)
    if not typed:
        return unreadable(answer, Reason("expression.empty", {"at": 0, "place": 1}))
    if len(typed) > MOST_LINES:
        return unreadable(answer, Reason("grading.derivation-long", {"most": MOST_LINES}))
    lines: list[Expression] = []
    for number, line in enumerate(typed, 1):
        found = read_typed(line, question.symbols)
        if isinstance(found, Reason):
            place = Reason("grading.derivation-unreadable", {"number": number})
            return unreadable(answer, place, found)
        lines.append(found)
    start = read(question.start, question.symbols)
    verdict = _judged(question, start, lines)
    reading = " = ".join(map(latex, (start, *lines)))
    return replace(verdict, reading=reading, answer="\n".join(typed))


def holding(question: DerivationQuestion, lines: Sequence[str]) -> list[str]:
    """Return the first lines, as many as hold."""
    for count in range(len(lines), 0, -1):
        if grade_derivation(question, "\n".join(lines[:count])).note in (UNFINISHED, "right"):
            return list(lines[:count])
    return []


def _judged(
    question: DerivationQuestion, start: Expression, lines: Sequence[Expression]
) -> Verdict:
    where = domains(question.symbols)
    for number, (before, line) in enumerate(zip((start, *lines), lines, strict=False), 1):
        found = equal(line, before, where)
        match found:
            case Equal():
                continue
            case Different():
                return _broken(question, number, before, line, found)
            case _:
                place = Reason("grading.derivation-unreadable", {"number": number})
                return unreadable("", place, Reason("grading.derivation-undecided"))
    if lacking := next(unmet(lines[-1], question), None):
        moved = not is_written_like(lines[-1], start)
        return Verdict(
            valid=True,
            score=PART if moved else 0.0,
            note=UNFINISHED,
            feedback=(Reason("grading.derivation-unfinished"), lacking),
        )
    return Verdict(valid=True, score=1.0, note="right", feedback=(question.right,))


def unmet(line: Expression, question: DerivationQuestion) -> Iterator[Reason]:
    """Yield what keeps a line from being the goal, which it equals."""
    goal = read(question.to.expr, question.symbols)
    if not (question.to.forms or question.to.without):
        if not is_written_like(line, goal):
            yield Reason("grading.derivation-goal", {"goal": f"${latex(goal)}$"})
        return
    asked: ExpressionAnswer = question.to
    yield from (reason for _, reason in missing_forms(line, goal, asked))


def _broken(
    question: DerivationQuestion,
    number: int,
    before: Expression,
    line: Expression,
    found: Different,
) -> Verdict:
    """Return the verdict on a line that does not equal the one before it."""
    point = witness(found)
    known = slip(line, before, domains(question.symbols))
    cause: tuple[Reason, ...] = ()
    if known is not None:
        values = {name: f"${value}$" for name, value in known.values.items()}
        cause = (Reason(f"grading.derivation-{known.name}", values),)
    return Verdict(
        valid=True,
        score=0.0,
        note=f"line {number}",
        feedback=(
            Reason("grading.derivation-broken", {"number": number}),
            told(point, "derivation"),
            *cause,
        ),
        witness=point,
    )
