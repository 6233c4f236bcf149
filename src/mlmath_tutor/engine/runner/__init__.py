"""Running programs: each in a process of its own, under limits, as a stream of events.

The names below are loaded when they are first used: the process that runs a program
imports this package on its way to `child`, and needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .events import (
        Failure,
        Figure,
        Job,
        Limit,
        Limits,
        Probe,
        RunEvent,
        Summary,
        Text,
        Variable,
    )
    from .runner import NothingKeptError, Runner
    from .saving import FigureNotSavedError, Saved

__all__ = [
    "Failure",
    "Figure",
    "FigureNotSavedError",
    "Job",
    "Limit",
    "Limits",
    "NothingKeptError",
    "Probe",
    "RunEvent",
    "Runner",
    "Saved",
    "Summary",
    "Text",
    "Variable",
]

_ELSEWHERE = {
    "FigureNotSavedError": ".saving",
    "NothingKeptError": ".runner",
    "Runner": ".runner",
    "Saved": ".saving",
}


def __getattr__(name: str) -> object:
    """Load one of the public names."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE.get(name, ".events"), __name__), name)
