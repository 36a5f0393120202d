"""Revision 0007 takes a desk that has worked with any revision before it, and gives it back."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from command_center.domain.incident import Handling, IncidentLink, LinkKind
from command_center.domain.unit import WelfareCheck, WelfareOutcome, WelfareStep
from command_center.storage import migrate
from command_center.storage.database import Database, open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting

KEPT = ("handling", "incident_link", "welfare_check", "incident", "unit")
PLAN = Handling("fire", 1, None, NOW, True, NOW, "rina")
LINK = IncidentLink("l1", 1, "fire", "flood", NOW, "rina", None)


class Unknown(StrEnum):
    FRIEND = "friend"


def search(id: str, outcome: WelfareOutcome, reason: str = "") -> WelfareCheck:
    step, over = WelfareStep.DANGER, (outcome, NOW, "rina")
    return WelfareCheck(id, 1, "bravo", step, False, NOW, NOW, "rina", *over, reason)


def kept(database: Database) -> dict[str, Any]:
    snapshot = database.feed.snapshot(None)
    return {name: snapshot.rows[name] for name in KEPT}


def move(url: str, scripts: Path, revision: str) -> None:
    with open_engine(url).begin() as connection:
        migrate.run(connection, scripts, revision)


@pytest.fixture
def worked(database_url: str) -> Iterator[Database]:
    """With what revision 0006 knows only."""
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(rows.incident(id="flood", number=2))
        for row in (PLAN, LINK, search("w1", WelfareOutcome.WELL)):
            work.add(row)
    yield opened
    opened.close()


def test_what_a_desk_had_decided_goes_there_and_back_and_there_again(
    worked: Database, database_url: str, migrations: Path
) -> None:
    before, log = kept(worked), [stored.hash for stored in worked.history.entries()]
    worked.close()
    for _ in range(2):
        move(database_url, migrations, "0006")
        with open_engine(database_url).connect() as connection:
            columns = connection.execute(text("SELECT * FROM handling")).keys()
        assert "alarm_level" not in columns
        move(database_url, migrations, migrate.HEAD)
    opened = open_database(database_url, scripts=migrations)
    assert kept(opened) == before
    assert [stored.hash for stored in opened.history.entries()] == log
    with acting(opened.storage) as work:
        work.change(work.get(Handling, "fire"), alarm_level=3)
        work.change(work.get(IncidentLink, "l1"), kind=LinkKind.CAUSE)
        work.add(search("w2", WelfareOutcome.GIVEN_UP, "dicari tiga jam"))
    opened.close()


def test_a_desk_that_used_it_keeps_what_the_older_one_can_hold(
    worked: Database, database_url: str, migrations: Path
) -> None:
    with acting(worked.storage) as work:
        work.change(work.get(Handling, "fire"), alarm_level=2)
        work.change(work.get(IncidentLink, "l1"), kind=LinkKind.SAME_PERSON)
        work.add(search("w2", WelfareOutcome.GIVEN_UP, "dicari tiga jam"))
        work.add(search("w3", WelfareOutcome.HURT))
    worked.close()
    move(database_url, migrations, "0006")
    opened = open_database(database_url, scripts=migrations)
    after = kept(opened)
    assert [row["outcome"] for row in after["welfare_check"]] == ["well", "mistaken", "helped"]
    assert [row["alarm_level"] for row in after["handling"]] == [1]
    assert [row["kind"] for row in after["incident_link"]] == ["related"]
    assert [row["version"] for row in after["handling"] + after["incident_link"]] == [2, 2]
    opened.close()


@pytest.mark.parametrize(
    ("kind", "id", "wrong", "why"),
    [
        (Handling, "fire", {"alarm_level": 6}, "alarm_level_range"),
        (IncidentLink, "l1", {"kind": Unknown.FRIEND}, "link_kind"),
        (WelfareCheck, "w1", {"outcome": WelfareOutcome.GIVEN_UP}, "given_up_why"),
    ],
)
def test_the_database_takes_no_other_value(
    worked: Database, kind: type[Any], id: str, wrong: dict[str, Any], why: str
) -> None:
    with pytest.raises(Exception, match=why), acting(worked.storage) as work:
        work.change(work.get(kind, id), **wrong)
