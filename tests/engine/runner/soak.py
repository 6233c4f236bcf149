"""Many runs of many kinds, one after the other and at once: what grows meanwhile?

    python -m engine.runner.soak [runs]          (in the folder tests)

Prints, after each tenth of the runs, how many descriptors, threads and how much memory the
app and the keeper hold; fails if they hold more than after the first two tenths.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path

from mlmath_tutor.engine.runner import Job, Limits, RunEvent, Runner, Summary, Text

PROGRAMS = (
    "print(1)",
    "import numpy as np\nprint(np.ones(3) @ np.ones(3))",
    "1 / 0",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2, 3]); plt.show()",
    "import os\nos._exit(3)",
    "import ctypes\nctypes.string_at(0)",
    "import torch\nw = torch.ones(3, requires_grad=True)\ntorch.optim.SGD([w]).step()",
    "import subprocess\nsubprocess.Popen(['sleep', '1000'])\nprint('x' * 100_000)",
    "from sklearn.cluster import KMeans\nKMeans(2, n_init=1).fit([[k, -k] for k in range(50)])",
)
ENDLESS = "print(1)\nwhile True: pass"
TENTHS = 10
# The event loop's pool of threads, which remove folders, grows when it is needed.
MAY_GROW = {"app_memory": 8, "keeper_memory": 8, "app_threads": 6}


@dataclass(frozen=True)
class Held:
    """What the app and the keeper hold. Memory in megabytes."""

    app_descriptors: int
    app_threads: int
    app_memory: float
    keeper_descriptors: int
    keeper_memory: float
    folders: int

    @classmethod
    def now(cls, keeper: int, folder: Path) -> Held:
        """Count; `keeper` is its process, `folder` the runner's."""
        return cls(
            _entries("self/fd"),
            _entries("self/task"),
            _resident("self"),
            _entries(f"{keeper}/fd"),
            _resident(str(keeper)),
            len(list(folder.glob("mlmath-keeper-*/mlmath-run-*"))),
        )

    def grown_since(self, before: Held) -> list[str]:
        """Return what has grown: counts at all, the rest by more than it may."""
        grown = []
        for name in self.__annotations__:
            was, is_now = getattr(before, name), getattr(self, name)
            if is_now > was + MAY_GROW.get(name, 0):
                grown.append(f"{name}: {was:.0f} before, {is_now:.0f} now")
        return grown


def _entries(place: str) -> int:
    return len(list(Path(f"/proc/{place}").iterdir()))


def _resident(process: str) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


async def _ended(events: AsyncGenerator[RunEvent, None]) -> str:
    (summary,) = [event async for event in events if isinstance(event, Summary)]
    return summary.ended


async def mixed_runs(runner: Runner, count: int) -> Counter[str]:
    """Run `count` programs of all kinds; return how often each ending came about."""
    ends: Counter[str] = Counter()
    for number in range(count):
        code = PROGRAMS[number % len(PROGRAMS)]
        match number % 10:
            case 3:  # two at once, of which one is cancelled and one left by its reader
                left = runner.run(Job(ENDLESS))
                await anext(left)
                cancelled = asyncio.create_task(_ended(runner.run(Job(ENDLESS))))
                await asyncio.sleep(0.02)
                runner.cancel()
                ends[await cancelled] += 1
                await left.aclose()
            case 5:  # one that stays
                ends[await _ended(runner.run(Job("a = 1"), keep=True))] += 1
                ends[await _ended(runner.evaluate("a + 1"))] += 1
            case 7:  # a knob is moved
                job = Job("import matplotlib.pyplot as plt\nplt.plot([1, 2])")
                for _ in range(3):
                    ends[await _ended(runner.run_again(job))] += 1
            case 9:
                ends[await _ended(runner.run(Job(ENDLESS, limits=Limits(seconds=0.1))))] += 1
            case _:
                ends[await _ended(runner.run(Job(code)))] += 1
    await runner.release()
    return ends


async def keeper_of(runner: Runner) -> int:
    """Return the process of the keeper."""
    code = "import os\nprint(os.getppid())"
    texts = [e.text async for e in runner.run(Job(code)) if isinstance(e, Text)]
    return int("".join(texts))


async def main(runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runner = Runner(folder=folder)
        runner.warm()
        held: list[Held] = []
        print("runs   s  app: fds threads MB  keeper: fds MB  folders  endings")
        for tenth in range(TENTHS):
            began = time.perf_counter()
            ends = await mixed_runs(runner, runs // TENTHS)
            await asyncio.sleep(0.2)
            held.append(now := Held.now(await keeper_of(runner), folder))
            print(
                f"{(tenth + 1) * (runs // TENTHS):4} {time.perf_counter() - began:5.1f}"
                f" {now.app_descriptors:8} {now.app_threads:7} {now.app_memory:5.1f}"
                f" {now.keeper_descriptors:9} {now.keeper_memory:5.1f} {now.folders:6}   ",
                *(f"{how} {count}" for how, count in sorted(ends.items())),
                flush=True,
            )
        await runner.close()
        left = [str(entry) for entry in folder.glob("mlmath-*")]
    grown = held[-1].grown_since(held[1]) + left
    sys.exit("\n".join(grown) or 0)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 400))
