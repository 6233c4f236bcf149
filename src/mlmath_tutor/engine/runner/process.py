"""The process of a program as the app sees it: its channels, its folder, and its end.

Where the process comes from is the matter of two kinds: `spawned.Spawned`, started by the
app itself, and `keeper.Forked`, forked by the keeper.
"""

from __future__ import annotations

import asyncio
import os
import select
import shutil
import signal
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from .frames import FrameReader
from .streams import PipeReader, Reader, Receiver, reader


@dataclass(frozen=True, slots=True)
class Exit:
    """How a process ended.

    Attributes:
        status: its exit status; minus the signal's number if a signal ended it.
        cpu: seconds of processor time, None if not known.
        peak: largest resident size in bytes, None if not known.
        dump: the place in the program, as `faulthandler` wrote it; may be empty.
        guarded: False if whoever watches over the process was killed.
    """

    status: int
    cpu: float | None = None
    peak: int | None = None
    dump: str = ""
    guarded: bool = True


class Began(msgspec.Struct, frozen=True, tag="began"):
    """The first line of a report: the process that runs the program, which leads its group.

    `complete` is the keeper's: whether all libraries were loaded before the fork.
    """

    pid: int
    complete: bool = False


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The only line of a report if the keeper does not fork."""


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    """The last line of a report; the status is that of `os.wait4`."""

    status: int
    cpu: float
    peak: int
    dump: str


_REPORT = msgspec.json.Decoder(Began | Refused | Ended)


class Report:
    """What is told about a process by the one that watches over it, on a pipe of its own."""

    def __init__(self) -> None:
        self._told = b""

    def take(self, data: bytes) -> None:
        """Take the next piece."""
        self._told += data

    def lines(self) -> list[Began | Refused | Ended]:
        """Return what was told, up to a line that is unfinished or not the watcher's own."""
        lines: list[Began | Refused | Ended] = []
        for line in self._told.split(b"\n")[:-1]:
            try:
                lines.append(_REPORT.decode(line))
            except msgspec.DecodeError:
                break
        return lines

    def exit(self) -> Exit | None:
        """Return how the process ended; None if the report does not say so."""
        match self.lines():
            case [Began(), Ended(status, cpu, peak, dump)]:
                return Exit(os.waitstatus_to_exitcode(status), cpu, peak, dump)
        return None

    @property
    def leader(self) -> int | None:
        """The process that leads the program's group, if it began."""
        match self.lines():
            case [Began(pid=pid), *_]:
                return pid
        return None


@dataclass(frozen=True, slots=True)
class Channels:
    """The app's ends of a process's pipes: descriptors, from which nothing was read yet."""

    control: int
    frames: int
    raw: int
    report: int | None

    def close(self) -> None:
        """Close them all."""
        for fd in (self.control, self.frames, self.raw, self.report):
            if fd is not None:
                os.close(fd)


class Process(ABC):
    """One process, for one program. It can be made before there is an event loop.

    Args:
        folder: the program's own, removed after its end.
        channels: its pipes.
    """

    def __init__(self, folder: Path, channels: Channels) -> None:
        self.folder = folder
        self.cutter = FrameReader()
        self._channels = channels
        self._report = Report()
        self._report_reader: PipeReader | None = None

    @property
    @abstractmethod
    def alive(self) -> bool:
        """Whether the process is still there; asked before it is opened."""

    @abstractmethod
    async def begun(self) -> bool:
        """Wait until the process is there; return False if it will never be."""

    @abstractmethod
    def interrupt(self) -> None:
        """Ask the program to stop: KeyboardInterrupt. Kills where there are no signals."""

    @abstractmethod
    def ask_where(self) -> None:
        """Have the place in the program noted, even inside a library; it comes with the end."""

    @abstractmethod
    def kill(self) -> None:
        """Kill the program and its process group."""

    @abstractmethod
    def rest(self) -> None:
        """Take note that the program has run, and its process stays."""

    def open(self) -> None:
        """Begin to watch the process, on the event loop that is running."""
        self._loop = asyncio.get_running_loop()
        self.ended: asyncio.Future[Exit] = self._loop.create_future()
        self.cleaned: asyncio.Future[None] = self._loop.create_future()
        self.frames = reader(self._channels.frames, _nobody, self._loop)
        self.raw = reader(self._channels.raw, _nobody, self._loop)
        if self._channels.report is not None:
            self._report_reader = PipeReader(self._channels.report, self._hear, self._loop)

    def listen(self, frames: Receiver, raw: Receiver) -> None:
        """Hand over what arrives: the bytes of the channel, and plain output."""
        self.frames.receive = frames
        self.raw.receive = raw

    async def send(self, data: bytes) -> None:
        """Send a message; if the process has died, its end tells that."""

        def write() -> None:
            with suppress(BrokenPipeError):
                view = memoryview(data)
                while view:
                    view = view[os.write(self._channels.control, view) :]

        if len(data) <= select.PIPE_BUF:  # fits: each message waits for an answer
            write()
        else:
            await asyncio.to_thread(write)

    @abstractmethod
    def discard(self) -> None:
        """End a process that was never opened, and remove its folder; may block shortly."""

    def _hear(self, data: bytes) -> None:
        self._report.take(data)

    def _finish(self, end: Callable[[], Exit]) -> None:
        """Take what is left in the pipes, tell the end, remove the folder."""
        readers: list[Reader | None] = [self.frames, self.raw, self._report_reader]
        for each in readers:
            if each is not None:
                each.finish()
        os.close(self._channels.control)
        self.ended.set_result(end())
        removal = self._loop.run_in_executor(None, shutil.rmtree, self.folder, True)
        removal.add_done_callback(lambda _: self.cleaned.set_result(None))


def kill_group(group: int) -> None:
    """Kill a process group, if it is still there."""
    if sys.platform == "win32":
        return
    # The group may be gone; on macOS one that holds only a zombie gives EPERM.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def _nobody(data: bytes) -> None:
    """Take what arrives before anybody listens: there is none, for no job was sent."""
