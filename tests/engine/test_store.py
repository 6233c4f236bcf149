from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from mlmath_tutor.engine import database
from mlmath_tutor.engine.events import (
    Answered,
    AnyPayload,
    Bookmarked,
    Drafted,
    Edited,
    Noted,
    Predicted,
    Quiz,
    Reset,
    Run,
    Setting,
    Visit,
)
from mlmath_tutor.engine.store import Store

EVERY_KIND: tuple[AnyPayload, ...] = (
    Visit(section="coin", block="coin.toss", step=2),
    Run(program="coin.experiment", ended="ok", seconds=0.5, edited=True),
    Predicted(block="coin.experiment", answer="a", right=False),
    Answered(question="q", version=2, answer="1/6", score=0.3, note="n", sure="sure", hints=1),
    Quiz(run="r", scope="coin", step="started", questions=("a", "b"), seed=2**40),
    Edited(program="coin.experiment", code="print('数学')\n"),
    Drafted(question="q", text="s - 2m²\ns"),
    Setting(name="level", value="3"),
    Noted(block="coin.toss", text="覚える"),
    Bookmarked(block="coin.toss", on=True),
    Reset(scope=""),
)


def visit(block: str) -> Visit:
    return Visit(section="coin", block=block)


def blocks(store: Store) -> list[str]:
    return [e.what.block for e in store.events() if isinstance(e.what, Visit)]


def ticking(start: float, step: float = 1.0) -> Callable[[], float]:
    times = count(0)
    return lambda: start + step * next(times)


def raw(home: Path) -> sqlite3.Connection:
    return sqlite3.connect(home / "progress.sqlite")


def test_a_new_store_is_empty_and_untroubled(tmp_path: Path) -> None:
    store = Store(tmp_path / "not" / "there" / "yet")
    assert store.events() == []
    assert store.trouble is None
    assert store.troubles == ()


def test_every_kind_of_event_comes_back_as_it_went_in(tmp_path: Path) -> None:
    store = Store(tmp_path)
    appended = [store.append(payload) for payload in EVERY_KIND]
    store.close()
    assert Store(tmp_path).events() == appended
    assert [event.what for event in appended] == list(EVERY_KIND)


def test_events_have_random_ids_and_the_name_of_the_machine(tmp_path: Path) -> None:
    store = Store(tmp_path)
    events = [store.append(visit("a")) for _ in range(50)]
    assert len({event.id for event in events}) == 50
    assert all(len(event.id) == 32 and int(event.id, 16) >= 0 for event in events)
    assert len({event.machine for event in events}) == 1


def test_events_of_one_moment_keep_the_order_they_were_appended_in(tmp_path: Path) -> None:
    store = Store(tmp_path, clock=lambda: 1000.0)
    names = [str(n) for n in range(100)]
    for name in names:
        store.append(visit(name))
    assert blocks(store) == names


def test_a_clock_set_back_a_little_keeps_the_order_across_a_restart(tmp_path: Path) -> None:
    first = Store(tmp_path, clock=lambda: 5000.0)
    first.append(visit("a"))
    first.close()
    second = Store(tmp_path, clock=lambda: 4990.0)
    second.append(visit("b"))
    assert blocks(second) == ["a", "b"]


def test_a_clock_that_was_far_ahead_does_not_take_the_present_along(tmp_path: Path) -> None:
    wrong = Store(tmp_path, clock=lambda: 9e9)
    wrong.append(visit("future"))
    wrong.close()
    right = Store(tmp_path, clock=lambda: 1000.0)
    assert right.append(visit("now")).time == pytest.approx(1000.0)


def test_events_sort_by_time_whatever_the_order_they_were_written_in(tmp_path: Path) -> None:
    late = Store(tmp_path, clock=ticking(10_000))
    late.append(visit("late"))
    early = Store(tmp_path, clock=ticking(100))
    early.append(visit("early"))
    assert blocks(early) == blocks(late) == ["early", "late"]


def test_an_event_of_an_unknown_kind_or_shape_is_kept_and_left_out(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.append(visit("a"))
    store.close()
    strange = [
        ("x1", "dream", '{"kind":"dream","of":"proofs"}'),
        ("x2", "visit", '{"kind":"visit","section":7,"block":"b"}'),
        ("x3", "quiz", '{"kind":"quiz","run":"r","scope":"s","step":"paused"}'),
        ("x4", "visit", '{"kind":"visit","section":"coin","block":"b","mood":"calm"}'),
    ]
    with closing(database.connect(tmp_path / "progress.sqlite")) as connection:
        database.add(
            connection,
            [
                (name.encode(), b"m", 2e9 + number, kind.encode(), data.encode())
                for number, (name, kind, data) in enumerate(strange)
            ],
        )
    again = Store(tmp_path)
    assert blocks(again) == ["a", "b"]  # x4 is a visit with something more to say
    again.append(visit("c"))
    again.close()
    with closing(raw(tmp_path)) as connection:
        rows = connection.execute("SELECT id, data FROM event WHERE id LIKE 'x%'").fetchall()
    assert rows == [(name, data) for name, _, data in strange]


def test_what_is_on_the_disk_is_readable_json(tmp_path: Path) -> None:
    store = Store(tmp_path)
    event = store.append(Noted(block="coin.toss", text="数学"))
    store.close()
    with closing(raw(tmp_path)) as connection:
        row = connection.execute("SELECT id, machine, time, kind, data FROM event").fetchone()
    assert row[:4] == (event.id, event.machine, event.time, "note")
    assert json.loads(row[4]) == {"kind": "note", "block": "coin.toss", "text": "数学"}


def test_a_commit_reaches_the_disk_before_append_returns(tmp_path: Path) -> None:
    seen: dict[str, object] = {}

    def connect(path: Path) -> sqlite3.Connection:
        connection = database.connect(path)
        for name in ("journal_mode", "synchronous"):
            seen[name] = connection.execute(f"PRAGMA {name}").fetchone()[0]
        return connection

    Store(tmp_path, connect=connect)
    assert seen == {"journal_mode": "wal", "synchronous": 2}


def test_a_database_of_a_newer_program_is_left_alone_and_that_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.append(visit("a"))
    store.close()
    with closing(raw(tmp_path)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")
    content = (tmp_path / "progress.sqlite").read_bytes()
    newer = Store(tmp_path)
    assert newer.trouble is not None
    assert newer.trouble.key == "store.newer"
    newer.append(visit("b"))
    assert blocks(newer)[-1] == "b"
    newer.close()
    assert (tmp_path / "progress.sqlite").read_bytes() == content
