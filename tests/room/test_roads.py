"""Streets taken into a room, what is closed of them, and the arrivals reckoned with both."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from command_center.advice.fleet import UnitPoint
from command_center.bootstrap.roads import RoadRows, RoomRoads, import_roads, road_rows
from command_center.cli import main
from command_center.cli_status import DONE, NOTHING_STORED
from command_center.commands.roads import (
    MOST_POINTS,
    CloseRoad,
    KeepRoads,
    OpenRoad,
    SetRoadSpeeds,
)
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.place import LatLon
from command_center.domain.room import Role
from command_center.domain.unit import RoadClosure, UnitStatus
from command_center.geo.roadnet.table import road_file
from command_center.runtime.paths import roads_dir
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.unit.geo.roadnet.nets import LAT, LON, STEP

LINE = ((LAT, LON), (LAT, LON + STEP))


def town(file: Path, columns: int = 4, rows: int = 3) -> Path:
    """A grid of streets as GeoJSON."""
    features = []
    for r in range(rows):
        features.append([(r, c) for c in range(columns)])
    for c in range(columns):
        features.append([(r, c) for r in range(rows)])
    lines = [[[LON + c * STEP, LAT + r * STEP] for r, c in spots] for spots in features]
    document = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"kelas": "Jalan Lokal"},
                "geometry": {"type": "LineString", "coordinates": line},
            }
            for line in lines
        ],
    }
    file.write_text(json.dumps(document))
    return file


def rows_of(desk: Desk) -> RoadRows:
    look = desk.look()
    closures: list[RoadClosure] = list(look.all("road_closure"))
    return road_rows(look.all("room_setting"), closures)


def row(desk: Desk, entity: str, id: str) -> Any:
    return desk.look().get(entity, id)


def eta(roads: RoomRoads, desk: Desk) -> Any:
    unit = UnitPoint("u", LAT, LON, desk.room.clock.now(), UnitStatus.EN_ROUTE)
    estimator = roads.estimator(rows_of(desk))
    return estimator.etas([unit], LatLon(LAT, LON + 3 * STEP), desk.room.clock.now())[0]


def test_an_imported_graph_is_what_arrivals_are_reckoned_with(
    desk: Desk, database_url: str, tmp_path: Path
) -> None:
    roads = RoomRoads()
    assert eta(roads, desk).reason == "no_graph"
    assert roads.why_straight == "no_roads"
    stored, said = import_roads(town(tmp_path / "kota.geojson"), database_url, "CC0")
    assert stored == 17
    assert "12 nodes, 17 stretches" in said[0]
    assert "0 islands" in said[1]
    found = eta(roads, desk)
    assert (found.by, found.reason) == ("road", "")
    setting = row(desk, "room_setting", "roads")
    assert setting.value["source"] == "kota.geojson"
    assert setting.value["licence"] == "CC0"
    assert (setting.value["nodes"], setting.value["edges"]) == (12, 17)
    assert road_file(roads_dir(), setting.value["sha256"]).is_file()
    assert desk.kinds()[-1] == "roads.imported"


def test_the_command_line_says_what_the_graph_is_like(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = town(tmp_path / "kota.geojson")
    assert main(["import", "roads", str(file), "--database", database_url]) == DONE
    assert capsys.readouterr().out.splitlines()[-1] == "17 stored"
    file.write_text("{}")
    assert main(["import", "roads", str(file), "--database", database_url]) == NOTHING_STORED
    assert capsys.readouterr().out.splitlines() == ["kota.geojson: not geojson", "0 stored"]


def test_a_closed_street_is_driven_round_until_it_opens(
    desk: Desk, database_url: str, tmp_path: Path
) -> None:
    import_roads(town(tmp_path / "kota.geojson"), database_url, "")
    roads = RoomRoads()
    before = eta(roads, desk).seconds
    south = ((LAT, LON + 1.3 * STEP), (LAT, LON + 1.7 * STEP))
    closed = desk.do(CloseRoad("Jl. Veteran", south, "banjir")).result
    assert eta(roads, desk).seconds > before + 30
    desk.do(OpenRoad(str(closed["closure_id"])))
    assert eta(roads, desk).seconds == before


def test_speeds_of_the_room_count_and_a_slip_is_refused(
    desk: Desk, database_url: str, tmp_path: Path
) -> None:
    import_roads(town(tmp_path / "kota.geojson"), database_url, "")
    roads = RoomRoads()
    before = eta(roads, desk).seconds
    desk.do(SetRoadSpeeds({"car": {"local": 11}}))
    assert eta(roads, desk).seconds == pytest.approx(2 * before)
    with pytest.raises(OperatorError, match="roads_bad_speeds") as refused:
        desk.do(SetRoadSpeeds({"car": {"lokal": 11}}, before=1))
    assert "lokal" in str(refused.value.params["why"])
    with pytest.raises(Conflict):
        desk.do(SetRoadSpeeds({"car": {"local": 20}}))


def test_a_machine_without_the_rooms_graph_says_so_and_reckons_straight(
    desk: Desk, database_url: str, tmp_path: Path
) -> None:
    import_roads(town(tmp_path / "kota.geojson"), database_url, "")
    elsewhere = RoomRoads(tmp_path / "other")
    assert eta(elsewhere, desk).reason == "no_graph"
    assert elsewhere.why_straight == "roads_not_here"
    (file,) = roads_dir().iterdir()
    file.write_bytes(b"PK\x03\x04 broken")
    broken = RoomRoads()
    assert eta(broken, desk).by == "straight"
    assert broken.why_straight == "roads_damaged"


def test_a_second_import_replaces_the_first(desk: Desk, database_url: str, tmp_path: Path) -> None:
    import_roads(town(tmp_path / "kota.geojson"), database_url, "")
    roads = RoomRoads()
    eta(roads, desk)
    import_roads(town(tmp_path / "kota.geojson", columns=5), database_url, "")
    assert eta(roads, desk).by == "road"
    assert rows_of(desk).roads is not None
    assert row(desk, "room_setting", "roads").version == 2


def test_nothing_is_stored_of_a_file_without_streets(
    desk: Desk, database_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "kosong.geojson"
    file.write_text('{"type": "FeatureCollection", "features": []}')
    stored, said = import_roads(file, database_url, "")
    assert (stored, said) == (0, ["kosong.geojson: no rows"])
    assert not roads_dir().exists()
    assert row(desk, "room_setting", "roads") is None


def test_the_window_does_not_wait_for_the_streets(
    desk: Desk, database_url: str, tmp_path: Path
) -> None:
    import_roads(town(tmp_path / "kota.geojson"), database_url, "")
    told: list[bool] = []
    roads = RoomRoads(ready=lambda: told.append(True))
    rows = rows_of(desk)
    assert roads.estimator_now(rows).net is None
    roads.close()
    assert told == [True]
    loaded = roads.estimator_now(rows)
    assert loaded.net is not None
    desk.do(CloseRoad("Jl. Veteran", LINE, "pawai"))
    later = rows_of(desk)
    assert roads.estimator_now(later).net is loaded.net
    roads.close()
    assert len(roads.estimator_now(later).closures.edges) == 1
    assert len(told) == 2


def test_a_closure_is_logged_with_who_closed_it_and_until_when(
    desk: Desk, clock: HandClock
) -> None:
    until = clock.now() + timedelta(hours=3)
    made = desk.do(CloseRoad(" Jl. Ijen ", LINE, "car free day", until)).result
    closure = row(desk, "road_closure", str(made["closure_id"]))
    assert (closure.name, closure.until, closure.opened_at) == ("Jl. Ijen", until, None)
    assert closure.closed_by == desk.room.act.actor
    assert closure.line == LINE
    clock.turn(60)
    desk.do(OpenRoad(closure.id))
    clock.turn(60)
    desk.do(OpenRoad(closure.id))
    opened = row(desk, "road_closure", closure.id)
    assert opened.opened_at == clock.now() - timedelta(seconds=60)


NAN = float("nan")


REFUSED = (
    (CloseRoad("  ", LINE, "banjir"), "road_needs_name"),
    (CloseRoad("x" * 201, LINE, "banjir"), "text_too_long"),
    (CloseRoad("Jl. A", LINE, ""), "road_needs_reason"),
    (CloseRoad("Jl. A", LINE, "x" * 501), "text_too_long"),
    (CloseRoad("Jl. A", (), "banjir"), "road_needs_line"),
    (CloseRoad("Jl. A", (LINE[0], LINE[0]), "banjir"), "road_needs_line"),
    (CloseRoad("Jl. A", (LINE[0], (NAN, LON)), "banjir"), "road_line_nowhere"),
    (CloseRoad("Jl. A", (LINE[0], (LON, LAT)), "banjir"), "road_line_nowhere"),
    (CloseRoad("Jl. A", LINE * MOST_POINTS, "banjir"), "road_line_too_long"),
    (OpenRoad("tidak-ada"), "not_found"),
)


def test_a_closure_that_is_none_is_refused(desk: Desk, clock: HandClock) -> None:
    over = CloseRoad("Jl. A", LINE, "banjir", clock.now())
    for command, code in (*REFUSED, (over, "road_opens_before")):
        with pytest.raises(OperatorError) as refused:
            desk.do(command)
        assert refused.value.code == code
    assert not list(desk.look().all("road_closure"))


def test_the_longest_line_fits(desk: Desk) -> None:
    line = tuple((LAT + i / 7_777_777, -LON - i / 3_333_333) for i in range(MOST_POINTS))
    desk.do(CloseRoad("Jl. A", line, "banjir"))
    (closure,) = desk.look().all("road_closure")
    assert len(closure.line) == MOST_POINTS


def test_only_who_orders_units_closes_roads(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.do(CloseRoad("Jl. A", LINE, "banjir"), act=desk.person(Role.OBSERVER))
    desk.do(CloseRoad("Jl. A", LINE, "banjir"), act=desk.person(Role.OPERATOR))


def test_a_hash_that_is_none_is_refused(desk: Desk) -> None:
    for digest in ("", "../../x", "A" * 64):
        with pytest.raises(OperatorError, match="roads_bad_hash"):
            desk.do(KeepRoads("x", digest, 1, 1, 0), act=desk.room.console)
