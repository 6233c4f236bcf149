"""Programs that do something unusual and must be served, or told what is wrong with them."""

from __future__ import annotations

import pytest

from mlmath_tutor.engine.runner.child import landlock

from .expected import FINE, OUTSIDE, Ends, late, raises

LEAVES = 'import sys\nprint("bye")\nsys.exit(3)'
SAYS_WHY = 'exit("leaving")'
STDIN = "import sys\nprint(repr(sys.stdin.read()), repr(open(0, closefd=False).read()))"
DAEMON_THREAD = """
import threading, time
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
print("done")
"""
THREAD_RAISES = """
import threading
t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()
print("the main thread goes on")
"""
SUBPROCESS = 'import subprocess\nsubprocess.Popen(["sleep", "1000"])\nprint("done")'
DAEMON = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.setsid()
        time.sleep(1000)
    os._exit(0)
os.wait(); print("done")
"""
FORK = """
import os
pid = os.fork()
print("child" if pid == 0 else "parent")
if pid: os.waitpid(pid, 0)
"""
POOL = """
import multiprocessing
def square(x): return x * x
if __name__ == "__main__":
    with multiprocessing.get_context("{how}").Pool(2) as pool: print(pool.map(square, range(4)))
"""
JOBLIB = """
from joblib import Parallel, delayed
import math
print(Parallel(n_jobs=2)(delayed(math.sqrt)(n) for n in (0, 1, 4, 9)))
"""
LOADER = """
import torch
from torch.utils.data import DataLoader, TensorDataset
data = TensorDataset(torch.arange(10.0))
print(sum(batch[0].sum().item() for batch in DataLoader(data, batch_size=2, num_workers=2)))
"""
TWO_THREADS = """
import torch
torch.set_num_threads(2)
x = torch.randn(500, 500, requires_grad=True)
(x @ x).sum().backward()
print(tuple(x.grad.shape), torch.get_num_threads())
"""
OWN_FILE = 'import os\nopen("a.txt", "w").write("hi")\nprint(sorted(os.listdir()))'
NO_STDOUT = 'import sys\nsys.stdout = None\nprint("nothing")'
REDIRECTED = """
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()) as caught: print("inner")
print("got", caught.getvalue().strip())
"""
CONTROL_CODES = """
import sys
print("\\x1b[2J\\x1b]0;title\\x07bell \\ud800")
sys.stdout.buffer.write(b"\\xff\\xfe\\n")
"""
REPR_HANGS = """
class Slow:
    def __repr__(self):
        while True: pass
slow = Slow()
"""
REPR_RAISES = """
class Odd:
    def __repr__(self): raise RuntimeError("no")
odd = Odd()
"""
ASYNCIO = """
import asyncio
async def main():
    await asyncio.sleep(0.05); print("later")
asyncio.run(main())
"""
PICKLE = """
import dataclasses, pickle
@dataclasses.dataclass
class Point: x: int
print(pickle.loads(pickle.dumps(Point(3))))
"""
RANDOM = """
import random, numpy as np, torch
print(random.random(), np.random.rand(), torch.rand(1).item())
"""


@pytest.mark.parametrize(
    ("code", "out"),
    [
        pytest.param(LEAVES, "bye\n", id="leaves with a status"),
        pytest.param(SAYS_WHY, "", id="leaves and says why"),
        pytest.param(STDIN, "'' ''\n", id="reads standard input"),
        pytest.param(DAEMON_THREAD, "done\n", id="leaves a daemon thread"),
        pytest.param(THREAD_RAISES, "the main thread goes on\n", id="a thread raises"),
        pytest.param(SUBPROCESS, "done\n", id="leaves a process"),
        pytest.param(DAEMON, "done\n", id="leaves a daemon"),
        pytest.param(POOL.format(how="fork"), "[0, 1, 4, 9]\n", id="pool of forks"),
        pytest.param(POOL.format(how="spawn"), "[0, 1, 4, 9]\n", id="pool of interpreters"),
        pytest.param(JOBLIB, "[0.0, 1.0, 2.0, 3.0]\n", id="joblib"),
        pytest.param(LOADER, "45.0\n", id="data loader with two processes"),
        pytest.param(TWO_THREADS, "(500, 500) 2\n", id="two threads of torch"),
        pytest.param(OWN_FILE, "['a.txt', 'example.py']\n", id="writes a file"),
        pytest.param(NO_STDOUT, "", id="takes sys.stdout away"),
        pytest.param(REDIRECTED, "got inner\n", id="redirects its output"),
        pytest.param(CONTROL_CODES, "bell \\ud800\n\\xff\\xfe\n", id="control codes, not UTF-8"),
        pytest.param(REPR_HANGS, "", id="a variable that takes for ever to be shown"),
        pytest.param(REPR_RAISES, "", id="a variable that cannot be shown"),
        pytest.param(ASYNCIO, "later\n", id="asyncio"),
        pytest.param(PICKLE, "Point(x=3)\n", id="pickles a class of its own"),
    ],
)
async def test_programs_that_are_served(hold, code, out):
    ran = await hold(code, FINE, memory=1 << 30)
    assert ran.out == out


async def test_what_a_forked_process_prints_is_shown(hold):
    assert sorted((await hold(FORK, FINE)).out.split()) == ["child", "parent"]


async def test_random_numbers_differ_from_run_to_run(hold):
    first, second = [(await hold(RANDOM, FINE)).out.split() for _ in range(2)]
    assert not set(first) & set(second)


async def test_the_reason_to_leave_and_the_exception_of_a_thread_are_shown(hold):
    assert (await hold(SAYS_WHY, FINE)).err == "leaving\n"
    assert "ZeroDivisionError" in (await hold(THREAD_RAISES, FINE)).err


INPUT = 'name = input("Your name? ")'
STR_RAISES = """
class Bad(Exception):
    def __str__(self): raise RuntimeError("no")
