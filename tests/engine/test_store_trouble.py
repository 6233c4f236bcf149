"""Disks that are full, folders that cannot be written to: the learner goes on, nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mlmath_tutor.engine import database
from mlmath_tutor.engine.events import Noted, Visit
from mlmath_tutor.engine.store import Store
from mlmath_tutor.i18n import LANGUAGES, say

SOURCE = Path(__file__).parents[2] / "src"


def blocks(store: Store) -> list[str]:
    return [e.what.block for e in store.events() if isinstance(e.what, Visit | Noted)]


def long_note(name: str) -> Noted:
    return Noted(block=name, text="x" * 20_000)


class Disk:
    """A disk of limited room, made bigger and smaller by `pages`."""

    def __init__(self) -> None:
        self.pages = 2**31 - 1
        self._open: list[sqlite3.Connection] = []

    def connect(self, path: Path) -> sqlite3.Connection:
        connection = database.connect(path)
        connection.execute(f"PRAGMA max_page_count = {self.pages}")
        self._open.append(connection)
        return connection

    def resize(self, pages: int) -> None:
        self.pages = pages
        self._open[-1].execute(f"PRAGMA max_page_count = {pages}")


def test_on_a_full_disk_events_wait_in_order_and_are_written_once_there_is_room(
    tmp_path: Path,
) -> None:
    disk = Disk()
    store = Store(tmp_path, connect=disk.connect)
    store.append(long_note("a"))
    assert store.trouble is None
    disk.resize(1)
    for name in "bcd":
        store.append(long_note(name))
        assert store.trouble is not None
        assert store.trouble.key == "store.full"
    assert blocks(store) == ["a", "b", "c", "d"]
    assert blocks(Store(tmp_path)) == ["a"]
    disk.pages = 2**31 - 1
    store.append(long_note("e"))
    assert store.trouble is None
    store.close()
    assert blocks(Store(tmp_path)) == ["a", "b", "c", "d", "e"]


def test_what_waits_is_written_at_closing_if_that_is_possible_by_then(tmp_path: Path) -> None:
    disk = Disk()
    store = Store(tmp_path, connect=disk.connect)
    disk.resize(1)
    store.append(long_note("a"))
    assert store.trouble is not None
    disk.pages = 2**31 - 1
    store.close()
    assert blocks(Store(tmp_path)) == ["a"]


def test_a_file_in_place_of_the_data_folder_is_told_and_survived(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("not a folder")
    store = Store(home)
    assert store.trouble is not None
    assert store.events() == []
    store.append(Visit(section="coin", block="a"))
    assert blocks(store) == ["a"]
    home.unlink()
    store.append(Visit(section="coin", block="b"))
    assert store.trouble is None
    store.close()
    assert blocks(Store(home)) == ["a", "b"]


def test_a_folder_in_place_of_the_progress_file_is_told_and_survived(tmp_path: Path) -> None:
    (tmp_path / "progress.sqlite").mkdir()
    store = Store(tmp_path)
    assert store.trouble is not None
    store.append(Visit(section="coin", block="a"))
    assert blocks(store) == ["a"]
    assert store.trouble is not None


def test_a_data_folder_deleted_meanwhile_is_made_again(tmp_path: Path) -> None:
    home = tmp_path / "home"
    store = Store(home)
    store.append(Visit(section="coin", block="a"))
    shutil.rmtree(home)
    store.append(Visit(section="coin", block="b"))
    assert store.trouble is None
    store.close()
    assert blocks(Store(home)) == ["b"]


def test_a_writer_that_does_not_let_go_is_waited_for_and_then_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    store = Store(tmp_path)
    other = database.connect(tmp_path / "progress.sqlite")
    other.execute("BEGIN IMMEDIATE")
    store.append(Visit(section="coin", block="a"))
    assert store.trouble is not None
    assert store.trouble.key == "store.busy"
    other.execute("ROLLBACK")
    other.close()
    store.append(Visit(section="coin", block="b"))
    assert store.trouble is None
    assert blocks(store) == ["a", "b"]


READ_AND_WRITE = """
import os
import sys
from pathlib import Path
from mlmath_tutor.engine.events import Visit
from mlmath_tutor.engine.store import Store

if os.geteuid() == 0:  # modes do not bind the superuser: be somebody else
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
store = Store(Path(sys.argv[1]))
before = len(store.events())
at_start = store.trouble.key if store.trouble else None
store.append(Visit(section="coin", block="b"))
print(before, at_start, store.trouble.key if store.trouble else None, len(store.events()))
store.close()
"""


@pytest.fixture
def for_everyone() -> Iterator[Path]:
    """A data folder that any user can enter, with one event in it."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    home = folder / "home"
    store = Store(home)
    store.append(Visit(section="coin", block="a"))
    store.close()
    yield home
    home.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files mean something else there")
@pytest.mark.parametrize("mode", [0o555, 0o777])
def test_a_read_only_file_is_read_and_the_learner_told(for_everyone: Path, mode: int) -> None:
    (for_everyone / "progress.sqlite").chmod(0o444)
    for_everyone.chmod(mode)
    ran = subprocess.run(
        [sys.executable, "-c", READ_AND_WRITE, str(for_everyone)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    before, at_start, after, events = ran.stdout.split()
    assert (before, events) == ("1", "2")
    assert at_start == after == "store.read-only"


def test_every_trouble_can_be_said_in_both_languages() -> None:
    errors = [sqlite3.OperationalError("why"), OSError(28, "No space left on device")]
    for code in database.REASONS:
        error = sqlite3.OperationalError("why")
        error.sqlite_errorcode = code
        errors.append(error)
    for lang in LANGUAGES:
        for error in errors:
            told = database.reason(error)
            assert say(lang, told.key, **told.values)
    assert database.reason(errors[1]).key == "store.full"
