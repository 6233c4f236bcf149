from __future__ import annotations

import os
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from mlmath_tutor.engine import backups, recovery
from mlmath_tutor.engine.events import Event, Visit
from mlmath_tutor.engine.store import Store
from mlmath_tutor.i18n import LANGUAGES, say

MORNING = 1_700_000_000.0
NEXT_DAY = MORNING + 1.5 * backups.DAY_SECONDS


def filled(home: Path, names: range, at: float) -> None:
    """Append visits in a session of their own, and close the file."""
    store = Store(home, clock=lambda: at)
    for n in names:
        store.append(Visit(section="coin", block=f"block-{n}"))
    store.close()


def blocks(events: list[Event]) -> set[str]:
    return {event.what.block for event in events if isinstance(event.what, Visit)}


def named(numbers: range) -> set[str]:
    return {f"block-{n}" for n in numbers}


def progress(home: Path) -> Path:
    return home / "progress.sqlite"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("original")
    filled(home, range(300), MORNING)
    filled(home, range(300, 310), NEXT_DAY)  # at this opening the backup is made
    filled(home, range(310, 350), NEXT_DAY + 60)
    assert len(list((home / "backups").iterdir())) == 1
    return home


@pytest.fixture
def backed_up(original: Path, tmp_path: Path) -> Path:
    """A data folder with 300 events in the backup and 50 more since."""
    return shutil.copytree(original, tmp_path / "home")


def assert_goes_on(home: Path, store: Store) -> None:
    """Appending works, and the next opening is quiet."""
    assert store.trouble is None
    store.append(Visit(section="coin", block="after"))
    before = store.events()
    store.close()
    again = Store(home, clock=lambda: NEXT_DAY + 90)
    assert again.troubles == ()
    assert again.trouble is None
    assert again.events() == before
    assert "after" in blocks(before)


@pytest.mark.parametrize("damage", [b"this is no database at all\n" * 500, b"\x00" * 40_000, b"x"])
def test_a_file_that_is_no_database_is_set_aside_and_the_backup_restored(
    backed_up: Path, damage: bytes
) -> None:
    progress(backed_up).write_bytes(damage)
    store = Store(backed_up, clock=lambda: NEXT_DAY + 70)
    assert blocks(store.events()) >= named(range(300))
    (told,) = store.troubles
    assert told.key == "store.restored"
    aside = backed_up / str(told.values["aside"])
    assert aside.read_bytes() == damage
    assert told.values["kept"] == len(store.events())
    assert_goes_on(backed_up, store)


@pytest.mark.parametrize("share", [0.0, 0.05, 0.3, 0.5, 0.9])
def test_a_truncated_file_loses_at_most_what_came_after_the_backup(
    backed_up: Path, share: float
) -> None:
    file = progress(backed_up)
    os.truncate(file, int(file.stat().st_size * share))
    store = Store(backed_up, clock=lambda: NEXT_DAY + 70)
    assert blocks(store.events()) >= named(range(300))
    assert [told.key for told in store.troubles] == ["store.restored"]
    assert_goes_on(backed_up, store)


