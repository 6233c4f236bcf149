"""From the key press to the first output: the warm keeper, the lab, a new process, Jupyter."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import NamedTuple

from mlmath_tutor.engine.runner import Failure, Job, Runner, Text

from .app import COURSE, App, AppError
from .kernel import Kernel
from .turns import Measure, Times, in_turn
from .warm import ProgramError

EXAMPLES = COURSE / "lessons" / "ch1-speed" / "examples"
STAMP = r"\d{19}"
"""What each program prints first: the time, so that no output is like that of another run."""
KEEPER, LAB, NEW, KERNEL = "keeper", "lab", "new process", "warm Jupyter kernel"


class Program(NamedTuple):
    """A program by its library, the beginning of its title, and its file; in the course's order."""

    library: str
    title: str
    file: str


PROGRAMS = (
    Program("numpy", "Least squares", "least_squares.py"),
    Program("scikit-learn", "Clusters", "clusters.py"),
    Program("torch", "Training", "training.py"),
)


async def first_outputs(
    runner: Runner, app: App, kernel: Kernel | None, turns: int
) -> AsyncIterator[tuple[Program, Times]]:
    """Yield the seconds of each way, program after program. The app is at its first block."""
    for program in PROGRAMS:
        path = EXAMPLES / program.file
        code = path.read_text("utf-8")

        async def through_keeper(_turn: int, code: str = code) -> float:
            return await keeper_seconds(runner, code)

        async def in_lab(_turn: int) -> float:
            return await asyncio.to_thread(lab_seconds, app)

        async def in_new_process(_turn: int, file: str = str(path)) -> float:
            return await asyncio.to_thread(new_process_seconds, file)

        async def in_kernel(_turn: int, code: str = code) -> float:
            assert kernel is not None
            return await asyncio.to_thread(kernel.first_output, code)

        ways: dict[str, Measure] = {KEEPER: through_keeper, LAB: in_lab, NEW: in_new_process}
        if kernel is not None:
            ways[KERNEL] = in_kernel
        app.reach(program.title)
        app.press("e", "ctrl\\+r")
        yield program, await in_turn(ways, turns)
        app.press("\x1b", "Example")


async def keeper_seconds(runner: Runner, code: str) -> float:
    """Return the seconds until the app's process has the first output of a run."""
    start = time.perf_counter()
    first = None
    async with aclosing(runner.run(Job(code))) as events:
        async for event in events:
            match event:
                case Text():
                    first = first or time.perf_counter() - start
                case Failure(traceback=traceback):
                    raise ProgramError(traceback)
    if first is None:
        raise ProgramError("no output")
    return first


def lab_seconds(app: App) -> float:
    """Return the seconds from ctrl+r until the terminal has the frame with the first output."""
    pressed = time.time_ns()
    shown = app.press("\x12", STAMP)
    if int(shown.text) < pressed:
        raise AppError("the output of an earlier run was shown")
    return shown.seconds


def new_process_seconds(file: str) -> float:
    """Return the seconds until `python FILE`, not buffering, has written something."""
    environ = {**os.environ, "PYTHONUNBUFFERED": "1"}
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, file], stdout=subprocess.PIPE, env=environ) as popen:
        assert popen.stdout is not None
        first = os.read(popen.stdout.fileno(), 1)
        seconds = time.perf_counter() - start
        popen.stdout.read()
    if not first:
        raise ProgramError(f"{file} wrote nothing")
    return seconds
