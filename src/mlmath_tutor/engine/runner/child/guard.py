"""The parent of a process that runs a program: outlives it, and leaves nothing of it behind.

On Linux the process that the app starts forks before it has loaded anything. The child
goes on to run the program, or to be the keeper of many; the parent stays as its guard.
The child can end in any way, and so can the app: the guard notices either, kills what is
left of the process group and of the processes that left the group, and reports how the
child ended.

The app steers the guard with signals: SIGINT and SIGUSR1 are passed on, SIGTERM kills.
"""

from __future__ import annotations

import json
import os
import select
import signal
from contextlib import suppress
from pathlib import Path

from mlmath_tutor.engine.runner.child import family

_PASSED_ON = (signal.SIGINT, signal.SIGUSR1)
_HEARD = (*_PASSED_ON, signal.SIGTERM, signal.SIGCHLD)
_PIECE = 65536


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
    family.adopt_orphans()
    wake, wake_end = family.wake_on_signals(_HEARD)
    dump, dump_end = dump_pipe()
    guard = os.getpid()
    pid = os.fork()
    if pid == 0:
        family.depend_on(guard, _HEARD)
        for fd in (wake, wake_end, dump, report):
            os.close(fd)
        return dump_end
    with suppress(OSError):
        os.setpgid(pid, pid)
    os.close(dump_end)
    _Guard(pid, control, report, wake, dump, folder).watch()
    os._exit(0)


def dump_pipe() -> tuple[int, int]:
    """Return the ends of a pipe for `faulthandler`, which never waits for a reader."""
    dump, dump_end = os.pipe()
    os.set_blocking(dump_end, False)
    return dump, dump_end


def tell(report: int, message: dict[str, object]) -> None:
    """Write one line of a report."""
    # The app may have closed its end already: then nobody wants to know.
    with suppress(BrokenPipeError):
        os.write(report, json.dumps(message).encode() + b"\n")


class _Guard:
    """Waits for the child's end, the app's end or a signal; then cleans up."""

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
        """Return when the child has ended and nothing of it is left."""
        tell(self.report, {"type": "began", "pid": self.pid})
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
        piece = os.read(self.dump, _PIECE)
        self.dumped += piece
        return bool(piece)

    def _heard(self, numbers: bytes) -> bool:
        """Act on the signals that arrived; return whether the child has ended."""
        for number in numbers:
            if number == signal.SIGTERM:
                family.kill_group(self.pid)
            elif number in _PASSED_ON:
                family.send(os.kill, self.pid, number)
        if not family.has_ended(self.pid):
            return False
        ended = family.bury(self.pid)
        while select.select([self.dump], [], [], 0)[0] and self._read_dump():
            pass
        tell(self.report, {**ended, "dump": self.dumped.decode("utf-8", "replace")})
        return True

    def _abandoned(self) -> None:
        family.kill_group(self.pid)
        os.waitpid(self.pid, 0)
        family.sweep()
        self._remove_folder()

    def _remove_folder(self) -> None:
        import shutil  # here, since it is not needed to begin

        shutil.rmtree(self.folder, ignore_errors=True)
