"""Programs whose process dies, or attacks what runs it."""

from __future__ import annotations

import pytest

from .expected import FINE, OUTSIDE, Ends, crashes, dies, hungry, late, leaves, raises

C_STACK = """
import sys
sys.setrecursionlimit(10 ** 9)
def deeper(n):
    return sorted([1, 2], key=lambda _: deeper(n + 1))
deeper(0)
"""
SEGFAULT = 'import ctypes\nprint("before", flush=True)\nctypes.string_at(0)'
ABORT = "import os\nos.abort()"
KILL = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
EXIT = 'import os\nprint("going", flush=True)\nos._exit(7)'
CLOSE_ALL = 'import os\nos.closerange(0, 1000)\nprint("still here?")'

ABORTED = dies(
    2,
    "SIGABRT",
    "Python のプロセスが落ちました (SIGABRT)。C で書かれたライブラリが、続けられないと",
    "The Python process died (SIGABRT): a library written in C gave up.",
)
KILLED = dies(
    None,
    "SIGKILL",
    "Python のプロセスが、外から止められました (SIGKILL)。",
    "The Python process was killed from outside (SIGKILL)",
)


@pytest.mark.parametrize(
    ("code", "end"),
    [
        pytest.param(SEGFAULT, crashes(3), id="segmentation fault"),
        pytest.param(ABORT, ABORTED, id="abort"),
        pytest.param(KILL, KILLED, id="kills itself"),
        pytest.param(EXIT, leaves(7), id="leaves at once"),
        pytest.param(CLOSE_ALL, leaves(1), id="closes every descriptor"),
    ],
)
async def test_the_process_dies(hold, code: str, end: Ends):
    await hold(code, end)


async def test_the_stack_of_c_overflows(hold):
    """What ends it depends on how this Python nests calls through C."""
    said = ("関数が自分自身を呼び続けています。", "The function keeps calling itself.")
    deep = raises(4, "RecursionError", "", *said)
    await hold(C_STACK, crashes(4), deep, hungry(4), late(4), seconds=5)


FORGES = """
import os, stat
for fd in range(3, 200):
    try:
        if not stat.S_ISREG(os.fstat(fd).st_mode): os.write(fd, b"\\xff" * 4 + b"junk" * 10)
    except OSError: pass
print("done")
"""
CHANNEL = dies(
    None,
    "",
    "プログラムが、実行の仕組みが使う通信路に書き込んだので、止めました。",
    "Stopped: the program wrote to the channel that the runner itself uses.",
)


async def test_writing_to_the_runners_channel(hold):
    await hold(FORGES, CHANNEL)


PARRICIDE = "import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(60)"
LOST = dies(
    None,
    "",
    "プログラムを見守るプロセスが止められたので、",
    "The process that watches over the program was killed",
)


async def test_killing_the_process_that_watches_over_it(hold):
    """Landlock refuses it from its version 6 on; before that the run is lost, and no more."""
    await hold(PARRICIDE, raises(2, "PermissionError", "[Errno 1]", *OUTSIDE), LOST)
    await hold("print(1)", FINE)
