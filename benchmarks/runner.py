"""The runner: first output, redraws that follow a slider, memory; each beside its alternative.

The programs are those of benchmarks/course. Everything that is compared is measured in turn
in one run of this benchmark, each ratio is the median of the ratios of the turns, and one
table is printed at the end. Linux alone tells of memory, and of when the keeper is warm.

    python benchmarks/runner.py [turns]
    pip install jupyter_client ipykernel    # to compare with a warm Jupyter kernel as well
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

# One thread everywhere, as the runner has it: set before NumPy is imported.
os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
os.environ["MPLBACKEND"] = "agg"

from running import kernel, processes, table
from running.app import App
from running.first_output import first_outputs
from running.footprint import footprints
from running.redraws import redraws
from running.warm import warm_runner

TURNS = 11


async def main() -> None:
    """Measure and print."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else TURNS
    if not processes.HERE:
        sys.exit("This benchmark needs the processes in /proc, as Linux has them.")
    rows: list[table.Row] = []
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        with_kernel = kernel.installed()
        keeping = await stack.enter_async_context(warm_runner(_made(folder / "keeping")))
        say("memory")
        found = list(footprints(_made(folder / "idle"), os.getpid(), with_kernel=with_kernel))
        forking = await stack.enter_async_context(warm_runner(_made(folder / "forking")))
        app = stack.enter_context(App(_made(folder / "app")))
        await asyncio.to_thread(processes.wait_until_idle, app.pid)
        jupyter = stack.enter_context(kernel.Kernel(folder)) if with_kernel else None
        say("first output")
        async for program, times in first_outputs(keeping, app, jupyter, turns):
            rows += table.output_rows(program, times)
        say("redraws")
        async for redrawn in redraws(keeping, forking, app, turns):
            rows += table.redraw_rows(redrawn)
    rows += table.memory_rows(found)
    print(*table.machine(), *table.printed(rows), sep="\n")


def say(what: str) -> None:
    """Tell what is being measured."""
    print(f"measuring: {what} …", file=sys.stderr, flush=True)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    asyncio.run(main())
