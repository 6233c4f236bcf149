from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mlmath_tutor.engine import backups
from mlmath_tutor.engine.events import Visit
from mlmath_tutor.engine.store import Store


def at(year: int, month: int, day: int, hour: int = 12) -> float:
    return datetime(year, month, day, hour, tzinfo=UTC).timestamp()


def study(home: Path, when: float) -> Store:
    store = Store(home, clock=lambda: when)
    store.append(Visit(section="coin", block="coin.toss"))
    store.close()
    return store


def kept(home: Path) -> list[str]:
    return [backups.day(path) for path in sorted((home / "backups").glob("*"))]


def test_an_empty_store_is_not_backed_up(tmp_path: Path) -> None:
    Store(tmp_path).close()
    assert kept(tmp_path) == []


def test_there_is_one_backup_a_day(tmp_path: Path) -> None:
    for hour in (8, 9, 15, 23):
        study(tmp_path, at(2026, 3, 1, hour))
    assert kept(tmp_path) == ["2026-03-01"]
    study(tmp_path, at(2026, 3, 2, 8))
    assert kept(tmp_path) == ["2026-03-01"]  # less than a day later
    study(tmp_path, at(2026, 3, 2, 10))
    assert kept(tmp_path) == ["2026-03-01", "2026-03-02"]


def test_the_last_seven_stay_and_the_last_of_every_month(tmp_path: Path) -> None:
    study(tmp_path, at(2026, 1, 1, 0))
    for month, days in ((1, 31), (2, 28), (3, 31)):
        for day in range(1, days + 1):
            study(tmp_path, at(2026, month, day, 13))
    assert kept(tmp_path) == [
        "2026-01-31",
        "2026-02-28",
        *(f"2026-03-{day}" for day in range(25, 32)),
    ]


def test_a_backup_from_a_wrong_clock_does_not_end_the_daily_ones(tmp_path: Path) -> None:
    study(tmp_path, at(2025, 12, 31))
    study(tmp_path, at(2031, 1, 1))
    study(tmp_path, at(2026, 1, 2))
    study(tmp_path, at(2026, 1, 4))
    assert kept(tmp_path) == ["2026-01-02", "2026-01-04", "2031-01-01"]


def test_a_backup_is_a_whole_database_of_one_file(tmp_path: Path) -> None:
    study(tmp_path, at(2026, 3, 1))
    study(tmp_path, at(2026, 3, 3))
    (path,) = (tmp_path / "backups").iterdir()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (1,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert list((tmp_path / "backups").iterdir()) == [path]


def test_a_backup_that_cannot_be_made_is_told_and_progress_is_saved_all_the_same(
    tmp_path: Path,
) -> None:
    study(tmp_path, at(2026, 3, 1))
    (tmp_path / "backups").write_text("in the way")
    store = Store(tmp_path, clock=lambda: at(2026, 3, 3))
    assert [told.key for told in store.troubles] == ["store.no-backup"]
    assert store.trouble is None
    store.append(Visit(section="coin", block="x"))
    store.close()
    assert len(Store(tmp_path).events()) == 2


def test_a_backup_that_breaks_off_leaves_the_older_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(1, 20, 2):
        study(tmp_path, at(2026, 3, day))
    before = kept(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    store = Store(tmp_path, clock=lambda: at(2026, 3, 25))
    assert [told.key for told in store.troubles] == ["store.no-backup"]
    assert kept(tmp_path) == before
