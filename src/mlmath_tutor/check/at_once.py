"""Programs run a few at a time, and what each of them told."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from mlmath_tutor import figspec
from mlmath_tutor.content.recorded import Recording
from mlmath_tutor.engine.evidence import Evidence, Trial
from mlmath_tutor.engine.runner import Job, Runner
from mlmath_tutor.engine.runner.events import Failure, Figure, Limit, Summary, Text
from mlmath_tutor.engine.trying import try_out

MOST = 2
Result = TypeVar("Result")


@dataclass
class Outcome:
    """What one run told."""

    text: list[str] = field(default_factory=list)
    figures: dict[int, figspec.Figure] = field(default_factory=dict)
    end: Failure | Limit | None = None
    summary: Summary | None = None

    def recording(self) -> Recording:
        """Return what the program wrote and drew."""
        figures = (figspec.encode(figure) for _, figure in sorted(self.figures.items()))
        return Recording(text="".join(self.text), figures=tuple(figures))


class AtOnce:
    """Runs what it is given in the order it is asked, at most `MOST` at once."""

    def __init__(self) -> None:
        self._runner = Runner()
        self._room = asyncio.Semaphore(MOST)

    async def outcome(self, job: Job) -> Outcome:
        """Run a program to its end."""
        outcome = Outcome()
        async with self._room:
            self._runner.warm()
            async for event in self._runner.run(job):
                match event:
                    case Text(stream="out", text=text):
                        outcome.text.append(text)
                    case Figure(spec=spec, number=number):
                        outcome.figures[number] = spec
                    case Failure() | Limit():
                        outcome.end = event
                    case Summary():
                        outcome.summary = event
                    case _:
                        continue
        return outcome

    async def evidence(self, trial: Trial) -> Evidence:
        """Run a trial."""
        async with self._room:
            return await try_out(self._runner, trial)

    async def close(self) -> None:
        """Kill what still runs."""
        await self._runner.close()


def in_order(
    loop: asyncio.Runner, works: Iterable[Coroutine[object, object, Result]]
) -> Iterator[Result]:
    """Begin all works, and yield their results in the order of the works, each once it is there."""

    async def begun() -> list[asyncio.Task[Result]]:
        return [asyncio.create_task(work) for work in works]

    async def ended(task: asyncio.Task[Result]) -> Result:
        return await task

    async def given_up(tasks: list[asyncio.Task[Result]]) -> None:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    tasks = loop.run(begun())
    try:
        for task in tasks:
            yield loop.run(ended(task))
    finally:
        loop.run(given_up([task for task in tasks if not task.done()]))
