"""The table that is printed at the end."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from .app import SIZE as TERMINAL
from .first_output import KEEPER, KERNEL, LAB, NEW, Program
from .footprint import BARE, Footprint
from .kernel import MISSING
from .redraws import AGG, APP, FRESH, KEPT, SIZE, Redraws
from .turns import Times, median_ratio

_LIBRARIES = ("numpy", "scikit-learn", "torch", "matplotlib", "textual", "plotext", "ipykernel")


class Row(NamedTuple):
    """What was measured, ours, what it is compared with, and how many times ours that is."""

    what: str
    ours: str = ""
    beside: str = ""
    theirs: str = ""
    ratio: str = ""


def machine() -> Iterator[str]:
    """Yield where this was measured."""
    load = os.getloadavg()[0]
    yield (
        f"{os.cpu_count()} processors ({_processor()}), {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}; load {load:.1f} at the end"
    )
    yield ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)


def _processor() -> str:
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text().splitlines() if cpus.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def output_rows(program: Program, times: Times) -> Iterator[Row]:
    """Yield the first output of one program, of the keeper alone and in the lab."""
    for ours in (KEEPER, LAB):
        what = f"first output, {program.library}, {ours}"
        yield _compared(what, times[ours], NEW, times[NEW])
        if KERNEL in times:
            yield _compared("", times[ours], KERNEL, times[KERNEL])
        else:
            yield Row("", "", KERNEL, MISSING)


def redraw_rows(redraws: Redraws) -> Iterator[Row]:
    """Yield the redraws of one figure, and what they consist of."""
    ways, name = redraws.ways, redraws.slider.title.lower()
    rows = {
        KEPT: f"redraw: {name}, process kept",
        FRESH: "        in a new process each",
        APP: "        in the app, key held",
    }
    for way, what in rows.items():
        row = _compared(what, ways[way], "built, saved by Agg", ways[AGG])
        yield row._replace(ours=f"{1 / statistics.median(ways[way]):.0f}/s  {row.ours}")
    parts = {part: statistics.median(taken) for part, taken in redraws.parts.items()}
    rest = statistics.median(ways[KEPT]) - sum(parts.values())
    told = ", ".join(f"{part} {1000 * taken:.1f}" for part, taken in parts.items())
    yield Row(f"        of which {told}, the rest {1000 * rest:.1f} ms")


def memory_rows(footprints: Sequence[Footprint]) -> Iterator[Row]:
    """Yield the memory of each."""
    bare = next(each.memory for each in footprints if each.name == BARE)
    for name, memory in footprints:
        yield Row(
            name,
            f"{memory.pss:.0f} MB",
            f"RSS {memory.rss:.0f}, own {memory.uss:.0f} MB",
            "",
            f"{memory.pss / bare.pss:.1f} x",
        )


def printed(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the table."""
    head = Row("median", "ours", "beside it", "", "times ours")
    widths = [max(len(row[column]) for row in (head, *rows) if any(row[1:])) for column in range(5)]
    yield from (_line(row, widths) for row in (head, *rows))
    yield (
        f"A redraw is from the value to {SIZE[0]} by {SIZE[1]} coloured cells; in the app, whose "
        f"terminal has {TERMINAL[0]} by {TERMINAL[1]}, from frame to frame as written to it."
    )
    yield "Parts: the program, with Matplotlib; the figure as data; to JSON and back; into cells."
    yield "Memory is PSS: pages that several processes share are divided among them."


def _line(row: Row, widths: Sequence[int]) -> str:
    what, ours, beside, theirs, ratio = (width for width in widths)
    return (
        f"{row.what:<{what}}  {row.ours:>{ours}}   {row.beside:<{beside}}  "
        f"{row.theirs:>{theirs}}  {row.ratio:>{ratio}}"
    ).rstrip()


def _compared(what: str, ours: Sequence[float], beside: str, theirs: Sequence[float]) -> Row:
    ratio = f"{median_ratio(theirs, ours):.2f} x"
    return Row(what, _ms(ours), beside, _ms(theirs), ratio)


def _ms(seconds: Sequence[float]) -> str:
    return f"{1000 * statistics.median(seconds):.1f} ms"
