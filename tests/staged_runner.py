"""A runner whose programs do what a test says: it notes the jobs, and ends them when told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable

from mlmath_tutor.engine.runner import Job, Limit, RunEvent, Summary, Text


class StagedRunner:
    """Runs nothing; each job writes the first line of its own code that sets a value.

    A job takes `seconds`; while `held` is true, it waits before it ends.
    """

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.warmed = False
        self.held = False
        self.seconds = 0.0
        self._cancelled = False

    async def run(self, job: Job, *, keep: bool = False) -> AsyncGenerator[RunEvent, None]:
        self.jobs.append(job)
        self._cancelled = False
        yield Text("out", self.written(job))
        await asyncio.sleep(self.seconds)
        while self.held and not self._cancelled:
            await asyncio.sleep(0.005)
        if self._cancelled:
            yield Limit("cancelled", 1)
        yield Summary("cancelled" if self._cancelled else "ok", 0.01, 0.01, 0)

    def run_again(self, job: Job) -> AsyncGenerator[RunEvent, None]:
        return self.run(job)

    def prefer(self, programs: Iterable[str]) -> None:
        return

    @staticmethod
    def written(job: Job) -> str:
        """Return what a job writes."""
        return next(line for line in job.code.splitlines() if " = " in line) + "\n"

    keeps = False

    async def release(self) -> None:
        return

    def cancel(self) -> None:
        self._cancelled = True

    def warm(self) -> None:
        self.warmed = True

    async def close(self) -> None:
        return
