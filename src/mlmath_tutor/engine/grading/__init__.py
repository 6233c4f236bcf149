"""Grading: an answer as it was typed, judged exactly and told why. Pure, one kind per module."""

from __future__ import annotations

from typing import assert_never

from mlmath_tutor.content.questions import Multiple, Numeric, Option, Predict, Question, Single

from .multiple import grade_multiple
from .numeric import grade_numeric
from .options import in_order
from .predict import grade_predict
from .single import grade_single
from .verdict import Reason, Verdict

__all__ = ["Reason", "Verdict", "grade", "options_in_order"]


def grade(question: Question, answer: str, *, seed: int | None = None) -> Verdict:
    """Judge `answer`, which is what the learner typed.

    Choices are option ids, numbers (from 1, in the order shown) or letters (`a` is the first
    in the file), several separated by spaces or commas. Numbers are arithmetic
    (`engine.arithmetic_reader`), with a unit where one is asked for.

    Args:
        question: of any kind.
        answer: as typed; full-width forms are accepted.
        seed: what the options were put in order with, or None for the order of the file.
    """
    match question:
        case Single():
            return grade_single(question, answer, options_in_order(question, seed))
        case Multiple():
            return grade_multiple(question, answer, options_in_order(question, seed))
        case Predict():
            return grade_predict(question, answer)
        case Numeric():
            return grade_numeric(question, answer)
        case _:
            assert_never(question)


def options_in_order(question: Question, seed: int | None) -> tuple[Option, ...]:
    """Return the options in the order to show them in; none where there is nothing to choose.

    The order depends on `seed` and the question alone. None means the order of the file.
    """
    match question:
        case Single() | Multiple():
            shuffled = question.shuffle and seed is not None
            return in_order(question.options, f"{question.id}:{seed}" if shuffled else None)
        case Predict():
            return question.options
        case Numeric():
            return ()
        case _:
            assert_never(question)
