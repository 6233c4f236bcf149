"""The operating system's side of a run: a process, its pipes, its folder, and its end.

On Linux the process started is a guard (`child.guard`), whose child runs the program.
Elsewhere the process runs the program itself: it is stopped and killed all the same, but
a process that the program moved to another group outlives it.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from . import environment
from .streams import Reader, Receiver, reader

HAS_GUARD = sys.platform == "linux"
_SECONDS_FOR_THE_GUARD = 5.0


@dataclass(frozen=True, slots=True)
class Exit:
    """How a process ended.

    Attributes:
        status: its exit status; minus the signal's number if a signal ended it.
        cpu: seconds of processor time, None if not known.
        peak: largest resident size in bytes, None if not known.
        dump: the place in the program, as `faulthandler` wrote it; may be empty.
        guarded: False if the guard itself was killed.
    """

    status: int
    cpu: float | None = None
    peak: int | None = None
    dump: str = ""
    guarded: bool = True


class _Began(msgspec.Struct, frozen=True, tag="began"):
    """The guard's first line: the process that runs the program, which leads its group."""

    pid: int


class _Ended(msgspec.Struct, frozen=True, tag="ended"):
    """The guard's last line; the status is that of `os.wait4`."""

    status: int
    cpu: float
    peak: int
    dump: str


_REPORT = msgspec.json.Decoder(_Began | _Ended)


class Process:
    """One process, for one run. It can be started before there is an event loop.

    Args:
        python: the interpreter.
        folder: where the run's folder is made.
        cache: where Matplotlib keeps its list of fonts.
        warm: whether it loads libraries while it waits for the job.
    """

    def __init__(self, python: str, folder: Path, cache: Path, *, warm: bool) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="mlmath-run-", dir=folder))
        self._has_guard = HAS_GUARD
        self._report: int | None = None
        report_end: int | None = None
        if self._has_guard:
            self._report, report_end = os.pipe()
        try:
            self._popen = subprocess.Popen(
                environment.command(python, self.folder, report_end, warm=warm),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                env=environment.environment(self.folder, cache, os.environ),
                cwd=self.folder,
                start_new_session=True,
                pass_fds=() if report_end is None else (report_end,),
            )
        except OSError:
            self._forget()
            raise
        finally:
            if report_end is not None:
                os.close(report_end)
        self._reported = b""
        self._readers: list[Reader] = []
        self._timer: asyncio.TimerHandle | None = None

    @property
    def alive(self) -> bool:
        """Whether the process is still there."""
        return self._popen.poll() is None

    def attach(self, frames: Receiver, raw: Receiver) -> None:
        """Begin to read: `frames` gets the bytes of the channel, `raw` the plain output."""
        assert self._popen.stdout and self._popen.stderr
        self._loop = asyncio.get_running_loop()
        self.ended: asyncio.Future[Exit] = self._loop.create_future()
        self.cleaned: asyncio.Future[None] = self._loop.create_future()
        self.frames = reader(os.dup(self._popen.stdout.fileno()), frames, self._loop)
        self.raw = reader(os.dup(self._popen.stderr.fileno()), raw, self._loop)
        self._popen.stdout.close()
        self._popen.stderr.close()
        self._readers = [self.frames, self.raw]
        if self._report is not None:
            self._readers.append(reader(self._report, self._take_report, self._loop))
        threading.Thread(target=self._wait, daemon=True).start()

    async def send(self, data: bytes) -> None:
        """Send the job; if the process has died, its end tells that."""

        def write() -> None:
            assert self._popen.stdin
            with suppress(BrokenPipeError):
                view = memoryview(data)
                while view:
                    view = view[self._popen.stdin.write(view) :]

        await asyncio.to_thread(write)

    def interrupt(self) -> None:
        """Ask the program to stop: KeyboardInterrupt. Kills where there are no signals."""
        if sys.platform == "win32":
            self.kill()
        else:
            self._popen.send_signal(signal.SIGINT)

    def ask_where(self) -> None:
        """Have the place in the program noted, even inside a library; it comes with the end."""
        if self._has_guard:
            self._popen.send_signal(signal.SIGUSR1)

    def kill(self) -> None:
        """Kill the program and its process group."""
        if not self._has_guard:
            self._kill_group(self._popen.pid)
        elif self._timer is None:
            self._popen.send_signal(signal.SIGTERM)
            self._timer = self._loop.call_later(_SECONDS_FOR_THE_GUARD, self._popen.kill)

    def discard(self) -> None:
        """End a process that was never attached, and remove its folder; blocks shortly."""
        with self._popen:  # closes the pipes: a process whose app has gone ends by itself
            pass
        self._forget()

    def _forget(self) -> None:
        if self._report is not None:
            os.close(self._report)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _kill_group(self, group: int) -> None:
        if sys.platform == "win32":
            self._popen.kill()
            return
        # The group may be gone; on macOS one that holds only a zombie gives EPERM.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)

    def _take_report(self, data: bytes) -> None:
        self._reported += data

    def _wait(self) -> None:
        self._popen.wait()
        # With the loop closed nobody is left to be told.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._finish)

    def _finish(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if not self._has_guard:
            self._kill_group(self._popen.pid)
        for each in self._readers:
            each.finish()
        assert self._popen.stdin
        self._popen.stdin.close()
        self.ended.set_result(self._exit())
        removal = self._loop.run_in_executor(None, shutil.rmtree, self.folder, True)
        removal.add_done_callback(lambda _: self.cleaned.set_result(None))

    def _exit(self) -> Exit:
        if not self._has_guard:
            return Exit(self._popen.returncode)
        match self._report_lines():
            case [_Began(), _Ended(status, cpu, peak, dump)]:
                return Exit(os.waitstatus_to_exitcode(status), cpu, peak, dump)
            case [_Began(pid=pid), *_]:
                # Something killed the guard. Its program was bound to die with it; what that
                # had started is in its group.
                self._kill_group(pid)
        return Exit(self._popen.returncode, guarded=False)

    def _report_lines(self) -> list[_Began | _Ended]:
        """Return what the guard reported, up to a line that is unfinished or not its own."""
        lines: list[_Began | _Ended] = []
        for line in self._reported.split(b"\n")[:-1]:
            try:
                lines.append(_REPORT.decode(line))
            except msgspec.DecodeError:
                break
        return lines
