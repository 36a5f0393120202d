"""Revision 0002 takes a room that has worked with 0001, and gives it back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from command_center.domain.entities import as_fields, to_json
from command_center.domain.incident import Snapshot
from command_center.domain.log import Change, StoredEntry
from command_center.domain.room import (
    Alarm,
    AlarmType,
    Camera,
    CameraLease,
    Evidence,
    EvidenceState,
)
from command_center.situation.situation import Situation
from command_center.storage import log, migrate
from command_center.storage.database import Database, open_database
from command_center.storage.engine import open_engine
from tests.storage import rows
from tests.storage.rows import NOW, acting

CAMERA = Camera("cam-1", 1, "CAM-001", "Kayutangan", "rtsp://c/1", "D", "", -7.9, 112.6, True)
PICTURE = Snapshot("shot-1", 1, rows.incident().id, "cam-1", "a.png", "0" * 64, 2, 2, NOW, "rina")
EVIDENCE = Evidence(
    "ev-1", 1, "cam-1", None, EvidenceState.STORED, NOW, "rina", "meja-1", 30, 30,
    "ev-1.mp4", 7, "a" * 64, "b" * 64, NOW, NOW, None, "", False, "",
)  # fmt: skip


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


def test_rooms_that_have_used_the_wall_go_back_and_forth(
    worked: Database, database_url: str, migrations: Path
) -> None:
    """Evidence is in files with manifests and in the log: that stays whole."""
    with acting(worked.storage) as work:
        work.add(EVIDENCE)
        work.add(CameraLease("cam-1", 1, "rina", "meja-1", NOW, NOW))
        work.change(work.get(Camera, "cam-1"), masks=((0.0, 0.0, 1.0, 1.0),), directory="kota")
        work.change(work.get(Alarm, "old"), shelved_until=NOW)
    log = [stored.hash for stored in worked.history.entries()]
    worked.close()
    with open_engine(database_url).begin() as connection:
        migrate.run(connection, migrations, "0001")
    opened = open_database(database_url, scripts=migrations)
    assert [stored.hash for stored in opened.history.entries()] == log
    snapshot = opened.feed.snapshot(None)
    assert (snapshot.rows["evidence"], snapshot.rows["camera_lease"]) == ([], [])
    (camera,) = snapshot.rows["camera"]
    assert (camera["masks"], camera["directory"], camera["version"]) == ([], "", 2)
    with acting(opened.storage) as work:
        work.add(EVIDENCE)
    opened.close()


def test_the_log_of_an_older_room_still_makes_its_rows() -> None:
    """Revision 0001 wrote cameras and alarms without what is new."""
    new = {"main_url", "control_url", "directory", "area", "heading_deg", "field_deg"}
    new |= {"retention_h", "poll_s", "alias", "note", "masks", "static", "unit_id", "gone_at"}
    situation = Situation()
    old = alarm("old", AlarmType.CAMERA_DOWN)
    made: tuple[tuple[str, Camera | Alarm], ...] = (("camera", CAMERA), ("alarm", old))
    for seq, (entity, row) in enumerate(made, 1):
        fields = to_json(as_fields(row))
        kept = {n: v for n, v in fields.items() if n not in {*new, "shelved_until", "version"}}
        assert len(kept) < len(fields)
        entry = log.entry_of(rows.head(f"op-{entity}"), (Change(entity, row.id, 1, kept, {}),))
        situation.apply(StoredEntry(seq, b"0" * 32, entry))
    assert situation.camera("cam-1") == CAMERA
    assert situation.get("alarm", "old") == old
