"""Whole databases of a PostgreSQL server: made, renamed and put in each other's place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from psycopg import sql
from sqlalchemy import URL, Engine, text
from sqlalchemy.exc import DBAPIError

from command_center.domain.errors import OperatorError
from command_center.storage.engine import open_engine, parse_url
from command_center.storage.errors import raise_meaning
from command_center.storage.link import Link
from command_center.storage.roles import LOGIN
from command_center.storage.salvage import Head, stamp
from command_center.storage.times import from_us

_DOOR = "postgres"
_LONGEST_NAME = 63
_ADMITTED = (
    "SELECT r.rolname FROM pg_database d, aclexplode(d.datacl) a"
    " JOIN pg_roles r ON r.oid = a.grantee"
    " WHERE d.datname = :name AND a.privilege_type = 'CONNECT' AND r.rolname LIKE :like"
)


class Databases:
    """The database of `url` and its neighbours on the same server."""

    def __init__(self, url: str, password: str | None) -> None:
        self._url: URL = parse_url(url)
        self._password = password
        if not self._url.database:
            raise OperatorError("database_url_unreadable")
        self._name = self._url.database

    def exists(self, name: str = "") -> bool:
        with self._door() as connection:
            found = connection.execute(
                text("SELECT 1 FROM pg_database WHERE datname = :name"),
                {"name": name or self._name},
            )
            return found.first() is not None

    def create(self, name: str = "") -> None:
        """Where it is missing."""
        if not self.exists(name):
            self._do("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", name or self._name)

    @contextmanager
    def beside(self, what: str) -> Iterator[str]:
        """The address of a new, empty neighbour, dropped unless `swap` has taken it."""
        name = self._neighbour(what)
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        self.create(name)
        try:
            yield self._url.set(database=name).render_as_string()
        finally:
            self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def swap(self, what: str, at: datetime) -> str:
        """The neighbour takes the name; returns that of the old one, "" if there was none. Who is
        connected to either is sent away."""
        aside = self._neighbour(f"before_{stamp(at)}") if self.exists() else ""
        for login in self._admitted():
            self._do("GRANT CONNECT ON DATABASE {} TO {}", self._neighbour(what), login)
        self._end_sessions(self._neighbour(what))
        if aside:
            self._end_sessions(self._name)
            self._do("ALTER DATABASE {} RENAME TO {}", self._name, aside)
        try:
            self._do("ALTER DATABASE {} RENAME TO {}", self._neighbour(what), self._name)
        except BaseException:
            if aside:
                self._do("ALTER DATABASE {} RENAME TO {}", aside, self._name)
            raise
        return aside

    def _admitted(self) -> list[str]:
        """The workstations that may connect to the database by its name."""
        with self._door() as connection:
            found = connection.execute(text(_ADMITTED), {"name": self._name, "like": f"{LOGIN}%"})
            return [str(row[0]) for row in found if str(row[0]).startswith(LOGIN)]

    def _neighbour(self, what: str) -> str:
        return f"{self._name[: _LONGEST_NAME - len(what) - 1]}_{what}"

    def _end_sessions(self, name: str) -> None:
        with self._door() as connection:
            connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = :name AND pid <> pg_backend_pid()"
                ),
                {"name": name},
            )

    def _do(self, sentence: str, *names: str) -> None:
        composed = sql.SQL(sentence).format(*map(sql.Identifier, names))
        with self._door() as connection:
            driver: Any = connection.connection.driver_connection
            connection.execute(text("SET statement_timeout = 0"))
            connection.exec_driver_sql(composed.as_string(driver).replace("%", "%%"))

    @contextmanager
    def _door(self) -> Iterator[Any]:
        """A connection to the server that is in none of its rooms."""
        engine: Engine = open_engine(
            self._url.set(database=_DOOR).render_as_string(), self._password
        )
        try:
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                yield connection
        except DBAPIError as error:
            if isinstance(error.orig, Exception):
                raise_meaning(error.orig)
            raise
        finally:
            engine.dispose()


def head_of(url: str, password: str | None) -> tuple[Head, datetime] | None:
    """How far the log of a server's room goes and when its last entry was recorded; None: there is
    no room in it."""
    engine = open_engine(url, password)
    link = Link(engine)
    try:
        if link.one("SELECT to_regclass('public.event_log')")[0] is None:
            return None
        room = link.one("SELECT epoch FROM room")
        last = link.one("SELECT seq, recorded_at FROM event_log ORDER BY seq DESC LIMIT 1")
    finally:
        link.close()
        engine.dispose()
    if room is None or last is None:
        return None
    return Head(str(room[0]), int(last[0])), from_us(int(last[1]))
