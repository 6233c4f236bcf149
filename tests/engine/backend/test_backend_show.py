"""`plt.show()` hands figures over as data; saving goes on working."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

BACKEND = "module://mlmath_tutor.engine.runner.child.backend"
BEFORE = """
import json, sys
import matplotlib.pyplot as plt
from mlmath_tutor.engine.runner.child import backend
backend.deliver = lambda number, spec: print(json.dumps([number, spec]))
"""


def run(program: str, *, before: str = BEFORE) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "MPLBACKEND": BACKEND, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-c", before + program],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )


def delivered(program: str) -> list[tuple[int, Any]]:
    done = run(program)
    assert done.returncode == 0, done.stderr
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


def test_show_delivers_every_open_figure_and_closes_it() -> None:
    found = delivered("""
plt.plot([1, 2]); plt.figure(); plt.title("second"); plt.bar([1], [2])
plt.show()
assert not plt.get_fignums()
plt.show()
""")
    assert [number for number, _ in found] == [1, 2]
    assert [each["axes"][0]["title"] for _, each in found] == ["", "second"]


def test_numbers_are_never_used_again() -> None:
    found = delivered("plt.plot([1]); plt.show(); plt.plot([2]); plt.show()")
    assert [number for number, _ in found] == [1, 2]


def test_a_figure_shown_without_waiting_is_replaced_by_its_next_state() -> None:
    found = delivered("""
for step in range(3):
    plt.plot([step, step + 1])
    plt.pause(0.001)
""")
    assert [number for number, _ in found] == [1, 1, 1]
    assert [len(each["axes"][0]["layers"]) for _, each in found] == [1, 2, 3]


def test_what_was_never_shown_is_delivered_at_the_end() -> None:
    found = delivered("plt.plot([1, 2]); plt.figure(); backend.show_remaining()")
    assert len(found) == 1


def test_a_figure_shows_itself() -> None:
    assert len(delivered("fig, ax = plt.subplots(); ax.plot([1, 2]); fig.show()")) == 1


def test_saving_works(tmp_path: Path) -> None:
    picture, drawing = tmp_path / "f.png", tmp_path / "f.svg"
    done = run(f"plt.plot([1, 2]); plt.savefig({str(picture)!r}); plt.savefig({str(drawing)!r})")
    assert done.returncode == 0, done.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert "<svg" in drawing.read_text(encoding="utf-8")


def test_a_saved_figure_can_hold_japanese(tmp_path: Path) -> None:
    done = run(f"""
from matplotlib import font_manager
from mlmath_tutor.engine.runner.child.figure_fonts import JAPANESE
print(bool(set(JAPANESE) & {{each.name for each in font_manager.fontManager.ttflist}}))
plt.title("有病率"); plt.savefig({str(tmp_path / "f.png")!r})
""")
    has_font = done.stdout.strip() == "True"
    assert ("missing from font" in done.stderr) != has_font


def test_without_a_receiver_nothing_breaks() -> None:
    done = run("plt.plot([1]); plt.show(); print('on')", before="import matplotlib.pyplot as plt\n")
    assert (done.returncode, done.stdout) == (0, "on\n")
    assert "not shown" in done.stderr


def test_the_backend_loads_nothing_of_the_app() -> None:
    done = run("""
heavy = {"textual", "rich", "yaml", "msgspec", "sqlite3", "plotext", "mlmath_tutor.i18n"}
print(sorted(heavy & set(sys.modules)))
""")
    assert done.stdout == "[]\n", done.stderr
