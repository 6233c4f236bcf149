"""What a test asks of a run: its events, sorted by what they are, and what is left of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from mlmath_tutor.engine.runner import Failure, Figure, Limit, RunEvent, Summary, Text


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


async def gone(processes: Callable[[str], list[int]], text: str) -> bool:
    """Wait until no process holds `text` any more."""
    for _ in range(200):
        if not processes(text):
            return True
        await asyncio.sleep(0.02)
    return False
