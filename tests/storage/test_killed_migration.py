"""A migration that is killed leaves the old schema or the new one, at whatever statement (F11)."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, inspect, text

from command_center.domain.errors import OperatorError
from command_center.storage import migrate
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from tests.storage.test_migrate import schema

FIRST, OLD = "0001", "0002"
STEP = 47
"""Of the statements, this many are passed over between two kills; the long run passes none."""


def dies_at(url: str, scripts: Path, statement: int) -> bool:
    """Migrate in a child that is killed before the given statement; whether it was."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            engine = open_engine(url)
            event.listen(engine, "before_cursor_execute", _killer(statement))
            migrate.bring_up_to_date(engine, scripts)
            status = 0
        finally:
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    if os.WIFSIGNALED(ended):
        assert os.WTERMSIG(ended) == signal.SIGKILL
        return True
    assert os.waitstatus_to_exitcode(ended) == 0
    return False


def _killer(statement: int) -> Any:
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    return count


def stands(url: str) -> tuple[str, list[str]]:
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            return str(revision), schema(connection)
    finally:
        engine.dispose()


@pytest.fixture
def old_url(bare_url: str, migrations: Path) -> str:
    """A room as an older program left it."""
    engine = open_engine(bare_url)
    with engine.begin() as connection:
        migrate.run(connection, migrations, OLD)
    with engine.begin() as connection:
        insert = "INSERT INTO lease (name, holder, until) VALUES ('x', 'y', 1)"
        connection.execute(text(insert))
    engine.dispose()
    return bare_url


def kill_through(url: str, scripts: Path, step: int) -> int:
    """How often it was killed until it went through; after each kill all is as it was."""
    before, kills, statement = stands(url), 0, 1
    assert before[0] == OLD
    while dies_at(url, scripts, statement):
        kills += 1
        assert stands(url) == before
        statement += step
    after, new = stands(url)
    assert after == migrate.HEAD
    assert new != before[1]
    return kills


def test_a_killed_migration_changed_nothing(old_url: str, migrations: Path) -> None:
    assert kill_through(old_url, migrations, STEP) > 5
    open_database(old_url).close()


@pytest.mark.long
@pytest.mark.timeout(400)
def test_a_migration_killed_at_every_statement_changed_nothing(
    old_url: str, migrations: Path
) -> None:
    assert kill_through(old_url, migrations, 1) > 50
    open_database(old_url).close()


def test_a_killed_first_migration_leaves_a_database_that_can_be_made(
    bare_url: str, migrations: Path
) -> None:
    statement = 1
    while dies_at(bare_url, migrations, statement):
        with open_engine(bare_url).connect() as connection:
            assert inspect(connection).get_table_names() == []
        statement += 3 * STEP
    open_database(bare_url).close()


def test_an_older_program_refuses_a_newer_room_and_leaves_it(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stands(database_url)
    monkeypatch.setattr(migrate, "HEAD", OLD)
    for migrates in (True, False):
        with pytest.raises(OperatorError, match="database_newer"):
            open_database(database_url, migrate=migrates)
    assert stands(database_url) == before


def test_going_back_and_forward_again_is_the_same_schema(
    database_url: str, migrations: Path
) -> None:
    before = stands(database_url)
    engine = open_engine(database_url)
    for revision in (OLD, FIRST):
        with engine.begin() as connection:
            migrate.run(connection, migrations, revision)
        with pytest.raises(OperatorError, match="database_older"):
            open_database(database_url, migrate=False)
    engine.dispose()
    open_database(database_url).close()
    assert stands(database_url) == before
