"""The learner's events on disk. What was appended while all is well survives a power cut.

Nothing here raises because of the disk: events that cannot be written are kept in memory, in
order, and written with the next one that can be; `trouble` says why meanwhile.
"""

from __future__ import annotations

import math
import os
import platform
import sqlite3
import time
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import msgspec

from . import backups, database, recovery
from .events import AnyPayload, Event
from .migrations import NewerDatabaseError
from .reason import Reason

# A clock set back by less than this does not put later events before earlier ones.
CLOCK_SLACK_SECONDS = 3600.0

_payload = msgspec.json.Decoder(AnyPayload)


def random_id() -> str:
    """Return 128 random bits as 32 hexadecimal digits."""
    return os.urandom(16).hex()


def this_machine() -> str:
    """Return a short name for this machine that does not give its real one away."""
    return f"{zlib.crc32(platform.node().encode()):08x}"


_T = TypeVar("_T")


class Store:
    """The events of one data folder. Used from one thread; other processes may use the folder too.

    Args:
        home: the data folder; made if there is none.
        clock: seconds since 1970.
        new_id: makes ids of events.
        connect: opens the progress file.
    """

    def __init__(
        self,
        home: Path,
        *,
        clock: Callable[[], float] = time.time,
        new_id: Callable[[], str] = random_id,
        connect: Callable[[Path], sqlite3.Connection] = database.connect,
    ) -> None:
        self.home = home
        self.troubles: tuple[Reason, ...] = ()
        """What happened at the opening that the learner should know."""
        self.trouble: Reason | None = None
        """Why events are not being saved right now; None while they are."""
        self._path = home / database.FILE_NAME
        self._backups = home / "backups"
        self._clock = clock
        self._new_id = new_id
        self._connect = connect
        self._machine = this_machine()
        self._pending: list[Event] = []
        self._connection: sqlite3.Connection | None = None
        self._inode: tuple[int, int] | None = None
        self._latest = 0.0
        self._open()

    def append(self, payload: AnyPayload) -> Event:
        """Write one event; on return the disk has it, unless `trouble` says why not."""
        self._latest = max(self._clock(), math.nextafter(self._latest, math.inf))
        event = Event(id=self._new_id(), machine=self._machine, time=self._latest, what=payload)
        self._pending.append(event)
        self._write_pending()
        return event

    def events(self) -> list[Event]:
        """Return all events by (time, id), also those not yet written.

        Events of kinds this version does not know are left out here and stay on the disk.
        """
        found = [event for record in self._records() if (event := _event(record))]
        if self._pending:
            there = {event.id for event in found}
            found += [event for event in self._pending if event.id not in there]
        found.sort(key=lambda event: (event.time, event.id))
        return found

    def close(self) -> None:
        """Try once more to write what is not yet written, and close the file."""
        if self._pending:
            self._write_pending()
        self._disconnect()

    def _open(self) -> None:
        try:
            if recovery.is_needed(self._path, self._backups):
                self._recover()
            backup_due = backups.is_due(self._backups, self._clock())
            connection = self._connect_soundly(check_every_event=backup_due)
        except (sqlite3.Error, OSError, NewerDatabaseError) as error:
            self._give_up(error)
            return
        if backup_due and database.count(connection):
            self._back_up(connection)

    def _connect_soundly(self, *, check_every_event: bool = False) -> sqlite3.Connection:
        """Return a connection that can write, to the file that has the name now."""
        if self._connection is not None and self._inode != self._inode_now():
            self._disconnect()  # another process has set the file aside, or it was deleted
        if self._connection is None:
            self.home.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = self._connect(self._path)
                if check_every_event:
                    database.check(self._connection, every_event=True)
            except sqlite3.DatabaseError as error:
                if not database.is_damage(error):
                    raise
                self._disconnect()
                self._recover()
                self._connection = self._connect(self._path)
            self._inode = self._inode_now()
            database.check_writable(self._connection)
            horizon = self._clock() + CLOCK_SLACK_SECONDS
            self._latest = max(self._latest, database.latest_time(self._connection, horizon))
        return self._connection

    def _recover(self) -> None:
        if told := recovery.recover(self._path, self._backups, self._clock()):
            self.troubles += (told,)

    def _back_up(self, connection: sqlite3.Connection) -> None:
        try:
            backups.make(connection, self._backups, self._clock())
        except (sqlite3.Error, OSError) as error:
            self.troubles += (Reason("store.no-backup", {"details": str(error)}),)

    def _write_pending(self) -> None:
        try:
            self._mending_damage(self._write)
        except (sqlite3.Error, OSError, NewerDatabaseError) as error:
            self._give_up(error)
        else:
            self._pending.clear()
            self.trouble = None

    def _write(self) -> None:
        connection = self._connect_soundly()
        with database.transaction(connection):
            database.add(connection, map(_record, self._pending))

    def _records(self) -> list[database.Record]:
        """Return what is on the disk, also where it can only be read."""
        try:
            if self._connection is not None:
                return self._mending_damage(self._read)
            if not self._path.exists():
                return []
            with closing(database.connect_for_reading(self._path)) as connection:
                return list(database.records(connection))
        except (sqlite3.Error, OSError, NewerDatabaseError) as error:
            self._give_up(error)
            return []

    def _read(self) -> list[database.Record]:
        return list(database.records(self._connect_soundly()))

    def _mending_damage(self, work: Callable[[], _T]) -> _T:
        """Do `work`; if it meets damage, replace the file and do it again."""
        try:
            return work()
        except sqlite3.DatabaseError as error:
            if not database.is_damage(error):
                raise
        self._disconnect()
        self._recover()
        return work()

    def _give_up(self, error: Exception) -> None:
        """Go on in memory, and try again with the next event."""
        self._disconnect()
        self.trouble = database.reason(error)

    def _inode_now(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _record(event: Event) -> database.Record:
    data = msgspec.json.encode(event.what)
    kind = str(type(event.what).__struct_config__.tag)
    return (event.id.encode(), event.machine.encode(), event.time, kind.encode(), data)


def _event(record: database.Record) -> Event | None:
    name, machine, when, _, data = record
    try:
        what = _payload.decode(data)
    except msgspec.DecodeError:
        return None  # written by a newer version of the program; it stays on the disk
    return Event(id=name.decode(), machine=machine.decode(), time=when, what=what)
