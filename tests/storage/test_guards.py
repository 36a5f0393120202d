"""A trigger that is missing, off or hollow is named (F16)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from command_center.storage.audit import reading
from command_center.storage.database import Database
from command_center.storage.guards import check_guards
from command_center.storage.link import SQLITE, Link


def off(database: Database, migrations: Path) -> set[str]:
    with reading(database.engine) as link:
        return {damage.about.split(": ")[1] for damage in check_guards(link, migrations)}


def test_a_new_database_has_them_all(database: Database, migrations: Path) -> None:
    assert off(database, migrations) == set()


def drop(link: Link) -> None:
    if link.dialect is SQLITE:
        link.run("DROP TRIGGER event_log_updated")
    else:
        link.run("DROP TRIGGER event_log_kept ON event_log")


def switch_off(link: Link) -> None:
    link.run("ALTER TABLE event_log DISABLE TRIGGER event_log_kept")


def switch_off_a_foreign_key(link: Link) -> None:
    link.run("ALTER TABLE event_subject DISABLE TRIGGER ALL")


def hollow(link: Link) -> None:
    if link.dialect is SQLITE:
        link.run("DROP TRIGGER event_log_updated")
        link.run("CREATE TRIGGER event_log_updated BEFORE UPDATE ON event_log BEGIN SELECT 1; END")
    else:
        link.run(
            "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RETURN NULL; END $$"
        )


@pytest.mark.parametrize(
    ("do", "sqlite", "postgresql"),
    [
        (drop, {"event_log_updated"}, {"event_log_kept"}),
        (hollow, {"event_log_updated"}, {"refuse()"}),
        (switch_off, None, {"event_log_kept"}),
        (switch_off_a_foreign_key, None, {"event_subject (foreign key)", "event_subject_kept"}),
    ],
)
def test_what_is_off_is_named(
    database: Database,
    migrations: Path,
    do: Callable[[Link], None],
    sqlite: set[str] | None,
    postgresql: set[str],
) -> None:
    link = Link(database.engine)
    wanted = sqlite if link.dialect is SQLITE else postgresql
    if wanted is not None:  # SQLite can only drop a trigger, not switch it off
        do(link)
    link.close()
    assert off(database, migrations) == (wanted or set())
