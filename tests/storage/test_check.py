"""Rows against the log that made them, on both engines."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from command_center.storage.check import Finding, check_references, check_rows
from command_center.storage.database import Database
from tests.storage import rows
from tests.storage.rows import acting


@pytest.fixture
def full(database: Database) -> Database:
    rows.seed(database.storage)
    with acting(database.storage) as work:
        work.add(rows.staff(id="budi"))
    return database


def owner_does(database: Database, sql: str) -> None:
    """What the triggers refuse to everybody, done by who can switch them off."""
    with database.engine.connect() as connection:
        if database.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            names = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type='trigger'"
            )
            for (name,) in names.fetchall():
                connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
            connection.exec_driver_sql(sql)
        else:
            connection.execute(text("SET session_replication_role = replica"))
            connection.execute(text(sql))
            connection.commit()


def findings(database: Database) -> list[Finding]:
    return [*check_rows(database.engine), *check_references(database.engine)]


def test_a_room_that_only_its_program_wrote_is_what_its_log_says(full: Database) -> None:
    assert findings(full) == []


def test_an_edited_row_is_named(full: Database) -> None:
    owner_does(full, "UPDATE staff SET name = 'Orang lain' WHERE id = 'budi'")
    assert findings(full) == [Finding("row_differs", "staff", "budi")]


def test_a_row_put_back_to_an_older_version_is_named(full: Database) -> None:
    owner_does(full, "UPDATE staff SET version = 7 WHERE id = 'budi'")
    assert findings(full) == [Finding("row_differs", "staff", "budi")]


def test_a_deleted_row_is_named(full: Database) -> None:
    owner_does(full, "DELETE FROM staff WHERE id = 'budi'")
    assert findings(full) == [Finding("row_missing", "staff", "budi")]


def test_a_row_the_log_does_not_know_is_named(full: Database) -> None:
    owner_does(full, "DELETE FROM event_subject WHERE entity = 'staff' AND id = 'budi'")
    assert findings(full) == [Finding("row_unlogged", "staff", "budi")]
