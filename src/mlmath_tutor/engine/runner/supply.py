"""Where the processes of programs come from: forked by the keeper, kept ready, or new."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from . import keeper
from .environment import How
from .keeper import Keeper, KeeperGoneError
from .process import Process
from .spawned import Spawned


class Supply:
    """Gives out one process for each program.

    Until it is told to `warm` up, every process is a new one. From then on there is a
    keeper, and as soon as that has all libraries loaded the next process is forked before
    it is asked for. Where the keeper cannot be (systems other than Linux, libraries that do
    not survive a fork) a spare process waits instead, with the most common libraries.

    Args:
        python: the interpreter.
        folder: where run folders are made.
        cache: where Matplotlib keeps its list of fonts.
    """

    def __init__(self, python: str, folder: Path, cache: Path) -> None:
        self._python = python
        self._folder = folder
        self._cache = cache
        self._libraries: tuple[str, ...] = ()
        self._is_warm = False
        self._can_fork = keeper.CAN_FORK
        self._keeper: Keeper | None = None
        self._waiting: Process | None = None

    def prefer(self, libraries: Sequence[str]) -> None:
        """Say which libraries are needed first."""
        self._libraries = tuple(libraries)
        if self._keeper is not None:
            self._keeper.prefer(self._libraries)

    def warm(self) -> None:
        """Start what has the libraries loaded when they are needed; returns at once."""
        self._is_warm = True
        # What the system refuses now it may grant, or must explain, when it is needed.
        with suppress(OSError):
            self._prepare()

    def _prepare(self) -> None:
        if self._can_fork:
            self._keeper = self._keeper or self._start_keeper()
            if not self._keeper.complete:
                return
        if self._waiting is not None and self._waiting.alive:
            return
        self._drop_waiting()
        self._waiting = self._ahead()

    async def take(self) -> Process:
        """Return a process, opened.

        Raises:
            OSError: no process can be started.
        """
        waiting, self._waiting = self._waiting, None
        process = await _opened(waiting) if waiting is not None else None
        while process is None and self._keeper is not None:
            process = await self._forked(self._keeper)
        if process is None:
            process = self._spawn("now")
            process.open()
        return process

    def replenish(self) -> None:
        """See to it that the next process is at hand as well, if this supply is warm."""
        if self._is_warm:
            self.warm()

    def close(self) -> None:
        """End what waits; blocks shortly."""
        self._is_warm = False
        self._drop_waiting()
        source, self._keeper = self._keeper, None
        if source is not None:
            source.close()

    async def _forked(self, source: Keeper) -> Process | None:
        """Return a process of `source`; without one, replace `source` or do without it."""
        refused = False
        try:
            forked = source.fork()
        except KeeperGoneError:
            pass
        else:
            if process := await _opened(forked):
                return process
            refused = forked.refused
        if self._keeper is source:  # nobody else has found out before
            source.close_later()
            # One that never forked would not the next time either.
            self._can_fork = source.has_forked and not refused
            self._keeper = self._start_keeper() if self._can_fork else None
        return None

    def _ahead(self) -> Process | None:
        if self._keeper is None:
            return self._spawn("warm")
        try:
            return self._keeper.fork()
        except KeeperGoneError:
            return None  # found out, and seen to, when a process is needed

    def _drop_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.discard()

    def _start_keeper(self) -> Keeper:
        self._cache.mkdir(parents=True, exist_ok=True)
        return Keeper(self._python, self._folder, self._cache, self._libraries)

    def _spawn(self, how: How) -> Process:
        self._cache.mkdir(parents=True, exist_ok=True)
        return Spawned(self._python, self._folder, self._cache, how, self._libraries)


async def _opened(process: Process) -> Process | None:
    """Return a process that is at hand, or None if there is none after all."""
    if not process.alive:
        process.discard()
        return None
    process.open()
    try:
        return process if await process.begun() else None
    except asyncio.CancelledError:
        process.kill()
        raise
