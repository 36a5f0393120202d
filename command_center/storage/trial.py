"""One look at a database before it is used: whether it answers, what is in it, what may be done."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite

from command_center.domain.errors import OperatorError
from command_center.ports import Clock
from command_center.storage.engine import open_engine, parse_url
from command_center.storage.errors import raise_meaning
from command_center.storage.link import Link
from command_center.storage.migrate import HEAD
from command_center.storage.people_local import HAS_ADMINISTRATOR
from command_center.storage.times import from_us

_DOOR = "postgres"
_THERE = "SELECT 1 FROM pg_database WHERE datname = ?"
_MAY_BE_MISSING = frozenset({"database_missing", "database_unreachable"})
_SLOW_S = 1.0
_MAY_FOUND = "SELECT rolsuper FROM pg_roles WHERE rolname = session_user"
_TABLE = "SELECT to_regclass('public.alembic_version') IS NOT NULL"
_ANY = "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public')"
_OWNER = (
    "SELECT pg_has_role(session_user, datdba, 'MEMBER') FROM pg_database"
    " WHERE datname = current_database()"
)
_ROOM = "SELECT id, name, kind, pack FROM room"
_BACKUP = "SELECT last_ok_at FROM telemetry_health WHERE kind = 'backup' AND id = 'backup'"


@dataclass(frozen=True, slots=True)
class Trial:
    """`there` False: the database is still to be made. `kind` "" = it holds no room. `may_found`:
    this login may make one there; `owner`: it may upgrade what is there. `ahead_s`: by how much
    this machine's clock is ahead of the server's, None for a file and where the answer was slow.
    `backup_at`: of the last good one, None unknown."""

    there: bool
    server: bool
    id: str = ""
    name: str = ""
    kind: str = ""
    pack: str = ""
    revision: str = ""
    administrator: bool = False
    may_found: bool = True
    owner: bool = True
    ahead_s: float | None = None
    backup_at: datetime | None = None

    @property
    def older(self) -> bool:
        return bool(self.revision) and self.revision < HEAD


def room_in(url: str, password: str | None, clock: Clock | None = None) -> Trial:
    """Changes nothing and waits: never on the thread of a window. OperatorError says in one code
    why the database cannot be used."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        found = _in_file(Path(str(parsed.database)))
    else:
        found = _at_server(url, password, clock)
    if found.revision > HEAD:
        raise OperatorError("database_newer", database=found.revision, program=HEAD)
    return found


def _in_file(path: Path) -> Trial:
    if not path.exists():
        return Trial(there=False, server=False)
    connection = sqlite.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        return _file_says(connection)
    except sqlite.Error as error:
        if "no such table" in str(error):
            raise OperatorError("database_foreign") from error
        raise_meaning(error)
        raise
    finally:
        connection.close()


def _file_says(connection: sqlite.Connection) -> Trial:
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(revision[0]) if revision else ""
    if not revision or revision > HEAD:
        return Trial(there=True, server=False, revision=revision)
    room = connection.execute(_ROOM).fetchone()
    if room is None:
        return Trial(there=True, server=False, revision=revision)
    backup = connection.execute(_BACKUP).fetchone()
    return _of_room(
        Trial(there=True, server=False, revision=revision),
        room,
        administrator=bool(connection.execute(HAS_ADMINISTRATOR).fetchone()[0]),
        backup=backup,
    )


def _of_room(found: Trial, room: Any, *, administrator: bool, backup: Any) -> Trial:
    id, name, kind, pack = map(str, room)
    at = from_us(int(backup[0])) if backup and backup[0] is not None else None
    return replace(
        found, id=id, name=name, kind=kind, pack=pack, administrator=administrator, backup_at=at
    )


def _at_server(url: str, password: str | None, clock: Clock | None) -> Trial:
    """While a connection is opened a server says without a code that it has no such database: then
    it is asked at its door."""
    try:
        return _ask(url, password, clock)
    except OperatorError as error:
        if error.code not in _MAY_BE_MISSING:
            raise
        refused = error
    parsed = parse_url(url)
    engine = open_engine(parsed.set(database=_DOOR).render_as_string(), password)
    try:
        link = Link(engine)
        try:
            if link.one(_THERE, (parsed.database,)) is not None:
                raise refused
            may = bool(link.one(_MAY_FOUND)[0])
        finally:
            link.close()
    finally:
        engine.dispose()
    return Trial(there=False, server=True, may_found=may, owner=may)


def _ask(url: str, password: str | None, clock: Clock | None) -> Trial:
    engine = open_engine(url, password)
    link = Link(engine)
    try:
        found = Trial(
            there=True,
            server=True,
            may_found=bool(link.one(_MAY_FOUND)[0]),
            owner=bool(link.one(_OWNER)[0]),
            ahead_s=_ahead(link, clock) if clock else None,
        )
        if not link.one(_TABLE)[0]:
            if link.one(_ANY)[0]:
                raise OperatorError("database_foreign")
            return found
        revision = str(link.one("SELECT version_num FROM alembic_version")[0])
        found = replace(found, revision=revision)
        room = link.one(_ROOM) if revision <= HEAD else None
        if room is None:
            return found
        administrator = bool(link.one("SELECT has_administrator()")[0])
        return _of_room(found, room, administrator=administrator, backup=link.one(_BACKUP))
    finally:
        link.close()
        engine.dispose()


def _ahead(link: Link, clock: Clock) -> float | None:
    asked, began = clock.now(), time.monotonic()
    at: datetime = link.one("SELECT clock_timestamp()")[0]
    took_s = time.monotonic() - began
    return (asked - at).total_seconds() + took_s / 2 if took_s < _SLOW_S else None
