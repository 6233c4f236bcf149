"""Memory of the idle keeper after each of its libraries, beside a bare Python and Jupyter."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from mlmath_tutor.engine.runner.environment import environment

from . import processes
from .first_output import EXAMPLES, PROGRAMS
from .kernel import Kernel
from .processes import Memory

_PASS = "pass"
_STAGES = {
    "keeper: numpy, matplotlib": {"numpy", "matplotlib"},
    "keeper: + scipy, scikit-learn": {"numpy", "matplotlib", "scipy", "sklearn"},
    "keeper: + torch": {"numpy", "matplotlib", "scipy", "sklearn", "torch"},
}
_LOADING = """
import gc
from mlmath_tutor.engine.runner.child import huge_pages, keeper, preload
gc.disable()
for step in preload.ordered(()):
    if step.library in {libraries!r}:
        preload.take(step)
        gc.freeze()
huge_pages.collapse()
"""
BARE = "python -c pass"
"""What all others are compared with."""


class Footprint(NamedTuple):
    """What takes how much."""

    name: str
    memory: Memory


def footprints(folder: Path, runner_pid: int, *, with_kernel: bool) -> Iterator[Footprint]:
    """Yield what each takes, idle: first a bare Python, then our own, then Jupyter's kernel.

    Args:
        folder: an empty one.
        runner_pid: the process with the one warm runner, and nothing else that it has started.
        with_kernel: whether there is a Jupyter kernel to compare with.
    """
    plain = dict(os.environ)
    with _idle(_PASS, plain) as pid:
        yield Footprint(BARE, processes.memory([pid]))
    child = environment(folder, folder / "matplotlib", os.environ)
    for name, libraries in _STAGES.items():
        with _idle(_LOADING.format(libraries=libraries), child) as pid:
            yield Footprint(name, processes.memory([pid]))
    family = processes.descendants(runner_pid)
    yield Footprint("all of it: guard, keeper, next run", processes.memory(family))
    if with_kernel:
        with Kernel(folder) as kernel:
            yield Footprint("Jupyter kernel", processes.memory([kernel.pid]))
            for program in PROGRAMS:
                kernel.first_output((EXAMPLES / program.file).read_text("utf-8"))
            name = "Jupyter kernel, the three examples run"
            yield Footprint(name, processes.memory([kernel.pid]))


@contextmanager
def _idle(code: str, environ: dict[str, str]) -> Iterator[int]:
    """Have Python do what `code` says, then wait; give its process's number."""
    command = [sys.executable, "-c", f"{code}\nprint(1, flush=True)\ninput()"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environ
    ) as popen:
        assert popen.stdin and popen.stdout
        if not popen.stdout.readline():
            raise RuntimeError(f"Python ended: {code}")
        yield popen.pid
        popen.kill()
