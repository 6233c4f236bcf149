"""A terminal in memory that runs the real program: bytes in, a screen out."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "data" / "small"
LONGEST = 30.0  # seconds anything may take on a busy machine before the test gives up
LEAVE_ALTERNATE_SCREEN, SHOW_CURSOR = b"\x1b[?1049l", b"\x1b[?25h"


class Screen:
    """One running program."""

    def __init__(self, arguments: list[str], environ: dict[str, str], size: tuple[int, int]):
        self.columns, self.rows = size
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        """Everything the program wrote."""
        self.code: int | None = None
        """The exit code, negative for a signal, once it has ended."""
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execve(arguments[0], arguments, environ)
        # A terminal answers questions (where is the cursor?) as if the answer had been typed.
        self._screen.write_process_input = self.send
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *size[::-1], 0, 0))

    def text(self) -> str:
        """Return what is on the screen; the second half of a wide character is left out."""
        lines = []
        for row in range(self.rows):
            cells = self._screen.buffer[row]
            lines.append("".join(cells[at].data for at in range(self.columns)).rstrip())
        return "\n".join(lines)

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self._terminal, keys.encode())

    def sees(self, *texts: str) -> str:
        """Wait until all texts are on the screen, and return the screen."""
        return self._until(lambda shown: all(text in shown for text in texts), texts)

    def sees_one_of(self, *texts: str) -> str:
        """Wait until one of the texts is on the screen, and return the screen."""
        return self._until(lambda shown: any(text in shown for text in texts), texts)

    def sees_none_of(self, *texts: str) -> str:
        """Wait until none of the texts is on the screen, and return the screen."""
        return self._until(lambda shown: not any(text in shown for text in texts), texts)

    def _until(self, fact: Callable[[str], bool], texts: tuple[str, ...]) -> str:
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            self._read(0.05)
            shown = self.text()
            if fact(shown):
                return shown
            if self.code is not None:
                break
        raise AssertionError(f"waited for {texts}; exit code {self.code}:\n{self.text()}")

    def ends(self) -> int:
        """Wait until the program has ended, and return its exit code."""
        end = time.monotonic() + LONGEST
        while self.code is None:
            assert time.monotonic() < end, f"still running:\n{self.text()}"
            self._read(0.05)
        return self.code

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """End the program at once, if it has not ended."""
        if self.code is None:
            os.kill(self.pid, signal.SIGKILL)
            self.ends()

    def _read(self, seconds: float) -> None:
        if select.select([self._terminal], [], [], seconds)[0]:
            try:
                piece = os.read(self._terminal, 65536)
            except OSError:  # Linux: the program has closed its side
                piece = b""
            self.raw += piece
            self._stream.feed(piece)
        found, status = os.waitpid(self.pid, os.WNOHANG)
        if found:
            self.code = os.waitstatus_to_exitcode(status)
            self._drain()

    def _drain(self) -> None:
        while select.select([self._terminal], [], [], 0)[0]:
            try:
                piece = os.read(self._terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            self.raw += piece
            self._stream.feed(piece)
        os.close(self._terminal)


@dataclass
class Starter:
    """Starts `mlmath` on one data folder."""

    home: Path
    started: list[Screen]

    def __call__(
        self, *words: str, course: Path = SMALL, size: tuple[int, int] = (80, 24)
    ) -> Screen:
        environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home.parent),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT / "src"),
            "OMP_NUM_THREADS": "1",
        }
        common = ["--home", str(self.home), "--course", str(course), "--lang", "en"]
        screen = Screen([sys.executable, "-m", "mlmath_tutor", *words, *common], environ, size)
        self.started.append(screen)
        return screen
