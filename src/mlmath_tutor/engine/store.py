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
from typing import Any

import msgspec

from . import backups, database, recovery
from .events import AnyPayload, Event
from .grading.verdict import Reason
from .migrations import NewerDatabaseError

# A clock set back by less than this does not put later events before earlier ones.
CLOCK_SLACK_SECONDS = 3600.0

_payload = msgspec.json.Decoder(AnyPayload)


def random_id() -> str:
    """Return 128 random bits as 32 hexadecimal digits."""
    return os.urandom(16).hex()


def this_machine() -> str:
    """Return a short name for this machine that does not give its real one away."""
    return f"{zlib.crc32(platform.node().encode()):08x}"


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
        self._open()
        self._latest = self._latest_time()

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
        known = {event.id: event for event in self._pending}
        for record in self._query("SELECT id, machine, time, kind, data FROM event"):
            if event := _event(record):
                known[event.id] = event
        return sorted(known.values(), key=lambda event: (event.time, event.id))

    def close(self) -> None:
        """Try once more to write what is not yet written, and close the file."""
        if self._pending:
            self._write_pending()
        self._disconnect()

    def _open(self) -> None:
        try:
            if recovery.is_needed(self._path, self._backups):
                self._recover()
            self._connect_soundly()
            self._back_up_if_due()
        except (sqlite3.Error, OSError, NewerDatabaseError) as error:
            self._disconnect()
            self.trouble = database.reason(error)

    def _connect_soundly(self) -> sqlite3.Connection:
        """Return a connection that can write, to the file that has the name now."""
        if self._connection is not None and self._inode != self._inode_now():
            self._disconnect()  # another process has set the file aside, or it was deleted
        if self._connection is None:
            self.home.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = self._connect(self._path)
            except sqlite3.DatabaseError as error:
                if not database.is_damage(error):
                    raise
                self._recover()
                self._connection = self._connect(self._path)
            self._inode = self._inode_now()
            with database.transaction(self._connection):
                pass  # a file that can be read but not written to says so here
        return self._connection

    def _recover(self) -> None:
        if told := recovery.recover(self._path, self._backups, self._clock()):
            self.troubles += (told,)

    def _back_up_if_due(self) -> None:
        connection = self._connect_soundly()
        now = self._clock()
        if not backups.is_due(self._backups, now) or database.count(connection) == 0:
            return
        try:
            backups.make(connection, self._backups, now)
        except (sqlite3.Error, OSError) as error:
            self.troubles += (Reason("store.no-backup", {"details": str(error)}),)

    def _write_pending(self) -> None:
        try:
            try:
                self._write()
            except sqlite3.DatabaseError as error:
                if not database.is_damage(error):
                    raise
                self._disconnect()
                self._write()  # connecting again finds the damage and replaces the file
        except (sqlite3.Error, OSError, NewerDatabaseError) as error:
            self._disconnect()
            self.trouble = database.reason(error)
        else:
            self._pending.clear()
            self.trouble = None

    def _write(self) -> None:
        connection = self._connect_soundly()
        with database.transaction(connection):
            database.add(connection, map(_record, self._pending))

    def _query(self, query: str, *values: float) -> list[Any]:
        """Return the rows, also where the file can only be read; none where it cannot be."""
        try:
            if self._connection is not None:
                return self._connection.execute(query, values).fetchall()
            if not self._path.exists():
                return []
            with closing(database.connect_for_reading(self._path)) as reading:
                return reading.execute(query, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            self.trouble = database.reason(error)
            return []

    def _latest_time(self) -> float:
        """Return the time of the last event, unless a wrong clock put it far into the future."""
        horizon = self._clock() + CLOCK_SLACK_SECONDS
        rows = self._query("SELECT max(time) FROM event WHERE time < ?", horizon)
        return rows[0][0] or 0.0 if rows else 0.0

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
    data = msgspec.json.encode(event.what).decode()
    kind = str(event.what.__struct_config__.tag)
    return (event.id, event.machine, event.time, kind, data)


def _event(record: database.Record) -> Event | None:
    event_id, machine, when, _, data = record
    try:
        return Event(id=event_id, machine=machine, time=when, what=_payload.decode(data))
    except msgspec.DecodeError:
        return None  # written by a newer version of the program; it stays on the disk
