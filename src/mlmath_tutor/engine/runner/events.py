"""What a run tells, in order: text and figures, then how it ended, then a summary."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from mlmath_tutor import figspec


@dataclass(frozen=True, slots=True)
class Limits:
    """When a program is stopped. Seconds, bytes."""

    seconds: float = 10.0
    memory: int = 2 << 30
    shown_output: int = 200_000
    output: int = 4 << 20
    file_size: int = 64 << 20
    figures: int = 40


@dataclass(frozen=True, slots=True)
class Job:
    """A program to run.

    Attributes:
        code: the program's text; values are already set (`parameters.set_values`).
        name: the file name shown in tracebacks.
        probes: Python expressions evaluated after a good run, in the program's namespace;
            each probe's result stands in `Summary.probes` in the same order.
    """

    code: str
    name: str = "example.py"
    probes: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Text:
    """What the program wrote. Control characters are gone; `\\n` and `\\t` remain."""

    stream: Literal["out", "err"]
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure shown; `number` tells which one, a later one of that number replaces it."""

    spec: figspec.Figure
    number: int


@dataclass(frozen=True, slots=True)
class Failure:
    """The program raised, or could not be compiled, or its process died.

    Attributes:
        error: the exception's type, such as `ValueError`, or "process" if the process died.
        message: the exception's own text.
        line: the line of the learner's program, counted from 1, or None.
        traceback: the whole traceback in Python's words, paths of this machine left out.
        hint: a key of `i18n` (area `runs`) that explains a common error, or None.
        hint_values: the values of that message.
        missing: the package that is not installed, by the name `pip` knows, or None.
        values: the variables that the failing line names.
    """

    error: str
    message: str
    line: int | None
    traceback: str
    hint: str | None = None
    hint_values: dict[str, str] = field(default_factory=dict)
    missing: str | None = None
    values: tuple[Variable, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """The program was stopped: by a limit, or by the learner (`cancelled`)."""

    kind: Literal["time", "memory", "output", "figures", "cancelled"]
    line: int | None


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the program after its run; `shape` and `span` may be empty."""

    name: str
    type: str
    shape: str
    span: str


@dataclass(frozen=True, slots=True)
class Probe:
    """The value of a probe as text (`str`), or the error it raised."""

    ok: bool
    text: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The last event of every run. Seconds, bytes; `ended` is `ok`, `failure` or a limit's kind.

    `peak_memory` is what the program used on top of the libraries loaded before it;
    `dropped` counts the characters of output that were too many to be shown.
    """

    ended: str
    wall: float
    cpu: float
    peak_memory: int
    variables: tuple[Variable, ...] = ()
    probes: tuple[Probe, ...] = ()
    dropped: int = 0


RunEvent = Text | Figure | Failure | Limit | Summary
