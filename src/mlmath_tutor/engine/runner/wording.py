"""Which words fit the end of a run; they are said later, in the language shown then."""

from __future__ import annotations

from typing import NamedTuple

from .events import Failure, Limit


class Said(NamedTuple):
    """A message of `i18n` by key, with its values."""

    key: str
    values: dict[str, str]


def explanation(ending: Failure | Limit) -> Said | None:
    """Return the sentence that explains how a run ended; None if there is only Python's own."""
    match ending:
        case Limit(kind=kind, line=None):
            return Said(f"runs.limit.{kind}.no-line", {})
        case Limit(kind=kind, line=line):
            return Said(f"runs.limit.{kind}", {"line": str(line)})
        case Failure(hint=str() as hint, hint_values=values):
            return Said(hint, values)
        case Failure():
            return None
