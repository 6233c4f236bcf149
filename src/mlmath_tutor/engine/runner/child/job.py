"""The job as the child takes it from the wire."""

from __future__ import annotations

from typing import NamedTuple, cast


class Job(NamedTuple):
    """A program and its limits; the app is trusted, so fields are taken as they come.

    Attributes:
        probes: expressions evaluated in the program's namespace after a good run.
        seconds: of wall time; the app watches it, here it only bounds the CPU time.
        memory: bytes of private memory on top of what the libraries use.
        shown_output, output: characters after which output is dropped, and the program stopped.
        file_size: bytes of the largest file it may write.
        figures: how many different figures it may show.
    """

    code: str
    name: str
    probes: tuple[str, ...]
    seconds: float
    memory: int
    shown_output: int
    output: int
    file_size: int
    figures: int

    @classmethod
    def read(cls, message: dict[str, object]) -> Job:
        """Return the job a message holds."""
        limits = cast("dict[str, int]", message["limits"])
        return cls(
            code=cast("str", message["code"]),
            name=cast("str", message["name"]),
            probes=tuple(cast("list[str]", message["probes"])),
            **limits,
        )
