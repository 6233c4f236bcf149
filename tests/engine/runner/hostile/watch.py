"""How long the event loop is kept from its work by the app, and not by the machine."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

NAP = 0.005
WAITED = Path("/proc/thread-self/schedstat")


def waited() -> float:
    """Return for how many seconds this thread has been ready and no processor was free."""
    return int(WAITED.read_text().split()[1]) / 1e9


def control() -> float:
    """Return the seconds of processor time that a fixed piece of work takes: 20 ms or so.

    It takes longer where the machine is slow, or shares its processors.
    """
    began = time.thread_time()
    sum(k * k for k in range(250_000))
    return time.thread_time() - began


@dataclass
class Lateness:
    """The longest turn of the event loop, and the control measured beside it; seconds."""

    turn: float = 0.0
    control: float = 0.0

    @property
    def is_felt(self) -> bool:
        """Whether the loop was held up for longer than five times the control: 100 ms."""
        return self.turn > 5 * self.control


@asynccontextmanager
async def watched() -> AsyncIterator[Lateness]:
    """Watch the event loop that is running."""
    if not WAITED.exists():
        pytest.skip("this system does not tell how long a thread waits for a processor")
    lateness = Lateness(control=control())

    async def watch() -> None:
        while True:
            began, waited_before = time.perf_counter(), waited()
            await asyncio.sleep(NAP)
            turn = time.perf_counter() - began - NAP - (waited() - waited_before)
            lateness.turn = max(lateness.turn, turn)

    watcher = asyncio.create_task(watch())
    try:
        yield lateness
    finally:
        watcher.cancel()
        with suppress(asyncio.CancelledError):
            await watcher
        lateness.control = max(lateness.control, control())
