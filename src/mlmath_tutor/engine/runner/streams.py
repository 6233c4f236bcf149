"""Reading the pipes of a program's process on the event loop."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections import deque
from collections.abc import Callable

_PIECE = 65536
_MOST_LEFT_OVER = 64 << 20

Receiver = Callable[[bytes], None]


class PipeReader:
    """Hands what arrives on a pipe to `receive`, on the event loop.

    The end of a run is not the end of its pipes: a process left behind may hold them
    open. Whoever knows that the run is over calls `finish`, which takes what is there.

    Attributes:
        receive: who gets the bytes; may be replaced.
        closed: called when the other end of the pipe is closed.
    """

    def __init__(self, fd: int, receive: Receiver, loop: asyncio.AbstractEventLoop) -> None:
        self.receive = receive
        self.closed: Callable[[], None] | None = None
        self._fd = fd
        self._loop = loop
        self._reading = True
        os.set_blocking(fd, False)
        loop.add_reader(fd, self._readable)

    def pause(self) -> None:
        """Read no more; whoever writes will have to wait."""
        if self._reading:
            self._reading = False
            self._loop.remove_reader(self._fd)

    def drain(self) -> None:
        """Take what is already in the pipe, unless reading was paused."""
        left = _MOST_LEFT_OVER
        while left > 0 and self._reading and (data := self._read()):
            left -= len(data)
            self.receive(data)

    def finish(self) -> None:
        """Take what is already in the pipe, unless reading was paused; then close it."""
        self.drain()
        self.pause()
        os.close(self._fd)

    def _readable(self) -> None:
        data = self._read()
        if data:
            self.receive(data)
        elif data is not None:
            self.pause()
            if self.closed is not None:
                self.closed()

    def _read(self) -> bytes | None:
        """Return what is there: nothing at the end of the pipe, None if it is just empty."""
        try:
            return os.read(self._fd, _PIECE)
        except BlockingIOError:
            return None


class ThreadReader:
    """The same where an event loop cannot watch pipes (Windows): a thread reads."""

    def __init__(self, fd: int, receive: Receiver, loop: asyncio.AbstractEventLoop) -> None:
        self.receive = receive
        self._fd = fd
        self._loop = loop
        self._reading = True
        self._arrived: deque[bytes] = deque()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def pause(self) -> None:
        """Let go of whatever still arrives."""
        self._reading = False

    def drain(self) -> None:
        """Take what has arrived, unless reading was paused."""
        while self._reading and self._arrived:
            self.receive(self._arrived.popleft())

    def finish(self) -> None:
        """Take what arrives within a second, unless reading was paused; then close the pipe."""
        self._thread.join(1.0)
        self.drain()
        self._reading = False
        if not self._thread.is_alive():
            os.close(self._fd)

    def _read(self) -> None:
        while data := os.read(self._fd, _PIECE):
            if self._reading:
                self._arrived.append(data)
                self._loop.call_soon_threadsafe(self.drain)


Reader = PipeReader | ThreadReader


def reader(fd: int, receive: Receiver, loop: asyncio.AbstractEventLoop) -> Reader:
    """Start to read `fd`, in the way this system knows."""
    kind = ThreadReader if sys.platform == "win32" else PipeReader
    return kind(fd, receive, loop)
