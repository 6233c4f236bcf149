"""The program's `sys.stdout` and `sys.stderr`: frames, in order, within a budget."""

from __future__ import annotations

import io
import os
import sys
import threading
from typing import Literal

from mlmath_tutor.engine.runner.child.job import Allowance
from mlmath_tutor.engine.runner.child.places import line_of_frame
from mlmath_tutor.engine.runner.child.wire import Wire

_AT_ONCE = 4096
_PIECE = 60_000
_LAST_CHANCE = 1 << 20


class OutputExceeded(BaseException):
    """The program wrote more than it may; raised on the line that wrote too much.

    Not an `Exception`, so that `except Exception` in a loop does not go on writing.
    """


class Budget:
    """How much the program has written on both streams together, in characters."""

    def __init__(self, allowance: Allowance, name: str) -> None:
        self.begin(allowance, name)

    def begin(self, allowance: Allowance, name: str) -> None:
        """Begin to count, for the file `name`."""
        self.shown, self.most, self.name = allowance.shown_output, allowance.output, name
        self.used = 0

    @property
    def dropped(self) -> int:
        """Characters written but not shown."""
        return max(0, self.used - self.shown)

    def take(self, size: int, wire: Wire) -> int:
        """Count `size` characters; return how many of them are still shown.

        Raises:
            OutputExceeded: the program has written more than it may. If it carries on
                all the same, the process is ended.
        """
        room = max(0, self.shown - self.used)
        self.used += size
        if self.used > self.most:
            line = line_of_frame(sys._getframe(), self.name)
            if self.used > self.most + _LAST_CHANCE + size:
                wire.send("limit", limit="output", line=line)
                os._exit(0)
            raise OutputExceeded
        return min(size, room)


class Stream(io.TextIOBase):
    """A text stream that sends what is written to the app, a line at a time."""

    def __init__(self, wire: Wire, stream: Literal["out", "err"], fd: int, budget: Budget) -> None:
        self._wire = wire
        self._stream = stream
        self._fd = fd
        self._budget = budget
        self._begin()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._begin)
        self.buffer = _Bytes(self)

    def _begin(self) -> None:
        """Hold nothing: in a forked process, what is held here is the parent's to send."""
        self._pending: list[str] = []
        self._lock = threading.RLock()

    encoding = "utf-8"
    errors = "backslashreplace"

    def writable(self) -> bool:
        """A program may write."""
        return True

    def fileno(self) -> int:
        """Return the descriptor on which raw bytes reach the app too."""
        return self._fd

    def reconfigure(self, **_: object) -> None:
        """Accept what `io.TextIOWrapper.reconfigure` accepts; the encoding stays UTF-8."""

    def write(self, text: str) -> int:
        """Write `text`; a process forked by the program writes to the raw pipe instead."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        # What other processes write is counted by the app.
        shown = self._budget.take(len(text), self._wire) if self._wire.ours else len(text)
        if shown:
            with self._lock:
                self._pending.append(text if shown == len(text) else text[:shown])
            if text.endswith("\n") or len(text) > _AT_ONCE or len(self._pending) > 500:
                self.flush()
        return len(text)

    def flush(self) -> None:
        """Send what is pending."""
        with self._lock:
            text = "".join(self._pending)
            self._pending.clear()
        if not self._wire.ours:
            _write_all(self._fd, text.encode("utf-8", "backslashreplace"))
            return
        for start in range(0, len(text), _PIECE):
            piece = text[start : start + _PIECE].encode("utf-8", "backslashreplace").decode()
            self._wire.send("text", stream=self._stream, text=piece)


def _write_all(fd: int, data: bytes) -> None:
    while data:
        data = data[os.write(fd, data) :]


class _Bytes(io.RawIOBase):
    """`sys.stdout.buffer`: bytes are taken as UTF-8."""

    def __init__(self, stream: Stream) -> None:
        self._text = stream

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | bytearray | memoryview) -> int:  # type: ignore[override]
        raw = bytes(data)
        self._text.write(raw.decode("utf-8", "backslashreplace"))
        return len(raw)

    def flush(self) -> None:
        self._text.flush()
