"""Programs that would never end, or take too much: how they are stopped, and where they were."""

from __future__ import annotations

import asyncio
import time

import pytest

from mlmath_tutor.engine.runner import Job, Limit, Limits, Summary, Text

MB = 1 << 20


async def test_an_endless_loop_is_stopped_and_its_line_known(run):
    ran = await run("total = 0\nwhile True:\n    total += 1\n", seconds=0.3)
    assert ran.limit.kind == "time"
    assert ran.limit.line in (2, 3)
    assert ran.summary.ended == "time"
    assert 0.25 < ran.summary.wall < 5


async def test_a_long_sleep_is_stopped(run):
    ran = await run("import time\nprint('zzz')\ntime.sleep(1000)\n", seconds=0.3)
    assert (ran.out, ran.limit) == ("zzz\n", Limit("time", 3))


SWALLOWS = """\
while True:
    try:
        while True:
            n = 1
            n = 2
    except BaseException:
        n = 3
"""

IGNORES = """\
import signal, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
while True:
    time.sleep(1)
"""


@pytest.mark.parametrize(
    "code",
    [
        # the interrupt is swallowed
        SWALLOWS,
        # the interrupt is ignored
        IGNORES,
        # code in C does not look for interrupts
        "numbers = range(10 ** 13)\nprint('adding')\nn = sum(numbers)\n",
    ],
)
async def test_a_program_deaf_to_interrupts_is_killed_and_its_line_known(run, code):
    began = time.perf_counter()
    ran = await run(code, seconds=0.3)
    assert ran.limit.kind == "time"
    assert ran.limit.line in (3, 4, 5)
    assert time.perf_counter() - began < 10


async def test_a_program_that_ends_well_after_the_interrupt_was_still_stopped(run):
    ran = await run(
        """
        try:
            while True:
                n = 1
                n = 2
        except KeyboardInterrupt:
            print("nothing happened")
        """,
        seconds=0.3,
    )
    assert ran.limit.kind == "time"
    assert ran.limit.line in (2, 3, 4)
    assert ran.out == "nothing happened\n"


async def test_a_thread_that_never_ends_is_a_time_limit(run):
    ran = await run(
        "import threading, time\n"
        "threading.Thread(target=lambda: [time.sleep(1) for _ in range(999)]).start()\n",
        seconds=0.3,
    )
    assert ran.summary.ended == "time"


async def test_an_exit_handler_that_hangs_is_a_time_limit(run):
    ran = await run("import atexit, time\natexit.register(time.sleep, 999)\n", seconds=0.3)
    assert ran.summary.ended == "time"


async def test_libraries_are_loaded_before_the_clock_starts(run):
    ran = await run("import numpy, matplotlib.pyplot\nprint('ok')\n", seconds=0.2)
    assert (ran.out, ran.summary.ended) == ("ok\n", "ok")


async def test_a_flood_of_prints_is_cut_then_stopped_on_the_line_that_prints(run):
    code = "import math\nwhile True:\n    print('x' * 99)\n"
    ran = await run(code, shown_output=1000, output=100_000)
    assert ran.limit == Limit("output", 3)
    assert ran.out == ("x" * 99 + "\n") * 10
    assert ran.summary.dropped > 90_000


async def test_a_flood_that_swallows_every_exception_is_stopped(run):
    code = """
        while True:
            try:
                print("x" * 999)
            except BaseException:
                pass
        """
    ran = await run(code, shown_output=1000, output=100_000)
    assert ran.limit == Limit("output", 3)


async def test_output_that_is_only_cut_ends_well_and_says_how_much_is_missing(run):
    ran = await run("print('x' * 5000)", shown_output=1000)
    assert (ran.out, ran.summary.ended, ran.summary.dropped) == ("x" * 1000, "ok", 4001)


