"""Revision 0012 takes a room without guarded elections and gives it back as it was."""

from pathlib import Path

import pytest
from sqlalchemy import inspect

from command_center.domain.place import LocatedBy
from command_center.domain.polling_day import DayWord, StationMessage
from command_center.domain.site import Election, ElectionKind, PollingStation
from command_center.storage import migrate
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting

NEW = {
    "election_stage", "station_pattern", "force_pool", "station_group", "station_message",
    "ballot_escort",
}  # fmt: skip
ELECTION = Election("e1", 1, "pilkada", "Pilkada", ElectionKind.REGIONAL, "2024-11-27", "KPU")
STATION = PollingStation(
    "s1", 1, "e1", "35.73.05.1011", "", 1, None, "", None, None, LocatedBy.KELURAHAN, "KPU", None
)


def message(id: str, word: DayWord, incident: str | None = None) -> StationMessage:
    return StationMessage(id, 1, "e1", "s1", word, NOW, "TPS 1", "rina", incident, None)


def move(url: str, scripts: Path, revision: str) -> set[str]:
    with open_engine(url).begin() as connection:
        migrate.run(connection, scripts, revision)
        return NEW & set(inspect(connection).get_table_names())


def test_a_room_goes_back_to_0011_and_there_again(database_url: str, migrations: Path) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(ELECTION)
        work.add(STATION)
        work.add(message("m1", DayWord.OPEN))
    before = opened.feed.snapshot(None).rows
    opened.close()
    assert before["station_message"]
    assert move(database_url, migrations, "0011") == set()
    assert move(database_url, migrations, migrate.HEAD) == NEW
    again = open_database(database_url, scripts=migrations)
    after = again.feed.snapshot(None).rows
    assert after["polling_station"] == before["polling_station"]
    assert after["station_message"] == []
    again.close()


def test_only_trouble_may_name_an_incident(database_url: str) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    incident = opened.feed.snapshot(None).rows["incident"][0]["id"]
    with acting(opened.storage) as work:
        work.add(ELECTION)
        work.add(STATION)
        work.add(message("m1", DayWord.TROUBLE, incident))
    with pytest.raises(Exception, match="trouble_only"), acting(opened.storage) as work:
        work.add(message("m2", DayWord.OPEN, incident))
    assert [row["id"] for row in opened.feed.snapshot(None).rows["station_message"]] == ["m1"]
    opened.close()
