"""A prediction: one option, judged like a single choice and compared with the run elsewhere."""

from __future__ import annotations

from mlmath_tutor.content.questions import Predict

from .options import one_of
from .verdict import Verdict


def grade_predict(question: Predict, answer: str) -> Verdict:
    """Judge the prediction; its options keep the order of the file."""
    return one_of(question.options, answer, question.options)
