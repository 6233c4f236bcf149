"""Spot the error: the wrong line of a worked solution, why it is wrong, what should stand there.

Each part has its share of the credit, and says by itself why it is right or not.
"""

from __future__ import annotations

import re

from mlmath_tutor.content.questions import Option, SpotError
from mlmath_tutor.content.text import Text

from .expression import judged_expression
from .options import chosen, judged, one_of, unreadable
from .verdict import Reason, Verdict

_BETWEEN = re.compile(r"[;；\n]")


def lines_as_options(question: SpotError) -> tuple[Option, ...]:
    """Return the lines as options; the wrong line is the right one to choose."""
    return tuple(
        Option(id=line.id, text=line.text, say=line.say, correct=line.wrong)
        for line in question.lines
    )


def lines_and_reasons(question: SpotError) -> tuple[Option, ...]:
    """Return the lines, then the reasons to choose from: numbers go on counting."""
    return (*lines_as_options(question), *question.why)


def grade_spot_error(question: SpotError, answer: str) -> Verdict:
    """Judge the line chosen; with it the reason, and what should stand there, where asked.

    `3`, `3 6`, `3 6; 2w`: line and reason by number or id, then, behind `;`, the repair. Lines
    and reasons keep the order of the file.
    """
    lines = lines_as_options(question)
    if not question.why and question.repair is None:
        return one_of(lines, answer, lines)
    parts = [part for part in _BETWEEN.split(answer) if part.strip()]
    typed = parts.pop() if question.repair is not None and len(parts) > 1 else ""
    named = _named(question, " ".join(parts))
    if isinstance(named, Reason):
        return unreadable(answer, named)
    if question.repair is not None and not typed.strip():
        return unreadable(answer, Reason("grading.spot-no-repair"))
    return _together(question, named, typed.strip())


def _named(question: SpotError, words: str) -> tuple[Option, ...] | Reason:
    """Return the line chosen and, where one is asked for, the reason; or what is missing."""
    options = lines_and_reasons(question)
    picked = chosen(options, words, options, several=False)
    if isinstance(picked, Reason):
        return picked
    lines = [option for option in picked if option not in question.why]
    reasons = [option for option in picked if option in question.why]
    if len(lines) != 1:
        return Reason("grading.spot-one-line", {"last": len(question.lines)})
    if len(reasons) != bool(question.why):
        values = {"first": len(question.lines) + 1, "last": len(options)}
        return Reason("grading.spot-one-reason", values)
    return (*lines, *reasons)


def _together(question: SpotError, named: tuple[Option, ...], typed: str) -> Verdict:
    """Return one verdict on all parts; the share of each right one counts."""
    shares = question.shares
    judgements = [("line", shares.line, judged(named[0]))]
    if question.why:
        judgements.append(("why", shares.why, judged(named[1])))
    repaired: Verdict | None = None
    if (repair := question.repair) is not None:
        repaired = judged_expression(
            typed, repair.symbols, repair.answer, repair.diagnose, repair.right
        )
        if not repaired.valid:
            return unreadable(typed, *repaired.feedback)
        judgements.append(("repair", shares.repair, repaired))
    wrong = [f"{part}>{verdict.note}" for part, _, verdict in judgements if not verdict.right]
    told: list[Text | Reason] = []
    for part, _, verdict in judgements:
        told.append(Reason(f"grading.spot-{part}-{'right' if verdict.right else 'wrong'}"))
        told += verdict.feedback
    blamed = (verdict.misconception for _, _, verdict in judgements if not verdict.right)
    names = " ".join(option.id for option in named)
    return Verdict(
        valid=True,
        score=1.0 if not wrong else sum(share * v.score for _, share, v in judgements),
        note="+".join(wrong) or "right",
        feedback=tuple(told),
        reading=repaired.reading if repaired else None,
        misconception=next((name for name in blamed if name), None),
        answer=f"{names}; {typed}" if repaired else names,
        witness=repaired.witness if repaired else None,
    )
