"""Single choice: one option is right, and every option says why it is or is not."""

from __future__ import annotations

from collections.abc import Sequence

from mlmath_tutor.content.questions import Option, Single

from .options import one_of
from .verdict import Verdict


def grade_single(question: Single, answer: str, shown: Sequence[Option]) -> Verdict:
    """Judge the one option chosen; `shown` is the order its number counts in."""
    return one_of(question.options, answer, shown)
