"""What the app asks of a program's process, as messages."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from .child.scratch import NAME as SCRATCH
from .events import Job, Limits
from .frames import pack

FileFormat = Literal["png", "svg"]


@dataclass(frozen=True, slots=True)
class Request:
    """A message to the process, and what is needed to understand its answers.

    Attributes:
        message: a frame.
        name: the file name of the code in tracebacks.
        lines: how many lines the code has.
        limits: when it is stopped.
        keep: whether the process stays.
    """

    message: bytes
    name: str
    lines: int
    limits: Limits
    keep: bool


def run(job: Job, *, keep: bool = False, save: tuple[int, FileFormat] | None = None) -> Request:
    """Return the request to run a program.

    Args:
        job: the program.
        keep: whether its process stays, so that more can be evaluated.
        save: the number and the format of a figure that is to be sent as a file.
    """
    name = Path(job.name).name or "example.py"
    message: dict[str, object] = {
        "code": job.code,
        "name": name,
        "probes": job.probes,
        "limits": asdict(job.limits),
        "keep": keep,
        "save": {"number": save[0], "format": save[1]} if save else None,
    }
    return Request(pack(message), name, _lines(job.code), job.limits, keep)


def evaluation(code: str, limits: Limits) -> Request:
    """Return the request to evaluate `code` where a program has run."""
    message: dict[str, object] = {"evaluate": code, "limits": asdict(limits)}
    return Request(pack(message), SCRATCH, _lines(code), limits, keep=True)


def _lines(code: str) -> int:
    return code.count("\n") + (not code.endswith("\n"))
