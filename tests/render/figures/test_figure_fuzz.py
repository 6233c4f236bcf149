"""Thousands of random figures: none ends the process, hangs it, or leaves its rectangle.

They are drawn in other processes, since plotext aborts the one it runs in when it is given
what it cannot bear. `MLMATH_FUZZ_FIGURES` sets how many.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COUNT = int(os.environ.get("MLMATH_FUZZ_FIGURES", "2000"))
PARTS = 2
PROGRAM = Path(__file__).with_name("random_figures.py")


@pytest.mark.slow
def test_random_figures_stay_whole_and_in_their_rectangle() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    each = -(-COUNT // PARTS)
    runs = [
        subprocess.Popen(
            [sys.executable, "-W", "error::RuntimeWarning", PROGRAM, str(part * each), str(each)],
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for part in range(PARTS)
    ]
    for run in runs:
        _, told = run.communicate()
        assert run.returncode == 0, told[-2000:]
        assert len(told.splitlines()) > 0.9 * each
