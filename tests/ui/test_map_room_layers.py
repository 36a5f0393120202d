"""The map shows what the room judges, watches over and imported, when a person asks for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from command_center.commands.roads import ROADS_SETTING
from command_center.domain.place import LocatedBy
from command_center.domain.room import RoomSetting
from command_center.domain.site import (
    Assessment,
    Election,
    ElectionKind,
    PollingStation,
    Site,
    SiteKind,
    SubjectKind,
)
from command_center.geo.roadnet.reading import read_roads
from command_center.geo.roadnet.table import save
from command_center.ui.map.labels import Box
from command_center.ui.map.panel import MapPanel
from command_center.ui.map.scattered import Scattered, Spot
from tests.room.test_roads import town
from tests.ui.map_pictures import finished
from tests.ui.scene import NOW, ago
from tests.ui.seats import Desk
from tests.ui.test_map_layers import map_of, note, turn

WONOKOYO = "35.73.03.1004"
AT = -8.02286, 112.65779
RATED = Assessment(
    "a1", 1, SubjectKind.AREA, WONOKOYO, None, {"teror": 4}, 0, 100.0, "sangat_rawan", "",
    "Kasat", "Intel", NOW, "rina", None,
)  # fmt: skip
OFFICE = Site(
    "s1", 1, "kpu", SiteKind.KPU, "KPU Kota Malang", "KPU", "Jl. Bantaran", "", (), WONOKOYO,
    *AT, LocatedBy.TYPED, "KPU", NOW, None,
)  # fmt: skip
ELECTION = Election(
    "e1", 1, "pemilu-2024", "Pemilu 2024", ElectionKind.GENERAL, "2024-02-14", "KPU"
)
STATION = PollingStation(
    "t1", 1, "e1", WONOKOYO, "", 12, None, "", *AT, LocatedBy.TYPED, "KPU", None
)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> MapPanel:
    """Without the ground's own lines and names, which would lie over what is looked at."""
    made = map_of(desk, qtbot)
    for part in ("names", "roads"):
        turn(made, part)
    return made


def pixel(picture: QImage, panel: MapPanel, lat: float, lon: float) -> int:
    x, y = panel.canvas.viewport.to_px(*panel.canvas.ground.to_m(lat, lon))
    return picture.pixel(round(x), round(y))


def read(panel: MapPanel, lat: float, lon: float) -> str:
    """What a click beside all marks says."""
    x, y = panel.canvas.viewport.to_px(*panel.canvas.ground.to_m(lat, lon))
    panel.canvas._read(x, y)
    return panel.tools.told.text()


def test_what_is_judged_vulnerable_is_shaded_and_what_nobody_judged_hatched(
    panel: MapPanel, desk: Desk
) -> None:
    before = finished(panel.canvas)
    turn(panel, "rated")
    hatched = finished(panel.canvas)
    assert hatched != before
    assert note(panel, "rated") == "0 dari 57 dinilai; arsir: belum dinilai"
    assert read(panel, *AT) == "Wonokoyo: belum dinilai"
    desk.add(RATED)
    desk.settle()
    shaded = finished(panel.canvas)
    assert note(panel, "rated").startswith("1 dari 57 dinilai")
    area = [(AT[0] + step * 2e-4, AT[1]) for step in range(12)]
    assert len({pixel(hatched, panel, *at) for at in area}) > 1
    assert len({pixel(shaded, panel, *at) for at in area}) == 1
    assert read(panel, *AT).startswith("Wonokoyo: Sangat rawan, dinilai ")
    desk.change(desk.row("assessment", "a1"), struck_at=NOW)
    desk.settle()
    again = finished(panel.canvas)
    assert all(pixel(again, panel, *at) == pixel(hatched, panel, *at) for at in area)


def test_a_more_vulnerable_area_has_another_shade(panel: MapPanel, desk: Desk) -> None:
    turn(panel, "rated")
    seen = set()
    for place, value in enumerate((5.0, 30.0, 50.0, 60.0, 95.0)):
        row = replace(RATED, id=f"a{place}", value=value, at=ago(100 - place))
        desk.add(row)
        desk.settle()
        seen.add(pixel(finished(panel.canvas), panel, *AT))
    assert len(seen) == 5