def test_what_can_still_be_read_is_added_to_the_backup(backed_up: Path) -> None:
    file = progress(backed_up)
    content = bytearray(file.read_bytes())
    page = 4096
    middle = (len(content) // page // 2) * page
    content[middle : middle + page] = random.Random(1).randbytes(page)
    file.write_bytes(content)
    store = Store(backed_up, clock=lambda: NEXT_DAY + 70)
    assert [told.key for told in store.troubles] == ["store.restored"]
    assert blocks(store.events()) == named(range(350))  # the newest ones were at the end
    assert_goes_on(backed_up, store)


def test_commits_still_in_the_log_of_a_killed_program_are_read_too(
    backed_up: Path, tmp_path: Path
) -> None:
    store = Store(backed_up, clock=lambda: NEXT_DAY + 65)
    for n in range(350, 360):
        store.append(Visit(section="coin", block=f"block-{n}"))
    killed = shutil.copytree(backed_up, tmp_path / "killed")  # as if it had never been closed
    store.close()
    assert (killed / "progress.sqlite-wal").stat().st_size > 0
    content = bytearray(progress(killed).read_bytes())
    page = content.index(b'"block-10"') // 4096 * 4096
    content[page : page + 4096] = random.Random(1).randbytes(4096)
    progress(killed).write_bytes(content)
    again = Store(killed, clock=lambda: NEXT_DAY + 70)
    assert [told.key for told in again.troubles] == ["store.restored"]
    assert blocks(again.events()) == named(range(360))
    assert_goes_on(killed, again)


def test_the_log_of_a_damaged_file_in_use_is_set_aside_with_it(backed_up: Path) -> None:
    in_use = Store(backed_up, clock=lambda: NEXT_DAY + 65)
    in_use.append(Visit(section="coin", block="block-350"))
    progress(backed_up).write_bytes(b"garbage" * 5000)
    store = Store(backed_up, clock=lambda: NEXT_DAY + 70)
    (told,) = store.troubles
    assert (backed_up / f"{told.values['aside']}-wal").stat().st_size > 0
    assert blocks(store.events()) >= named(range(300))
    in_use.append(Visit(section="coin", block="block-351"))  # goes to the new file
    assert "block-351" in blocks(store.events())
    in_use.close()
    assert_goes_on(backed_up, store)


@pytest.mark.parametrize("seed", range(50))
def test_flipped_bits_never_cost_what_the_backup_has(backed_up: Path, seed: int) -> None:
    file = progress(backed_up)
    content = bytearray(file.read_bytes())
    source = random.Random(seed)
    for _ in range(3):
        content[source.randrange(len(content))] ^= 1 << source.randrange(8)
    file.write_bytes(content)
    store = Store(backed_up, clock=lambda: NEXT_DAY + 70)
    found = blocks(store.events())
    assert found >= named(range(300))
    assert store.troubles or found == named(range(350))
    assert_goes_on(backed_up, store)


def test_without_a_backup_what_can_be_read_is_kept(tmp_path: Path) -> None:
    filled(tmp_path, range(300), MORNING)
    file = progress(tmp_path)
    content = bytearray(file.read_bytes())
    content[-4096:] = bytes(4096)
    file.write_bytes(content)
    store = Store(tmp_path, clock=lambda: MORNING + 10)
    (told,) = store.troubles
    assert told.key == "store.salvaged"
    assert len(blocks(store.events())) > 200
    assert_goes_on(tmp_path, store)


def test_a_lost_table_is_damage(backed_up: Path) -> None:
    connection = sqlite3.connect(progress(backed_up))
    connection.execute("DROP TABLE event")
    connection.commit()
    connection.close()
    store = Store(backed_up, clock=lambda: NEXT_DAY + 70)
    assert blocks(store.events()) == named(range(300))
    assert_goes_on(backed_up, store)


def test_damage_that_garbles_even_the_message_about_it_is_damage(backed_up: Path) -> None:
    content = progress(backed_up).read_bytes()
    garbled = content.replace(b"BEFORE DELETE ON event", b"BEFORE DELETE O\xce event")
    assert garbled != content
    progress(backed_up).write_bytes(garbled)
    store = Store(backed_up, clock=lambda: NEXT_DAY + 70)
    assert [told.key for told in store.troubles] == ["store.restored"]
    assert blocks(store.events()) >= named(range(300))
    assert_goes_on(backed_up, store)


def test_a_damaged_backup_is_passed_over_for_the_one_before(tmp_path: Path) -> None:
    filled(tmp_path, range(100), MORNING)
    for day in (1, 2, 3):
        filled(tmp_path, range(100 * day, 100 * day + 100), MORNING + 2 * day * backups.DAY_SECONDS)
    oldest, middle, newest = sorted((tmp_path / "backups").iterdir())
    os.truncate(newest, 5000)
    progress(tmp_path).write_bytes(b"garbage" * 1000)
    store = Store(tmp_path, clock=lambda: MORNING + 7 * backups.DAY_SECONDS)
    assert blocks(store.events()) == named(range(200))
    assert store.troubles[0].values["day"] == backups.day(middle)
    assert oldest.exists()


def test_a_recovery_that_was_interrupted_is_finished_at_the_next_start(
    backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace
    for interrupted_at in range(1, 4):
        progress(backed_up).write_bytes(b"garbage" * 1000)
        moves = 0

        def dying(self: Path, target: Path, last: int = interrupted_at) -> Path:
            nonlocal moves
            moves += 1
            if moves == last:
                raise KeyboardInterrupt
            return replace(self, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", dying)
            with pytest.raises(KeyboardInterrupt):
                Store(backed_up, clock=lambda: NEXT_DAY + 70)
        store = Store(backed_up, clock=lambda: NEXT_DAY + 71)
        assert blocks(store.events()) >= named(range(300))
        assert_goes_on(backed_up, store)
        assert not [path for path in backed_up.iterdir() if "rebuilt" in path.name]


def test_only_one_of_two_who_find_the_damage_replaces_the_file(backed_up: Path) -> None:
    progress(backed_up).write_bytes(b"garbage" * 1000)
    first = recovery.recover(progress(backed_up), backed_up / "backups", NEXT_DAY)
    second = recovery.recover(progress(backed_up), backed_up / "backups", NEXT_DAY)
    assert first is not None
    assert second is None
    assert len(list(backed_up.glob("progress.corrupt-*"))) == 1


def test_damage_while_the_file_is_open_is_mended_with_the_next_event(backed_up: Path) -> None:
    store = Store(backed_up, clock=lambda: NEXT_DAY + 70)
    progress(backed_up).write_bytes(b"garbage" * 1000)
    store.append(Visit(section="coin", block="after"))
    assert store.trouble is None
    assert [told.key for told in store.troubles] == ["store.restored"]
    assert blocks(store.events()) >= named(range(300)) | {"after"}


def test_what_is_told_can_be_said_in_both_languages(backed_up: Path) -> None:
    progress(backed_up).write_bytes(b"garbage" * 1000)
    store = Store(backed_up, clock=lambda: NEXT_DAY + 70)
    for lang in LANGUAGES:
        for told in store.troubles:
            assert str(told.values["aside"]) in say(lang, told.key, **told.values)
