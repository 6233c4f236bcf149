"""The child's end of the two channels to the app."""

from __future__ import annotations

import json
import os
import queue
import select
import signal
import sys
import threading
from typing import cast

from mlmath_tutor.engine.runner.frames import HEADER, MAX_FRAME, pack


class Wire:
    """Sends frames to the app, and holds back an interrupt that arrives in the middle of one.

    Only the process that opened the wire writes to it: a process forked by the program
    would tear frames apart.
    """

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._lock = threading.Lock()
        self._owner = os.getpid()
        self._sending_main = False
        self._interrupted = False

    @property
    def ours(self) -> bool:
        """Whether this process is the one that may write."""
        return os.getpid() == self._owner

    def send(self, kind: str, **fields: object) -> None:
        """Send one message; does nothing in a process forked by the program.

        Raises:
            KeyboardInterrupt: the program was asked to stop while the frame was written.
        """
        if not self.ours:
            return
        frame = pack({"kind": kind, **fields})
        if len(frame) > MAX_FRAME:
            raise ValueError(f"a message of {len(frame)} bytes is too long")
        in_main = threading.current_thread() is threading.main_thread()
        with self._lock:
            self._sending_main = in_main
            try:
                self._write(frame)
            finally:
                self._sending_main = False
        if in_main and self._interrupted:
            self._interrupted = False
            raise KeyboardInterrupt

    def _write(self, frame: bytes) -> None:
        view = memoryview(frame)
        while view:
            try:
                view = view[os.write(self._fd, view) :]
            except OSError:
                # The app has gone, or the program closed the channel: nobody is left to tell.
                os._exit(1)

    def interrupt(self) -> None:
        """Raise KeyboardInterrupt, at once or after the frame being written by this thread."""
        if self._sending_main:
            self._interrupted = True
            return
        raise KeyboardInterrupt


class Inbox:
    """What the app asks for, in the order in which it came."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._queue: queue.SimpleQueue[dict[str, object]] | None = None

    def take(self) -> dict[str, object]:
        """Return the next message; ends the process if the app has gone."""
        if self._queue is not None:
            return self._queue.get()
        message = self._read()
        if message is None:
            os._exit(0)
        return message

    @property
    def waiting(self) -> bool:
        """Whether the app has sent something, or has gone; True where that cannot be seen."""
        if sys.platform == "win32":
            return True  # pipes cannot be asked there: do not make a job wait
        return bool(select.select([self._fd], [], [], 0)[0])

    def watch(self) -> None:
        """From now on end this process, whatever it does, as soon as the app has gone."""
        arrived = self._queue = queue.SimpleQueue()

        def read() -> None:
            while (message := self._read()) is not None:
                arrived.put(message)
            if sys.platform != "win32":
                os.killpg(0, signal.SIGKILL)
            os._exit(1)

        threading.Thread(target=read, daemon=True).start()

    def _read(self) -> dict[str, object] | None:
        header = self._exactly(HEADER.size)
        if header is None:
            return None
        payload = self._exactly(*HEADER.unpack(header))
        return None if payload is None else cast("dict[str, object]", json.loads(payload))

    def _exactly(self, size: int) -> bytes | None:
        data = b""
        while len(data) < size:
            piece = os.read(self._fd, size - len(data))
            if not piece:
                return None
            data += piece
        return data
