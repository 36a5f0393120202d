"""What the database refuses whoever writes it: each rule is attacked with raw SQL."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from pysqlite3 import dbapi2 as sqlite

from command_center.domain.incident import Disposition, Incident, IncidentStatus
from command_center.domain.unit import Assignment, AssignmentKind, CloseReason
from command_center.storage import log
from command_center.storage.database import Database
from tests.storage import rows
from tests.storage.rows import acting

REFUSALS = (
    sqlite.IntegrityError,
    psycopg.errors.IntegrityError,
    # a foreign key to event_log forbids TRUNCATE before the trigger is asked
    psycopg.errors.FeatureNotSupported,
    psycopg.errors.StringDataRightTruncation,
)
OPEN_ASSIGNMENT = """
    INSERT INTO assignment (id, version, op_id, incident_id, unit_id, order_id, kind, status,
        ordered_at, closed_at, close_reason, time_reversed)
    VALUES ('{id}', 1, 'raw', '{incident}', '{unit}', 'go', '{kind}', 'diperintah', 1000, NULL,
        NULL, false)
"""

MERGE = """
    INSERT INTO merge_link (id, version, op_id, winner_id, loser_id, loser_status, taken,
        merged_at, merged_by, unmerged_at)
    VALUES ('{id}', 1, 'raw', 'fire', 'crash', 'baru', '[]', 0, 'rina', NULL)
