"""The shape of the progress database: numbered steps forward, the only description of it.

A fresh database is made by running every step, so that there is one truth. The number of
steps taken is the database's `user_version`.
"""

from __future__ import annotations

import sqlite3

# `seq` is the order of writing on this machine; `data` is the payload as JSON, kept as it
# came even if a newer version of the program wrote it; `crc` is over all the others, because
# SQLite does not notice a changed bit inside a value.
_EVENTS = (
    """
    CREATE TABLE event (
        seq     INTEGER PRIMARY KEY,
        id      TEXT NOT NULL UNIQUE,
        machine TEXT NOT NULL,
        time    REAL NOT NULL,
        kind    TEXT NOT NULL,
        data    TEXT NOT NULL,
        crc     INTEGER NOT NULL
    )
    """,
    """
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END
    """,
    """
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_EVENTS,)


class NewerDatabaseError(Exception):
    """The database was written by a newer version of the program."""


def migrate(
    connection: sqlite3.Connection, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS
) -> None:
    """Bring the database to the newest shape: all missing steps, or none of them.

    Args:
        connection: in autocommit mode.
        migrations: every step there is; step n is a tuple of statements.

    Raises:
        NewerDatabaseError: it has taken more steps than there are.
        sqlite3.Error: a step failed; the database is as before.
    """
    if _version(connection) == len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again: another process may have migrated while this one waited for the lock.
        version = _version(connection)
        if version > len(migrations):
            raise NewerDatabaseError(f"version {version}, known are {len(migrations)}")
        for step in migrations[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
