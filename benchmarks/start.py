"""Start to first frame, as a ratio against a hello-world Textual app run beside it.

Both are started in turn in a pseudo-terminal that answers no questions but the cursor's
place; the time is from the start of the process until a word of the first frame arrives.
Prints the medians, the ratio, and the imports that cost most.

    python benchmarks/start.py [runs]
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Mathematics")
Hello().run()
"""
MARK = b"Mathematics"
CURSOR_QUESTION, CURSOR_ANSWER = b"\x1b[6n", b"\x1b[1;2R"
SECONDS = 30.0
RUNS = 10
IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|(\s+)(\S+)")


def first_frame(arguments: list[str], environ: dict[str, str]) -> float:
    """Return the seconds until the mark arrives; the process is then killed."""
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(arguments[0], arguments, environ)
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        return _wait_for_mark(terminal, start)
    finally:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        os.close(terminal)


def _wait_for_mark(terminal: int, start: float) -> float:
    seen = b""
    while time.perf_counter() - start < SECONDS:
        if not select.select([terminal], [], [], 1.0)[0]:
            continue
        piece = os.read(terminal, 65536)
        os.write(terminal, CURSOR_ANSWER * piece.count(CURSOR_QUESTION))
        seen += piece
        if MARK in seen:
            return time.perf_counter() - start
    raise TimeoutError(f"no first frame within {SECONDS} s:\n{seen[-2000:]!r}")


def costliest_imports(environ: dict[str, str], count: int = 12) -> list[tuple[float, str]]:
    """Return the imports of the app that cost most by themselves, in milliseconds."""
    code = (
        "import mlmath_tutor.cli.open, mlmath_tutor.ui.app, mlmath_tutor.content.cache,"
        "mlmath_tutor.content.locating, mlmath_tutor.engine.store"
    )
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code],
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    packages: dict[str, float] = {}
    for own, _, _, name in IMPORT.findall(told):
        package = ".".join(name.split(".")[: 2 if name.startswith("mlmath_tutor") else 1])
        packages[package] = packages.get(package, 0.0) + int(own) / 1000
    return sorted(((ms, name) for name, ms in packages.items()), reverse=True)[:count]


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO)
        environ = {
            "PATH": os.environ["PATH"],
            "HOME": folder,
            "MLMATH_HOME": folder,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        }
        ours = [sys.executable, "-m", "mlmath_tutor", "--lang", "en"]
        theirs = [sys.executable, str(hello)]
        first_frame(ours, environ)
        first_frame(theirs, environ)
        pairs = [(first_frame(theirs, environ), first_frame(ours, environ)) for _ in range(runs)]
        hello_ms = statistics.median(pair[0] for pair in pairs) * 1000
        ours_ms = statistics.median(pair[1] for pair in pairs) * 1000
        print(f"hello-world Textual   {hello_ms:6.0f} ms")
        print(f"mlmath                {ours_ms:6.0f} ms")
        print(f"ratio                 {ours_ms / hello_ms:6.2f}")
        print("\ncostliest imports, own time")
        for milliseconds, name in costliest_imports(environ):
            print(f"  {milliseconds:6.1f} ms  {name}")


if __name__ == "__main__":
    main()
