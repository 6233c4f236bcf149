"""Programs that would never end."""

from __future__ import annotations

import pytest

from .expected import late

BUSY = "total = 0\nwhile True: total += 1"
DEAF = """
while True:
    try:
        while True: pass
    except: pass
"""
PRODUCT = """
import numpy as np
A = np.ones((5000, 5000), dtype="f4")
for _ in range(50): A @ A
"""
REGEX = "import re\nprint('looking')\nre.match(r'(a+)+$', 'a' * 40 + 'b')"
POWER = "x = 7 ** (7 ** 9)"
SLEEP = "import time\ntime.sleep(1000)"
IGNORES = (
    "import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: time.sleep(1)"
)
THREAD = """
import threading, time
threading.Thread(target=lambda: [time.sleep(1) for _ in range(1000)]).start()
print("the main thread is done")
"""
EXIT_HANDLER = "import atexit, time\natexit.register(time.sleep, 1000)"


@pytest.mark.parametrize(
    ("code", "line"),
    [
        pytest.param(BUSY, 2, id="busy loop"),
        pytest.param(DEAF, 3, id="swallows the interrupt"),
        pytest.param(PRODUCT, 3, id="inside one matrix product after the other"),
        pytest.param(REGEX, 3, id="regular expression holds the interpreter"),
        pytest.param(POWER, 1, id="power of a thousand million digits"),
        pytest.param(SLEEP, 2, id="sleeps"),
        pytest.param(IGNORES, 3, id="ignores the interrupt"),
    ],
)
async def test_the_line_is_known(hold, code, line):
    await hold(code, late(line), seconds=1, memory=2 << 30)


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(THREAD, id="a thread that never ends"),
        pytest.param(EXIT_HANDLER, id="an exit handler that never ends"),
    ],
)
async def test_after_the_last_line_there_is_none_to_tell(hold, code):
    await hold(code, late(None), seconds=1)
