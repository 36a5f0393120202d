"""Road files as people have them, whole, odd and hostile."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_center.geo.faults import FaultCode
from command_center.geo.roadnet import osm_pieces
from command_center.geo.roadnet.assemble import Stopped
from command_center.geo.roadnet.classes import RoadClass
from command_center.geo.roadnet.net import RoadNet
from command_center.geo.roadnet.reading import RoadsImport, read_roads
from tests.unit.geo.real_data import data_file
from tests.unit.geo.roadnet.nets import LAT, LON, STEP

Spot = tuple[float, float]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "jalan.file"


def line(*spots: Spot, **properties: Any) -> dict[str, Any]:
    """A street through spots given in steps north and east."""
    drawn = [[round(LON + c * STEP, 7), round(LAT + r * STEP, 7)] for r, c in spots]
    geometry = {"type": "LineString", "coordinates": drawn}
    return {
        "type": "Feature",
        "properties": {"kelas": "Jalan Lokal", **properties},
        "geometry": geometry,
    }


SWAPPED = line((0, 0), (0, 1))
for spot in SWAPPED["geometry"]["coordinates"]:
    spot.reverse()


def read(file: Path, *features: Any) -> RoadsImport:
    file.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}))
    return read_roads(file)


def net_of(made: RoadsImport) -> RoadNet:
    assert made.table is not None, made.faults
    return RoadNet(made.table)


def test_lines_that_touch_are_a_graph(file: Path) -> None:
    made = read(file, line((0, 0), (0, 1), (0, 2)), line((0, 1), (1, 1), highway="primary"))
    net = net_of(made)
    assert (net.nodes, net.edges, made.islands, made.faults) == (4, 3, 0, ())
    assert sorted(net.table.kind.tolist()) == [RoadClass.PRIMARY] + [RoadClass.LOCAL] * 2


def test_named_nodes_meet_by_their_names_only(file: Path) -> None:
    south_north = line((0, 0), (0.5, 0.5), (1, 1), u=0, v=1)
    north_south = line((1, 0), (0.5, 0.5), (0, 1), u=2, v=3)
    net = net_of(read(file, south_north, north_south, line((0, 0), (1, 0), u=0, v=2)))
    assert (net.nodes, net.edges, net.islands()) == (4, 3, 0)


@pytest.mark.parametrize(
    ("word", "there", "back"),
    [("yes", True, False), ("-1", False, True), ("T", False, True), ("B", True, True)],
)
def test_one_way_is_told_in_many_words(file: Path, word: str, there: bool, back: bool) -> None:
    ring = [line((0, 2), (1, 1)), line((1, 1), (0, 0))]
    net = net_of(read(file, line((0, 0), (0, 2), oneway=word), *ring))
    west, east = int(net.table.lon.argmin()), int(net.table.lon.argmax())
    direct_s = 2 * 110.2 * 3.6 / 22
    assert bool(net.seconds_to(east)[west] < direct_s * 1.1) is there
    assert bool(net.seconds_to(west)[east] < direct_s * 1.1) is back


@pytest.mark.parametrize(
    ("feature", "column", "code"),
    [
        (line((0, 0), (0, 1), kelas="Jalan Setan"), "class", FaultCode.UNKNOWN_VALUE),
        (line((0, 0), (0, 1), kelas=""), "class", FaultCode.MISSING_VALUE),
        (line((0, 0), (0, 1), oneway="mungkin"), "one_way", FaultCode.UNKNOWN_VALUE),
        (line((0, 0)), "geometry", FaultCode.BAD_GEOMETRY),
        (SWAPPED, "geometry", FaultCode.SWAPPED),
        (line((0, 0), (0, float(10**6))), "geometry", FaultCode.OUT_OF_RANGE),
        ({**line((0, 0), (0, 1)), "geometry": None}, "geometry", FaultCode.BAD_GEOMETRY),
        (
            {
                **line((0, 0), (0, 1)),
                "geometry": {"type": "LineString", "coordinates": [[1, "x"], [2, 3]]},
            },
            "geometry",
            FaultCode.BAD_GEOMETRY,
        ),
        (
            {
                **line((0, 0), (0, 1)),
                "geometry": {"type": "MultiLineString", "coordinates": [[[1, 2]], 5]},
            },
            "geometry",
            FaultCode.BAD_GEOMETRY,
        ),
    ],
)
def test_a_street_at_fault_is_named_by_row_and_the_others_stand(
    file: Path, feature: Any, column: str, code: FaultCode
) -> None:
    made = read(file, line((0, 0), (0, 1)), feature, line((0, 1), (0, 2)))
    assert [(f.row, f.column, f.code) for f in made.faults] == [(2, column, code)]
    assert net_of(made).edges == 2


def test_a_path_on_foot_is_no_fault_and_no_street(file: Path) -> None:
    made = read(file, line((0, 0), (0, 1)), line((0, 1), (0, 2), kelas="footway"))
    assert made.faults == ()
    assert net_of(made).edges == 1


def test_nothing_to_drive_on_is_said(file: Path) -> None:
    (fault,) = read(file, line((0, 0), (0, 1), kelas="footway")).faults
    assert str(fault) == "jalan.file: no rows ('no street to drive on')"
    assert [f.code for f in read(file).faults] == [FaultCode.NO_ROWS]


def test_islands_are_counted_and_a_graph_of_islands_is_refused(file: Path) -> None:
    town = [line((0, c), (0, c + 1)) for c in range(6)]
    made = read(file, *town, line((5, 0), (5, 1)))
    assert (made.islands, round(made.apart, 2)) == (1, 0.22)
    assert net_of(made).nodes == 9
    made = read(file, *[line((r, 0), (r, 1)) for r in range(5)])
    assert made.table is None
    assert [str(fault) for fault in made.faults] == [
        "jalan.file: disconnected ('5 parts, the largest with 20% of 10 nodes')"
    ]


def test_what_is_no_map_is_said_in_a_sentence(file: Path) -> None:
    for content in (b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b"[" * 100_000, b"halo"):
        file.write_bytes(content)
        made = read_roads(file)
        assert made.table is None
        assert made.faults, content


OSM = """<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">{nodes}{ways}</osm>
"""


def osm(file: Path, *ways: tuple[list[int], dict[str, str]]) -> RoadsImport:
    """Ways over nodes 0 to 24 of a grid of five by five; others are missing from the extract."""
    nodes = ""
    for i in range(25):
        spot = f'lat="{LAT + i // 5 * STEP:.7f}" lon="{LON + i % 5 * STEP:.7f}"'
        nodes += f'<node id="{i}" version="1" {spot}/>'
    drawn = ""
    for number, (refs, tags) in enumerate(ways):
        inner = "".join(f'<nd ref="{ref}"/>' for ref in refs)
        inner += "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())
        drawn += f'<way id="{number}" version="1">{inner}</way>'
    file.write_text(OSM.format(nodes=nodes, ways=drawn))
    return read_roads(file)


STREET = {"highway": "residential"}


def test_ways_of_openstreetmap_are_streets(file: Path) -> None:
    made = osm(file, ([0, 1, 2], STREET), ([1, 6, 11], {"highway": "tertiary_link"}))
    net = net_of(made)
    assert (net.nodes, net.edges, made.faults) == (4, 3, ())
    assert set(net.table.kind.tolist()) == {RoadClass.LOCAL, RoadClass.TERTIARY}
    assert "OpenStreetMap contributors" in made.licence


@pytest.mark.parametrize(
    ("tags", "driven"),
    [
        ({"access": "private"}, False),
        ({"access": "no"}, False),
        ({"access": "no", "motor_vehicle": "yes"}, True),
        ({"access": "private", "emergency": "yes"}, True),
        ({"motor_vehicle": "no"}, False),
        ({"highway": "footway"}, False),
        ({"highway": "footway", "motorcycle": "designated"}, True),
        ({"highway": "construction"}, False),
        ({"area": "yes"}, False),
        ({"maxspeed": "-3 knots"}, True),
    ],
)
def test_where_we_may_not_drive_is_left_out(file: Path, tags: dict[str, str], driven: bool) -> None:
    made = osm(file, ([0, 1], STREET), ([1, 2], {**STREET, **tags}))
    assert net_of(made).edges == 1 + driven


@pytest.mark.parametrize(
    ("tags", "one_way"),
    [
        ({"oneway": "yes"}, True),
        ({"oneway": "no", "junction": "roundabout"}, False),
        ({"junction": "roundabout"}, True),
        ({"highway": "motorway"}, True),
        ({"oneway": "sometimes"}, False),
    ],
)
def test_directions_of_openstreetmap(file: Path, tags: dict[str, str], one_way: bool) -> None:
    made = osm(file, ([0, 1], {**STREET, **tags}), ([1, 6, 5, 0], STREET))
    assert net_of(made).table.one_way.tolist() == [one_way, *[False] * (net_of(made).edges - 1)]


def test_a_way_cut_off_at_the_edge_of_the_extract_keeps_what_is_there(file: Path) -> None:
    net = net_of(osm(file, ([0, 1, 999, 2, 3], STREET), ([1, 2], STREET)))
    assert (net.edges, net.islands()) == (3, 0)


def test_a_broken_extract_is_one_fault(file: Path) -> None:
    osm(file, ([0, 1], STREET))
    whole = file.read_bytes()
    bomb = (
        b'<!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><osm version="0.6">&b;</osm>'
    )
    packed = b"\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\x7c" + b"\xff" * 64
    for content in (whole[: len(whole) // 2], bomb, packed, b"<html></html>"):
        file.write_bytes(content)
        made = read_roads(file)
        assert made.table is None
        assert len(made.faults) == 1, content[:40]


def test_reading_can_be_stopped(file: Path) -> None:
    def stop(_: int) -> None:
        raise Stopped

    osm(file, ([0, 1], STREET))
    with pytest.raises(Stopped):
        read_roads(file, stop)
    read(file, line((0, 0), (0, 1)))
    with pytest.raises(Stopped):
        read_roads(file, stop)


class Hand:
    """Stops at the look after `looks` of them."""

    def __init__(self, looks: int) -> None:
        self.looks, self.told = looks, list[int]()

    def __call__(self, streets: int) -> None:
        self.told.append(streets)
        if len(self.told) > self.looks:
            raise Stopped


def test_reading_can_be_stopped_among_the_nodes_before_the_first_street(file: Path) -> None:
    nodes = "".join(
        f'<node id="{n}" version="1" lat="-7.9" lon="112.6"/>' for n in range(1, 20_001)
    )
    file.write_text(f'<osm version="0.6">{nodes}</osm>')
    whole = Hand(100)
    assert read_roads(file, whole).table is None
    assert whole.told == [0, 0, 0]
    hand = Hand(1)
    with pytest.raises(Stopped):
        read_roads(file, hand)
    assert hand.told == [0, 0]


def test_a_packed_file_is_read_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    path = data_file("roads/baltimore.osm.pbf")
    whole = len(list(osm_pieces.pieces(path)))
    monkeypatch.setattr(osm_pieces, "PIECE_BYTES", 1)
    assert len(list(osm_pieces.pieces(path))) > whole
    hand = Hand(1)
    with pytest.raises(Stopped):
        read_roads(path, hand)
    assert hand.told == [0, 0]


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x00\x00\x0d\x0a\x09OSMHeader",
        b"\xff\xff\xff\xffOSMHeader",
        b"\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\x05ab",
        b"\x00\x00\x00\x11\x0a\x09OSMHeader\x18\xff\xff\xff\xff\x0f",
    ],
)
def test_a_frame_that_is_none_is_a_fault(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    made = read_roads(file)
    assert made.table is None
    assert [fault.code for fault in made.faults] == [FaultCode.UNREADABLE]


@pytest.mark.parametrize(
    ("name", "km", "one_way"),
    [("geo/net_edges.geojson", (750, 765), 0.0), ("roads/baltimore.osm.pbf", (640, 660), 0.3)],
)
def test_real_towns_are_whole(name: str, km: tuple[int, int], one_way: float) -> None:
    made = read_roads(data_file(name))
    net = net_of(made)
    assert made.faults == ()
    assert km[0] < net.table.length_m.sum() / 1000 < km[1]
    assert made.apart < 0.08
    assert net.table.one_way.mean() >= one_way
    assert net.table.length_m.max() <= 300
