"""A room's facts for other maps: everything that may be told, and nothing of any person."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from command_center.bootstrap.export_geojson import export_geojson
from command_center.cli_city import LAYERS
from command_center.commands.cameras import ImportCameras
from command_center.commands.intake import ReceiveReport
from command_center.commands.notes import AddNote
from command_center.commands.triage import VerifyIncident
from command_center.domain.errors import OperatorError
from command_center.domain.incident import ReporterKind
from command_center.domain.place import LocatedBy
from command_center.domain.room import Camera
from tests.room.conftest import HandClock
from tests.room.desk import Desk

SECRETS = ("Sulastri", "Jl. Sulfat", "rahasia-sekali", "cctv.example", "0812")
HERE: dict[str, Any] = {
    "lat": -7.972489,
    "lon": 112.631562,
    "located_by": LocatedBy.GPS,
    "accuracy_m": 20.0,
}
CAMERA = Camera(
    id="s1",
    version=1,
    label="CAM-001",
    name="Simpang",
    url="rtsp://cctv.example/rahasia-sekali",
    owner="Diskominfo",
    kind="jalan",
    lat=-7.98,
    lon=112.63,
    enabled=True,
)


@pytest.fixture
def written(desk: Desk, database_url: str, tmp_path: Path, clock: HandClock) -> Any:
    def write(*what: str) -> list[dict[str, Any]]:
        file = tmp_path / "room.geojson"
        counts = export_geojson(database_url, file, what, clock.now())
        text = file.read_text(encoding="utf-8")
        document = json.loads(text)
        assert not [secret for secret in SECRETS if secret in text]
        assert document["type"] == "FeatureCollection"
        assert len(document["features"]) == sum(counts.values())
        assert not list(tmp_path.glob("*.part"))
        return list(document["features"])

    return write


def test_an_incident_is_told_to_a_hundred_metres_without_a_word_of_it(
    desk: Desk, written: Any
) -> None:
    id = desk.report("Bu Sulastri 0812", address="Jl. Sulfat 7", **HERE)
    desk.do(VerifyIncident(id))
    desk.do(AddNote(id, "rahasia-sekali"))
    (one,) = written("incidents")
    assert one["geometry"] == {"type": "Point", "coordinates": [112.632, -7.972]}
    said = one["properties"]
    assert set(said) == {
        *("layer", "number", "day", "category", "status", "priority", "opened_at", "verified_at"),
        *("area", "area_name", "placed_by"),
    }
    assert (said["category"], said["placed_by"]) == ("unjuk_rasa", "point")
    assert said["opened_at"].startswith("2026-11-21T07:00:00")
    assert one["id"] == f"incidents/{said['day']}-0001"


@pytest.mark.parametrize("reporter", [ReporterKind.ANONYMOUS, ReporterKind.CONFIDENTIAL])
def test_of_who_asked_for_silence_only_the_kelurahan_is_told(
    desk: Desk, written: Any, reporter: ReporterKind
) -> None:
    desk.report("x", reporter=reporter, **HERE)
    (one,) = written("incidents")
    area = desk.room.city.gazetteer.by_code(one["properties"]["area"])
    assert area is not None
    assert one["properties"]["placed_by"] == "area"
    assert one["geometry"]["coordinates"] == [round(area.lon or 0, 3), round(area.lat or 0, 3)]


def test_a_kind_that_may_name_a_victim_is_told_by_its_kelurahan(desk: Desk, written: Any) -> None:
    desk.do(ReceiveReport("110", "v1", "kekerasan_rumah_tangga", "x", **HERE))
    (one,) = written("incidents")
    assert one["properties"]["placed_by"] == "area"


def test_units_are_told_by_their_home_and_cameras_without_their_address(
    desk: Desk, written: Any
) -> None:
    carried = replace(CAMERA, id="s2", unit_id=desk.unit("SAMAPTA 12").id)
    desk.do(ImportCameras((CAMERA, carried)), act=desk.room.console)
    features = written("cameras", "units")
    cameras = [one for one in features if one["properties"]["layer"] == "cameras"]
    assert [one["id"] for one in cameras] == ["cameras/s1"]
    assert cameras[0]["properties"]["label"] == "CAM-001"
    units = features[1:]
    assert units
    assert all("home" in one["properties"] for one in units if one["geometry"])


def test_all_layers_are_written_in_the_order_asked(written: Any, desk: Desk) -> None:
    layers = [one["properties"]["layer"] for one in written(*LAYERS)]
    assert layers.count("boundaries") == 57
    assert layers.count("places") == len(desk.room.city.places)
    assert sorted(set(layers), key=layers.index) == ["units", "places", "boundaries"]


def test_a_folder_that_is_not_there_is_said(
    desk: Desk, database_url: str, tmp_path: Path, clock: HandClock
) -> None:
    with pytest.raises(OperatorError, match="export_not_written"):
        export_geojson(database_url, tmp_path / "no" / "x.geojson", ["places"], clock.now())
