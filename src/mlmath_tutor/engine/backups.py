"""Copies of the progress file: one a day, the last seven kept, and one of every month."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from . import database

DAY_SECONDS = 24 * 60 * 60
DAILY_KEPT = 7

_NAME = "progress-%Y-%m-%dT%H-%M-%SZ.sqlite"
_UP_TO_MONTH = len("progress-2000-01")


def stamp(now: float, pattern: str = _NAME) -> str:
    """Return `pattern` filled with `now` (seconds since 1970) in UTC."""
    return time.strftime(pattern, time.gmtime(now))


def is_due(folder: Path, now: float) -> bool:
    """Return whether no backup was made within the last day."""
    oldest, newest = stamp(now - DAY_SECONDS), stamp(now)
    return not any(oldest < path.name <= newest for path in _all(folder))


def make(connection: sqlite3.Connection, folder: Path, now: float) -> Path:
    """Copy a database that was found sound into `folder` and thin out the older copies.

    The copy has its name only once it is complete and on the disk.

    Raises:
        sqlite3.Error, OSError: it could not be written; older copies are untouched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"unfinished-{os.getpid()}.sqlite"
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
        finished = folder / stamp(now)
        unfinished.replace(finished)
    finally:
        unfinished.unlink(missing_ok=True)
    for path in _superfluous(_all(folder)):
        path.unlink(missing_ok=True)
    return finished


def newest_sound(folder: Path) -> Path | None:
    """Return the newest backup that is not damaged itself, or None."""
    for path in reversed(_all(folder)):
        try:
            with closing(database.connect_for_reading(path)) as connection:
                database.check(connection, every_event=True)
        except sqlite3.Error:
            continue  # damaged or unreadable: the one before it may do
        return path
    return None


def day(path: Path) -> str:
    """Return the day of a backup, such as 2026-01-31."""
    return path.name[len("progress-") :][: len("2000-01-31")]


def _all(folder: Path) -> list[Path]:
    """Return all finished backups, oldest first."""
    return sorted(folder.glob("progress-*.sqlite"))


def _superfluous(paths: list[Path]) -> Iterable[Path]:
    """Return the backups to delete: neither among the last ones nor the last of their month."""
    last_of_month = {path.name[:_UP_TO_MONTH]: path for path in paths}
    keep = {*last_of_month.values(), *paths[-DAILY_KEPT:]}
    return [path for path in paths if path not in keep]
