"""Revision 0016 lets operations ring, and gives a room back to 0015 without those rings."""

from pathlib import Path

from command_center.domain.room import Alarm, AlarmType
from command_center.storage import migrate
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting

NEW = (AlarmType.LEVEL_RAISED, AlarmType.PLAN_OVERDUE)
RUNG = [
    Alarm(kind.value, 1, kind, 2, "decision", "d1", {}, NOW, None, None, None)
    for kind in (*NEW, AlarmType.EARLY_WARNING)
]


def move(url: str, scripts: Path, revision: str) -> None:
    with open_engine(url).begin() as connection:
        migrate.run(connection, scripts, revision)


def test_a_room_goes_back_to_0015_and_there_again(database_url: str, migrations: Path) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        for row in RUNG:
            work.add(row)
    assert len(opened.feed.snapshot(NOW).rows["alarm"]) == len(RUNG)
    opened.close()
    move(database_url, migrations, "0015")
    move(database_url, migrations, migrate.HEAD)
    again = open_database(database_url, scripts=migrations)
    assert [row["id"] for row in again.feed.snapshot(NOW).rows["alarm"]] == ["early_warning"]
    with acting(again.storage) as work:
        work.add(Alarm("new", 1, NEW[0], 2, "decision", "d1", {}, NOW, None, None, None))
    again.close()
