"""Grading: an answer as it was typed, judged exactly and told why. Pure, one kind per module."""

from __future__ import annotations

from typing import assert_never

from mlmath_tutor.content.properties import Sought
from mlmath_tutor.content.questions import (
    Chosen,
    Cloze,
    Code,
    Construct,
    DerivationQuestion,
    Distractor,
    ExpressionQuestion,
    Item,
    Match,
    Matrix,
    Multiple,
    Numeric,
    Option,
    Order,
    OrderLine,
    Predict,
    Question,
    Recall,
    Single,
    SpotError,
)
from mlmath_tutor.engine.evidence import Evidence, Trial

from . import code, properties
from .cloze import grade_cloze
from .derivation import grade_derivation
from .expression import grade_expression
from .match import grade_match
from .matrix import grade_matrix
from .multiple import grade_multiple
from .numeric import grade_numeric
from .options import in_order
from .order import grade_order
from .predict import grade_predict
from .recall import grade_recall, self_grades
from .single import grade_single
from .spot_error import grade_spot_error, lines_and_reasons
from .verdict import Reason, Verdict

__all__ = [
    "Reason",
    "Verdict",
    "grade",
    "lines_in_order",
    "options_in_order",
    "partners_in_order",
    "trial",
]


def trial(question: Question, answer: str) -> Trial | None:
    """Return the run that `grade` needs the evidence of, or None if it needs none.

    None also if the answer cannot be read: `grade` then says why.
    """
    match question:
        case Construct(answer=sought) | Matrix(answer=Sought() as sought):
            return properties.trial_of(sought, answer)
        case Code():
            return code.trial_of(question, answer)
        case _:
            return None


def grade(
    question: Question,
    answer: str,
    *,
    seed: int | None = None,
    evidence: Evidence | None = None,
) -> Verdict:
    """Judge `answer`, which is what the learner typed.

    Choices are option ids, numbers (from 1, in the order shown) or letters (`a` is the first
    in the file), several separated by spaces or commas. Numbers are arithmetic
    (`engine.arithmetic_reader`), with a unit where one is asked for. Lines in order are ids
    or numbers; pairs are `1=b`; gaps are separated by `;`; matrices are `[1 2; 3 4]`;
    expressions are typed mathematics (`engine.expression`), derivations one a line.

    Args:
        question: of any kind.
        answer: as typed; full-width forms are accepted.
        seed: what the options were put in order with, or None for the order of the file.
        evidence: what the run of `trial` found, where it asks for one.
    """
    if isinstance(question, Chosen):
        return _grade_chosen(question, answer, seed)
    match question:
        case Numeric():
            return grade_numeric(question, answer)
        case ExpressionQuestion():
            return grade_expression(question, answer)
        case DerivationQuestion():
            return grade_derivation(question, answer)
        case Order():
            return grade_order(question, answer, lines_in_order(question, seed))
        case Match():
            return grade_match(question, answer, partners_in_order(question, seed))
        case Cloze():
            return grade_cloze(question, answer)
        case Matrix():
            return grade_matrix(question, answer, evidence)
        case Construct() | Code():
            return _by_evidence(question, answer, evidence)
        case _:
            assert_never(question)


def _grade_chosen(question: Chosen, answer: str, seed: int | None) -> Verdict:
    match question:
        case Single():
            return grade_single(question, answer, options_in_order(question, seed))
        case Multiple():
            return grade_multiple(question, answer, options_in_order(question, seed))
        case Predict():
            return grade_predict(question, answer)
        case Recall():
            return grade_recall(question, answer)
        case SpotError():
            return grade_spot_error(question, answer)
        case _:
            assert_never(question)


def _by_evidence(question: Construct | Code, answer: str, evidence: Evidence | None) -> Verdict:
    match question:
        case Construct(answer=sought):
            return properties.grade_by_properties(sought, question.right, answer, evidence)
        case Code():
            return code.grade_code(question, answer, evidence)
        case _:
            assert_never(question)


def options_in_order(question: Question, seed: int | None) -> tuple[Option, ...]:
    """Return the options in the order to show them in; none where there is nothing to choose.

    The order depends on `seed` and the question alone. None means the order of the file.
    """
    if not isinstance(question, Chosen):
        return ()
    match question:
        case Single() | Multiple():
            shuffled = question.shuffle and seed is not None
            return in_order(question.options, f"{question.id}:{seed}" if shuffled else None)
        case Predict():
            return question.options
        case SpotError():
            return lines_and_reasons(question)
        case Recall():
            return self_grades()
        case _:
            assert_never(question)


def lines_in_order(question: Order, seed: int | None) -> tuple[OrderLine | Distractor, ...]:
    """Return lines and distractors as they are first shown, never in a right order by chance.

    None means the order of the file, distractors last.
    """
    lines: tuple[OrderLine | Distractor, ...] = (*question.lines, *question.distractors)
    if seed is None:
        return lines
    shown = in_order(lines, f"{question.id}:{seed}")
    given = " ".join(line.id for line in shown)
    return shown[::-1] if grade_order(question, given, lines).right else shown


def partners_in_order(question: Match, seed: int | None) -> tuple[Item, ...]:
    """Return the partners in the order they are lettered in; None: the order of the file."""
    return in_order(question.partners, None if seed is None else f"{question.id}:{seed}")
