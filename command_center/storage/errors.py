"""What a driver reports, as something a person can act on."""

from __future__ import annotations

import psycopg
from pysqlite3 import dbapi2 as sqlite

from command_center.domain.errors import NotAllowed, OperatorError

DRIVER_ERRORS: tuple[type[Exception], ...] = (sqlite.Error, psycopg.Error)

# Beginnings of SQLite's own words; its result codes do not reach every version of the driver.
_SQLITE_SENTENCES = (
    ("attempt to write a readonly database", "database_read_only"),
    ("database or disk is full", "disk_full"),
    ("file is not a database", "database_corrupt"),
    ("database disk image is malformed", "database_corrupt"),
    ("malformed database schema", "database_corrupt"),
    ("database is locked", "database_busy"),
    ("database table is locked", "database_busy"),
    ("unable to open database file", "database_unreachable"),
    ("disk I/O error", "database_unreachable"),
)
_POSTGRES_STATES = {
    "25006": "database_read_only",
    "53100": "disk_full",
    "XX001": "database_corrupt",
    "XX002": "database_corrupt",
    "55P03": "database_busy",
    "57014": "database_busy",
    "40P01": "database_busy",
    "40001": "database_busy",
    "28000": "database_login_refused",
    "28P01": "database_login_refused",
    "3D000": "database_missing",
}
# What is said while connecting has no code, only words. A line that is cut is no false server.
_CONNECTING = (
    ("unexpected eof", "database_unreachable"),
    ("SSL error", "database_certificate"),
    ("does not match host name", "database_certificate"),
    ("root certificate file", "database_certificate"),
    ("server does not support SSL", "database_certificate"),
    ("password authentication failed", "database_login_refused"),
    ("no password supplied", "database_login_refused"),
    ("no pg_hba.conf entry", "database_login_refused"),
    ("permission denied for database", "database_login_refused"),
)
_POSTGRES_GONE = ("08", "57P")

# What the triggers say when they refuse.
REFUSALS = frozenset(
    {
        "append_only",
        "database_unconfirmed",
        "head_follows_log",
        "illegal_move",
        "last_administrator",
        "no_delete",
        "not_next",
        "incident_closed",
        "open_assignments",
        "operation_used",
        "report_immutable",
        "version_step",
    }
)

# What the functions of the PostgreSQL edition say to who may not.
DENIALS = frozenset(
    {
        "entity_not_permitted",
        "entry_forged",
        "entry_unreadable",
        "not_allowed",
        "not_logged",
        "other_agency",
        "session_elsewhere",
        "session_ended",
        "session_missing",
        "staff_left",
    }
)

ROW_EXISTS = "row_exists"


class Duplicate(Exception):
    """A unique constraint refused a row; the unit of work knows which and whose."""


class Refused(OperatorError):
    """An invariant kept by the database refused the change: the caller's check came too late."""


def _of_sqlite(error: sqlite.Error) -> Exception | None:
    said = str(error)
    if said == ROW_EXISTS or said.startswith("UNIQUE constraint failed"):
        return Duplicate(said)
    if said in REFUSALS:
        return Refused(said)
    for words, code in _SQLITE_SENTENCES:
        if said.startswith(words):
            return OperatorError(code)
    return None


def _of_postgres(error: psycopg.Error) -> Exception | None:
    state = error.sqlstate
    if state == "23505":
        return Duplicate(error.diag.constraint_name or "")
    said = error.diag.message_primary
    if said in REFUSALS:
        return Refused(said)
    if state == "42501":
        about = {"about": error.diag.message_detail or ""}
        return NotAllowed(said, **about) if said in DENIALS else NotAllowed("right_missing")
    if state in _POSTGRES_STATES:
        return OperatorError(_POSTGRES_STATES[state])
    return _of_connection(error)


def _of_connection(error: psycopg.Error) -> OperatorError | None:
    state = error.sqlstate
    said = str(error) if state is None else ""
    for words, code in _CONNECTING:
        if words in said:
            return OperatorError(code)
    gone = state is None or state.startswith(_POSTGRES_GONE)
    if gone and isinstance(error, psycopg.OperationalError):
        return OperatorError("database_unreachable")
    return None


def translated(error: BaseException) -> Exception | None:
    """The meaning of a driver's error; None: it is a bug and stays what it is."""
    if isinstance(error, psycopg.Error):
        return _of_postgres(error)
    return _of_sqlite(error) if isinstance(error, sqlite.Error) else None


def raise_meaning(error: Exception) -> None:
    """Raise what a driver's error means; return if it means nothing to a person."""
    meaning = translated(error)
    if meaning is not None:
        raise meaning from error
