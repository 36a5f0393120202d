"""Bringing a database to this program's revision: under a lock, with a copy kept first."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from command_center.domain.errors import OperatorError
from command_center.runtime.clock import LiveClock
from command_center.storage import programs, roles
from command_center.storage.backup import back_up
from command_center.storage.engine import open_engine
from command_center.storage.errors import raise_meaning

# The newest script under migrations/, told here so that an up-to-date database opens without
# loading Alembic; a test compares.
HEAD = "0017"
_LOCK_KEY = 0x50554B4F
_log = logging.getLogger(__name__)


def revision_of(connection: Connection) -> str | None:
    """The revision of an opened database; None if it is empty."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)
    if tables:
        raise OperatorError("database_foreign")
    return None


def revision_at(url: str, password: str | None) -> str | None:
    """The revision of a database that is not opened; None if it is empty. Changes nothing."""
    engine = open_engine(url, password)
    try:
        with _meaning(), engine.connect() as connection:
            return revision_of(connection)
    finally:
        engine.dispose()


def bring_up_to_date(engine: Engine, scripts: Path, *, anyway: bool = False) -> None:
    """Migrate to HEAD. An older SQLite file is copied beside itself before anything changes; on
    PostgreSQL the backup is the administrator's. OperatorError("migration_waits") while another
    workstation's program could not read it then, except `anyway`."""
    with _meaning():
        with engine.connect() as connection:
            before = revision_of(connection)
        if before == HEAD:
            return
        _refuse_newer(before)
        if before is not None:
            now = LiveClock().now()
            programs.say(engine, HEAD, now)
            if not anyway:
                programs.demand_ready(engine, HEAD, now)
        if before is not None and engine.dialect.name == "sqlite":
            copy = back_up(engine, f"before-{HEAD}")
            _log.info("kept a copy before migrating: %s", copy.name)
        with engine.begin() as connection:
            _lock(connection)
            found = revision_of(connection)
            _refuse_newer(found)  # a newer release may have been ahead of this one at the lock
            if found != HEAD:
                run(connection, scripts, HEAD)
                _grant(connection)


def demand_current(engine: Engine) -> None:
    """Change nothing; OperatorError if the database is not at HEAD."""
    with _meaning(), engine.connect() as connection:
        found = revision_of(connection)
    _refuse_newer(found)
    if found != HEAD:
        raise OperatorError("database_older")


@contextmanager
def _meaning() -> Iterator[None]:
    """What the driver reports inside SQLAlchemy's wrapping, as something a person can act on."""
    try:
        yield
    except DatabaseError as error:
        if isinstance(error.orig, Exception):
            raise_meaning(error.orig)
        raise


def run(connection: Connection, scripts: Path, revision: str) -> None:
    """Move the database to `revision`, up or down, inside the caller's transaction."""
    # Alembic takes as long to import as the rest of storage and is needed once per release.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    current = revision_of(connection)
    if current is not None and (revision == "base" or revision < current):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)


def _refuse_newer(revision: str | None) -> None:
    if revision is not None and revision > HEAD:
        raise OperatorError("database_newer", database=revision, program=HEAD)


def _lock(connection: Connection) -> None:
    """One program migrates at a time. SQLite's transaction began IMMEDIATE: that is its lock."""
    if connection.dialect.name == "postgresql":
        # importing what migrates alone may take a busy machine longer than a session may idle
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SET LOCAL lock_timeout = '60s'"))
        if not roles.is_owner(connection):
            raise OperatorError("database_older")
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})
        roles.act_as_owner(connection)


def _grant(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        roles.grant_on(connection)
