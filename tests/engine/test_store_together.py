"""Several processes on one data folder at once."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

from mlmath_tutor.engine.events import Visit
from mlmath_tutor.engine.store import Store

SOURCE = Path(__file__).parents[2] / "src"

WRITER = """
import sys
from pathlib import Path
from mlmath_tutor.engine.events import Visit
from mlmath_tutor.engine.store import Store

home, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
sys.stdin.readline()
store = Store(home)
for n in range(number):
    store.append(Visit(section="coin", block=f"{name}-{n}"))
    assert store.trouble is None, store.trouble
store.close()
print([told.key for told in store.troubles])
"""


def start(home: Path, name: str, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(home), name, str(number)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(writers: list[subprocess.Popen[str]]) -> list[str]:
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    said = []
    for writer in writers:
        out, err = writer.communicate()
        assert err == ""
        said.append(out.strip())
    return said


def blocks(store: Store) -> list[str]:
    return [e.what.block for e in store.events() if isinstance(e.what, Visit)]


def test_two_stores_both_write_and_see_each_other(tmp_path: Path) -> None:
    one, two = Store(tmp_path), Store(tmp_path)
    for n in range(20):
        (one if n % 2 else two).append(Visit(section="coin", block=str(n)))
    assert (
        sorted(blocks(one), key=int) == sorted(blocks(two), key=int) == [str(n) for n in range(20)]
    )
    one.close()
    two.append(Visit(section="coin", block="20"))
    assert two.trouble is None
    assert len(blocks(two)) == 21


def test_a_file_that_another_process_is_just_making_is_waited_for(tmp_path: Path) -> None:
    other = sqlite3.connect(
        tmp_path / "progress.sqlite", isolation_level=None, check_same_thread=False
    )
    other.execute("CREATE TABLE something (x)")  # not yet in write-ahead mode
    other.execute("BEGIN IMMEDIATE")
    done = threading.Timer(0.2, other.execute, ["ROLLBACK"])
    done.start()
    store = Store(tmp_path)
    done.join()
    other.close()
    assert store.trouble is None
    store.append(Visit(section="coin", block="a"))
    assert blocks(Store(tmp_path)) == ["a"]


def test_many_processes_that_start_at_once_on_no_folder_lose_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    said = finish([start(home, f"w{n}", 25) for n in range(6)])
    assert said == ["[]"] * 6
    found = blocks(Store(home))
    assert len(found) == 150
    for n in range(6):  # each one's events are in its own order
        own = [name for name in found if name.startswith(f"w{n}-")]
        assert own == [f"w{n}-{k}" for k in range(25)]


def test_many_processes_that_meet_a_damaged_file_replace_it_once(tmp_path: Path) -> None:
    for day in (0.0, 2 * 86_400.0):
        store = Store(tmp_path, clock=lambda day=day: 1_700_000_000 + day)
        for n in range(20):
            store.append(Visit(section="coin", block=f"old-{day}-{n}"))
        store.close()
    (tmp_path / "progress.sqlite").write_bytes(b"garbage" * 2000)
    said = finish([start(tmp_path, f"w{n}", 10) for n in range(6)])
    assert sorted(said) == ["['store.restored']", *["[]"] * 5]
    assert len(list(tmp_path.glob("progress.corrupt-*.sqlite"))) == 1
    found = blocks(Store(tmp_path))
    assert sum(name.startswith("old-0.0") for name in found) == 20
    assert sum(name.startswith("w") for name in found) == 60
