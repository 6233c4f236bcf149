"""A process that stays after its program: lines at a prompt, and the same program again."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from engine.runner.ran import Ran
from mlmath_tutor.engine.runner import Job, Limit, Limits, NothingKeptError, Runner

PROGRAM = """
import numpy as np
x = np.arange(4.0)
name = "Bayes"
def half(value):
    return value / 2
print("ran")
"""


@pytest.fixture
async def keeping(runner: Runner) -> AsyncIterator[Runner]:
    """A runner whose last program's process is kept."""
    ran = Ran([event async for event in runner.run(Job(PROGRAM), keep=True)])
    assert (ran.out, ran.summary.ended) == ("ran\n", "ok")
    yield runner
    await runner.release()


async def said(runner: Runner, code: str, **limits: float) -> Ran:
    return Ran([event async for event in runner.evaluate(code, Limits(**limits))])


async def again(runner: Runner, code: str, name: str = "example.py", **limits: float) -> Ran:
    job = Job(code, name=name, limits=Limits(**limits))
    return Ran([event async for event in runner.run_again(job)])


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("x * 2", "array([0., 2., 4., 6.])\n"),
        ("name", "'Bayes'\n"),
        ("half(3)", "1.5\n"),
        ("None", ""),
        ("y = 3", ""),
        ("y = 3\ny + 1", "4\n"),
        ("y = 3; y + 1", "4\n"),
        ("for k in range(2):\n    print(k)", "0\n1\n"),
        ("print(1)\n2", "1\n2\n"),
        ("", ""),
        ("# nothing", ""),
        ("len(\n    x\n)  # a comment", "4\n"),
    ],
)
async def test_lines_see_what_the_program_left_and_show_a_value_as_a_prompt_does(
    keeping, code, shown
):
    ran = await said(keeping, code)
    assert (ran.out, ran.err, ran.summary.ended) == (shown, "", "ok")


async def test_lines_build_on_the_lines_before(keeping):
    assert (await said(keeping, "z = x.sum()")).out == ""
    assert (await said(keeping, "z + 1")).out.endswith("7.0)\n")
    assert (await said(keeping, "_ * 2")).out.endswith("14.0)\n")
    ran = await said(keeping, "x = None")
    names = {variable.name for variable in ran.summary.variables}
    assert {"name", "z"} <= names
    assert "_" not in names


async def test_an_error_names_the_line_at_the_prompt_and_the_process_stays(keeping):
    ran = await said(keeping, "y = 1\nx + undefined")
    assert (ran.failure.error, ran.failure.line) == ("NameError", 2)
    assert "x + undefined" in ran.failure.traceback
    assert "scratch.py" not in ran.failure.traceback
    assert (await said(keeping, "y")).out == "1\n"
    ran = await said(keeping, "if x:\nprint(1)")
    assert (ran.failure.error, ran.failure.line) == ("IndentationError", 2)
    ran = await said(keeping, "half('a')")
    assert ran.failure.error == "TypeError"
    assert "return value / 2" in ran.failure.traceback
    assert keeping.keeps


async def test_a_value_that_cannot_be_shown_is_a_failure(keeping):
    code = "class Odd:\n    def __repr__(self):\n        return 1 / 0\nOdd()"
    assert (await said(keeping, code)).failure.error == "ZeroDivisionError"
    assert (await said(keeping, "1")).out == "1\n"


async def test_a_figure_drawn_at_the_prompt_is_shown(keeping):
    ran = await said(keeping, "import matplotlib.pyplot as plt\nplt.plot(x)\nNone")
    assert [figure.number for figure in ran.figures] == [1]
    ran = await said(keeping, "plt.hist(x); None")
    assert [figure.number for figure in ran.figures] == [1]
    assert (await said(keeping, "1")).figures == []


async def test_leaving_at_the_prompt_ends_only_the_lines(keeping):
    assert (await said(keeping, "import sys\nsys.exit(3)\nprint(1)")).out == ""
    assert (await said(keeping, "name")).out == "'Bayes'\n"


async def test_a_prompt_after_a_failure_sees_what_there_was_up_to_it(runner):
    ran = Ran([e async for e in runner.run(Job("a = 1\n1 / 0\nb = 2\n"), keep=True)])
    assert ran.failure.line == 2
    assert (await said(runner, "a")).out == "1\n"
    assert (await said(runner, "b")).failure.error == "NameError"
    await runner.release()


async def test_lines_that_never_end_are_stopped_and_the_process_stays(keeping):
    ran = await said(keeping, "k = 0\nwhile True:\n    k += 1", seconds=0.3)
    assert ran.limit.kind == "time"
    assert ran.limit.line in (2, 3)
    assert (await said(keeping, "k > 0")).out == "True\n"


async def test_lines_that_cannot_be_interrupted_end_the_process(keeping):
    # Long enough for the line to have begun on a busy machine: only then has it a number.
    assert (await said(keeping, "sum(range(10 ** 13))", seconds=2)).limit == Limit("time", 1)
    assert not keeping.keeps
    with pytest.raises(NothingKeptError):
        await said(keeping, "x")


async def test_each_evaluation_has_an_output_limit_of_its_own(keeping):
    for _ in range(3):
        ran = await said(keeping, "print('x' * 700)", output=1000, shown_output=1000)
        assert ran.summary.ended == "ok"
    ran = await said(keeping, "while True:\n    print('x' * 700)", output=1000)
    assert ran.limit == Limit("output", 2)


