"""How processes die, and that nothing is left of them."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from engine.runner.ran import gone
from mlmath_tutor.engine.runner import Job, Limits, Runner, Text

linux = pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")


async def test_a_segfault_is_told_with_its_line(run):
    ran = await run("import ctypes\nprint('before')\nctypes.string_at(0)\n")
    assert ran.out == "before\n"
    assert (ran.failure.error, ran.failure.message) == ("process", "SIGSEGV")
    assert ran.failure.line == 3
    assert ran.failure.hint == "runs.process.segfault"
    assert 'File "example.py", line 3 in <module>' in ran.failure.traceback
    assert "mlmath" not in ran.failure.traceback
    assert ran.summary.ended == "failure"


async def test_an_abort_and_a_kill_are_told(run):
    aborted = await run("import os\nos.abort()\n")
    assert (aborted.failure.hint, aborted.failure.line) == ("runs.process.aborted", 2)
    killed = await run("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    assert killed.failure.hint == "runs.process.killed"


async def test_a_process_that_just_ends_is_a_failure_with_its_status(run):
    ran = await run("import os\nprint('gone', flush=True)\nos._exit(7)\n")
    assert ran.out == "gone\n"
    assert (ran.failure.hint, ran.failure.hint_values) == ("runs.process.exited", {"status": "7"})


async def test_closing_every_descriptor_ends_the_run(run):
    ran = await run("import os\nos.closerange(0, 1000)\nprint('anyone?')\n", seconds=2)
    assert ran.summary.ended == "failure"


@pytest.mark.parametrize("junk", ["b'\\xff' * 100", "b'\\0\\0\\0\\2{}'", "b'\\0\\0\\0\\5hello'"])
async def test_a_program_that_writes_to_the_runners_channel_is_stopped(run, junk):
    code = f"""
        import os, time
        for fd in range(3, 20):
            try:
                os.write(fd, {junk})
            except OSError:
                pass
        time.sleep(60)
        """
    ran = await run(code)
    assert ran.failure.hint == "runs.process.channel"


DAEMON = """
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execvp("sleep", ["sleep", MARK])
    os._exit(0)
