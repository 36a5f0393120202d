"""Up, down, and nothing left for autogenerate: on both engines."""

import re
import threading
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from command_center.domain import moves
from command_center.domain.errors import OperatorError
from command_center.storage import database, migrate
from command_center.storage.backup import verify
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from command_center.storage.tables import METADATA
from tests.storage import rows
from tests.storage.rows import acting


def schema(connection: Connection) -> list[str]:
    """Every constraint, index and trigger in the database's own words."""
    if connection.dialect.name == "sqlite":
        query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'"
    else:
        query = """
            SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
                AND conrelid::regclass::text <> 'alembic_version'
            UNION ALL SELECT indexdef FROM pg_indexes
                WHERE schemaname = 'public' AND tablename <> 'alembic_version'
            UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        """
    found = connection.execute(text(query)).scalars().all()
    return sorted(
        re.sub(r"\s+(?=\))|(?<=\()\s+", "", re.sub(r"\s+", " ", str(line))).strip()
        for line in found
    )


BESIDE = "incident_words"
"""What SQLite's full text search keeps; Alembic does not know such tables."""


def without_rules(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.startswith("CREATE TRIGGER") and BESIDE not in line]


def ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or not str(name).startswith(BESIDE)


@pytest.fixture(autouse=True)
def _made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here no file is given tables that are already made: it is about the making."""
    monkeypatch.setattr(database, "bring_up_to_date", migrate.bring_up_to_date)


@pytest.fixture
def engine(bare_url: str) -> Engine:
    return open_engine(bare_url)


def test_the_newest_script_is_the_programs_revision(migrations: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations))
    assert ScriptDirectory.from_config(config).get_heads() == [migrate.HEAD]


def test_a_newer_release_that_was_first_at_the_lock_is_not_undone(
    tmp_path: Path, migrations: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_release(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('9999')"))

    monkeypatch.setattr(migrate, "_lock", other_release)
    engine = open_engine(f"sqlite:///{tmp_path / 'room.db'}")
    with pytest.raises(OperatorError, match="database_newer"):
        migrate.bring_up_to_date(engine, migrations)
    engine.dispose()


def test_up_gives_what_the_tables_say(engine: Engine, migrations: Path, bare_url: str) -> None:
    migrate.bring_up_to_date(engine, migrations)
    with engine.begin() as connection:
        # Comparing takes a busy machine longer than a room lets a transaction idle.
        if server := connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        migrated = schema(connection)
        options = {"compare_type": True, "include_name": ours}
        context = MigrationContext.configure(connection, opts=options)
        of_the_other = "ix_event_subject_seq" if server else "ix_incident_text_words"
        found = [change[1].name for change in compare_metadata(context, METADATA)]
        assert found == [of_the_other]
        migrate.run(connection, migrations, "base")
        connection.execute(text("DROP TABLE alembic_version"))
        METADATA.create_all(connection)
        assert without_rules(migrated) == schema(connection)


def test_down_leaves_nothing_and_up_again_everything(engine: Engine, migrations: Path) -> None:
    migrate.bring_up_to_date(engine, migrations)
    with engine.begin() as connection:
        before = schema(connection)
        migrate.run(connection, migrations, "base")
        assert schema(connection) == []
        migrate.run(connection, migrations, "head")
        assert schema(connection) == before
        assert len(before) > 100


def test_down_works_with_rows_in_it(database_url: str, migrations: Path) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with opened.engine.begin() as connection:
        migrate.run(connection, migrations, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
    opened.close()


def test_the_moves_in_the_database_are_those_of_the_domain(database_url: str) -> None:
    expected = {
        (machine, str(old), str(new))
        for machine, table in moves.TABLES.items()
        for old, news in table.items()
        for new in news
    }
    with open_engine(database_url).connect() as connection:
        found = connection.execute(text("SELECT machine, old, new FROM allowed_move"))
        assert {tuple(row) for row in found} == expected


def test_a_newer_database_is_refused(database_url: str) -> None:
    with open_engine(database_url).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(OperatorError, match="database_newer"):
        open_database(database_url)


def test_someone_elses_database_is_refused(bare_url: str) -> None:
    with open_engine(bare_url).begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(OperatorError, match="database_foreign"):
        open_database(bare_url)


def test_an_older_database_is_only_changed_where_allowed(bare_url: str) -> None:
    with pytest.raises(OperatorError, match="database_older"):
        open_database(bare_url, migrate=False)


def test_programs_may_open_an_empty_database_at_once(bare_url: str, migrations: Path) -> None:
    failures: list[Exception] = []
    start = threading.Barrier(4)

    def open_it() -> None:
        start.wait()
        try:
            open_database(bare_url, scripts=migrations).close()
        except Exception as error:  # noqa: BLE001 - whatever it is fails the test
            failures.append(error)

    openers = [threading.Thread(target=open_it) for _ in range(4)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join()
    assert failures == []


def test_an_older_file_is_copied_before_it_is_changed(
    sqlite_template: Path, migrations: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "room.db"
    path.write_bytes(sqlite_template.read_bytes())
    opened = open_database(f"sqlite:///{path}")
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(rows.staff(id="budi"))
    opened.close()
    monkeypatch.setattr(migrate, "HEAD", "9998")

    def step(connection: Connection, scripts: Path, revision: str) -> None:
        connection.execute(text("UPDATE alembic_version SET version_num = '9998'"))

    monkeypatch.setattr(migrate, "run", step)
    migrate.bring_up_to_date(open_engine(f"sqlite:///{path}"), migrations)
    assert verify(tmp_path / "room.before-9998.db") == 2


def test_what_refers_to_the_log_is_found_without_a_search(tmp_path: Path) -> None:
    """SQLite looks for the children of each new entry: without an index, through all of them."""
    database = open_database(f"sqlite:///{tmp_path / 'room.db'}")
    referring = []
    with database.engine.connect() as connection:

        def pragma(name: str, of: str) -> list[Any]:
            return list(connection.exec_driver_sql(f'PRAGMA {name}("{of}")'))

        for table in METADATA.tables:
            children = [
                row[3] for row in pragma("foreign_key_list", table) if row[2] == "event_log"
            ]
            leading = {pragma("index_info", row[1])[0][2] for row in pragma("index_list", table)}
            referring += [(table, column, column in leading) for column in children]
    database.close()
    assert sorted(referring) == [("event_subject", "seq", True), ("op", "op_id", True)]
