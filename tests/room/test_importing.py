"""Boundaries, places and cameras taken in from files, and what the room then knows of the city."""

import json
from pathlib import Path

import pytest

from command_center.bootstrap.importing import import_file
from command_center.bootstrap.parsing import parse_file
from command_center.bootstrap.room import RoomPlan, open_room
from tests.room.conftest import HandClock

SQUARE = [[112.60, -8.00], [112.66, -8.00], [112.66, -7.94], [112.60, -7.94], [112.60, -8.00]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "in.file"


def test_imported_places_are_found_by_name(database_url: str, file: Path, clock: HandClock) -> None:
    file.write_text("name,kind,lat,lon\nWarung Sego Resek,landmark,-7.98,112.63\n,landmark,1,2\n")
    stored, refused = import_file("places", file, database_url)
    assert (stored, len(refused)) == (1, 1)
    room = open_room(database_url, clock, RoomPlan())
    (hit, *_) = room.city.gazetteer.search("sego resek")
    room.close()
    assert hit.place.name == "Warung Sego Resek"
    assert hit.place.parent is not None


def test_imported_boundaries_replace_the_packs(
    database_url: str, file: Path, clock: HandClock
) -> None:
    feature = {
        "type": "Feature",
        "properties": {"code": "99.01", "name": "Satu"},
        "geometry": {"type": "Polygon", "coordinates": [SQUARE]},
    }
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    stored, refused = import_file("boundaries", file, database_url)
    assert stored == 1, refused
    room = open_room(database_url, clock, RoomPlan())
    hit = room.city.area_at(-7.97, 112.63)
    room.close()
    assert hit is not None
    assert hit.code == "99.01"


def test_cameras_are_kept_by_stream_id_and_replaced_by_a_newer_file(
    database_url: str, file: Path, clock: HandClock
) -> None:
    for name in ("Simpang lama", "Simpang baru"):
        file.write_text(f"stream_id,name,url\ns1,{name},http://cctv.example/s1.m3u8\n")
        assert import_file("cameras", file, database_url)[0] == 1
    room = open_room(database_url, clock, RoomPlan())
    cameras = room.database.feed.snapshot(None).rows["camera"]
    room.close()
    assert [row["name"] for row in cameras] == ["Simpang baru"]


def test_parse_says_what_would_be_taken(file: Path) -> None:
    good = {"type": "report", "id": "a", "at": "2026-11-21T07:00:00Z"}
    bad = {**good, "id": "b", "at": "besok"}
    file.write_text(json.dumps({"contract": "pusat-komando/1", "records": [good, bad], "next": ""}))
    document = parse_file("records", file)
    assert document["stored"] == ["a"]
    assert [row["where"] for row in document["refused"]] == ["records[1]"]
