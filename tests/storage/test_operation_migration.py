"""Revision 0011 takes a room without decisions and gives it back as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import inspect

from command_center.domain.operation import Decision, DecisionKind, OperationPlace
from command_center.domain.room import Operation
from command_center.storage import migrate
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting

NEW = {"operation_place", "decision", "hearing", "plan_task", "operation_part", "force"}
OPERATION = Operation("o1", 1, "Mantap", NOW, None, None, {"KPU": "hijau"})
PLACE = OperationPlace("p1", 1, "o1", "KPU", None, "", NOW, None)
REVOKED = Decision(
    "d2", 1, "o1", "KPU", DecisionKind.REVOKED, None, None, "", "", None, False, "salah", None,
    "d1", NOW, "RS",
)  # fmt: skip
DECISION = replace(REVOKED, id="d1", kind=DecisionKind.FORCE, revokes=None)


def move(url: str, scripts: Path, revision: str) -> set[str]:
    with open_engine(url).begin() as connection:
        migrate.run(connection, scripts, revision)
        return NEW & set(inspect(connection).get_table_names())


def test_a_room_goes_back_to_0010_and_there_again(database_url: str, migrations: Path) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        for row in (OPERATION, PLACE, DECISION, REVOKED):
            work.add(row)
    before = opened.feed.snapshot(None).rows["operation"]
    opened.close()
    assert move(database_url, migrations, "0010") == set()
    assert move(database_url, migrations, migrate.HEAD) == NEW
    again = open_database(database_url, scripts=migrations)
    snapshot = again.feed.snapshot(NOW)
    assert (snapshot.rows["operation"], snapshot.rows["decision"]) == (before, [])
    again.close()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (replace(PLACE, id="p2"), "operation_place"),
        (replace(REVOKED, id="d3"), "decision"),
    ],
)
def test_a_place_stands_once_and_a_decision_is_taken_back_once(
    database_url: str, wrong: object, why: str
) -> None:
    opened = open_database(database_url)
    with acting(opened.storage) as work:
        for row in (OPERATION, PLACE, DECISION, REVOKED):
            work.add(row)
    with pytest.raises(Exception, match=why), acting(opened.storage) as work:
        work.add(wrong)
    opened.close()
