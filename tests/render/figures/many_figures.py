"""Many random figures drawn in other processes, and what is wrong with any of them.

    cd tests; python -m render.figures.many_figures [COUNT] [FIRST]

plotext aborts the process it runs in when it is given what it cannot bear. A figure that
ends its process, takes too long, or does not fill its rectangle is told by its seed, with
which `random_figures.py SEED 1` draws it again; the others go on.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

PROGRAM = Path(__file__).with_name("random_figures.py")
PIECE = 500
LONGEST = 120.0  # seconds that one figure may take on a busy machine before it counts as hanging


@dataclass
class Report:
    """What came of many figures.

    Attributes:
        drawn: how many were drawn, described, and found to fill their rectangle.
        refused: how many the decoder of figures did not let through.
        faults: of each figure that was not, its seed and what happened.
        slowest: the seconds of the one that took longest, and its seed.
    """

    drawn: int = 0
    refused: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)

    def add(self, other: Report) -> None:
        """Take in another report."""
        self.drawn += other.drawn
        self.refused += other.refused
        self.faults += other.faults
        self.slowest = max(self.slowest, other.slowest)


def draw_many(first: int, count: int, *, at_once: int, program: Path = PROGRAM) -> Report:
    """Draw the figures of `count` seeds from `first` on, in `at_once` processes at a time."""
    whole = Report()
    starts = range(first, first + count, PIECE)
    pieces = [range(start, min(start + PIECE, first + count)) for start in starts]
    with ThreadPoolExecutor(at_once) as pool:
        for report in pool.map(lambda piece: _piece(piece, program), pieces):
            whole.add(report)
            if sys.stderr.isatty():
                print(f"\r{whole.drawn + whole.refused} figures", end="", file=sys.stderr)
    return whole


def _piece(seeds: Sequence[int], program: Path) -> Report:
    """Draw figures in one process; in another one from the figure after a fault on."""
    report, left = Report(), list(seeds)
    while left:
        process = _Process(program, left[0], len(left))
        fault = process.watch()
        report.slowest = max(report.slowest, process.slowest)
        done = process.seeds[:-1] if fault else process.seeds
        report.drawn += len(done)
        if fault is None:
            report.refused += len(left) - len(done)
            break
        # The one that was begun last; none at all if it could not even be made.
        seed = process.seeds[-1] if process.seeds else left[0]
        report.faults.append((seed, fault))
        report.refused += seed - left[0] - len(done)
        left = [each for each in left if each > seed]
    return report


class _Process:
    """One process of `random_figures.py`, which tells the seed of each figure it begins to draw."""

    def __init__(self, program: Path, first: int, count: int) -> None:
        self.seeds: list[int] = []
        self.slowest = (0.0, first)
        self._since = time.monotonic()
        self._said: list[str] = []
        self._unread = b""
        self._popen = subprocess.Popen(
            [sys.executable, "-W", "error::RuntimeWarning", program, str(first), str(count)],
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )

    def watch(self) -> str | None:
        """Wait for the end; return what went wrong with the figure begun last, if anything."""
        assert self._popen.stderr is not None
        with self._popen:
            pipe = self._popen.stderr.fileno()
            while select.select([pipe], [], [], LONGEST)[0]:
                piece = os.read(pipe, 1 << 16)
                if not piece:
                    break
                self._take(piece)
            else:
                self._popen.kill()
                return f"not drawn after {LONGEST:.0f} s"
        if self._popen.returncode == 0:
            return None
        last = self._said[-1] if self._said else ""
        return f"ended with {self._popen.returncode}: {last}"

    def _take(self, piece: bytes) -> None:
        *lines, self._unread = (self._unread + piece).split(b"\n")
        for line in (each.decode("utf-8", "replace") for each in lines):
            if line.isdecimal():
                now = time.monotonic()
                if self.seeds:
                    self.slowest = max(self.slowest, (now - self._since, self.seeds[-1]))
                self._since = now
                self.seeds.append(int(line))
            elif line.strip():
                self._said.append(line.strip())


def main() -> None:
    """Draw, and tell what came of it; exits with 1 if anything is wrong."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    start, at_once = time.monotonic(), os.cpu_count() or 1
    report = draw_many(first, count, at_once=at_once)
    seconds = time.monotonic() - start
    print(f"\n{count} random figures in {seconds:.0f} s, {at_once} processes at a time")
    print(f"  drawn, described, and whole  {report.drawn}")
    print(f"  refused by the decoder       {report.refused}")
    print(f"  with a fault                 {len(report.faults)}")
    print(f"  slowest                      {report.slowest[0]:.2f} s (seed {report.slowest[1]})")
    for seed, fault in report.faults:
        print(f"  seed {seed}: {fault}")
    sys.exit(bool(report.faults))


if __name__ == "__main__":
    main()
