"""The parent of the process that runs a program: outlives it, and leaves nothing of it behind.

On Linux the process that the app starts forks before it has loaded anything. The child
goes on to run the program; the parent stays as its guard. The program can end in any way,
and so can the app: the guard notices either, kills what is left of the process group and
of the processes that left the group, and reports how the program ended.

The app steers the guard with signals: SIGINT and SIGUSR1 are passed on, SIGTERM kills.
"""

from __future__ import annotations

import ctypes
import json
import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_PASSED_ON = (signal.SIGINT, signal.SIGUSR1)
_HEARD = (*_PASSED_ON, signal.SIGTERM, signal.SIGCHLD)
_SWEEP_SECONDS = 3.0


def fork_guarded(control: int, report: int, folder: Path) -> int:
    """Fork, and return in the child only; the parent guards it until the end.

    Args:
        control: the pipe from the app; its end means that the app has gone.
        report: the pipe to the app on which the guard alone writes, JSON lines: `began`
            with `pid`, then `ended` with `status` (that of `os.wait4`), `cpu` (seconds),
            `peak` (bytes) and `dump` (what `faulthandler` wrote).
        folder: the run's folder, removed by the guard only if the app has gone.

    Returns:
        The descriptor on which the child's `faulthandler` may write.
    """
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)
    wake, wake_end = os.pipe()
    os.set_blocking(wake_end, False)
    signal.set_wakeup_fd(wake_end, warn_on_full_buffer=False)
    for number in _HEARD:
        signal.signal(number, _only_wake)
    dump, dump_end = os.pipe()
    os.set_blocking(dump_end, False)
    guard = os.getpid()
    pid = os.fork()
    if pid == 0:
        _become_program(guard)
        for fd in (wake, wake_end, dump, report):
            os.close(fd)
        return dump_end
    with suppress(OSError):
        os.setpgid(pid, pid)
    os.close(dump_end)
    _Guard(pid, control, report, wake, dump, folder).watch()
    os._exit(0)


def _only_wake(number: int, frame: object) -> None:
    """Do nothing: the wake-up descriptor has told the guard's loop."""


def _become_program(guard: int) -> None:
    signal.set_wakeup_fd(-1)
    for number in _HEARD:
        signal.signal(number, signal.SIG_DFL)
    with suppress(OSError):
        os.setpgid(0, 0)
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != guard:
        os._exit(1)


def _prctl(option: int, value: int) -> None:
    ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


class _Guard:
    """Waits for the program's end, the app's end or a signal; then cleans up."""

    def __init__(
        self, pid: int, control: int, report: int, wake: int, dump: int, folder: Path
    ) -> None:
        self.pid = pid
        self.control = control
        self.report = report
        self.wake = wake
        self.dump = dump
        self.dumped = b""
        self.folder = folder

    def watch(self) -> None:
        """Return when the program has ended and nothing of it is left."""
        self._tell({"type": "began", "pid": self.pid})
        poll = select.poll()
        poll.register(self.control, 0)  # wakes only when the app closes its end
        poll.register(self.wake, select.POLLIN)
        poll.register(self.dump, select.POLLIN)
        while True:
            for fd, _ in poll.poll():
                if fd == self.control:
                    self._abandoned()
                    return
                if fd == self.dump:
                    if not self._read_dump():
                        poll.unregister(self.dump)
                elif self._heard(os.read(self.wake, 64)):
                    if any(ready == self.control for ready, _ in poll.poll(0)):
                        self._remove_folder()
                    return

    def _read_dump(self) -> bool:
        piece = os.read(self.dump, 65536)
        self.dumped += piece
        return bool(piece)

    def _heard(self, numbers: bytes) -> bool:
        """Act on the signals that arrived; return whether the program has ended."""
        for number in numbers:
            if number == signal.SIGTERM:
                self._kill_group()
            elif number in _PASSED_ON:
                self._send(os.kill, number)
        return self._ended()

    def _ended(self) -> bool:
        # Looked at before it is reaped: until then the id of its group is not used again.
        if os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            return False
        self._send(os.killpg, signal.SIGKILL)
        _, status, usage = os.wait4(self.pid, 0)
        self._sweep()
        while select.select([self.dump], [], [], 0)[0] and self._read_dump():
            pass
        self._tell(
            {
                "type": "ended",
                "status": status,
                "cpu": usage.ru_utime + usage.ru_stime,
                "peak": usage.ru_maxrss * 1024,
                "dump": self.dumped.decode("utf-8", "replace"),
            }
        )
        return True

    def _kill_group(self) -> None:
        self._send(os.killpg, signal.SIGKILL)
        self._send(os.kill, signal.SIGKILL)

    def _send(self, how: Callable[[int, int], None], number: int) -> None:
        with suppress(ProcessLookupError):
            how(self.pid, number)

    def _abandoned(self) -> None:
        self._kill_group()
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        self._sweep()
        self._remove_folder()

    def _remove_folder(self) -> None:
        import shutil  # here, since it is not needed to begin

        shutil.rmtree(self.folder, ignore_errors=True)

    def _sweep(self) -> None:
        """Kill the processes that left the group: as orphans they come to their subreaper."""
        end = time.monotonic() + _SWEEP_SECONDS
        while time.monotonic() < end:
            for pid in _children():
                with suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, signal.SIGKILL)
            try:
                reaped, _ = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not reaped:
                time.sleep(0.002)

    def _tell(self, message: dict[str, object]) -> None:
        # The app may have closed its end already: then nobody wants to know.
        with suppress(BrokenPipeError):
            os.write(self.report, json.dumps(message).encode() + b"\n")


def _children() -> list[int]:
    """Return the process ids of this process's children."""
    listed = Path(f"/proc/self/task/{os.getpid()}/children")
    try:
        return [int(word) for word in listed.read_text().split()]
    except FileNotFoundError:  # a kernel built without the list
        return [pid for pid in _all_processes() if _parent(pid) == os.getpid()]


def _all_processes() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _parent(pid: int) -> int | None:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(errors="replace")
    except OSError:
        return None
    return int(stat.rpartition(")")[2].split()[1])
