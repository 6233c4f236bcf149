"""The progress file as SQLite sees it: connecting, checking, and what its errors mean."""

from __future__ import annotations

import errno
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .migrations import NewerDatabaseError, migrate
from .reason import Reason

FILE_NAME = "progress.sqlite"
BUSY_SECONDS = 5.0

# id, machine, time (seconds since 1970, UTC), kind, data (JSON)
Record = tuple[bytes, bytes, float, bytes, bytes]

# Texts as bytes: a damaged one need not be UTF-8.
_COLUMNS = (
    "CAST(id AS BLOB), CAST(machine AS BLOB), time, CAST(kind AS BLOB), CAST(data AS BLOB), crc"
)

# What SQLite's and the system's errors mean to the learner.
REASONS = {
    sqlite3.SQLITE_FULL: "store.full",
    sqlite3.SQLITE_READONLY: "store.read-only",
    sqlite3.SQLITE_PERM: "store.read-only",
    sqlite3.SQLITE_BUSY: "store.busy",
    sqlite3.SQLITE_LOCKED: "store.busy",
    sqlite3.SQLITE_CORRUPT: "store.broken",
    sqlite3.SQLITE_NOTADB: "store.broken",
}

_SYSTEM_REASONS = {
    errno.ENOSPC: "store.full",
    errno.EDQUOT: "store.full",
    errno.EROFS: "store.read-only",
    errno.EACCES: "store.read-only",
    errno.EPERM: "store.read-only",
}


def connect(path: Path) -> sqlite3.Connection:
    """Open the progress file for reading and writing; it is made if there is none.

    A commit returns only once the disk has it (WAL, synchronous=FULL). Several processes
    may have the file open: writers wait for each other, readers wait for nobody.

    Raises:
        sqlite3.Error: it cannot be opened; `is_damage` tells a damaged file from the rest.
        NewerDatabaseError: a newer version of the program wrote it.
    """
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        with _unreadable_is_damaged():
            _use_wal(connection)
            connection.execute("PRAGMA synchronous = FULL")
            migrate(connection)
        check(connection)
    except (sqlite3.Error, NewerDatabaseError):
        connection.close()
        raise
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Open a progress file that must not be written to.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    try:
        return _checked(f"{path.absolute().as_uri()}?mode=ro")
    except sqlite3.Error as error:
        if is_damage(error):
            raise
        # In a folder that cannot be written to, SQLite cannot set up the memory shared by
        # readers and writers; without writers it is not needed.
        return _checked(f"{path.absolute().as_uri()}?immutable=1")


def check(connection: sqlite3.Connection, *, every_event: bool = False) -> None:
    """Walk through the whole file; with `every_event`, compare each event with its sum, too.

    Raises:
        sqlite3.DatabaseError: it is damaged.
    """
    try:
        with _unreadable_is_damaged():
            found: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            connection.execute(f"SELECT {_COLUMNS} FROM event LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise _damage(str(error)) from error  # the table of events is gone or is another one
    if found != "ok":
        raise _damage(found)
    if every_event:
        for _ in records(connection):
            pass


def check_writable(connection: sqlite3.Connection) -> None:
    """Write nothing, as if it were something.

    Raises:
        sqlite3.Error: the file can be read, but not written to.
    """
    connection.execute("INSERT INTO event (id) SELECT id FROM event WHERE 0")


def records(connection: sqlite3.Connection) -> Iterator[Record]:
    """Yield all events in the order they were written in.

    Raises:
        sqlite3.DatabaseError: the file is damaged, or an event is not as it was written.
    """
    with _unreadable_is_damaged():
        for row in connection.execute(f"SELECT {_COLUMNS} FROM event ORDER BY seq"):
            if (record := _whole(row)) is None:
                raise _damage("an event is not as it was written")
            yield record


def readable_records(connection: sqlite3.Connection) -> Iterator[Record]:
    """Yield all events that can still be read, from the front and, if that stops, from the end.

    Raises:
        sqlite3.DatabaseError: that was all that can be read.
    """
    for order in ("ASC", "DESC"):
        rows = f"SELECT {_COLUMNS} FROM event ORDER BY seq {order}"
        try:
            with _unreadable_is_damaged():
                yield from (record for row in connection.execute(rows) if (record := _whole(row)))
        except sqlite3.DatabaseError:
            if order == "DESC":
                raise
        else:
            return


def is_damage(error: Exception) -> bool:
    """Return whether `error` says that the file itself is damaged."""
    return isinstance(error, sqlite3.DatabaseError) and _code(error) in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    )


def reason(error: Exception) -> Reason:
    """Return why progress cannot be saved, for the learner."""
    if isinstance(error, NewerDatabaseError):
        return Reason("store.newer")
    known = _SYSTEM_REASONS if isinstance(error, OSError) else REASONS
    code = error.errno if isinstance(error, OSError) else _code(error)
    return Reason(known.get(code or 0, "store.unwritable"), {"details": str(error)})


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is done inside, or nothing of it.

    Raises:
        sqlite3.Error: as raised inside, or by the commit.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def add(connection: sqlite3.Connection, events: Iterable[Record]) -> None:
    """Add events; those already there are left alone. The caller holds the transaction."""
    connection.executemany(
        "INSERT OR IGNORE INTO event (id, machine, time, kind, data, crc) "
        "VALUES (CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)",
        ((*record, _sum(record)) for record in events),
    )


def count(connection: sqlite3.Connection) -> int:
    """Return the number of events."""
    number: int = connection.execute("SELECT count(*) FROM event").fetchone()[0]
    return number


def latest_time(connection: sqlite3.Connection, before: float) -> float:
    """Return the latest time, below `before`, among the events written last; 0.0 without any."""
    query = "SELECT max(time) FROM (SELECT time FROM event ORDER BY seq DESC LIMIT 1000)"
    found: float | None = connection.execute(f"{query} WHERE time < ?", (before,)).fetchone()[0]
    return found or 0.0


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging. SQLite does not wait by itself for others who do the same."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _checked(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        check(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _whole(row: tuple[bytes, bytes, float, bytes, bytes, int]) -> Record | None:
    """Return the event of a row, or None if it is not as it was written."""
    record, crc = row[:5], row[5]
    try:
        return record if _sum(record) == crc else None
    except TypeError:
        return None  # a damaged row may hold values of any type


def _sum(record: Record) -> int:
    name, machine, when, kind, data = record
    return zlib.crc32(b"\0".join((name, machine, repr(when).encode(), kind, data)))


@contextmanager
def _unreadable_is_damaged() -> Iterator[None]:
    """Raise damage as such where Python cannot even read SQLite's message about it."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise _damage(str(error)) from error


def _code(error: Exception) -> int:
    """Return SQLite's primary result code, or 0."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _damage(message: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(message)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error
