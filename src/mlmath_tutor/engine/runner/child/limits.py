"""What the operating system refuses the program: memory, file sizes, descriptors, processes."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from mlmath_tutor.engine.runner.child.job import Job

_OPEN_FILES = 512
_MORE_PROCESSES = 64
_SPARE_CPU_SECONDS = 30
_ROOM_TO_REPORT = 256 << 20


def apply(job: Job) -> Callable[[], None]:
    """Set the limits of `job`; return what gives a failed program the memory to be reported."""
    if sys.platform == "win32":
        return nothing
    import resource

    _cap(resource.RLIMIT_CORE, 0)
    _cap(resource.RLIMIT_FSIZE, job.file_size)
    _cap(resource.RLIMIT_NOFILE, _OPEN_FILES)
    # The app watches the wall clock; this ends a program whose app hangs.
    _cap(resource.RLIMIT_CPU, math.ceil(job.seconds) + _SPARE_CPU_SECONDS)
    if sys.platform != "linux":
        return nothing
    if os.getuid():  # the superuser is not bound by it
        _cap(resource.RLIMIT_NPROC, _threads_of_the_machine() + _MORE_PROCESSES)
    # Private writable memory, not the address space: libraries map far more than they use.
    most = _private_memory() + job.memory
    _cap(resource.RLIMIT_DATA, most, most + _ROOM_TO_REPORT)

    def relax() -> None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))

    return relax


def peak_memory() -> int:
    """Return the largest resident size of this process so far, in bytes; 0 if not known."""
    if sys.platform == "win32":
        return 0
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def nothing() -> None:
    """Nothing was limited, so nothing is to be relaxed."""


def _cap(which: int, soft: int, hard: int | None = None) -> None:
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(which)
    ceiling = soft if hard is None else hard
    if most != resource.RLIM_INFINITY:
        ceiling = min(ceiling, most)
    # Some systems know a limit by name only (RLIMIT_DATA on macOS) and refuse to set it.
    with suppress(ValueError, OSError):
        resource.setrlimit(which, (min(soft, ceiling), ceiling))


def _threads_of_the_machine() -> int:
    return int(Path("/proc/loadavg").read_text().split()[3].partition("/")[2])


def _private_memory() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0
