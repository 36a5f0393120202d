"""Files of places on screen: what they do not speak of stays, and nothing is put by a guess."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from command_center.commands.assessments import Assess
from command_center.commands.elections import ImportStations, StationRow
from command_center.commands.operations import StartOperation
from command_center.commands.sites import ImportSites
from command_center.documents.place_tables import as_csv, sites_table
from command_center.domain.place import PlaceKind
from command_center.domain.room import Operation
from command_center.domain.site import SubjectKind
from tests.ui.real_room import real_desk
from tests.ui.test_places_panel import ELECTION, KPU, Places, places, sheet

__all__ = ["places", "real_desk"]
FULL = replace(KPU, lat=-7.97766, lon=112.63409, address="Jl. Bantaran 6", source="survei")
LOWOKWARU = "35.73.05.1011"


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def exported(places: Places, name: str) -> Path:
    folder = places.desk.seat.pictures.with_name("exports")
    before = set(folder.glob(f"{name}-*"))
    said = places.desk.said().count("places_exported")
    places.press(Qt.Key.Key_E)
    QTest.keyClick(places.page.question, Qt.Key.Key_1)
    places.desk.until(lambda: places.desk.said().count("places_exported") > said)
    (path,) = set(folder.glob(f"{name}-*")) - before
    return path


def only(places: Places, kind: str) -> Any:
    (row,) = places.desk.seat.situation.all(kind)
    return row


def test_a_file_with_fewer_columns_empties_nothing(places: Places, tmp_path: Path) -> None:
    places.desk.do(FULL)
    places.read(written(tmp_path / "t.csv", "kode;jenis;nama", "kpu;kpu;KPU Kota"))
    assert places.errors() == ["places_nothing_new"]
    before = only(places, "site")
    places.read(written(tmp_path / "u.csv", "kode;jenis;nama", "kpu;kpu;KPU Malang"))
    places.stored()
    assert only(places, "site") == replace(before, version=2, name="KPU Malang")


def test_a_station_list_with_fewer_columns_empties_nothing(places: Places, tmp_path: Path) -> None:
    id = str(places.desk.do(ELECTION).result["election_id"])
    row = StationRow(LOWOKWARU, 1, "3573051011", 560, "SDN 1", -7.94, 112.61)
    places.desk.do(ImportStations(id, "KPU", (row,)))
    places.panel.turn_to("stations")
    places.read(written(tmp_path / "tps.csv", "kode;no_tps", f"{LOWOKWARU};1"))
    assert places.errors() == ["places_nothing_new"]


def test_what_was_written_without_contacts_deletes_none(places: Places, tmp_path: Path) -> None:
    places.desk.do(ImportSites((FULL,)))
    path = tmp_path / "tempat.csv"
    path.write_bytes(as_csv(sites_table([only(places, "site")], contacts=False)))
    assert "kontak" not in sheet(path)[0]
    places.read(path)
    assert places.errors() == ["places_nothing_new"]


@pytest.mark.parametrize(
    "said",
    [
        "Bandung", "Kauman dan Kasin", "Kel. Sukun Kab. Blitar", "Kec. Sukun", "Kasi", "Kel.",
        "", "35.73", "Kota Malang",
    ],
)  # fmt: skip
def test_no_kelurahan_is_guessed(places: Places, said: str) -> None:
    assert places.page.known_area(said) is None


def test_every_kelurahan_is_known_by_its_name_and_code(places: Places) -> None:
    city = places.desk.seat.city
    areas = [area for area in city.areas if area.kind is PlaceKind.KELURAHAN]
    assert len(areas) == 57
    for area in areas:
        code, name = area.code, area.name
        ways = (code, name, name.upper(), f"Kel. {name}", f"KELURAHAN {name}", *area.nicknames)
        assert {way: places.page.known_area(way) for way in ways} == dict.fromkeys(ways, code)


def operation(places: Places, id: str) -> str:
    row = Operation(id, 1, id, places.desk.clock.now(), None, None, {})
    room = places.desk.room
    done = room.lane.submit(StartOperation(row), act=room.console).result(20)
    places.desk.seen(done.seq or 0)
    return id


def test_judgements_of_one_operation_are_not_those_of_another(
    places: Places, tmp_path: Path
) -> None:
    lines = ("kelurahan,teror,penilai,sumber,tanggal", "Kauman,4,Kasat,Intel,20-11-2026")
    path = written(tmp_path / "nilai.csv", *lines)
    id = operation(places, "pilkada")
    places.panel.turn_to("areas")
    for scope in ("", id):
        places.panel.scope.use_operation(scope)
        places.read(path)
        places.stored()
    rows = places.desk.seat.situation.all("assessment")
    assert [row.operation_id for row in rows] == [None, id]
    places.read(path)
    assert places.errors() == ["places_nothing_new"]


def test_judgements_are_written_for_what_reads_them_in_again(places: Places) -> None:
    desk, id = places.desk, operation(places, "pilkada")
    stations = []
    for election in (ELECTION, replace(ELECTION, code="pemilu-2029", day="2029-02-14")):
        row = str(desk.do(election).result["election_id"])
        desk.do(ImportStations(row, "KPU", (StationRow(LOWOKWARU, 1),)))
        found = desk.seat.situation.all("polling_station")
        stations.append(next(one for one in found if one.election_id == row))
    site = str(desk.do(replace(KPU, code="")).result["site_id"])
    at = desk.clock.now() - timedelta(hours=3, microseconds=7)
    for kind, subject in (
        (SubjectKind.AREA, LOWOKWARU),
        (SubjectKind.SITE, site),
        *((SubjectKind.STATION, row.id) for row in stations),
    ):
        desk.do(Assess(kind, subject, {"teror": 2}, "Intel", author="Kasat", at=at))
    desk.do(Assess(SubjectKind.AREA, LOWOKWARU, {"teror": 4}, "Intel", operation_id=id))
    places.panel.turn_to("areas")
    places.panel.scope.use_election(stations[0].election_id)
    path = exported(places, "kerawanan")
    written = [tuple(row[:3]) for row in sheet(path)[1:]]
    assert written == [("", LOWOKWARU, ""), ("", LOWOKWARU, "1")]
    places.read(path)
    assert places.errors() == ["places_nothing_new"]
