"""Processes and their descent on Linux: who dies with whom, and killing what is left of a run."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Callable, Container
from contextlib import suppress
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_SWEEP_SECONDS = 3.0
_KERNEL_MEMORY_UNIT = 1024


def adopt_orphans() -> None:
    """Have every process that descends from this one come to it when its own parent ends."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def wake_on_signals(numbers: tuple[signal.Signals, ...]) -> tuple[int, int]:
    """Catch signals by a pipe; return its two ends, the one to read first."""
    wake, wake_end = os.pipe()
    os.set_blocking(wake_end, False)
    signal.set_wakeup_fd(wake_end, warn_on_full_buffer=False)
    for number in numbers:
        signal.signal(number, _only_wake)
    return wake, wake_end


def _only_wake(number: int, frame: object) -> None:
    """Do nothing: the wake-up pipe has told whoever waits at it."""


def depend_on(parent: int, numbers: tuple[signal.Signals, ...]) -> None:
    """Begin a life of one's own just after a fork: lead a group, end when `parent` ends.

    Args:
        parent: the process that forked; it must have a single thread, for the kernel
            watches the thread.
        numbers: the signals that `parent` caught, which take their usual course again.
    """
    signal.set_wakeup_fd(-1)
    for number in numbers:
        signal.signal(number, signal.SIG_DFL)
    with suppress(OSError):
        os.setpgid(0, 0)
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def has_ended(pid: int) -> bool:
    """Return whether a child has ended, without reaping it: the id of its group stays taken."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def send(how: Callable[[int, int], None], pid: int, number: int) -> None:
    """Send a signal by `os.kill` or `os.killpg` to a child that may be gone."""
    with suppress(ProcessLookupError):
        how(pid, number)


def kill_group(pid: int) -> None:
    """Kill a child and its group, also before it has come to lead one."""
    send(os.killpg, pid, signal.SIGKILL)
    send(os.kill, pid, signal.SIGKILL)


def bury(pid: int, spared: Container[int] = ()) -> dict[str, object]:
    """Reap a child that has ended, and kill all that it has left.

    Processes that left its group come as orphans to this process, which `adopt_orphans`.

    Args:
        pid: a child for which `has_ended`.
        spared: children that go on living.

    Returns:
        What a report tells: `status` as `os.wait4` has it, `cpu` in seconds, `peak` in bytes.
    """
    send(os.killpg, pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    sweep(spared)
    return {
        "type": "ended",
        "status": status,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * _KERNEL_MEMORY_UNIT,
    }


def sweep(spared: Container[int] = ()) -> None:
    """Kill and reap every child but the `spared`, and the orphans that come in their place."""
    end = time.monotonic() + _SWEEP_SECONDS
    while time.monotonic() < end:
        orphans = [pid for pid in _children() if pid not in spared]
        if not orphans:
            return
        for pid in orphans:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        reaped = [os.waitpid(pid, os.WNOHANG)[0] for pid in orphans]
        if not any(reaped):
            time.sleep(0.002)


def _prctl(option: int, value: int) -> None:
    ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


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