def test_places_are_shown_by_kind_and_say_what_they_are(panel: MapPanel, desk: Desk) -> None:
    before = finished(panel.canvas)
    turn(panel, "sites_election")
    desk.add(OFFICE, replace(OFFICE, id="s2", lat=None, lon=None, code="b"))
    desk.settle()
    shown = finished(panel.canvas)
    assert pixel(shown, panel, *AT) != pixel(before, panel, *AT)
    assert note(panel, "sites_election") == "1 dari 2 berkoordinat"
    assert read(panel, *AT) == "KPU: KPU"
    turn(panel, "sites_election")
    turn(panel, "sites_offices")
    assert pixel(finished(panel.canvas), panel, *AT) == pixel(before, panel, *AT)
    turn(panel, "sites_election")
    desk.change(desk.row("site", "s1"), closed_at=NOW)
    desk.settle()
    assert pixel(finished(panel.canvas), panel, *AT) == pixel(before, panel, *AT)


def test_names_of_places_are_written_near_by(panel: MapPanel, desk: Desk) -> None:
    turn(panel, "sites_election")
    desk.add(OFFICE)
    desk.settle()
    canvas = panel.canvas
    canvas.look_at(replace(canvas.viewport, scale=0.2).centred(*canvas.ground.to_m(*AT)))
    without_name = replace(OFFICE, short=" ")
    written = finished(canvas)
    desk.change(desk.row("site", "s1"), short=without_name.short)
    desk.settle()
    assert finished(canvas) != written


def test_polling_stations_of_the_newest_election_are_shown(panel: MapPanel, desk: Desk) -> None:
    turn(panel, "stations")
    assert note(panel, "stations") == "belum ada daftar TPS"
    older = replace(ELECTION, id="e0", day="2019-04-17", name="Pemilu 2019")
    desk.add(older, ELECTION, STATION)
    desk.add(replace(STATION, id="t0", election_id="e0", number=7))
    desk.add(replace(STATION, id="t2", number=13, lat=None, lon=None))
    desk.settle()
    assert note(panel, "stations") == "Pemilu 2024: 1 dari 2 berkoordinat"
    assert read(panel, *AT) == "TPS 12 Wonokoyo"
    hollow = pixel(finished(panel.canvas), panel, *AT)
    judged = replace(RATED, subject_kind=SubjectKind.STATION, subject_id="t1")
    desk.add(judged)
    desk.settle()
    assert pixel(finished(panel.canvas), panel, *AT) != hollow


def test_imported_streets_are_drawn_or_it_is_said_why_not(
    panel: MapPanel, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    made = read_roads(town(tmp_path / "town.geojson"))
    assert made.table is not None
    desk.seat.roads._folder = tmp_path
    before = finished(panel.canvas)
    turn(panel, "streets")
    assert note(panel, "streets") == "ruang ini belum mengimpor jalan"
    desk.add(RoomSetting(ROADS_SETTING, 1, {"sha256": "0" * 64}))
    desk.settle()
    qtbot.waitUntil(lambda: note(panel, "streets") == "berkas jalan tidak ada di komputer ini")
    assert finished(panel.canvas) == before
    _, digest = save(made.table, tmp_path)
    desk.change(desk.row("room_setting", ROADS_SETTING), value={"sha256": digest})
    desk.settle()
    qtbot.waitUntil(lambda: note(panel, "streets").endswith(" ruas"))
    ruas = int(note(panel, "streets").split()[0])
    assert 0 < ruas <= len(made.table.start)
    assert finished(panel.canvas) != before


def test_spots_are_found_by_place_however_large_the_rectangle() -> None:
    spots = [Spot(str(n), "", n * 90.0 - 4000, n * 37.0 - 900) for n in range(90)]
    found = Scattered(spots)
    for box in (Box(-1e7, -1e7, 2e7, 2e7), Box(-700.0, -700.0, 1200.0, 1500.0)):
        right, bottom = box.left + box.width, box.top + box.height
        inside = {s.id for s in spots if box.left <= s.x_m <= right and box.top <= s.y_m <= bottom}
        assert {s.id for s in found.within(box.left, box.top, right, bottom)} == inside
        assert inside
    assert [s.id for s in found.near(spots[5].x_m + 1, spots[5].y_m, 100.0)] == ["5", "6", "4"]


def test_every_layer_of_the_room_has_a_switch_of_its_own(panel: MapPanel) -> None:
    ids = [switch.id for switch in panel.tools.switches.all]
    assert len(ids) == len(set(ids))
    assert {"rated", "streets", "stations", "sites_election", "sites_offices"} < set(ids)
    assert all(row.switch.title() for row in panel.tools.list.rows)
