"""A runner as the app has one, with all libraries loaded."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from mlmath_tutor.engine.runner import Failure, Job, Runner

from . import processes


class ProgramError(RuntimeError):
    """A program of the benchmarks failed."""


@asynccontextmanager
async def warm_runner(folder: Path) -> AsyncIterator[Runner]:
    """Open a runner whose keeper has loaded all it loads, and has the next run's process ready.

    Args:
        folder: where its runs have their folders.
    """
    runner = Runner(folder=folder)
    runner.warm()
    try:
        await asyncio.to_thread(processes.wait_until_idle, os.getpid())
        await run_through(runner, "")  # from now on the next process is forked beforehand
        yield runner
    finally:
        await runner.close()


async def run_through(runner: Runner, code: str) -> None:
    """Run a program to its end.

    Raises:
        ProgramError: it failed.
    """
    async for event in runner.run(Job(code)):
        if isinstance(event, Failure):
            raise ProgramError(event.traceback)
