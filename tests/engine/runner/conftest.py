"""Running a program in a test, and finding what is left of it."""

from __future__ import annotations

import asyncio
import os
import tempfile
import textwrap
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from engine.runner.ran import Ran
from mlmath_tutor.engine.runner import Job, Limits, Runner, keeper

Run = Callable[..., Awaitable[Ran]]


@pytest.fixture(scope="session")
def runs_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("runs")


@pytest.fixture
async def cold_runner(runs_folder: Path) -> AsyncIterator[Runner]:
    """A runner that starts a new interpreter for each program."""
    runner = Runner(folder=runs_folder)
    yield runner
    await runner.close()


@pytest.fixture(scope="session")
def warm_folder() -> Iterator[Path]:
    """The folder of the warm runner; its name is short, for programs make sockets in it."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def runner(warm_folder: Path) -> Iterator[Runner]:
    """A runner with all libraries loaded (on Linux: by its keeper), for all tests together."""
    runner = Runner(folder=warm_folder)
    runner.warm()
    asyncio.run(_complete(runner))
    yield runner
    asyncio.run(runner.close())


async def _complete(runner: Runner) -> None:
    """Wait until nothing more is loaded. What has to be loaded slows the first programs down."""
    code = "import sys; print({'sklearn', 'torch._dynamo'} <= set(sys.modules))"
    for _ in range(600):
        ran = Ran([event async for event in runner.run(Job(code))])
        if ran.out == "True\n" or not keeper.CAN_FORK:
            return
        await asyncio.sleep(0.1)
    raise TimeoutError


@pytest.fixture
def run(runner: Runner) -> Run:
    return _run_in(runner)


@pytest.fixture
def run_cold(cold_runner: Runner) -> Run:
    return _run_in(cold_runner)


def _run_in(runner: Runner) -> Run:
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
