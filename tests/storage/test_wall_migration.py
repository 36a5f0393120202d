"""Revision 0002 takes a room that has worked with 0001, and gives it back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from command_center.domain.incident import Snapshot
from command_center.domain.room import Alarm, AlarmType, Camera
from command_center.storage import migrate
from command_center.storage.database import Database, open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting

CAMERA = Camera("cam-1", 1, "CAM-001", "Kayutangan", "rtsp://c/1", "D", "", -7.9, 112.6, True)
PICTURE = Snapshot("shot-1", 1, rows.incident().id, "cam-1", "a.png", "0" * 64, 2, 2, NOW, "rina")


def alarm(id: str, kind: AlarmType) -> Alarm:
    return Alarm(id, 1, kind, 2, "camera", "cam-1", {"name": "x"}, NOW, None, None, None)


@pytest.fixture
def worked(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(CAMERA)
        work.add(PICTURE)
        work.add(alarm("old", AlarmType.CAMERA_DOWN))
    yield opened
    opened.close()


def kept(database: Database) -> dict[str, Any]:
    snapshot = database.feed.snapshot(None)
    return {name: snapshot.rows[name] for name in ("camera", "snapshot", "alarm", "incident")}


def test_a_room_comes_through_it_whole(
    worked: Database, database_url: str, migrations: Path
) -> None:
    before = kept(worked)
    worked.close()
    with open_engine(database_url).begin() as connection:
        migrate.run(connection, migrations, "0001")
        columns = connection.execute(text("SELECT * FROM camera")).keys()
        assert "masks" not in columns
    opened = open_database(database_url, scripts=migrations)
    assert kept(opened) == before
    assert len(before["snapshot"]) == 1
    with acting(opened.storage) as work:
        work.change(work.get(Camera, "cam-1"), note="di atas toko", masks=((0.0, 0.0, 0.5, 0.5),))
        work.add(alarm("new", AlarmType.CROWD_SURGE))
    opened.close()


def test_going_back_drops_only_what_the_older_one_cannot_hold(
    worked: Database, database_url: str, migrations: Path
) -> None:
    with acting(worked.storage) as work:
        work.add(alarm("new", AlarmType.CROWD_SURGE))
    worked.close()
    with open_engine(database_url).begin() as connection:
        migrate.run(connection, migrations, "0001")
        found = connection.execute(text("SELECT id FROM alarm")).scalars().all()
        assert found == ["old"]
        name = connection.execute(text("SELECT name FROM camera")).scalar()
        assert name == "Kayutangan"


def test_the_rules_hold_for_tables_made_anew(worked: Database, database_url: str) -> None:
    worked.close()
    for table in ("camera", "alarm"):
        with pytest.raises(DBAPIError), open_engine(database_url).begin() as connection:
            connection.execute(text(f"DELETE FROM {table}"))
