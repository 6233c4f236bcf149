"""The runner: programs in, events out."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import AsyncGenerator
from pathlib import Path

from .events import Job, RunEvent, Summary
from .execution import Execution
from .process import Process


class Runner:
    """Runs programs, each in a process and a temporary folder of its own.

    Args:
        python: the interpreter that programs run in.
        folder: where run folders, and Matplotlib's list of fonts, are kept; by default
            the system's places for temporary files and for caches.
    """

    def __init__(self, *, python: str = sys.executable, folder: Path | None = None) -> None:
        self._python = python
        self._folder = folder or Path(tempfile.gettempdir())
        self._cache = folder / "matplotlib" if folder else _cache_folder()
        self._running: set[Execution] = set()
        self._spare: Process | None = None
        self._keeps_spare = False
        self._closed = False

    async def run(self, job: Job) -> AsyncGenerator[RunEvent, None]:
        """Run a program and yield its events as they come; the last one is its Summary.

        Several runs may go on at once. Closing the generator early kills the program
        and everything it has started.

        Raises:
            OSError: no process can be started.
            RuntimeError: the runner is closed.
        """
        if self._closed:
            raise RuntimeError("the runner is closed")
        execution = Execution(self._take_process(), job)
        self._running.add(execution)
        try:
            await execution.begin()
            if self._keeps_spare:
                self.warm()
            while True:
                event = await execution.events.get()
                yield event
                if isinstance(event, Summary):
                    return
        finally:
            await execution.abandon()
            self._running.discard(execution)

    def warm(self) -> None:
        """Start a spare process, which loads what most programs need before it is asked for.

        From now on there is always one; it is used for one run, then replaced.
        """
        self._keeps_spare = True
        if self._closed or (self._spare is not None and self._spare.alive):
            return
        self._drop_spare()
        self._spare = self._start(warm=True)

    def cancel(self) -> None:
        """Stop all programs that are running: each ends with `Limit("cancelled")`."""
        for execution in self._running:
            execution.stop("cancelled")

    async def close(self) -> None:
        """Kill everything that is running, and leave nothing behind."""
        self._closed = True
        self._drop_spare()
        for execution in list(self._running):
            await execution.abandon()

    def _take_process(self) -> Process:
        spare, self._spare = self._spare, None
        if spare is not None:
            if spare.alive:
                return spare
            spare.discard()
        return self._start(warm=False)

    def _drop_spare(self) -> None:
        if self._spare is not None:
            self._spare.discard()
            self._spare = None

    def _start(self, *, warm: bool) -> Process:
        self._cache.mkdir(parents=True, exist_ok=True)
        return Process(self._python, self._folder, self._cache, warm=warm)


def _cache_folder() -> Path:
    # Imported here: it is not needed where a folder is given.
    from platformdirs import user_cache_path

    return user_cache_path("mlmath-tutor", appauthor=False) / "matplotlib"
