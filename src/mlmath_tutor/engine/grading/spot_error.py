"""Spot the error: one line of a worked solution is wrong, and each line says why it is or not."""

from __future__ import annotations

from mlmath_tutor.content.questions import Option, SpotError

from .options import one_of
from .verdict import Verdict


def lines_as_options(question: SpotError) -> tuple[Option, ...]:
    """Return the lines as options; the wrong line is the right one to choose."""
    return tuple(
        Option(id=line.id, text=line.text, say=line.say, correct=line.wrong)
        for line in question.lines
    )


def grade_spot_error(question: SpotError, answer: str) -> Verdict:
    """Judge the line chosen; lines keep the order of the file."""
    options = lines_as_options(question)
    return one_of(options, answer, options)
