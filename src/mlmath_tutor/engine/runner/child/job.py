"""What the app asks of the process that runs a program."""

from __future__ import annotations

from typing import NamedTuple, cast


class Allowance(NamedTuple):
    """When a program is stopped, or what it may not do.

    Attributes:
        seconds: of wall time; the app watches it, here it only bounds the CPU time.
        memory: bytes of private memory on top of what the libraries use.
        shown_output, output: characters after which output is dropped, and the program stopped.
        file_size: bytes of the largest file it may write.
        figures: how many different figures it may show.
    """

    seconds: float
    memory: int
    shown_output: int
    output: int
    file_size: int
    figures: int


class Save(NamedTuple):
    """The figure to be saved, by the number under which it is shown; `png` or `svg`."""

    number: int
    format: str


class Job(NamedTuple):
    """A program and its limits; the app is trusted, so fields are taken as they come.

    Attributes:
        probes: expressions evaluated in the program's namespace after a good run.
        keep: whether the process stays after the run, to evaluate what else is asked for.
        save: the figure to be sent as a file; no figure is sent as data then.
    """

    code: str
    name: str
    probes: tuple[str, ...]
    allowance: Allowance
    keep: bool
    save: Save | None

    @classmethod
    def read(cls, message: dict[str, object]) -> Job:
        """Return the job a message holds."""
        save = cast("dict[str, object] | None", message["save"])
        return cls(
            code=cast("str", message["code"]),
            name=cast("str", message["name"]),
            probes=tuple(cast("list[str]", message["probes"])),
            allowance=_allowance(message),
            keep=cast("bool", message["keep"]),
            save=Save(**save) if save else None,  # type: ignore[arg-type]
        )


class Evaluation(NamedTuple):
    """Statements or an expression for the namespace of a program that has run."""

    code: str
    allowance: Allowance

    @classmethod
    def read(cls, message: dict[str, object]) -> Evaluation:
        """Return the evaluation a message holds."""
        return cls(cast("str", message["evaluate"]), _allowance(message))


def _allowance(message: dict[str, object]) -> Allowance:
    return Allowance(**cast("dict[str, int]", message["limits"]))
