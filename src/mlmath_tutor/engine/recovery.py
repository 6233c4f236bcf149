"""A damaged progress file: set aside, and replaced by the newest backup and all that can be read.

Every step can be interrupted (`kill -9`, power) and is finished by the next start: the new
file is built under a name of its own, and takes the place of the old one by renaming.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from . import backups, database
from .reason import Reason

LOCK_NAME = "recovery.lock"
_BUILDING = "progress.building.sqlite"
_REBUILT = "progress.rebuilt.sqlite"
_LOCK_SECONDS = 60.0
_SMALLEST_BYTES = 512  # the smallest page SQLite has
# SQLite keeps the newest commits in a log beside the file: they belong together.
_PARTS = ("", "-wal", "-shm")


def is_needed(path: Path, folder: Path) -> bool:
    """Return whether the file needs replacing before it can even be opened.

    That is so if a replacement was begun and interrupted, or if the file is all but empty
    though there are backups in `folder`: SQLite takes such a file for a new database.
    """
    if path.with_name(_REBUILT).exists():
        return True
    return (
        path.exists()
        and path.stat().st_size < _SMALLEST_BYTES
        and not path.with_name(f"{path.name}-wal").exists()
        and backups.newest_sound(folder) is not None
    )


def recover(path: Path, folder: Path, now: float) -> Reason | None:
    """Replace the damaged progress file `path`; return what was kept, for the learner.

    Returns None if another process has done it in the meantime.

    Raises:
        sqlite3.Error, OSError: the folder cannot be written to; the damaged file is unharmed.
    """
    with _alone(path.with_name(LOCK_NAME)):
        rebuilt = path.with_name(_REBUILT)
        if rebuilt.exists():
            _put_in_place(rebuilt, path, now)
            return None
        if not is_needed(path, folder) and _is_sound(path):
            return None
        backup = backups.newest_sound(folder)
        records = list(_readable(path))
        kept = _rebuild(path.with_name(_BUILDING), backup, records)
        path.with_name(_BUILDING).replace(rebuilt)
        aside = _put_in_place(rebuilt, path, now)
    values = {"aside": aside.name, "kept": kept}
    if backup is None:
        return Reason("store.salvaged", values)
    return Reason("store.restored", values | {"day": backups.day(backup)})


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Let one process at a time in; a lock of SQLite's ends with the process that holds it."""
    with closing(sqlite3.connect(lock, timeout=_LOCK_SECONDS, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def _is_sound(path: Path) -> bool:
    try:
        with closing(database.connect(path)) as connection:
            database.check(connection, every_event=True)
    except sqlite3.Error as error:
        if database.is_damage(error):
            return False
        raise
    return True


def _rebuild(target: Path, backup: Path | None, records: list[database.Record]) -> int:
    """Write the backup and `records` to `target`; return the number of events in it."""
    for part in _PARTS:
        target.with_name(target.name + part).unlink(missing_ok=True)
    if backup is not None:
        shutil.copyfile(backup, target)
    with closing(database.connect(target)) as connection:
        with database.transaction(connection):
            database.add(connection, records)
        kept = database.count(connection)
        connection.execute("PRAGMA journal_mode = DELETE")  # one file, which can be renamed
    return kept


def _put_in_place(rebuilt: Path, path: Path, now: float) -> Path:
    """Set the damaged file aside and rename the rebuilt one; return where the damaged one is."""
    stamp = backups.stamp(now, "%Y-%m-%dT%H-%M-%SZ")
    aside = path.with_name(f"progress.corrupt-{stamp}.sqlite")
    for part in _PARTS:
        damaged = path.with_name(path.name + part)
        if damaged.exists():
            damaged.replace(aside.with_name(aside.name + part))
    rebuilt.replace(path)
    return aside


def _readable(path: Path) -> Iterator[database.Record]:
    """Yield every event that can still be read from the damaged file."""
    try:
        # Not for reading only: commits that are still in the log have to be found too.
        with closing(sqlite3.connect(path, timeout=database.BUSY_SECONDS)) as connection:
            yield from database.readable_records(connection)
    except sqlite3.Error:
        return  # this far and no further: that is what salvaging means
