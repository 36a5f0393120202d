"""Revision 0003 takes a room that has worked with 0002, gives it back, and takes it again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from command_center.domain.incident import TakeOver
from command_center.domain.room import Alarm, AlarmType, Role, Staff, Workstation
from command_center.domain.unit import Assignment, AssignmentKind, CloseReason, OrderConflict
from command_center.storage import migrate
from command_center.storage.database import Database, open_database
from command_center.storage.engine import open_engine
from command_center.storage.people import SqlPeople
from command_center.storage.people_local import sealed
from tests.storage import rows
from tests.storage.rows import NOW, acting

KEPT = ("room", "staff", "unit", "incident", "assignment", "alarm", "report", "dispatch_order")
MEJA = Workstation("ws-1", 1, "meja-1", "A", "00" * 32, NOW, None)
ASKED = TakeOver("t1", 1, "fire", "budi", "rina", "dekat", NOW, rows.later(30), None, None, None)


class Clock:
    def now(self) -> Any:
        return NOW


def alarm(id: str, kind: AlarmType) -> Alarm:
    return Alarm(id, 1, kind, 2, "unit", "bravo", {"name": "x"}, NOW, None, None, None)


@pytest.fixture
def worked(database_url: str) -> Iterator[Database]:
    """With what revision 0002 knows only."""
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(rows.assignment())
        work.add(alarm("old", AlarmType.UNIT_SILENT))
    yield opened
    opened.close()


def kept(database: Database) -> dict[str, Any]:
    snapshot = database.feed.snapshot(None)
    return {name: snapshot.rows[name] for name in KEPT}


def hashes(database: Database) -> list[bytes]:
    return [stored.hash for stored in database.history.entries()]


def move(url: str, scripts: Path, *revisions: str) -> None:
    for revision in revisions:
        with open_engine(url).begin() as connection:
            migrate.run(connection, scripts, revision)


def columns(url: str, table: str) -> set[str]:
    with open_engine(url).connect() as connection:
        return set(connection.execute(text(f'SELECT * FROM "{table}"')).keys())


def use_all_that_is_new(database: Database) -> None:
    with acting(database.storage) as work:
        work.change(work.get(Staff, "rina"), login="rina", agency_id="polres")
        work.add(rows.staff(id="budi", login="budi", role=Role.ADMINISTRATOR))
        work.add(rows.staff(id="console", role=Role.CONSOLE))
        work.add(MEJA)
        work.add(ASKED)
        work.add(alarm("new", AlarmType.ORDER_CONFLICT))
        told = rows.assignment(id="told", kind=AssignmentKind.REPORTED)
        work.add(rows.unit(id="delta", call_sign="DELTA"))
        work.add(rows.incident(id="flood", number=2))
        work.add(rows.order(id="late", incident_id="flood"))
        work.add(rows.assignment(id="told", incident_id="flood", order_id="late", kind=told.kind))
        work.add(OrderConflict("k1", 1, "bravo", "sent", "told", NOW, None, None, None))
    with acting(database.storage) as work:
        over = {"closed_at": NOW, "close_reason": CloseReason.CONFLICT}
        work.change(work.get(Assignment, "told"), **over)
    people = SqlPeople(database.engine, Clock())
    people.set_password(None, "budi", b"s" * 16, "p", sealed(b"proof"), must_change=False)
    people.sign_in("budi", b"proof", "meja-1")
    people.close()


def test_a_room_goes_there_and_back_and_there_again(
    worked: Database, database_url: str, migrations: Path
) -> None:
    before, log = kept(worked), hashes(worked)
    worked.close()
    move(database_url, migrations, "0002")
    assert "login" not in columns(database_url, "staff")
    assert "kind" not in columns(database_url, "op")
    move(database_url, migrations, "0003", "0002", "0003")
    opened = open_database(database_url, scripts=migrations)
    assert (kept(opened), hashes(opened)) == (before, log)
    use_all_that_is_new(opened)
    opened.close()


def test_a_room_that_used_it_keeps_what_the_older_one_can_hold(
    worked: Database, database_url: str, migrations: Path
) -> None:
    use_all_that_is_new(worked)
    log = hashes(worked)
    worked.close()
    move(database_url, migrations, "0002")
    with open_engine(database_url).connect() as connection:
        found = connection.execute(text("SELECT id FROM alarm ORDER BY id")).scalars().all()
        assert found == ["old"]
        found = connection.execute(text("SELECT id FROM staff ORDER BY id")).scalars().all()
        assert found == ["budi", "rina"]
        assert connection.execute(text("SELECT id FROM assignment")).scalars().all() == ["sent"]
    opened = open_database(database_url, scripts=migrations)
    assert hashes(opened) == log
    rina = next(row for row in kept(opened)["staff"] if row["id"] == "rina")
    assert (rina["login"], rina["version"]) == ("", 2)
    with acting(opened.storage) as work:
        work.change(work.get(Staff, "rina"), login="rina")
        work.add(MEJA)
    opened.close()


@pytest.mark.parametrize("revision", ["0002", "0003"])
def test_the_rules_hold_on_either_side(
    worked: Database, database_url: str, migrations: Path, revision: str
) -> None:
    worked.close()
    move(database_url, migrations, "0002", *({revision} - {"0002"}))
    used = "(SELECT op_id FROM event_log LIMIT 1)"
    for table in ("room", "staff", "assignment", "alarm", "unit"):
        for change in (
            f"DELETE FROM {table}",
            f"UPDATE {table} SET version = version + 2, op_id = 'x'",
            f"UPDATE {table} SET version = version + 1, op_id = {used}",
        ):
            with pytest.raises(DBAPIError), open_engine(database_url).begin() as connection:
                connection.execute(text(change))
    with pytest.raises(DBAPIError), open_engine(database_url).begin() as connection:
        connection.execute(text("DELETE FROM event_log"))
