"""Programs that want too much: output, memory, depth, files, threads, processes."""

from __future__ import annotations

import pytest

from .expected import FINE, crashes, hungry, late, raises, wordy

FLOOD = 'while True: print("x" * 100)'
FLOOD_DEAF_TO_ALL = """
while True:
    try: print("x" * 100)
    except BaseException: pass
"""
RAW_FLOOD = 'import os\nwhile True: os.write(1, b"y" * 65536)'
ONE_LINE = 'print("x" * 200_000_000)'
MANY_LINES = "for n in range(100_000): print(n)"


@pytest.mark.parametrize(
    ("code", "line"),
    [
        pytest.param(FLOOD, 1, id="prints for ever"),
        pytest.param(FLOOD_DEAF_TO_ALL, 2, id="prints for ever and swallows every exception"),
        pytest.param(RAW_FLOOD, 2, id="writes past sys.stdout for ever"),
        pytest.param(ONE_LINE, 1, id="prints 200 MB in one line"),
    ],
)
async def test_too_much_output(hold, code, line):
    ran = await hold(code, wordy(line), memory=1 << 30)
    assert len(ran.out) <= 200_000


async def test_many_short_lines_are_shown_up_to_the_limit(hold):
    ran = await hold(MANY_LINES, FINE)
    assert ran.out.startswith("0\n1\n2\n")
    assert len(ran.out) + ran.summary.dropped == sum(len(f"{n}\n") for n in range(100_000))


LIST = 'x = []\nwhile True: x.append("a" * 1_000_000)'
ONES = "import numpy as np\nx = np.ones(10 ** 10)"
LAZY_ZEROS = "import numpy as np\nx = np.zeros((100_000, 100_000))\nprint(x.nbytes)"
TENSORS = "import torch\nx = [torch.ones(1000, 1000, 100) for _ in range(100)]"
DOUBLING = 's = "a"\nwhile True: s += s'


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(LIST, id="list that grows"),
        pytest.param(ONES, id="array of 75 GB"),
        pytest.param(LAZY_ZEROS, id="zeros that would never be touched"),
        pytest.param(TENSORS, id="tensors"),
        pytest.param(DOUBLING, id="text that doubles"),
    ],
)
async def test_too_much_memory(hold, code):
    await hold(code, hungry(2))


ENDLESS = ("関数が自分自身を呼び続けています。", "The function keeps calling itself.")
DEEP = "def f(n): return f(n + 1) + 1\nf(0)"
DEEPER = f"import sys\nsys.setrecursionlimit(10 ** 9)\n{DEEP}"


async def test_too_deep(hold):
    await hold(DEEP, raises(1, "RecursionError", "maximum recursion depth exceeded", *ENDLESS))


async def test_too_deep_with_the_limit_taken_off(hold):
    """What ends it depends on how this Python nests calls."""
    deep = raises(3, "RecursionError", "", *ENDLESS)
    await hold(DEEPER, hungry(3), late(3), crashes(3), deep, seconds=2)


TOO_LARGE = (
    "ファイルが、書ける大きさの上限を超えました。",
    "The file grew beyond what a program may",
)
BIG_FILE = """
with open("big.bin", "wb") as f:
    for _ in range(1000): f.write(b"0" * 1_000_000)
"""
MANY_FILES = 'files = [open("/dev/null") for _ in range(10_000)]'


async def test_too_large_a_file(hold):
    await hold(BIG_FILE, raises(2, "OSError", "[Errno 27] File too large", *TOO_LARGE))


async def test_too_many_open_files(hold):
    await hold(MANY_FILES, raises(1, "OSError", "[Errno 24] Too many open files"))


THREADS = """
import threading, time
threads = [threading.Thread(target=time.sleep, args=(0.5,)) for _ in range(1000)]
for t in threads: t.start()
for t in threads: t.join()
print("all of them")
"""
FORKS = """
import os, time
n = 0
for _ in range(300):
    try:
        if os.fork() == 0: time.sleep(1000)
    except OSError as error:
        print("refused"); break
print("enough")
time.sleep(1000)
"""


async def test_a_thousand_threads(hold):
    """Their stacks count as memory, where they are not refused before."""
    refused = raises(3, "RuntimeError", "can't start new thread")
    await hold(THREADS, FINE, hungry(3), refused)


async def test_hundreds_of_processes(hold):
    await hold(FORKS, late(5), late(9), seconds=2)
