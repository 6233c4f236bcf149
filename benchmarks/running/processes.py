"""Processes as Linux tells of them in /proc: whose child, at work or not, how large."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path("/proc/self/smaps_rollup").exists()
"""Whether this system tells."""
_PATIENCE = 120.0
_STILL = 1.5  # seconds without work after which a family is idle
_MB = 1024  # kB


class Memory(NamedTuple):
    """Megabytes: resident; shared pages divided among those who share them; its own alone."""

    rss: float
    pss: float
    uss: float


class _Stat(NamedTuple):
    parent: int
    ticks: int


def memory(pids: Sequence[int]) -> Memory:
    """Return what processes take together.

    Of the three only the PSS of several processes adds up to what they take of the machine.
    """
    sizes = [_rollup(pid) for pid in pids]
    return Memory(*(sum(column) / _MB for column in zip(*sizes, strict=True)))


def _rollup(pid: int) -> tuple[int, int, int]:
    found = dict.fromkeys(("Rss", "Pss", "Private_Clean", "Private_Dirty"), 0)
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        name, _, rest = line.partition(":")
        if name in found:
            found[name] = int(rest.split()[0])
    return found["Rss"], found["Pss"], found["Private_Clean"] + found["Private_Dirty"]


def descendants(pid: int) -> list[int]:
    """Return the processes that a process has started, and theirs, those nearest first."""
    stats = _stats()
    found, next_ones = list[int](), [pid]
    while next_ones:
        next_ones = [each for each, stat in stats.items() if stat.parent in next_ones]
        found += next_ones
    return found


def wait_until_idle(pid: int) -> None:
    """Return when nothing that a process has started has used the processor for a while.

    Raises:
        TimeoutError: it goes on for too long.
    """
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        before = _work(pid)
        time.sleep(_STILL)
        if _work(pid) == before:
            return
    raise TimeoutError(f"process {pid}: what it has started is at work after {_PATIENCE} s")


def _work(pid: int) -> dict[int, int]:
    stats = _stats()
    return {each: stats[each].ticks for each in descendants(pid) if each in stats}


def _stats() -> dict[int, _Stat]:
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (stat := _stat(entry)) is not None:
            found[int(entry.name)] = stat
    return found


def _stat(entry: Path) -> _Stat | None:
    try:
        text = (entry / "stat").read_text()
    except OSError:  # it has just ended
        return None
    fields = text.rpartition(")")[2].split()
    return _Stat(parent=int(fields[1]), ticks=int(fields[11]) + int(fields[12]))
