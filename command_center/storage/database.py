"""A database of the room, opened: everything that reads or writes it, in one hand."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from command_center.domain.errors import OperatorError
from command_center.ports import Clock
from command_center.runtime.clock import LiveClock
from command_center.runtime.files import make_private
from command_center.runtime.paths import migrations_dir
from command_center.storage import log
from command_center.storage.doctor import Doctor
from command_center.storage.engine import open_engine
from command_center.storage.epoch import Seen
from command_center.storage.errors import DRIVER_ERRORS
from command_center.storage.feed import LogFeed
from command_center.storage.feed_local import LocalFeed
from command_center.storage.feed_postgres import PostgresFeed
from command_center.storage.history import SqlHistory
from command_center.storage.lease import Leases
from command_center.storage.link import SQLITE, Link
from command_center.storage.links import Links
from command_center.storage.migrate import bring_up_to_date, demand_current
from command_center.storage.probes import FileProbe, ServerProbe
from command_center.storage.roles import agree
from command_center.storage.statements import ENTRIES_AFTER
from command_center.storage.statements import HEAD as HEAD_OF_LOG
from command_center.storage.storage import SqlStorage
from command_center.storage.telemetry import SqlTelemetry

_TAIL = 1_000


@dataclass(frozen=True, slots=True)
class Database:
    """What the ports name, over one database. `doctor` watches it once started. `close` ends all
    of it; `feed` is stopped first."""

    engine: Engine
    storage: SqlStorage
    feed: LogFeed
    history: SqlHistory
    telemetry: SqlTelemetry
    leases: Leases
    links: Links
    doctor: Doctor

    def close(self) -> None:
        self.doctor.stop()
        self.feed.stop()
        for part in (self.storage, self.history, self.telemetry, self.leases):
            part.close()
        self.engine.dispose()


def open_database(
    url: str,
    *,
    migrate: bool = True,
    password: str | None = None,
    scripts: Path | None = None,
    pages: bool = True,
    seen: Path | None = None,
    clock: Clock | None = None,
    only_reads: bool = False,
) -> Database:
    """Open, bring up to date and check a database. OperatorError if it cannot be used.

    `migrate` False refuses an older database instead of changing it; `scripts` is the folder of
    the migrations where it is not the installation's own; `pages` False leaves `check_pages`,
    which takes 0.4 s for 100,000 incidents, or a `PageReader` to the caller. The file `seen` keeps
    which server this workstation has seen: an older one is refused. `clock` is the machine's own
    by default. With `only_reads` a standby will do, too: whoever says so writes nothing.
    """
    links = Links()
    engine = open_engine(url, password, links)
    known = Seen(seen, only_reads=only_reads)
    links.admit = known.admit
    _make_folder(engine)
    if migrate:
        bring_up_to_date(engine, scripts or migrations_dir())
    else:
        demand_current(engine)
    agree(engine)
    if pages:
        check_pages(engine)
    check_tail(engine)
    feed, telemetry = _feed(engine, known), SqlTelemetry(engine)
    feed.on_telemetry = telemetry.heard
    doctor = _doctor(engine, links, known, clock or LiveClock(), feed)
    return Database(
        engine=engine,
        storage=SqlStorage(engine, feed.wake),
        feed=feed,
        history=SqlHistory(engine),
        telemetry=telemetry,
        leases=Leases(engine),
        links=links,
        doctor=doctor,
    )


def _doctor(engine: Engine, links: Links, seen: Seen, clock: Clock, feed: LogFeed) -> Doctor:
    server = engine.dialect.name == "postgresql"
    probe = ServerProbe(engine, links, seen, clock) if server else FileProbe(engine)
    return Doctor(probe, clock, feed)


def check_pages(engine: Engine) -> None:
    """Refuse a damaged SQLite file; a PostgreSQL server looks after its own."""
    PageReader(engine).read()


class PageReader:
    """Reads every page of a SQLite file once, on any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._link: Link | None = None
        self._stopped = False

    def read(self) -> bool:
        """False if it was stopped before the end; OperatorError if a page is damaged."""
        with self._lock:
            if self._stopped:
                return False
            link = self._link = Link(self._engine)
        try:
            if link.dialect is SQLITE:
                # the rows were checked when they were written; here it is about the pages
                link.run("PRAGMA ignore_check_constraints = ON")
                if link.one("PRAGMA quick_check") != ("ok",):
                    raise OperatorError("database_corrupt")
        except OperatorError:
            if not self._stopped:
                raise
        except DRIVER_ERRORS:
            if not self._stopped:
                raise
        finally:
            with self._lock:
                self._link = None
                link.close()
        return not self._stopped

    def stop(self) -> bool:
        """From another thread: end what is being read. False while it has not ended: whatever has
        not begun cannot be broken off, so whoever waits says it again."""
        with self._lock:
            self._stopped = True
            if self._link is not None and self._link.dialect is SQLITE:
                self._link.driver.interrupt()
            return self._link is None


def check_tail(engine: Engine) -> None:
    """Refuse a log whose last entries do not chain up to its head."""
    link = Link(engine)
    try:
        with link.transaction(link.dialect.begin_read):
            head_seq, head_hash = link.one(HEAD_OF_LOG)
            before = max(0, head_seq - _TAIL)
            seed = link.one("SELECT hash FROM event_log WHERE seq = ?", (before,))
            rows = link.all(ENTRIES_AFTER, (before, _TAIL + 1))
    finally:
        link.close()
    broken = log.first_broken(rows, before, bytes(seed[0]) if seed else log.NO_HASH)
    if broken is None:
        last = (rows[-1][0], bytes(rows[-1][1])) if rows else (0, log.NO_HASH)
        broken = last[0] + 1 if last != (head_seq, bytes(head_hash)) else None
    if broken is not None:
        raise OperatorError("log_broken", seq=broken)


def _make_folder(engine: Engine) -> None:
    if engine.dialect.name == "sqlite" and engine.url.database not in {None, "", ":memory:"}:
        file = Path(str(engine.url.database))
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            with suppress(OSError):  # the library says why it cannot be opened
                make_private(file)


def _feed(engine: Engine, seen: Seen) -> LogFeed:
    if engine.dialect.name == "sqlite":
        return LocalFeed(engine)
    return PostgresFeed(engine, seen.note)