async def test_a_flood_past_sys_stdout_is_stopped(run):
    code = "import os\nwhile True:\n    os.write(1, b'y' * 65536)\n"
    ran = await run(code, shown_output=1000, output=1 * MB)
    assert ran.limit == Limit("output", 3)
    assert ran.out == "y" * 1000


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("kept = []\nwhile True:\n    kept.append('a' * 1_000_000)\n", 3),
        ("import numpy as np\na = np.ones(10**11)\n", 2),
        ("text = 'a'\nwhile True: text += text\n", 2),
    ],
)
async def test_a_program_that_wants_too_much_memory_is_stopped(run, code, line):
    ran = await run(code, memory=256 * MB)
    assert ran.limit == Limit("memory", line)
    assert ran.summary.peak_memory < 400 * MB


async def test_what_numpy_says_about_the_memory_it_wanted_is_shown(run):
    ran = await run("import numpy as np\na = np.ones(10**11)\n")
    assert "Unable to allocate 745. GiB" in ran.err


async def test_peak_memory_counts_what_the_program_used(run):
    ran = await run("data = bytearray(100_000_000)\ndata[::4096] = b'x' * len(data[::4096])\n")
    assert 90e6 < ran.summary.peak_memory < 250e6


async def test_a_file_may_not_grow_beyond_its_limit(run):
    code = "with open('big', 'wb') as f:\n    while True:\n        f.write(b'0' * 100_000)\n"
    ran = await run(code, file_size=1 * MB)
    assert (ran.failure.error, ran.failure.line) == ("OSError", 3)
    assert ran.failure.hint == "runs.hint.file-size"


async def test_descriptors_are_limited(run):
    ran = await run("files = [open('/dev/null') for _ in range(10_000)]\n")
    assert "Too many open files" in ran.failure.message


async def test_huge_recursion_fails_with_a_short_traceback(run):
    ran = await run("def f(n):\n    return f(n + 1) + 1\nf(0)\n")
    assert (ran.failure.error, ran.failure.line) == ("RecursionError", 2)
    assert ran.failure.hint == "runs.hint.recursion"
    assert len(ran.failure.traceback) < 2000


async def test_recursion_without_limit_ends_one_way_or_another(run):
    code = "import sys\nsys.setrecursionlimit(10**9)\ndef f(n):\n    return f(n + 1) + 1\nf(0)\n"
    ran = await run(code, seconds=1, memory=256 * MB)
    assert ran.summary.ended in ("time", "memory", "failure")


async def test_cancel_stops_a_run_in_the_middle_and_tells_the_line(runner):
    events = []
    async for event in runner.run(Job("print('here')\nwhile True:\n    pass\n")):
        events.append(event)
        if event == Text("out", "here\n"):
            runner.cancel()
    assert events[-2].kind == "cancelled"
    assert events[-2].line in (1, 2, 3)
    assert events[-1].ended == "cancelled"


async def test_cancel_before_the_program_begins_stops_it_too(runner):
    async def cancel_soon() -> None:
        await asyncio.sleep(0.005)
        runner.cancel()

    soon = asyncio.create_task(cancel_soon())
    events = [event async for event in runner.run(Job("while True: pass\n"))]
    await soon
    assert isinstance(events[-1], Summary)
    assert events[-1].ended == "cancelled"


async def test_an_exception_before_the_limit_is_not_hidden_by_a_hanging_thread(runner):
    code = (
        "import threading, time\nthreading.Thread(target=time.sleep, args=(99,)).start()\n1 / 0\n"
    )
    job = Job(code, limits=Limits(seconds=0.5))
    events = [event async for event in runner.run(job)]
    assert events[-1].ended == "failure"


async def test_the_event_loop_is_not_held_up_by_a_flood(runner):
    async def longest_gap() -> float:
        longest, last = 0.0, time.perf_counter()
        while True:
            try:
                await asyncio.sleep(0.005)
            except asyncio.CancelledError:
                return longest
            now = time.perf_counter()
            longest, last = max(longest, now - last), now

    watching = asyncio.create_task(longest_gap())
    await asyncio.sleep(0)
    async for _ in runner.run(Job("while True:\n    print('x' * 50)\n")):
        pass
    watching.cancel()
    assert await watching < 1.0
