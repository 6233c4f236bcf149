"""Running a program in a test: all its events, sorted by what they are."""

from __future__ import annotations

import os
import textwrap
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from mlmath_tutor.engine.runner import (
    Failure,
    Figure,
    Job,
    Limit,
    Limits,
    RunEvent,
    Runner,
    Summary,
    Text,
)


@dataclass(frozen=True)
class Ran:
    events: list[RunEvent]

    @property
    def out(self) -> str:
        return self._written("out")

    @property
    def err(self) -> str:
        return self._written("err")

    @property
    def figures(self) -> list[Figure]:
        return [event for event in self.events if isinstance(event, Figure)]

    @property
    def failure(self) -> Failure:
        (failure,) = [event for event in self.events if isinstance(event, Failure)]
        return failure

    @property
    def limit(self) -> Limit:
        (limit,) = [event for event in self.events if isinstance(event, Limit)]
        return limit

    @property
    def summary(self) -> Summary:
        assert isinstance(self.events[-1], Summary)
        return self.events[-1]

    def _written(self, stream: str) -> str:
        return "".join(e.text for e in self.events if isinstance(e, Text) and e.stream == stream)


Run = Callable[..., Awaitable[Ran]]


@pytest.fixture(scope="session")
def runs_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("runs")


@pytest.fixture
async def runner(runs_folder: Path) -> AsyncIterator[Runner]:
    runner = Runner(folder=runs_folder)
    yield runner
    await runner.close()


@pytest.fixture
def run(runner: Runner) -> Run:
    async def run(code: str, *probes: str, **limits: float) -> Ran:
        job = Job(textwrap.dedent(code).lstrip("\n"), probes=probes, limits=Limits(**limits))
        return Ran([event async for event in runner.run(job)])

    return run


@pytest.fixture
def processes() -> Callable[[str], list[int]]:
    """Find the processes whose command line or environment holds a text."""

    def found(text: str) -> list[int]:
        mine = (entry for entry in Path("/proc").iterdir() if entry.name.isdigit())
        return [int(entry.name) for entry in mine if text.encode() in _told(entry)]

    return found


def _told(entry: Path) -> bytes:
    """Return command line and environment of a process; nothing of a zombie or a stranger."""
    if int(entry.name) == os.getpid():
        return b""
    try:
        return (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
    except OSError:
        return b""
