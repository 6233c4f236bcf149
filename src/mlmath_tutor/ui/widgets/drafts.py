"""Answers begun and not given: kept when the learner leaves, put back when they return."""

from __future__ import annotations

from mlmath_tutor.content.questions import DerivationQuestion, Question, Typed
from mlmath_tutor.engine.grading.derivation import holding, lines_of

from .answering import Answering


def draft_of(question: Question, now: Answering) -> str:
    """Return what is to be kept: lines written and the one being typed; "" for nothing."""
    if not isinstance(question, Typed) or now.right:
        return ""
    if isinstance(question, DerivationQuestion):
        return "\n".join((*now.written, now.typed)).rstrip(" ") if _is_begun(now) else ""
    typed = now.typed.strip()
    given = now.verdict is not None and now.settled and now.verdict.answer == typed
    return "" if given else typed


def _is_begun(now: Answering) -> bool:
    return bool(now.written or now.typed.strip())


def take_up(question: Question, now: Answering, draft: str) -> None:
    """Put back what was begun.

    Args:
        question: of any kind.
        now: where the learner is, the last answer given put back already.
        draft: what `draft_of` returned.
    """
    if not isinstance(question, Typed):
        return
    if not isinstance(question, DerivationQuestion):
        if draft:
            now.typed, now.verdict = draft, None
        return
    given = lines_of(now.typed)
    if now.right:
        now.written, now.typed = tuple(given), ""
        return
    *before, last = draft.split("\n") if draft else [""]
    now.written = tuple(holding(question, before))
    if not last and given[:-1] == list(now.written):
        last = given[-1] if given else ""
    now.typed = last
