"""How each database is opened: the settings that its promises rest on."""

from __future__ import annotations

import time
from typing import Any

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import URL, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from command_center.domain.errors import OperatorError
from command_center.storage.links import Links
from command_center.storage.transport import demands, spelled_out

# Older libraries can corrupt a WAL database when a checkpoint meets a reset.
OLDEST_SQLITE = (3, 51, 3)
_PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)
_WAL_PATIENCE_S = 5.0
_POSTGRES_SESSION = (
    "-c lock_timeout=2000 -c statement_timeout=5000"
    " -c idle_in_transaction_session_timeout=3000 -c timezone=UTC"
)
_POSTGRES_LINK = {
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 3000,
    "application_name": "pusat-komando",
}


def parse_url(url: str) -> URL:
    """A database URL of one of the two engines, without a password in it."""
    try:
        parsed = make_url(spelled_out(url))
    except (ArgumentError, ValueError) as error:
        raise OperatorError("database_url_unreadable") from error
    if parsed.password is not None or "password" in parsed.query:
        raise OperatorError("password_in_url")
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        return parsed.set(drivername="sqlite+pysqlite")
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    raise OperatorError("database_kind_unknown", kind=backend)


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own idea of transactions is switched off: ours are spelled out.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    _use_wal(connection)


def _use_wal(connection: Any) -> None:
    """The busy timeout does not cover this step while another program takes it."""
    deadline = time.monotonic() + _WAL_PATIENCE_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _sqlite_engine(url: URL) -> Engine:
    if sqlite.sqlite_version_info < OLDEST_SQLITE:
        raise OperatorError("sqlite_too_old", version=sqlite.sqlite_version)
    engine = create_engine(
        url,
        module=sqlite,
        poolclass=NullPool,
        connect_args={"check_same_thread": False, "cached_statements": 512},
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def open_engine(url: str, password: str | None = None, links: Links | None = None) -> Engine:
    """Connections are never pooled: each has one owner, who closes it. `links` knows those to a
    PostgreSQL server."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(parsed)
    arguments: dict[str, Any] = {**_POSTGRES_LINK, "options": _POSTGRES_SESSION}
    arguments |= demands(_asked(parsed))
    if password is not None:
        arguments["password"] = password
    engine = create_engine(parsed, poolclass=NullPool, connect_args=arguments)
    event.listen(engine, "do_connect", (Links() if links is None else links).open)
    return engine


def _asked(url: URL) -> dict[str, Any]:
    """The arguments of the driver as the URL alone has them."""
    try:
        dialect = url.get_dialect()()
        return dict(dialect.create_connect_args(url)[1])
    except ArgumentError as error:
        raise OperatorError("database_url_unreadable") from error
