"""What comes out of a program that runs well."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from mlmath_tutor.engine.runner import Job, Runner, Summary, Text


async def test_output_comes_in_the_order_of_the_program_and_the_summary_last(run):
    ran = await run(
        """
        import sys
        print("one")
        print("two", file=sys.stderr)
        print("three")
        """
    )
    assert ran.events[:-1] == [Text("out", "one\n"), Text("err", "two\n"), Text("out", "three\n")]
    assert ran.summary.ended == "ok"


async def test_text_arrives_while_the_program_is_still_running(runner):
    code = "import time\nprint('first')\ntime.sleep(60)\n"
    async for event in runner.run(Job(code)):
        if event == Text("out", "first\n"):
            runner.cancel()
        if isinstance(event, Summary):
            assert event.ended == "cancelled"


async def test_japanese_and_lone_surrogates_are_shown(run):
    ran = await run(r"print('確率', '\ud800')")
    assert ran.out == "確率 \\ud800\n"


async def test_control_characters_and_escape_sequences_are_taken_out(run):
    ran = await run(r"print('\x1b[31mred\x1b[0m\x07\x1b]0;title\x07 a\tb\r\nc')")
    assert ran.out == "red a\tb\nc\n"


async def test_output_that_does_not_go_through_sys_stdout_is_shown_too(run):
    ran = await run(
        """
        import os, subprocess
        os.write(1, "生\\n".encode())
        subprocess.run(["echo", "from another process"])
        """
    )
    assert ran.out == "生\nfrom another process\n"


async def test_a_program_may_replace_or_delete_its_streams(run):
    ran = await run(
        """
        import contextlib, io, sys
        with contextlib.redirect_stdout(io.StringIO()) as kept:
            print("inner")
        print("kept", kept.getvalue().strip())
        sys.stdout.buffer.write(b"bytes\\xff\\n")
        sys.stderr = None
        del sys.stdout
        """
    )
    assert ran.out == "kept inner\nbytes\\xff\n"
    assert ran.summary.ended == "ok"


async def test_every_run_begins_in_an_empty_folder_with_nothing_left_of_the_last(run):
    code = """
        import os, builtins
        print(os.listdir("."), hasattr(builtins, "mark"), os.environ["HOME"] == os.getcwd())
        builtins.mark = 1
        open("left.txt", "w").write("x")
        """
    first, second = await run(code), await run(code)
    assert first.out == second.out == "['example.py'] False True\n"


async def test_the_folder_is_gone_after_the_run(run):
    ran = await run("import os\nopen('left.txt', 'w').write('x')\nprint(os.getcwd())")
    assert "mlmath-run-" in ran.out
    assert not Path(ran.out.strip()).exists()


async def test_secrets_in_the_environment_do_not_reach_a_program(run_cold, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "hunter2")
    code = "import os; print('hunter2' in str(os.environ), os.environ['OMP_NUM_THREADS'])"
    assert (await run_cold(code)).out == "False 1\n"


async def test_a_new_process_loads_nothing_that_it_does_not_need(run_cold):
    heavy = "numpy matplotlib msgspec asyncio yaml sqlite3 textual rich mlmath_tutor.i18n"
    ran = await run_cold(f"import sys\nprint([m for m in '{heavy}'.split() if m in sys.modules])\n")
    assert ran.out == "[]\n"


async def test_a_program_is_the_main_module(run):
    ran = await run(
        """
        import dataclasses, pickle, sys
        @dataclasses.dataclass
        class Point:
            x: int
        print(__name__, sys.argv, pickle.loads(pickle.dumps(Point(3))))
        """
    )
    assert ran.out == "__main__ ['example.py'] Point(x=3)\n"


@pytest.mark.parametrize(("call", "err"), [("sys.exit(3)", ""), ("sys.exit('bye')", "bye\n")])
async def test_leaving_early_is_a_good_end(run, call, err):
    ran = await run(f"import sys\nprint('before')\n{call}\nprint('after')")
    assert (ran.out, ran.err, ran.summary.ended) == ("before\n", err, "ok")


async def test_threads_are_waited_for_and_atexit_comes_last(run):
    ran = await run(
        """
        import atexit, threading, time
        atexit.register(print, "at exit")
        threading.Thread(target=lambda: (time.sleep(0.1), print("thread"))).start()
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        print("main")
        """
    )
    assert ran.out == "main\nthread\nat exit\n"


async def test_an_exception_in_a_thread_is_told_and_the_program_goes_on(run):
    ran = await run(
        """
        import threading
        thread = threading.Thread(target=lambda: 1 / 0, name="worker")
        thread.start()
        thread.join()
        print("on")
        """
    )
    assert ran.out == "on\n"
    assert ran.err.startswith("Exception in thread worker:\nTraceback (most recent call last):")
    assert 'File "example.py", line 2, in <lambda>' in ran.err
    assert "threading.py" not in ran.err.replace("in threading.py]", "")


async def test_warnings_are_told_without_the_paths_of_this_machine(run):
    ran = await run(
        """
        import numpy as np
        print(np.log(np.zeros(1)))
        import warnings, email.message
        warnings.warn_explicit("old", UserWarning, email.message.__file__, 7)
        """
    )
    assert ran.err.startswith("example.py:2: RuntimeWarning: divide by zero")
    assert "email/message.py:7: UserWarning: old" in ran.err
    assert " /" not in ran.err
    assert "\n/" not in ran.err


async def test_processes_made_with_fork_and_multiprocessing_work(run):
    ran = await run(
        """
        import multiprocessing, os
        def square(x):
            return x * x
        if os.fork() == 0:
            os._exit(0)
        os.wait()
        with multiprocessing.get_context("fork").Pool(2) as pool:
            print(pool.map(square, range(4)))
        """
    )
    assert ran.out == "[0, 1, 4, 9]\n"


async def test_a_forked_process_that_runs_on_to_the_end_does_not_disturb_the_run(run):
    ran = await run(
        "import os\npid = os.fork()\nprint('child' if pid == 0 else 'parent')\nif pid: os.wait()"
    )
    assert sorted(ran.out.split()) == ["child", "parent"]
    assert ran.summary.ended == "ok"


async def test_what_was_written_before_a_fork_is_shown_once(run):
    ran = await run(
        """
        import os, sys
        sys.stdout.write("before ")
        if os.fork() == 0:
            print("in the child", flush=True)
            os._exit(0)
        os.wait()
        print("after")
        """
    )
    assert sorted(ran.out.splitlines()) == ["before after", "in the child"]


async def test_asyncio_works(run):
    ran = await run(
        """
        import asyncio
        async def main():
            await asyncio.sleep(0.01)
            print("done")
        asyncio.run(main())
        """
    )
    assert ran.out == "done\n"


async def test_a_program_called_like_a_library_does_not_hide_it(runner):
    job = Job("import statistics; print(statistics.mean([1, 3]))", name="statistics.py")
    assert Text("out", "2\n") in [event async for event in runner.run(job)]


async def test_several_runs_go_on_at_once(run):
    codes = [f"import time; time.sleep(0.2); print({number})" for number in range(4)]
    all_ran = await asyncio.gather(*map(run, codes))
    assert [ran.out for ran in all_ran] == ["0\n", "1\n", "2\n", "3\n"]


async def test_an_interpreter_that_cannot_be_started_leaves_nothing(tmp_path):
    runner = Runner(python="/nowhere/python", folder=tmp_path)
    for run in (runner.run, runner.run_again):
        failure, summary = [event async for event in run(Job(""))]
        assert (failure.error, failure.hint) == ("process", "runs.process.start")
        assert "/nowhere/python" in failure.message
        assert summary.ended == "failure"
    assert not list(tmp_path.glob("mlmath-run-*"))


async def test_a_closed_runner_runs_nothing(runs_folder):
    runner = Runner(folder=runs_folder)
    runner.warm()
    await runner.close()
    with pytest.raises(RuntimeError):
        async for _ in runner.run(Job("")):
            pass
    assert not list(runs_folder.glob("mlmath-run-*"))