"""


class Raw:
    """A plain connection of the driver, as a stranger with the URL would have it."""

    def __init__(self, database: Database) -> None:
        pooled = database.engine.raw_connection()
        self.driver: Any = pooled.driver_connection
        self.postgres = database.engine.dialect.name == "postgresql"
        pooled.detach()

    def attack(self, *statements: str) -> None:
        """Run the statements as one operation with a proper log entry, and commit."""
        cursor = self.driver.cursor()
        try:
            if not self.postgres:
                cursor.execute("BEGIN")
            cursor.execute("INSERT INTO op (op_id) VALUES ('raw')")
            for statement in statements:
                cursor.execute(statement)
            self._log(cursor)
            cursor.execute("COMMIT")
        except Exception:
            cursor.execute("ROLLBACK")
            raise

    def lone(self, statement: str) -> None:
        """Run one statement without an operation, and commit."""
        cursor = self.driver.cursor()
        try:
            if not self.postgres:
                cursor.execute("BEGIN")
            cursor.execute(statement)
            cursor.execute("COMMIT")
        except Exception:
            if self.postgres or self.driver.in_transaction:
                cursor.execute("ROLLBACK")
            raise

    def ask(self, query: str) -> list[tuple[object, ...]]:
        cursor = self.driver.cursor()
        cursor.execute(query)
        found = list(cursor.fetchall())
        if self.postgres:
            self.driver.rollback()
        return found

    def _log(self, cursor: Any) -> None:
        mark = "%s" if self.postgres else "?"
        cursor.execute("SELECT seq, hash FROM log_head")
        seq, digest = cursor.fetchone()
        body = b"{}"
        marks = ", ".join([mark] * 6)
        cursor.execute(
            f"INSERT INTO event_log (seq, hash, op_id, kind, recorded_at, body) VALUES ({marks})",
            (seq + 1, log.chained(bytes(digest), body), "raw", "raw", 0, body),
        )


@pytest.fixture
def raw(database: Database) -> Iterator[Raw]:
    rows.seed(database.storage)
    with acting(database.storage) as work:
        work.add(rows.incident(id="crash", number=2))
        work.add(rows.unit(id="alpha"))
        work.add(rows.assignment())
    stranger = Raw(database)
    yield stranger
    stranger.driver.close()


def test_the_attacker_can_write_what_is_allowed(raw: Raw) -> None:
    raw.attack("UPDATE unit SET crew = 7, version = version + 1, op_id = 'raw' WHERE id = 'bravo'")
    assert raw.ask("SELECT crew, version, op_id FROM unit WHERE id = 'bravo'") == [(7, 2, "raw")]
    assert raw.ask("SELECT seq FROM log_head") == [(3,)]


WRITTEN = "version = version + 1, op_id = 'raw'"
FORBIDDEN = {
    "a second active assignment of a unit": OPEN_ASSIGNMENT.format(
        id="x", incident="crash", unit="bravo", kind="active"
    ),
    "the same unit twice on an incident": OPEN_ASSIGNMENT.format(
        id="x", incident="fire", unit="bravo", kind="stacked"
    ),
    "an assignment of an unknown unit": OPEN_ASSIGNMENT.format(
        id="x", incident="fire", unit="nobody", kind="stacked"
    ),
    "an unknown kind": OPEN_ASSIGNMENT.format(
        id="x", incident="fire", unit="alpha", kind="borrowed"
    ),
    "an unknown status": f"UPDATE unit SET status = 'asleep', {WRITTEN} WHERE id = 'bravo'",
    "a status nobody may say": f"UPDATE unit SET status = 'unknown', {WRITTEN}",
    "a version that jumps": "UPDATE unit SET crew = 3, version = version + 2, op_id = 'raw'",
    "a version that stays": "UPDATE unit SET crew = 3, op_id = 'raw'",
    "a first version that is not 1": (
        "INSERT INTO staff (id, name, initials, role, seat, version, op_id)"
        " VALUES ('x', '', '', 'operator', '', 2, 'raw')"
    ),
    "a row of an operation that is in the log": (
        "INSERT INTO staff (id, name, initials, role, seat, version, op_id)"
        " VALUES ('x', '', '', 'operator', '', 1, 'OLD')"
    ),
    "another id": f"UPDATE unit SET id = 'other', {WRITTEN} WHERE id = 'alpha'",
    "an operation that is in the log": "UPDATE unit SET version = version + 1, op_id = 'OLD'",
    "an operation that does not exist": "UPDATE unit SET version = version + 1, op_id = 'none'",
    "the same number twice a day": f"UPDATE incident SET number = 1, {WRITTEN} WHERE id = 'crash'",
    "a text without end": f"UPDATE unit SET call_sign = '{'x' * 201}', {WRITTEN}",
    "half a position": f"UPDATE incident SET lat = NULL, {WRITTEN}",
    "a position off the earth": f"UPDATE incident SET lat = 91, {WRITTEN}",
    "a report that changes": f"UPDATE report SET address = 'elsewhere', {WRITTEN}",
    "closing before opening": (
        "UPDATE incident SET status = 'selesai', disposition = 'resolved', closed_at = 1,"
        f" {WRITTEN} WHERE id = 'crash'"
    ),
    "closing without a disposition": (
        "UPDATE incident SET status = 'selesai', closed_at = opened_at + 1,"
        f" {WRITTEN} WHERE id = 'crash'"
    ),
    "closing without a time": (
        f"UPDATE incident SET status = 'selesai', disposition = 'resolved', {WRITTEN}"
        " WHERE id = 'crash'"
    ),
    "closing over an open assignment": (
        "UPDATE incident SET status = 'selesai', disposition = 'resolved',"
        f" closed_at = opened_at + 1, {WRITTEN} WHERE id = 'fire'"
    ),
    "merging into nothing": f"UPDATE incident SET status = 'digabung', {WRITTEN}",
    "arriving before the order": f"UPDATE assignment SET on_scene_at = 1, {WRITTEN}",
    "ending an assignment without a reason": (
        f"UPDATE assignment SET closed_at = ordered_at + 1, {WRITTEN}"
    ),
    "a row that goes": "DELETE FROM assignment",
    "a row that others need": "DELETE FROM unit WHERE id = 'bravo'",
    "an entry that changes": "UPDATE event_log SET kind = 'other'",
    "an entry that goes": "DELETE FROM event_log WHERE seq = 2",
    "a gap": (
        "INSERT INTO event_log (seq, hash, op_id, kind, recorded_at, body)"
        " SELECT seq + 2, hash, 'gap', '', 0, hash FROM log_head"
    ),
    "a head that moves alone": "UPDATE log_head SET seq = seq + 1",
    "a head that goes back": "UPDATE log_head SET seq = 1",
    "a head that goes": "DELETE FROM log_head",
    "a second head": "INSERT INTO log_head SELECT 2, seq, hash FROM log_head",
    "a subject that changes": (
        "UPDATE event_subject SET id = 'other' WHERE entity = 'incident' AND id = 'crash'"
    ),
    "a subject that goes": "DELETE FROM event_subject",
    "an operation that goes": "DELETE FROM op WHERE op_id = 'raw'",
}


def everything(raw: Raw) -> list[list[tuple[object, ...]]]:
    tables = (
        "unit", "incident", "report", "assignment", "staff", "op", "event_log", "log_head",
        "event_subject", "merge_link",
    )  # fmt: skip
    return [sorted(raw.ask(f"SELECT * FROM {table}"), key=str) for table in tables]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_database_refuses(raw: Raw, what: str) -> None:
    before = everything(raw)
    ((old,),) = raw.ask("SELECT op_id FROM unit WHERE id = 'alpha'")
    with pytest.raises(REFUSALS):
        raw.attack(FORBIDDEN[what].replace("OLD", str(old)))
    assert everything(raw) == before


def test_a_forbidden_move_is_refused(raw: Raw) -> None:
    with pytest.raises(REFUSALS, match="illegal_move"):
        raw.attack(
            f"UPDATE incident SET status = 'dibatalkan', {WRITTEN} WHERE id = 'crash'",
            "UPDATE incident SET status = 'digabung', merged_into = 'fire',"
            f" {WRITTEN} WHERE id = 'crash'",
        )


def test_a_row_does_not_change_without_a_log_entry(raw: Raw) -> None:
    before = everything(raw)
    with pytest.raises(REFUSALS, match=r"(?i)foreign key"):
        raw.lone("INSERT INTO op (op_id) VALUES ('promise')")
    assert everything(raw) == before


def test_an_open_assignment_is_refused_on_a_closed_incident(raw: Raw) -> None:
    with pytest.raises(REFUSALS, match="incident_closed"):
        raw.attack(
            "UPDATE incident SET status = 'selesai', disposition = 'resolved',"
            " closed_at = opened_at + 1, version = 2, op_id = 'raw' WHERE id = 'crash'",
            OPEN_ASSIGNMENT.format(id="x", incident="crash", unit="alpha", kind="active"),
        )


def test_an_assignment_is_not_reopened_on_a_closed_incident(raw: Raw, database: Database) -> None:
    close_fire(database)
    with pytest.raises(REFUSALS, match="incident_closed"):
        raw.attack(f"UPDATE assignment SET closed_at = NULL, close_reason = NULL, {WRITTEN}")


TABLES = ("unit", "assignment", "event_log", "event_subject", "op", "log_head", "report")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("engine_name", ["postgresql"])
@pytest.mark.postgres
def test_nothing_is_truncated(raw: Raw, table: str) -> None:
    before = everything(raw)
    with pytest.raises(REFUSALS):
        raw.lone(f"TRUNCATE {table} CASCADE")
    assert everything(raw) == before


@pytest.mark.parametrize("engine_name", ["postgresql"])
@pytest.mark.postgres
def test_postgres_refuses_an_entry_that_does_not_chain(raw: Raw) -> None:
    digest = hashlib.sha256(b"something else").hexdigest()
    with pytest.raises(REFUSALS, match="not_next"):
        raw.lone(
            "INSERT INTO event_log (seq, hash, op_id, kind, recorded_at, body)"
            f" SELECT seq + 1, '\\x{digest}', 'forged', '', 0, '\\x00' FROM log_head"
        )


# Each alone, and on SQLite without its foreign keys: a stranger's connection has them off.
ALONE = {
    "an entry that goes": "DELETE FROM event_log WHERE seq = 1",
    "an entry that changes": "UPDATE event_log SET op_id = 'other' WHERE seq = 1",
    "an entry too early": (
        "INSERT INTO event_log (seq, hash, op_id, kind, recorded_at, body)"
        " SELECT seq + 2, hash, 'gap', '', 0, hash FROM log_head"
    ),
    "a subject that changes": (
        "UPDATE event_subject SET id = 'other' WHERE entity = 'incident' AND id = 'crash'"
    ),
    "a subject that goes": "DELETE FROM event_subject",
    "an operation that changes": (
        "UPDATE op SET op_id = 'other'"
        " WHERE op_id = (SELECT op_id FROM incident WHERE id = 'crash')"
    ),
    "an operation that goes": "DELETE FROM op",
    "a row that others need": "DELETE FROM incident",
    "a head that goes": "DELETE FROM log_head",
}


@pytest.mark.parametrize("what", ALONE)
def test_the_log_stays_without_foreign_keys(raw: Raw, what: str) -> None:
    before = everything(raw)
    if not raw.postgres:
        raw.driver.execute("PRAGMA foreign_keys = OFF")
    with pytest.raises(REFUSALS):
        raw.lone(ALONE[what])
    assert everything(raw) == before


REPLACEMENTS = {
    "of a row": "INSERT OR REPLACE INTO staff VALUES"
    " ('rina', 'X', '', 'operator', '', '', NULL, NULL, 1, 'raw')",
    "of the unit's assignment": OPEN_ASSIGNMENT.format(
        id="x", incident="crash", unit="bravo", kind="active"
    ).replace("INSERT", "INSERT OR REPLACE"),
    "of another incident by its number": (
        "UPDATE OR REPLACE incident SET number = 1, version = 2, op_id = 'raw' WHERE id = 'crash'"
    ),
    "of an incident by a new one of its number": (
        "INSERT OR REPLACE INTO incident (id, number, day, status, priority, priority_reason,"
        " category, title, opened_at, located_by, address, time_reversed, version, op_id)"
        " SELECT 'new', number, day, status, priority, '[]', '', '', 0, located_by, '', false, 1,"
        " 'raw' FROM incident WHERE id = 'crash'"
    ),
    "of a merge by another": MERGE.replace("INSERT", "INSERT OR REPLACE").format(id="second"),
    "of an entry": "REPLACE INTO event_log SELECT * FROM event_log WHERE seq = 1",
    "of the head": "REPLACE INTO log_head VALUES (1, 0, zeroblob(32))",
    "of an entry by its operation": (
        "REPLACE INTO event_log SELECT h.seq + 1, h.hash, e.op_id, '', 0, h.hash"
        " FROM log_head h, event_log e WHERE e.seq = 1"
    ),
    "of a subject": "REPLACE INTO event_subject SELECT * FROM event_subject",
}


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("what", REPLACEMENTS)
def test_sqlite_refuses_a_replacement(raw: Raw, what: str) -> None:
    raw.driver.execute("PRAGMA foreign_keys = OFF")
    raw.lone(MERGE.format(id="first"))
    before = everything(raw)
    with pytest.raises(REFUSALS):
        raw.lone(REPLACEMENTS[what])
    assert everything(raw) == before


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_sqlite_refuses_to_reopen_over_another_assignment(raw: Raw) -> None:
    raw.driver.execute("PRAGMA foreign_keys = OFF")
    ended = OPEN_ASSIGNMENT.replace("1000, NULL,\n        NULL", "1000, 2000,\n        'done'")
    raw.lone(ended.format(id="ended", incident="crash", unit="bravo", kind="active"))
    before = everything(raw)
    with pytest.raises(REFUSALS):
        raw.lone(
            "UPDATE OR REPLACE assignment SET closed_at = NULL, close_reason = NULL,"
            f" {WRITTEN} WHERE id = 'ended'"
        )
    assert everything(raw) == before


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_sqlite_refuses_to_merge_again_over_another_merge(raw: Raw) -> None:
    raw.driver.execute("PRAGMA foreign_keys = OFF")
    raw.lone(MERGE.format(id="undone").replace("NULL", "1"))
    raw.lone(MERGE.format(id="standing"))
    before = everything(raw)
    with pytest.raises(REFUSALS):
        raw.lone(
            f"UPDATE OR REPLACE merge_link SET unmerged_at = NULL, {WRITTEN} WHERE id = 'undone'"
        )
    assert everything(raw) == before


def close_fire(work_on: Database) -> None:
    with acting(work_on.storage) as work:
        held = work.get(Assignment, "sent")
        work.change(held, closed_at=rows.later(60), close_reason=CloseReason.DONE)
        work.change(
            work.get(Incident, "fire"),
            status=IncidentStatus.CLOSED,
            disposition=Disposition.RESOLVED,
            closed_at=rows.later(60),
        )


def stack_bravo(work_on: Database) -> None:
    with acting(work_on.storage) as work:
        work.add(rows.assignment(id="x", incident_id="crash", kind=AssignmentKind.STACKED))


@pytest.mark.parametrize("step", [close_fire, stack_bravo])
def test_what_is_allowed_passes(
    raw: Raw, database: Database, step: Callable[[Database], None]
) -> None:
    step(database)
    assert raw.ask("SELECT seq FROM log_head") == [(3,)]
