"""The real app in a pseudo-terminal: keys in, and the time until what they cause is written.

The terminal says that it knows synchronized output, as modern ones do: so the app marks where
each frame ends, and a frame counts once all of it has come.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

COURSE = Path(__file__).parents[1] / "course"
SIZE = (100, 30)
_ANSWERS = {b"\x1b[6n": b"\x1b[1;2R", b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
_END_OF_FRAME = b"\x1b[?2026l"
_STYLE = re.compile(rb"\x1b\[[0-9;]*m")
_HERE = "▸"
_BLOCKS = 20
_SECONDS = 60.0
_REPEAT = 1 / 60  # seconds from key to key while one is held: faster than anything follows
_LEAST_FRAMES = 4
_STILL = 0.3  # seconds after which nothing more is expected


class AppError(RuntimeError):
    """What was waited for did not come."""


class Shown(NamedTuple):
    """What was waited for, and the seconds from the key until all of its frame had come."""

    seconds: float
    text: str


class App:
    """The app on the course of the benchmarks, for as long as the `with` lasts.

    Args:
        folder: an empty one, for what it keeps.
    """

    def __init__(self, folder: Path) -> None:
        self._environ = {
            **os.environ,
            "HOME": str(folder),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
        }
        options = ["--course", str(COURSE), "--home", str(folder / "data"), "--lang", "en"]
        self._command = [sys.executable, "-m", "mlmath_tutor", "--trust", *options]

    def __enter__(self) -> App:
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execve(self._command[0], self._command, self._environ)
        columns, rows = SIZE
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._wait(re.compile(b"Begin"))
        self.press(" ", "Least squares")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def press(self, keys: str, mark: str) -> Shown:
        """Type, and wait until a frame with `mark`, a regular expression, is here."""
        self._settle()
        start = time.perf_counter()
        os.write(self._terminal, keys.encode())
        found = self._wait(re.compile(mark.encode()))
        return Shown(time.perf_counter() - start, found)

    def hold(self, key: str, mark: str, seconds: float) -> float:
        """Hold a key, as a keyboard repeats it; return the seconds from frame to frame.

        A frame counts if it shows another `mark`, a regular expression, than the one before.
        """
        self._settle()
        seen: list[float] = []
        frame, shown = b"", b""
        pattern, next_key = re.compile(mark.encode()), time.monotonic()
        end = next_key + seconds
        while (now := time.monotonic()) < end or len(seen) < _LEAST_FRAMES:
            if now > end + _SECONDS:
                raise AppError(f"{len(seen)} frames with {mark!r} in {_SECONDS} s")
            if now >= next_key:
                os.write(self._terminal, key.encode())
                next_key += _REPEAT
            *frames, frame = (frame + self._read(max(0.0, next_key - now))).split(_END_OF_FRAME)
            for each in frames:
                if (found := pattern.search(each)) and found[0] != shown:
                    shown = found[0]
                    seen.append(time.monotonic())
        return (seen[-1] - seen[0]) / (len(seen) - 1)

    def reach(self, title: str) -> None:
        """Go down until the block with this title is in hand."""
        in_hand = re.compile(f"{_HERE}[^{_HERE}\\n]*{re.escape(title)}")
        for _ in range(_BLOCKS):
            os.write(self._terminal, b"j")
            if in_hand.search(_STYLE.sub(b"", self._settle()).decode("utf-8", "replace")):
                return
        raise AppError(f"{title!r} was not reached")

    def _wait(self, mark: re.Pattern[bytes]) -> str:
        written, found = b"", None
        end = time.monotonic() + _SECONDS
        while time.monotonic() < end:
            written += self._read(1.0)
            found = found or mark.search(written)
            if found and _END_OF_FRAME in written[found.end() :]:
                return found[0].decode()
        raise AppError(f"{mark.pattern!r} did not come:\n{written[-3000:]!r}")

    def _settle(self) -> bytes:
        """Return what is still being written, once nothing has come for a while."""
        written = b""
        while piece := self._read(_STILL):
            written += piece
        return written

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return b""
        piece = os.read(self._terminal, 1 << 20)
        for question, answer in _ANSWERS.items():
            os.write(self._terminal, answer * piece.count(question))
        return piece