raise Bad()
"""
NO_COLON = "x = 1\nfor i in range(3)\n    print(i)"
NULL = 'print("a\0b")'
INDENTATION = "if True:\nprint(1)"


@pytest.mark.parametrize(
    ("code", "end"),
    [
        pytest.param(
            INPUT,
            raises(
                1,
                "EOFError",
                "",
                "ここでは、キーボードから入力できません。",
                "Nothing can be typed",
            ),
            id="input",
        ),
        pytest.param(STR_RAISES, raises(3, "Bad"), id="exception that cannot say what it is"),
        pytest.param(
            NO_COLON,
            raises(
                2,
                "SyntaxError",
                "expected ':'",
                "`for`、`if`、`def` などの行の終わりに `:` が必要です。",
                "A line that begins with `for`, `if`, `def` and the like ends with `:`.",
            ),
            id="no colon",
        ),
        pytest.param(
            NULL,
            raises(
                None,
                "SyntaxError",
                "source code string cannot contain null bytes",
                "この行は Python の文として読めません。",
                "This line cannot be read as Python.",
            ),
            id="null byte",
        ),
        pytest.param(
            INDENTATION,
            raises(
                2,
                "IndentationError",
                "expected an indented block",
                "字下げが合っていません。",
                "The indentation does not fit.",
            ),
            id="indentation",
        ),
    ],
)
async def test_programs_that_are_told_what_is_wrong(hold, code: str, end: Ends):
    await hold(code, end)


COMPILE = "import torch\nf = torch.compile(lambda x: x * 2)\nprint(f(torch.ones(3)))"


async def test_torch_compile_does_no_harm(hold):
    """It needs a compiler, and writes outside the run's folder: refused, or too slow."""
    found = await hold(COMPILE, *_torch_compile_ways(), seconds=2, memory=2 << 30)
    assert found.summary.ended in ("ok", "time", "failure")


def _torch_compile_ways() -> list[Ends]:
    return [FINE, late(2), late(3), raises(3, "InductorError"), raises(3, "BackendCompilerFailed")]


landlocked = pytest.mark.skipif(
    landlock._call(landlock._CREATE_RULESET, None, 0, landlock._VERSION_ONLY) < 4,
    reason="needs Landlock that knows of TCP",
)
ELSEWHERE = 'open({path!r}, "w").write("")'
NETWORK = 'import urllib.request\nurllib.request.urlopen("http://127.0.0.1:9/", timeout=2)'


@landlocked
async def test_a_file_elsewhere_is_not_overwritten(hold, tmp_path):
    path = tmp_path / "precious.txt"
    path.write_text("precious")
    refused = raises(1, "PermissionError", "[Errno 13]", *OUTSIDE)
    await hold(ELSEWHERE.format(path=str(path)), refused)
    assert path.read_text() == "precious"


@landlocked
async def test_there_is_no_network(hold):
    await hold(NETWORK, raises(2, "URLError", "<urlopen error [Errno 13]", *OUTSIDE))