os.wait()
"""


@linux
@pytest.mark.parametrize(
    "start",
    [
        "import subprocess\nsubprocess.Popen(['sleep', MARK])",
        # a daemon: out of the process group, out of the session, orphaned
        DAEMON,
    ],
)
@pytest.mark.parametrize("end", ["print('done')", "1 / 0", "os._exit(3)", "while True: pass"])
async def test_processes_left_behind_are_killed(run, processes, start, end):
    mark = f"98765.{os.getpid()}"
    code = f"import os, time\nMARK = {mark!r}\n{start}\ntime.sleep(0.1)\n{end}\n"
    ran = await run(code, seconds=0.5)
    assert ran.summary.ended in ("ok", "failure", "time")
    assert not processes(mark)


@linux
async def test_a_fork_bomb_is_cleaned_up(run, processes):
    mark = f"bomb-{os.getpid()}"
    code = f"""
        import os, time
        os.environ["MARK"] = {mark!r}
        for _ in range(30):
            try:
                if os.fork() == 0:
                    os.execvp("sleep", ["sleep", "99"])
            except OSError:
                break
        time.sleep(60)
        """
    await run(code, seconds=0.5)
    assert not processes(mark)


@linux
async def test_closing_the_generator_kills_the_program_and_what_it_started(runner, processes):
    mark = f"96543.{os.getpid()}"
    code = f"""if True:
        import os, subprocess, time
        subprocess.Popen(["sleep", "{mark}"])
        print(os.getcwd())
        time.sleep(60)
        """
    events = runner.run(Job(code))
    folder = Path((await anext(events)).text.strip())
    assert folder.exists()
    while not processes(mark):
        await asyncio.sleep(0.01)
    await events.aclose()
    assert not processes(mark)
    assert not folder.exists()


@linux
async def test_a_cancelled_task_kills_its_program(runner, processes):
    mark = f"95432.{os.getpid()}"

    async def follow() -> None:
        code = f"import subprocess, time\nsubprocess.run(['sleep', '{mark}'])\n"
        async for _ in runner.run(Job(code, limits=Limits(seconds=60))):
            pass

    task = asyncio.create_task(follow())
    while not processes(mark):
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await gone(processes, mark)


APP = """
    import asyncio, sys
    from pathlib import Path
    from mlmath_tutor.engine.runner import Job, Runner, Text, keeper, spawned

    how = sys.argv[2]
    keeper.CAN_FORK = how == "keeper"
    spawned.HAS_GUARD = how != "plain"
    PROGRAMS = [
        "print(1)\\nwhile True: pass",
        "import subprocess, time; subprocess.Popen(['sleep', '99']); print(1); time.sleep(99)",
        "import re; print(1); re.match(r'(a+)+$', 'a' * 40 + 'b')",
        "import os, time\\nif os.fork() == 0: os.setsid()\\nprint(1, flush=True); time.sleep(99)",
    ] if spawned.HAS_GUARD else ["print(1)\\nwhile True: pass"]

    async def main():
        runner = Runner(folder=Path(sys.argv[1]))
        runner.warm()
        begun = asyncio.Semaphore(0)
        async def follow(code):
            async for event in runner.run(Job(code)):
                if isinstance(event, Text):
                    begun.release()
        tasks = [asyncio.create_task(follow(code)) for code in PROGRAMS]
        for _ in PROGRAMS:
            await begun.acquire()
        print("ready", flush=True)
        await asyncio.sleep(99)

    asyncio.run(main())
    """


@linux
@pytest.mark.parametrize(("how", "at_least"), [("keeper", 8), ("guard", 10), ("plain", 2)])
async def test_an_app_killed_outright_leaves_no_process(tmp_path, processes, how, at_least):
    app = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(APP), str(tmp_path), how],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3] / "src")},
    )
    assert app.stdout.readline() == b"ready\n"
    assert len(processes(str(tmp_path))) >= at_least
    app.kill()
    app.communicate()
    assert await gone(processes, str(tmp_path))
    assert how == "plain" or not list(tmp_path.glob("mlmath-[rk]*"))


@linux
async def test_a_report_that_is_not_the_guards_does_not_hold_up_the_run(run):
    code = """
        import os
        for fd in os.listdir(f"/proc/{os.getppid()}/fd"):
            path = f"/proc/{os.getppid()}/fd/{fd}"
            if os.readlink(path).startswith("pipe"):
                try:
                    os.write(os.open(path, os.O_WRONLY | os.O_NONBLOCK), b"\\xff{}\\n" * 3)
                except OSError:
                    pass
        """
    ran = await run(code)
    assert ran.summary.ended == "failure"


@linux
async def test_runs_leave_no_descriptors_and_no_threads(run):
    def held() -> int:
        return len(list(Path("/proc/self/fd").iterdir())) + len(
            list(Path("/proc/self/task").iterdir())
        )

    await run("print(1)")
    before = held()
    for _ in range(10):
        await run("print(1)")
    await asyncio.sleep(0.05)
    assert held() <= before + 2  # the pool that removes folders may have grown


@linux
def test_without_a_guard_runs_work_and_are_stopped(tmp_path, monkeypatch):
    """As on systems other than Linux: no guard, plain kill."""
    monkeypatch.setattr("mlmath_tutor.engine.runner.spawned.HAS_GUARD", False)

    async def main() -> list[str]:
        runner = Runner(folder=tmp_path)
        said = []
        for code in ("print('hi')", "while True:\n    pass\n", "import os\nos._exit(4)\n", "1 / 0"):
            events = [e async for e in runner.run(Job(code, limits=Limits(seconds=0.3)))]
            said.append(events[-1].ended)
        runner.warm()
        await runner.close()
        return said

    assert asyncio.run(main()) == ["ok", "time", "failure", "failure"]
    assert not list(tmp_path.glob("mlmath-run-*"))


def test_signals_of_the_terminal_do_not_reach_a_program(tmp_path):
    """ctrl+c in the app's terminal goes to the app's group; a program is not in it."""

    async def main() -> list[object]:
        runner = Runner(folder=tmp_path)
        events = []
        async for event in runner.run(Job("import time\nprint(1)\ntime.sleep(0.3)\nprint(2)\n")):
            events.append(event)
            if len(events) == 1:
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                os.killpg(os.getpgid(0), signal.SIGINT)
        return events

    before = signal.getsignal(signal.SIGINT)
    group = os.getpgid(0)
    try:
        os.setpgid(0, 0)
    except PermissionError:
        pytest.skip("this process leads a session: its group holds others")
    try:
        events = asyncio.run(main())
    finally:
        signal.signal(signal.SIGINT, before)
        os.setpgid(0, group)
    assert [event.text for event in events[:-1]] == ["1\n", "2\n"]


def test_a_run_can_follow_in_another_event_loop(tmp_path):
    runner = Runner(folder=tmp_path)

    async def once() -> str:
        return "".join(
            [e.text async for e in runner.run(Job("print('hi')")) if isinstance(e, Text)]
        )

    runner.warm()
    time.sleep(0.1)
    assert [asyncio.run(once()) for _ in range(2)] == ["hi\n", "hi\n"]
    asyncio.run(runner.close())
