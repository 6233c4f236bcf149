"""The keeper as the app sees it (Linux): a process with the libraries loaded, to be forked.

`child.keeper` is the other side, and says what is asked of it.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from . import environment
from .frames import pack
from .process import Began, Channels, Exit, Process, Refused, kill_group

CAN_FORK = sys.platform == "linux"
_SECONDS_TO_BEGIN = 30.0
_SECONDS_FOR_THE_KEEPER = 5.0


class KeeperGoneError(Exception):
    """The keeper has ended, or answers no more."""


class Keeper:
    """Starts the keeper, and asks it for processes. It loads libraries while nobody asks.

    Args:
        python: the interpreter.
        folder: where its own folder is made, which holds those of its programs.
        cache: where Matplotlib keeps its list of fonts.
        libraries: those needed first, by their dotted names.
    """

    def __init__(self, python: str, folder: Path, cache: Path, libraries: Sequence[str]) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="mlmath-keeper-", dir=folder))
        self.complete = False
        """Whether all libraries were loaded when it last forked."""
        self.has_forked = False
        self._numbers = itertools.count(1)
        self._socket, theirs = socket.socketpair()
        report, report_end = os.pipe()
        self._report = report
        with theirs:
            try:
                self._popen = subprocess.Popen(
                    environment.command(python, self.folder, report_end, "keep", libraries),
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    env=environment.environment(self.folder, cache, os.environ),
                    cwd=self.folder,
                    start_new_session=True,
                    pass_fds=(report_end,),
                )
            except OSError:
                self._forget()
                raise
            finally:
                os.close(report_end)
        # Asking must not hold up the app, whatever the keeper is doing.
        self._socket.setblocking(False)

    def fork(self) -> Forked:
        """Ask for a process; whether it comes is told by its `begun`.

        Raises:
            KeeperGoneError: there is nobody to ask.
        """
        folder = Path(tempfile.mkdtemp(prefix="mlmath-run-", dir=self.folder))
        pipes = (os.pipe(), os.pipe(), os.pipe(), os.pipe())
        (control_end, control), (frames, frames_end), (raw, raw_end), (report, report_end) = pipes
        theirs = [control_end, frames_end, raw_end, report_end]
        channels = Channels(control, frames, raw, report)
        forked = Forked(self, next(self._numbers), folder, channels, report)
        try:
            self._ask({"fork": forked.number, "folder": str(folder)}, theirs)
        except KeeperGoneError:
            forked.discard()
            raise
        finally:
            for fd in theirs:
                os.close(fd)
        return forked

    def prefer(self, libraries: Sequence[str]) -> None:
        """Say which libraries are needed first, of those that are not loaded yet."""
        with suppress(KeeperGoneError):  # who asks for a process is told
            self._ask({"prefer": list(libraries)})

    def signal(self, number: int, what: signal.Signals) -> None:
        """Send a signal to a process it has forked; SIGKILL goes to the group."""
        with suppress(KeeperGoneError):  # its children have ended with it
            self._ask({"signal": int(what), "run": number})

    def rest(self, number: int) -> None:
        """Tell it that a process stays, but its program has ended."""
        with suppress(KeeperGoneError):
            self._ask({"rest": number})

    def kill(self) -> None:
        """Kill it, and with it all that it has forked."""
        self._popen.kill()

    def close(self) -> None:
        """End it, and wait until nothing is left; blocks shortly."""
        self._socket.close()  # a keeper whose app has gone kills what it has forked, and ends
        try:
            self._popen.wait(_SECONDS_FOR_THE_KEEPER)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
        self._forget()

    def close_later(self) -> None:
        """Do the same beside the app."""
        threading.Thread(target=self.close).start()

    def _forget(self) -> None:
        self._socket.close()
        os.close(self._report)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _ask(self, request: dict[str, object], fds: Sequence[int] = ()) -> None:
        data = pack(request)
        try:
            sent = socket.send_fds(self._socket, [data], fds)
        except OSError as error:  # it has gone; or it has not listened for very long
            raise KeeperGoneError from error
        if sent < len(data):
            self.kill()
            raise KeeperGoneError


class Forked(Process):
    """A process of the keeper's."""

    def __init__(
        self, keeper: Keeper, number: int, folder: Path, channels: Channels, report: int
    ) -> None:
        super().__init__(folder, channels)
        self.number = number
        self._keeper = keeper
        self._watched = report
        self._timer: asyncio.TimerHandle | None = None

    @property
    def alive(self) -> bool:
        """Whether the keeper still has something to report of it."""
        poll = select.poll()
        poll.register(self._watched, 0)  # wakes only when the keeper closes its end
        return not poll.poll(0)

    @property
    def refused(self) -> bool:
        """Whether the keeper has found that its libraries do not survive a fork."""
        return any(isinstance(line, Refused) for line in self._report.lines())

    def open(self) -> None:
        """Begin to watch the process, on the event loop that is running."""
        super().open()
        self._told = asyncio.Event()
        if self._report_reader is not None:
            self._report_reader.closed = self._report_closed

    async def begun(self) -> bool:
        """Wait until it is there; return False if it was refused, or the keeper has gone."""
        try:
            await asyncio.wait_for(self._told.wait(), _SECONDS_TO_BEGIN)
        except TimeoutError:
            self._keeper.kill()
            await self._told.wait()
        return self._report.leader is not None

    def interrupt(self) -> None:
        """Ask the program to stop: KeyboardInterrupt."""
        self._keeper.signal(self.number, signal.SIGINT)

    def ask_where(self) -> None:
        """Have the place in the program noted, even inside a library; it comes with the end."""
        self._keeper.signal(self.number, signal.SIGUSR1)

    def kill(self) -> None:
        """Kill the program and its process group."""
        if self._timer is None:
            self._keeper.signal(self.number, signal.SIGKILL)
            self._timer = self._loop.call_later(_SECONDS_FOR_THE_KEEPER, self._keeper.kill)

    def rest(self) -> None:
        """Take note that the program has run, and its process stays."""
        self._keeper.rest(self.number)

    def discard(self) -> None:
        """End a process that was never opened, and remove its folder."""
        self._channels.close()  # without a job to come it ends by itself
        shutil.rmtree(self.folder, ignore_errors=True)

    def _hear(self, data: bytes) -> None:
        super()._hear(data)
        for line in self._report.lines():
            if isinstance(line, Began):
                self._keeper.has_forked = True
                self._keeper.complete = line.complete
        if self._report.lines():
            self._told.set()

    def _report_closed(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._finish(self._reported_exit)
        self._told.set()

    def _reported_exit(self) -> Exit:
        if (told := self._report.exit()) is not None:
            return told
        # The keeper was killed. Its programs were bound to die with it; what they had
        # started is in their groups.
        if (leader := self._report.leader) is not None:
            kill_group(leader)
        return Exit(-signal.SIGKILL, guarded=False)
