"""Thousands of random figures: none ends the process, hangs it, or leaves its rectangle.

`MLMATH_FUZZ_FIGURES` sets how many; `make fuzz` draws 100,000.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from render.figures import many_figures
from render.figures.many_figures import draw_many

COUNT = int(os.environ.get("MLMATH_FUZZ_FIGURES", "2000"))


@pytest.mark.slow
def test_random_figures_stay_whole_and_in_their_rectangle() -> None:
    report = draw_many(0, COUNT, at_once=2)
    assert report.faults == []
    assert report.drawn > 0.9 * COUNT
    assert report.drawn + report.refused == COUNT


FAULTY = """
import os, sys, time
first, count = int(sys.argv[1]), int(sys.argv[2])
for seed in range(first, first + count):
    if seed % 10 == 9:
        continue
    print(seed, file=sys.stderr, flush=True)
    if seed == 3:
        os.abort()
    if seed == 11:
        assert 79 == 80, "a row of 79 cells"
    if seed == 14:
        time.sleep(600)
"""


def test_a_fault_is_told_by_its_seed_and_the_figures_after_it_are_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a clean report means something: the faults it looks for are seen."""
    program = tmp_path / "faulty.py"
    program.write_text(FAULTY)
    monkeypatch.setattr(many_figures, "LONGEST", 5.0)
    report = draw_many(0, 20, at_once=1, program=program)
    faults = dict(report.faults)
    assert faults[3].startswith("ended with -6")
    assert faults[11].endswith("a row of 79 cells")
    assert faults[14].startswith("not drawn")
    assert (sorted(faults), report.drawn, report.refused) == ([3, 11, 14], 15, 2)


def test_a_program_that_cannot_begin_is_a_fault(tmp_path: Path) -> None:
    program = tmp_path / "broken.py"
    program.write_text("import nothing_of_this_name")
    assert [seed for seed, _ in draw_many(0, 3, at_once=1, program=program).faults] == [0, 1, 2]
