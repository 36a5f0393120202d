"""A database of the room, opened: everything that reads or writes it, in one hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from command_center.domain.errors import OperatorError
from command_center.runtime.paths import migrations_dir
from command_center.storage import log
from command_center.storage.engine import open_engine
from command_center.storage.feed import LogFeed
from command_center.storage.feed_local import LocalFeed
from command_center.storage.feed_postgres import PostgresFeed
from command_center.storage.history import SqlHistory
from command_center.storage.lease import Leases
from command_center.storage.link import SQLITE, Link
from command_center.storage.migrate import bring_up_to_date, demand_current
from command_center.storage.roles import agree
from command_center.storage.statements import ENTRIES_AFTER
from command_center.storage.statements import HEAD as HEAD_OF_LOG
from command_center.storage.storage import SqlStorage
from command_center.storage.telemetry import SqlTelemetry

_TAIL = 1_000


@dataclass(frozen=True, slots=True)
class Database:
    """What the ports name, over one database. `close` ends all of it; `feed` is stopped first."""

    engine: Engine
    storage: SqlStorage
    feed: LogFeed
    history: SqlHistory
    telemetry: SqlTelemetry
    leases: Leases

    def close(self) -> None:
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
) -> Database:
    """Open, bring up to date and check a database. OperatorError if it cannot be used.

    `migrate` False refuses an older database instead of changing it; `scripts` is the folder of
    the migrations where it is not the installation's own; `pages` False leaves `check_pages`,
    which takes 0.4 s for 100,000 incidents, to the caller.
    """
    engine = open_engine(url, password)
    _make_folder(engine)
    if migrate:
        bring_up_to_date(engine, scripts or migrations_dir())
    else:
        demand_current(engine)
    agree(engine)
    if pages:
        check_pages(engine)
    check_tail(engine)
    feed = _feed(engine)
    return Database(
        engine=engine,
        storage=SqlStorage(engine, feed.wake),
        feed=feed,
        history=SqlHistory(engine),
        telemetry=SqlTelemetry(engine),
        leases=Leases(engine),
    )


def check_pages(engine: Engine) -> None:
    """Refuse a damaged SQLite file; a PostgreSQL server looks after its own."""
    link = Link(engine)
    try:
        if link.dialect is SQLITE:
            # the rows were checked when they were written; here it is about the pages
            link.run("PRAGMA ignore_check_constraints = ON")
            if link.one("PRAGMA quick_check") != ("ok",):
                raise OperatorError("database_corrupt")
    finally:
        link.close()


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
        Path(str(engine.url.database)).parent.mkdir(parents=True, exist_ok=True)


def _feed(engine: Engine) -> LogFeed:
    if engine.dialect.name == "sqlite":
        return LocalFeed(engine)
    return PostgresFeed(engine)
