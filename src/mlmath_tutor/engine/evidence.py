"""What grading asks of a run, and what the run found: data only, so that grading stays pure."""

from __future__ import annotations

from typing import Literal

import msgspec

Examination = Literal["properties", "code"]


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """A run that grading needs before it can judge an answer.

    Attributes:
        examination: what is examined: a module of `engine.runner.child.examining`.
        matter: what that module is given, as JSON.
        libraries: what is loaded before the clock starts.
        seconds: of wall time, for everything.
    """

    examination: Examination
    matter: str
    libraries: tuple[str, ...] = ("numpy",)
    seconds: float = 10.0


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """What a trial found.

    Attributes:
        findings: JSON, in the form of the examination; empty unless the run came to its end.
        ended: `ok`, `failure`, or the limit that stopped the run (`cancelled` by the learner);
            `refused` if the course's code may not run.
        cause: a key of `i18n` (area `runs`) that says how its process died, or "".
        values: the values of that message.
        missing: the package that is not installed, or "".
        wrote: the beginning of what the program wrote.
    """

    findings: str = ""
    ended: str = "ok"
    cause: str = ""
    values: dict[str, str] = {}
    missing: str = ""
    wrote: str = ""
