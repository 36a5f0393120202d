"""Rivers as people have them in files, whole, odd and hostile."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from command_center.geo.faults import FaultCode
from command_center.geo.rivers import reading
from command_center.geo.rivers.reading import RiversImport, read_rivers
from command_center.geo.rivers.river import (
    MOST_OF_ONE,
    BadRivers,
    River,
    RiverKind,
    length_km,
    load,
    river_file,
    save,
)
from command_center.geo.roadnet.assemble import Stopped
from tests.unit.geo.real_data import data_file

SQUARE = [[112.6, -8.0], [112.61, -8.0], [112.61, -7.99], [112.6, -7.99], [112.6, -8.0]]
HOLE = [[112.603, -7.997], [112.607, -7.997], [112.607, -7.993], [112.603, -7.997]]
BOW = [[112.6, -8.0], [112.61, -7.99], [112.61, -8.0], [112.6, -7.99], [112.6, -8.0]]


def feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def line(*points: Sequence[float], **properties: Any) -> dict[str, Any]:
    drawn = [list(point) for point in points or ((112.6, -8.0), (112.6, -7.99))]
    return feature("LineString", drawn, **properties)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sungai.file"


def read(file: Path, *features: Any) -> RiversImport:
    file.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}))
    return read_rivers(file)


def test_lines_and_areas_are_taken_by_their_words(file: Path) -> None:
    two = [[[112.6, -8.0], [112.6, -7.99]], [[112.7, -8.0], [112.7, -7.99]]]
    made = read(
        file,
        line(waterway="river", name=" Kali  Brantas "),
        line(NAMOBJ="Metro", REMARK="Sungai Musiman"),
        feature("MultiLineString", two, fclass="drain"),
        feature("Polygon", [SQUARE, HOLE], kelas="Saluran Irigasi"),
        line(waterway="dam"),
        line(),
    )
    assert made.faults == ()
    told = [(r.kind, r.area, len(r.lines)) for r in made.rivers]
    assert told == [
        (RiverKind.RIVER, False, 1),
        (RiverKind.RIVER, False, 1),
        (RiverKind.DRAIN, False, 2),
        (RiverKind.CANAL, True, 2),
        (RiverKind.RIVER, False, 1),
    ]
    assert [r.name for r in made.rivers[:2]] == ["Kali Brantas", "Metro"]
    assert made.rivers[0].lines == (((-8.0, 112.6), (-7.99, 112.6)),)
    assert length_km(made.rivers[:1]) == pytest.approx(1.11, abs=0.01)


@pytest.mark.parametrize(
    ("wrong", "column", "code"),
    [
        (line(waterway="lava"), "class", FaultCode.UNKNOWN_VALUE),
        (line((112.6, -8.0)), "geometry", FaultCode.BAD_GEOMETRY),
        (line((-8.0, 112.6), (-7.9, 112.6)), "geometry", FaultCode.SWAPPED),
        (line((112.6, -8.0), (1e400, 2)), None, FaultCode.NOT_GEOJSON),
        (line((512.6, -8.0), (112.6, -8.0)), "geometry", FaultCode.OUT_OF_RANGE),
        (feature("Polygon", [BOW]), "geometry", FaultCode.BAD_GEOMETRY),
        (feature("Point", [112.6, -8.0]), "geometry", FaultCode.BAD_GEOMETRY),
        (
            line(*[(112.6 + n * 1e-6, -8.0) for n in range(MOST_OF_ONE + 1)]),
            "geometry",
            FaultCode.TOO_DETAILED,
        ),
        (7, None, FaultCode.NOT_GEOJSON),
    ],
)
def test_a_feature_at_fault_is_named_and_the_others_stand(
    file: Path, wrong: Any, column: str | None, code: FaultCode
) -> None:
    made = read(file, line(name="baik"), wrong)
    (fault,) = made.faults
    assert (fault.column, fault.code) == (column, code)
    if "Infinity" not in file.read_text():
        assert fault.row == 2
        assert [river.name for river in made.rivers] == ["baik"]


def test_a_whole_file_is_refused_in_one_sentence(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [fault.code for fault in read(file).faults] == [FaultCode.NO_ROWS]
    assert [fault.code for fault in read(file, line(waterway="weir")).faults] == [FaultCode.NO_ROWS]
    file.write_text("[" * 5_000)
    assert [fault.code for fault in read_rivers(file).faults] == [FaultCode.TOO_DEEP]
    monkeypatch.setattr(reading, "MOST_POINTS", 3)
    made = read(file, line(), line())
    assert (made.rivers, [fault.code for fault in made.faults]) == ((), [FaultCode.TOO_LARGE])


def test_who_stops_it_has_nothing(file: Path) -> None:
    def stop(_: int) -> None:
        raise Stopped

    file.write_text(json.dumps(line()))
    with pytest.raises(Stopped):
        read_rivers(file, stop)


OSM = """<osm version="0.6">
 <node id="1" lat="-8.0" lon="112.6"/><node id="2" lat="-7.99" lon="112.6"/>
 <node id="3" lat="-7.99" lon="112.61"/><node id="4" lat="-8.0" lon="112.61"/>
 <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="99"/>
  <tag k="waterway" v="river"/><tag k="name" v="Brantas"/></way>
 <way id="11"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
  <tag k="natural" v="water"/><tag k="water" v="river"/></way>
 <way id="12"><nd ref="1"/><nd ref="3"/><nd ref="2"/><nd ref="4"/><nd ref="1"/>
  <tag k="waterway" v="riverbank"/></way>
 <way id="13"><nd ref="1"/><nd ref="3"/><nd ref="2"/><tag k="waterway" v="riverbank"/></way>
 <way id="14"><nd ref="1"/><nd ref="2"/><tag k="natural" v="water"/></way>
 <way id="15"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/></way>
 <way id="16"><nd ref="1"/><nd ref="2"/><tag k="waterway" v="weir"/></way>
</osm>"""


def test_an_extract_gives_its_waterways_and_names_the_ways_at_fault(file: Path) -> None:
    file.write_text(OSM)
    made = read_rivers(file)
    assert [(r.name, r.area, len(r.lines[0])) for r in made.rivers] == [
        ("Brantas", False, 2),
        ("", True, 5),
    ]
    assert [(fault.column, fault.code) for fault in made.faults] == [
        ("way 12", FaultCode.CROSSING),
        ("way 13", FaultCode.RING_OPEN),
    ]
    assert "OpenStreetMap" in made.licence
    file.write_text(OSM[:-30])
    broken = read_rivers(file)
    assert (broken.rivers, broken.faults[0].code) == ((), FaultCode.UNREADABLE)


def test_the_waterways_of_a_real_town(file: Path) -> None:
    made = read_rivers(data_file("roads/baltimore.osm.pbf"))
    named = {river.name for river in made.rivers}
    assert {"Jones Falls", "Gwynns Falls"} & named
    assert {RiverKind.RIVER, RiverKind.STREAM} <= {river.kind for river in made.rivers}


def test_rivers_are_kept_under_their_hash(tmp_path: Path) -> None:
    rivers = (River(RiverKind.RIVER, "Brantas", False, (((-8.0, 112.6), (-7.99, 112.6)),)),)
    file, digest = save(rivers, tmp_path)
    assert load(tmp_path, digest) == rivers
    file.write_bytes(file.read_bytes().replace(b"Brantas", b"Metro"))
    with pytest.raises(BadRivers):
        load(tmp_path, digest)
    with pytest.raises(FileNotFoundError):
        load(tmp_path, "0" * 64)
    with pytest.raises(ValueError, match="hex"):
        river_file(tmp_path, "../x")
