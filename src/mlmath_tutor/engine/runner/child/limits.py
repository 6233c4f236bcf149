"""What the operating system refuses the program: memory, file sizes, descriptors, processes."""

from __future__ import annotations

import math
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from mlmath_tutor.engine.runner.child import landlock
from mlmath_tutor.engine.runner.child.job import Allowance

_OPEN_FILES = 512
_MORE_PROCESSES = 64
_SPARE_CPU_SECONDS = 30
_ROOM_TO_REPORT = 256 << 20
_FORGET_THE_PEAK = "5"  # proc(5), clear_refs


class Limits:
    """The limits of this process. They hold from `apply` on; memory can be relaxed."""

    def __init__(self) -> None:
        self._memory: tuple[int, int] | None = None

    def apply(self, allowance: Allowance, folder: Path) -> None:
        """Set the limits; `folder` stays writable."""
        if sys.platform == "win32":
            return
        import resource

        _cap(resource.RLIMIT_CORE, 0, 0)
        _cap(resource.RLIMIT_FSIZE, allowance.file_size, allowance.file_size)
        _cap(resource.RLIMIT_NOFILE, _OPEN_FILES, _OPEN_FILES)
        if sys.platform != "linux":
            return
        if os.getuid():  # the superuser is not bound by it
            processes = _threads_of_the_machine() + _MORE_PROCESSES
            _cap(resource.RLIMIT_NPROC, processes, processes)
        # Private writable memory, not the address space: libraries map far more than they use.
        most = _status("VmData") + allowance.memory
        self._memory = (most, most + _ROOM_TO_REPORT)
        _cap(resource.RLIMIT_DATA, *self._memory)
        landlock.restrict([folder, os.devnull, "/dev/shm"])

    def begin(self, allowance: Allowance) -> None:
        """Grant processor time for what comes now, and hold memory to its limit."""
        if sys.platform == "win32":
            return
        import resource

        # The app watches the wall clock; this ends a program whose app hangs.
        seconds = time.process_time() + allowance.seconds + _SPARE_CPU_SECONDS
        _cap(resource.RLIMIT_CPU, math.ceil(seconds), resource.RLIM_INFINITY)
        if self._memory is not None:
            _cap(resource.RLIMIT_DATA, *self._memory)

    def relax(self) -> None:
        """Give a program that has failed the memory to be reported."""
        if sys.platform != "win32" and self._memory is not None:
            import resource

            _, hard = resource.getrlimit(resource.RLIMIT_DATA)
            resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))


def peak_memory() -> int:
    """Return the largest resident size of this process so far, in bytes; 0 if not known."""
    if sys.platform == "win32":
        return 0
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def forget_peak() -> None:
    """Have `peak_memory` begin anew, where the system can: what a fork inherits is not counted."""
    if sys.platform == "linux":
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text(_FORGET_THE_PEAK)


def _cap(which: int, soft: int, hard: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(which)
    ceiling = hard if most == resource.RLIM_INFINITY else most
    if resource.RLIM_INFINITY not in (hard, most):
        ceiling = min(hard, most)
    limit = soft if ceiling == resource.RLIM_INFINITY else min(soft, ceiling)
    # Some systems know a limit by name only (RLIMIT_DATA on macOS) and refuse to set it.
    with suppress(ValueError, OSError):
        resource.setrlimit(which, (limit, ceiling))


def _threads_of_the_machine() -> int:
    return int(Path("/proc/loadavg").read_text().split()[3].partition("/")[2])


def _status(name: str) -> int:
    """Return a size from this process's status, in bytes; 0 if it is not told."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    return 0
