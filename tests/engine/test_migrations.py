from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mlmath_tutor.engine.migrations import MIGRATIONS, NewerDatabaseError, migrate

TWO_MORE = (
    *MIGRATIONS,
    ("CREATE TABLE extra (x INTEGER)", "INSERT INTO extra VALUES (1)"),
    ("ALTER TABLE extra ADD COLUMN y INTEGER DEFAULT 2",),
)


def opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def shape(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_a_fresh_database_takes_every_step(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "a")) as connection:
        migrate(connection)
        assert version(connection) == len(MIGRATIONS)
        assert ("event",) in connection.execute("SELECT name FROM sqlite_master").fetchall()


def test_from_any_older_shape_the_end_is_the_same_and_events_stay(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "new")) as new:
        migrate(new, TWO_MORE)
        for steps in range(1, len(TWO_MORE) + 1):
            with closing(opened(tmp_path / str(steps))) as old:
                migrate(old, TWO_MORE[:steps])
                old.execute("INSERT INTO event VALUES (1, 'a', 'm', 1.0, 'visit', '{}', 0)")
                migrate(old, TWO_MORE)
                assert shape(old) == shape(new)
                assert version(old) == len(TWO_MORE)
                assert old.execute("SELECT id FROM event").fetchall() == [("a",)]


def test_a_step_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    broken = (*TWO_MORE, ("CREATE TABLE more (x INTEGER)", "not SQL"))
    with closing(opened(tmp_path / "a")) as connection:
        migrate(connection)
        before = shape(connection)
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, broken)
        assert shape(connection) == before
        assert version(connection) == len(MIGRATIONS)


def test_a_database_of_a_newer_program_is_refused_and_untouched(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "a")) as connection:
        migrate(connection, TWO_MORE)
        before = shape(connection)
        with pytest.raises(NewerDatabaseError):
            migrate(connection)
        assert shape(connection) == before
        assert version(connection) == len(TWO_MORE)


@pytest.mark.parametrize("statement", ["UPDATE event SET data = '{}'", "DELETE FROM event"])
def test_events_can_be_neither_changed_nor_deleted(tmp_path: Path, statement: str) -> None:
    with closing(opened(tmp_path / "a")) as connection:
        migrate(connection)
        connection.execute("INSERT INTO event VALUES (1, 'a', 'm', 1.0, 'visit', '{\"a\": 1}', 0)")
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            connection.execute(statement)
        assert connection.execute("SELECT data FROM event").fetchall() == [('{"a": 1}',)]
