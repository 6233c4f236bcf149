"""Running a hostile program, and what holds for every one of them."""

from __future__ import annotations

import textwrap
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from engine.runner.hostile.expected import Ends, ending
from engine.runner.hostile.watch import watched
from engine.runner.ran import Ran
from mlmath_tutor.engine.runner import Job, Limits, Runner

MEMORY = 300 << 20
Hold = Callable[..., Awaitable[Ran]]


@pytest.fixture
def hold(runner: Runner, warm_folder: Path, processes: Callable[[str], list[int]]) -> Hold:
    """Run a program; it must end in one of the ways given, and leave no process and no folder.

    Nor may it hold up the event loop, on which the app's keys and screen depend.
    """

    async def hold(code: str, *ways: Ends, **limits: float) -> Ran:
        given = Limits(**{"seconds": 30.0, "memory": MEMORY, **limits})
        job = Job(textwrap.dedent(code).lstrip("\n"), limits=given)
        async with watched() as lateness:
            ran = Ran([event async for event in runner.run(job)])
        found = ending(ran)
        assert any(found.like(way) for way in ways), f"{found}\nout: {ran.out!r}\nerr: {ran.err!r}"
        # The keeper, its guard, and the process that waits for the next program.
        assert len(processes(str(warm_folder))) <= 3
        assert len(list(warm_folder.glob("mlmath-keeper-*/mlmath-run-*"))) <= 1
        assert not lateness.is_felt, lateness
        return ran

    return hold
