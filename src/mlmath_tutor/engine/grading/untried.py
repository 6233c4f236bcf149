"""Answers that could not be tried: neither right nor wrong, and why."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from mlmath_tutor.engine.evidence import Evidence

from .saying import said_if_known
from .verdict import Reason, Verdict

T = TypeVar("T")
NOTE = "untried"


def untried(answer: str, *why: Reason) -> Verdict:
    """Return the verdict on an answer whose trial gave no evidence; it costs nothing."""
    return Verdict(valid=False, score=0.0, note=NOTE, feedback=why, answer=answer)


def without_findings(answer: str, evidence: Evidence | None) -> Verdict | None:
    """Return why the answer cannot be judged, or None if there are findings to judge by."""
    if evidence is None:
        return untried(answer, Reason("trial.needed"))
    if evidence.ended in ("cancelled", "refused"):
        return untried(answer, Reason(f"trial.{evidence.ended}"))
    if evidence.missing:
        return untried(answer, Reason("trial.missing", {"package": evidence.missing}))
    if evidence.ended != "ok":
        cause = said_if_known(evidence.cause, evidence.values)
        key = "trial.time" if evidence.ended == "time" else "trial.failed"
        return untried(answer, Reason(key), *cause)
    return None


def read_findings(evidence: Evidence, form: type[T]) -> T | None:
    """Return the findings in the form they have, or None if they have another."""
    try:
        return msgspec.json.decode(evidence.findings, type=form)
    except msgspec.DecodeError:
        return None