async def test_memory_is_limited_at_the_prompt_too(keeping):
    ran = await said(keeping, "big = np.ones(10 ** 12)", seconds=60)
    assert ran.limit == Limit("memory", 1)
    assert ran.summary.wall < 30  # it is not the time limit that ends the process
    assert not keeping.keeps


async def test_a_prompt_can_be_cancelled(keeping):
    async def stop() -> None:
        await asyncio.sleep(0.1)
        keeping.cancel()

    ran, _ = await asyncio.gather(said(keeping, "import time\ntime.sleep(60)"), stop())
    assert ran.limit == Limit("cancelled", 2)
    assert (await said(keeping, "name")).out == "'Bayes'\n"


async def test_nothing_is_kept_unless_asked_for(runner, run):
    await run("x = 1")
    assert not runner.keeps
    with pytest.raises(NothingKeptError):
        await said(runner, "x")


async def test_the_next_program_ends_the_process_kept(keeping, run):
    pid = int((await said(keeping, "import os; os.getpid()")).out)
    await run("print(1)")
    assert not keeping.keeps
    for _ in range(200):
        if not Path(f"/proc/{pid}/cmdline").exists():
            break
        await asyncio.sleep(0.02)
    with pytest.raises(NothingKeptError):
        await said(keeping, "x")


async def test_a_prompt_at_work_is_not_asked_a_second_time(keeping):
    async def second() -> None:
        await asyncio.sleep(0.1)
        with pytest.raises(NothingKeptError):
            await said(keeping, "x")

    ran, _ = await asyncio.gather(said(keeping, "import time\ntime.sleep(0.5)\n1"), second())
    assert ran.out == "1\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
async def test_a_process_killed_while_it_waits_is_not_kept(keeping):
    os.kill(int((await said(keeping, "import os; os.getpid()")).out), signal.SIGKILL)
    for _ in range(200):
        if not keeping.keeps:
            break
        await asyncio.sleep(0.02)
    with pytest.raises(NothingKeptError):
        await said(keeping, "x")


async def test_release_leaves_no_process_and_no_folder(keeping, processes):
    folder = (await said(keeping, "import os; print(os.getcwd())")).out.strip()
    await keeping.release()
    await keeping.release()
    assert not Path(folder).exists()
    assert not processes(folder)


# the same program again, for sliders

PID = "import os\nprint(os.getpid())\n"


async def test_the_same_program_again_runs_in_the_process_kept(keeping):
    first = await again(keeping, PID)
    assert (await again(keeping, PID)).out == first.out


async def test_another_program_gets_a_process_of_its_own(keeping):
    first = await again(keeping, PID, name="one.py")
    assert (await again(keeping, PID, name="two.py")).out != first.out


async def test_without_a_process_kept_the_program_runs_in_a_new_one_which_is_kept(runner):
    await runner.release()
    first = await again(runner, PID)
    assert (await again(runner, PID)).out == first.out
    await runner.release()


async def test_a_run_again_begins_with_nothing_of_the_run_before(keeping):
    code = """
import matplotlib.pyplot as plt
import numpy as np, os, sys, warnings
print("x" in globals(), __name__, plt.get_fignums(), plt.rcParams["lines.linewidth"] > 50)
print(os.path.basename(os.getcwd()).startswith("mlmath-run-"), len(sys.argv), len(sys.path))
warnings.warn("once a run")
x = 1
plt.rcParams["lines.linewidth"] *= 100
plt.figure(); plt.plot([1, 2])
plt.figure(); plt.plot([1, 2])
os.chdir("/")
sys.argv.append("stain")
sys.stdout = None
"""
    first, second = await again(keeping, code), await again(keeping, code)
    assert first.out.startswith("False __main__ [] False\nTrue 1 ")
    assert second.out == first.out
    assert "once a run" in second.err
    assert [figure.number for figure in second.figures] == [1, 2]


async def test_random_numbers_that_are_not_seeded_differ_from_run_to_run(keeping):
    code = """
import random, numpy as np, torch
print(random.random(), np.random.rand(), torch.rand(1).item())
random.seed(0), np.random.seed(0), torch.manual_seed(0)
"""
    drawn = [(await again(keeping, code)).out.split() for _ in range(3)]
    for place in range(3):
        assert len({numbers[place] for numbers in drawn}) == 3


async def test_a_run_again_that_fails_or_is_stopped_leaves_the_process_there(keeping):
    pid = (await again(keeping, PID)).out
    assert (await again(keeping, "1 / 0")).failure.line == 1
    assert (await again(keeping, "while True:\n    pass", seconds=0.3)).limit.kind == "time"
    assert (await again(keeping, PID)).out == pid


async def test_a_run_again_that_had_to_be_killed_is_followed_by_one_in_a_new_process(keeping):
    pid = (await again(keeping, PID)).out
    assert (await again(keeping, "sum(range(10 ** 13))", seconds=0.3)).limit == Limit("time", 1)
    assert (await again(keeping, PID)).out != pid


async def test_probes_are_evaluated_in_a_run_again(keeping):
    job = Job("a = 2\n", probes=("a + 1",))
    ran = Ran([event async for event in keeping.run_again(job)])
    assert [probe.text for probe in ran.summary.probes] == ["3"]


async def test_many_redraws_leave_memory_as_it_was(keeping):
    code = """
import matplotlib.pyplot as plt, numpy as np, resource
plt.plot(np.random.rand(1000)); plt.show()
print(int(open("/proc/self/statm").read().split()[1]) // 256)
"""
    if sys.platform != "linux":
        pytest.skip("/proc is Linux's")
    sizes = [int((await again(keeping, code)).out) for _ in range(60)]
    assert sizes[-1] - sizes[9] < 20  # megabytes
