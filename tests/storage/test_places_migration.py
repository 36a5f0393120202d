"""Revision 0009 takes a room without places and gives it back as it was."""

from pathlib import Path

import pytest
from sqlalchemy import inspect

from command_center.domain.place import LocatedBy
from command_center.domain.site import Election, ElectionKind, PollingStation
from command_center.storage import migrate
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting

NEW = {"site", "election", "polling_station", "assessment", "dialogue", "friction_note"}
ELECTION = Election("e1", 1, "pilkada", "Pilkada", ElectionKind.REGIONAL, "2024-11-27", "KPU")


def station(id: str, number: int, voters: int | None = 560) -> PollingStation:
    where = ("35.73.05.1011", "3573051011", number, voters, "SD", None, None)
    return PollingStation(id, 1, "e1", *where, LocatedBy.KELURAHAN, "KPU", None)


def move(url: str, scripts: Path, revision: str) -> set[str]:
    with open_engine(url).begin() as connection:
        migrate.run(connection, scripts, revision)
        return NEW & set(inspect(connection).get_table_names())


def test_a_room_goes_back_to_0008_and_there_again(database_url: str, migrations: Path) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(ELECTION)
        work.add(station("s1", 901))
    before = opened.feed.snapshot(None).rows["incident"]
    opened.close()
    assert move(database_url, migrations, "0008") == set()
    assert move(database_url, migrations, migrate.HEAD) == NEW
    again = open_database(database_url, scripts=migrations)
    snapshot = again.feed.snapshot(NOW)
    assert snapshot.rows["incident"] == before
    assert snapshot.rows["polling_station"] == []
    again.close()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (station("s2", 1), "polling_station"),
        (station("s2", 0), "number_range"),
        (station("s2", 2, -1), "voters_range"),
    ],
)
def test_the_database_takes_no_second_station_of_a_number_and_no_odd_one(
    database_url: str, wrong: PollingStation, why: str
) -> None:
    opened = open_database(database_url)
    with acting(opened.storage) as work:
        work.add(ELECTION)
        work.add(station("s1", 1))
    with pytest.raises(Exception, match=why), acting(opened.storage) as work:
        work.add(wrong)
    assert [row["id"] for row in opened.feed.snapshot(None).rows["polling_station"]] == ["s1"]
    opened.close()
