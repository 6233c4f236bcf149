"""The runner: programs in, events out."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

from . import endings, requests, saving
from .child.libraries import imported
from .events import Failure, Job, Limit, Limits, RunEvent, Summary
from .execution import Execution, end
from .process import Process
from .requests import FileFormat, Request
from .saving import FigureNotSavedError, Saved
from .supply import Supply


class NothingKeptError(RuntimeError):
    """No program's process is there to evaluate anything in."""


class _NoProcessError(Exception):
    """No process can be started; the message is the system's."""


class Runner:
    """Runs programs, each in a process and a temporary folder of its own.

    Args:
        python: the interpreter that programs run in.
        folder: where run folders, and Matplotlib's list of fonts, are kept; by default
            the system's places for temporary files and for caches.
    """

    def __init__(self, *, python: str = sys.executable, folder: Path | None = None) -> None:
        cache = folder / "matplotlib" if folder else _cache_folder()
        self._supply = Supply(python, folder or Path(tempfile.gettempdir()), cache)
        self._running: set[Execution] = set()
        self._cancels = 0
        self._kept: Process | None = None
        self._kept_name = ""  # the program that ran in it
        self._leaving: set[asyncio.Task[None]] = set()
        self._closed = False

    def warm(self) -> None:
        """Start to load the libraries, beside the app, before they are asked for.

        From now on a process is ready for each run, or almost so. Returns at once. What
        cannot be started is told by the run that needs it.
        """
        if not self._closed:
            self._supply.warm()

    def prefer(self, programs: Iterable[str]) -> None:
        """Say which programs may soon be run: the libraries they import are loaded first.

        Args:
            programs: their code, such as that of the open lesson; before or after `warm`.
        """
        names = (name.partition(".")[0] for code in programs for name in imported(code))
        self._supply.prefer(list(dict.fromkeys(names)))

    async def run(self, job: Job, *, keep: bool = False) -> AsyncGenerator[RunEvent, None]:
        """Run a program and yield its events as they come; the last one is its Summary.

        Several runs may go on at once. Closing the generator early kills the program
        and everything it has started. Where no process can be started, that is a Failure.

        Args:
            job: the program.
            keep: whether its process stays, for `evaluate`, until another program is run.

        Raises:
            RuntimeError: the runner is closed.
        """
        before, self._kept = self._kept, None
        self._kept_name = job.name
        if before is not None:
            self._see_off(before)
        async with aclosing(self._events(requests.run(job, keep=keep))) as events:
            async for event in events:
                yield event

    async def run_again(self, job: Job) -> AsyncGenerator[RunEvent, None]:
        """Run a program once more in the process that it kept the last time; else in a new one.

        Several times faster, for sliders: the same program (by its name) with other values.
        It begins with an empty namespace, no figure, Matplotlib's own settings and new random
        numbers. What else it has changed in libraries stays changed, and so do its files.

        Raises:
            RuntimeError: the runner is closed.
        """
        process = self._take_kept()
        if process is not None and self._kept_name != job.name:
            self._see_off(process)
            process = None
        self._kept_name = job.name
        async with aclosing(self._events(requests.run(job, keep=True), process)) as events:
            async for event in events:
                yield event

    async def evaluate(
        self, code: str, limits: Limits | None = None
    ) -> AsyncGenerator[RunEvent, None]:
        """Evaluate lines where the last program kept has run, and yield events as `run` does.

        The value of an expression at the end is shown as text, and is called `_` from then
        on. Lines that are stopped leave the process as it is, if they let themselves be.

        Raises:
            NothingKeptError: no process was kept, it has ended, or it is at work.
        """
        process = self._take_kept()
        if process is None:
            raise NothingKeptError
        request = requests.evaluation(code, limits or Limits())
        async with aclosing(self._events(request, process)) as events:
            async for event in events:
                yield event

    @property
    def keeps(self) -> bool:
        """Whether there is a process to evaluate something in."""
        return self._kept is not None and not self._kept.ended.done()

    async def release(self) -> None:
        """End the process that was kept, if there is one."""
        kept, self._kept = self._kept, None
        if kept is not None:
            await end(kept)

    async def save_figure(
        self, job: Job, number: int, path: Path, file_format: FileFormat
    ) -> Saved:
        """Run a program once more, and save one of its figures as Matplotlib draws it.

        Args:
            job: the program, as it was when it showed the figure.
            number: the figure's, as in its event.
            path: the file, which is replaced if there is one.
            file_format: `png` or `svg`.

        Raises:
            FigureNotSavedError: the program did not show that figure this time, or ended
                before it could be saved.
            OSError: the file cannot be written.
            RuntimeError: the runner is closed.
        """
        ending = None
        request = requests.run(job, save=(number, file_format))
        try:
            async with self._execution(request) as execution:
                async for event in execution:
                    if isinstance(event, Failure | Limit):
                        ending = event
        except _NoProcessError as error:
            raise FigureNotSavedError(endings.never_began(str(error))) from error
        if execution.saved is None:
            raise FigureNotSavedError(ending)
        return await asyncio.to_thread(saving.write, execution.saved, path, file_format)

    def cancel(self) -> None:
        """Stop all programs that are running: each ends with `Limit("cancelled")`."""
        self._cancels += 1
        for execution in self._running:
            execution.stop("cancelled")

    async def close(self) -> None:
        """Kill everything that is running, and leave nothing behind."""
        self._closed = True
        await self._end_all()
        await asyncio.to_thread(self._supply.close)

    async def _end_all(self) -> None:
        await self.release()
        for execution in list(self._running):
            await execution.abandon()
        await asyncio.gather(*self._leaving)

    async def _events(
        self, request: Request, process: Process | None = None
    ) -> AsyncGenerator[RunEvent, None]:
        """Execute a request, in a new process if none is given, and yield what it tells."""
        try:
            async with self._execution(request, process) as execution:
                async for event in execution:
                    yield event
        except _NoProcessError as error:
            yield endings.never_began(str(error))
            yield Summary("failure", wall=0.0, cpu=0.0, peak_memory=0)

    @asynccontextmanager
    async def _execution(
        self, request: Request, process: Process | None = None
    ) -> AsyncIterator[Execution]:
        """Begin an execution, and leave nothing of it but a process that is to stay."""
        if self._closed:
            raise RuntimeError("the runner is closed")
        cancels = self._cancels
        try:
            execution = Execution(process or await self._supply.take(), request)
        except OSError as error:
            raise _NoProcessError(str(error)) from error
        self._running.add(execution)
        try:
            if self._closed:
                raise RuntimeError("the runner is closed")
            if self._cancels != cancels:  # while there was no process yet
                execution.stop("cancelled")
            await execution.begin()
            self._supply.replenish()
            yield execution
        finally:
            self._running.discard(execution)
            if execution.stays and not self._closed:
                self._keep(execution.process)
            else:
                await execution.abandon()

    def _take_kept(self) -> Process | None:
        """Return the process that was kept, if it is still there; nobody else gets it now."""
        kept, self._kept = self._kept, None
        return None if kept is None or kept.ended.done() else kept

    def _keep(self, process: Process) -> None:
        before, self._kept = self._kept, process
        if before is not None:
            self._see_off(before)

    def _see_off(self, process: Process) -> None:
        """End a process that nobody needs, without waiting for it."""
        task = asyncio.get_running_loop().create_task(end(process))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)


def _cache_folder() -> Path:
    # Imported here: it is not needed where a folder is given.
    from platformdirs import user_cache_path

    return user_cache_path("mlmath-tutor", appauthor=False) / "matplotlib"
