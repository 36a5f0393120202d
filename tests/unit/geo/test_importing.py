import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from command_center.domain.place import PlaceKind
from command_center.geo.boundaries import BoundaryIndex
from command_center.geo.faults import Fault, FaultCode
from command_center.geo.import_boundaries import (
    MOST_POINTS,
    MOST_POINTS_OF_AREA,
    parse_boundaries,
)
from command_center.geo.importing import parse_cameras, parse_places
from command_center.geo.tables import MAX_BYTES
from tests.unit.geo.packs_for_tests import malang
from tests.unit.geo.real_data import data_file, full_polygons, true_area

Parser = Callable[[bytes, str], Any]


def boundaries(data: bytes, file: str) -> Any:
    return parse_boundaries(data, file, "test")


PARSERS: list[Parser] = [parse_places, parse_cameras, boundaries]


def brief(faults: tuple[Fault, ...]) -> list[tuple[int | None, str | None, FaultCode]]:
    return [(fault.row, fault.column, fault.code) for fault in faults]


def collection(*features: dict[str, Any]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def box(west: float, south: float, size: float = 0.01) -> dict[str, Any]:
    ring = [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
    ]
    return {"type": "Polygon", "coordinates": [ring]}


def test_places_from_a_table() -> None:
    table = (
        "\ufeffKode;Nama;Jenis;Latitude;Longitude;Julukan;Kolom lain\n"
        "p1;Pasar Kebalen;pasar;-7.99;112.634;Kebalen; \n"
        "\n"
        ";Pos Kota Lama;pos;;;;x\n"
    )
    result = parse_places(table.encode(), "tempat.csv")
    assert result.faults == ()
    market, post = result.places
    assert (market.code, market.kind, market.lat) == ("p1", PlaceKind.MARKET, -7.99)
    assert market.nicknames == ("Kebalen",)
    assert (post.code, post.kind, post.lat) == ("pos-kota-lama", PlaceKind.POST, None)
    assert post.source == "tempat.csv"


def test_faults_name_row_and_column_and_the_other_rows_stand() -> None:
    table = (
        "code,name,kind,lat,lon\n"
        "a,Satu,hospital,112.63,-7.98\n"
        "b,,hospital,-7.98,112.63\n"
        "c,Tiga,castle,-7.98,112.63\n"
        "d,Empat,hospital,-7.98,\n"
        "e,Lima,hospital,tujuh,112.63\n"
        "f,Enam,hospital,-7.98,112.63\n"
        "f,Tujuh,hospital,-7.98,112.63\n"
        "g,Delapan,hospital,-97.98,112.63\n"
        f"h,{'x' * 3000},hospital,-7.98,112.63\n"
    )
    result = parse_places(table.encode(), "t.csv")
    assert [place.code for place in result.places] == ["f"]
    assert result.places[0].name == "Enam"
    assert brief(result.faults) == [
        (2, "lat", FaultCode.SWAPPED),
        (3, "name", FaultCode.MISSING_VALUE),
        (4, "kind", FaultCode.UNKNOWN_VALUE),
        (5, "lon", FaultCode.MISSING_VALUE),
        (6, "lat", FaultCode.NOT_A_NUMBER),
        (8, "code", FaultCode.DUPLICATE),
        (9, "lat", FaultCode.OUT_OF_RANGE),
        (10, "name", FaultCode.TOO_LONG),
    ]
    assert all(len(fault.value) <= 80 for fault in result.faults)


def test_places_from_points() -> None:
    point = {"type": "Point", "coordinates": ["112.63", -7.98, 440]}
    result = parse_places(collection(feature(point, nama="Pos", jenis="pos", kode=12)), "t.json")
    assert result.faults == ()
    assert (result.places[0].code, result.places[0].lon) == ("12", 112.63)


def test_one_feature_is_a_file_of_one_and_its_id_is_its_code() -> None:
    point = {"type": "Point", "coordinates": [112.63, -7.98]}
    alone = {**feature(point, nama="Pos", jenis="pos"), "id": "pos-9"}
    result = parse_places(json.dumps(alone).encode(), "t.json")
    assert result.faults == ()
    assert [place.code for place in result.places] == ["pos-9"]


def test_a_place_drawn_as_a_ground_has_a_point_in_it() -> None:
    ring = [[0, 0], [9, 0], [9, 9], [8, 9], [8, 1], [1, 1], [1, 9], [0, 9], [0, 0]]
    horseshoe = [[[112.6 + x / 1000, -8 + y / 1000] for x, y in ring]]
    ground = {"type": "Polygon", "coordinates": horseshoe}
    (place,) = parse_places(collection(feature(ground, nama="GOR", jenis="kantor")), "t").places
    assert place.lat is not None
    assert place.lon is not None
    assert shapely.contains_xy(shapely.Polygon(horseshoe[0]), place.lon, place.lat)


def test_places_drawn_as_anything_else_are_refused_by_number_and_the_others_kept() -> None:
    line = {"type": "LineString", "coordinates": [[112.6, -8.0], [112.7, -8.0]]}
    bowtie = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}
    good = {"type": "Point", "coordinates": [112.63, -7.98]}
    shapes = [line, bowtie, good, {"type": "Polygon", "coordinates": "x"}]
    data = collection(*(feature(g, nama=f"n{n}", jenis="pos") for n, g in enumerate(shapes)))
    result = parse_places(data, "t.json")
    assert [place.name for place in result.places] == ["n2"]
    assert brief(result.faults) == [
        (1, "geometry", FaultCode.NOT_A_POINT),
        (2, "geometry", FaultCode.BAD_GEOMETRY),
        (4, "geometry", FaultCode.BAD_GEOMETRY),
    ]


def test_the_real_list_of_places() -> None:
    result = parse_places(data_file("poi/poi_malang.csv").read_bytes(), "poi.csv")
    assert result.faults == ()
    assert len(result.places) == 28
    assert sum(place.lat is None for place in result.places) == 8
    more = malang().gazetteer.with_places(result.places)
    assert more.search("lavalette")[0].place.name == "RSU Lavalette"


def test_the_real_directory_of_cameras() -> None:
    """Names repeat, stream ids do not, numbers may be text."""
    data = data_file("cctv/malang_cctv_2025-10-10.json").read_bytes()
    result = parse_cameras(data, "cctv.json")
    assert result.faults == ()
    assert len(result.cameras) == 269
    assert len({camera.stream_id for camera in result.cameras}) == 269
    assert len({camera.name for camera in result.cameras}) == 221
    assert all(camera.url.endswith(".m3u8") for camera in result.cameras)
    as_text = json.loads(data)
    for camera in as_text["cameras"]:
        camera["lat"], camera["lng"] = str(camera["lat"]), f" {camera['lng']}"
    again = parse_cameras(json.dumps(as_text).encode(), "cctv.json")
    assert again == result


def test_camera_rows() -> None:
    table = (
        "name,stream_id,url,lat,lon,kind,owner\n"
        "Satu,1,https://cctv.example/1.m3u8,-7.98,112.63,Jalan,Diskominfo\n"
        "Satu,2,rtsp://cctv.example/2,-7.98,112.63,,\n"
        "Tiga,,http://cctv.example/3,,,,\n"
        "Empat,1,https://cctv.example/4.m3u8,,,,\n"
        "Lima,5,file:///etc/passwd,,,,\n"
        "Enam,6,rtsp://user:secret@cctv.example/6,,,,\n"
        "Tujuh,7,https://[broken/7,,,,\n"
        "Delapan,8,https:///8,,,,\n"
        "Sembilan,9,,,,,\n"
        "Sepuluh,10,ftp://cctv.example/10,,,,\n"
    )
    result = parse_cameras(table.encode(), "c.csv")
    assert [camera.stream_id for camera in result.cameras] == ["1", "2", "http://cctv.example/3"]
    assert brief(result.faults) == [
        (5, "stream_id", FaultCode.DUPLICATE),
        (6, "url", FaultCode.UNKNOWN_VALUE),
        (7, "url", FaultCode.CREDENTIALS_IN_URL),
        (8, "url", FaultCode.UNKNOWN_VALUE),
        (9, "url", FaultCode.UNKNOWN_VALUE),
        (10, "url", FaultCode.MISSING_VALUE),
        (11, "url", FaultCode.UNKNOWN_VALUE),
    ]
    assert "secret" not in " ".join(map(str, result.faults))


def test_the_full_polygons_make_the_city_again() -> None:
    data = data_file("geo/kelurahan_full.geojson").read_bytes()
    result = parse_boundaries(data, "full.geojson", "test")
    assert result.faults == ()
    assert result.made is not None
    kinds = Counter(area.kind for area in result.areas)
    assert kinds == {PlaceKind.KECAMATAN: 5, PlaceKind.KELURAHAN: 57}
    assert {(a.code, a.name, a.parent) for a in result.areas} == {
        (a.code, a.name, a.parent) for a in malang().areas
    }
    index = BoundaryIndex(result.made.topology, {a.code: a.parent or "" for a in result.areas})
    for area in result.areas:
        assert area.lat is not None
        assert area.lon is not None
        if area.parent:
            assert index.area_at(area.lat, area.lon) == area.code
            assert true_area(area.lat, area.lon) == area.code
    assert set(index.codes) == full_polygons().keys()


def test_outlines_of_more_points_than_a_room_keeps_are_refused_by_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("command_center.geo.import_boundaries.MOST_POINTS", 11)
    squares = [box(112.6 + n / 50, -8.0) for n in range(3)]
    data = collection(*(feature(one, code=str(n), name=str(n)) for n, one in enumerate(squares)))
    result = parse_boundaries(data, "f.json", "test")
    assert [area.code for area in result.areas] == ["0", "1"]
    assert brief(result.faults) == [(3, "geometry", FaultCode.TOO_DETAILED)]


def test_an_area_of_more_points_than_one_has_is_refused_by_row() -> None:
    spike = [[112.6 + n / 100_000, -7.9 - n % 2 / 100] for n in range(MOST_POINTS_OF_AREA)]
    ring = [*spike, [112.8, -8.0], [112.6, -8.0], spike[0]]
    too_fine = {"type": "Polygon", "coordinates": [ring]}
    data = collection(
        feature(too_fine, code="0", name="0"), feature(box(113.0, -8.0), code="1", name="1")
    )
    result = parse_boundaries(data, "f.json", "test")
    assert [area.code for area in result.areas] == ["1"]
    assert brief(result.faults) == [(1, "geometry", FaultCode.TOO_DETAILED)]
    assert result.faults[0].value == f"{MOST_POINTS_OF_AREA + 3} > {MOST_POINTS_OF_AREA}"


def test_real_areas_are_far_from_too_many_points() -> None:
    sizes = [sum(map(len, rings)) for rings in full_polygons().values()]
    assert max(sizes) * 10 < MOST_POINTS_OF_AREA
    assert sum(sizes) * 10 < MOST_POINTS


def test_very_detailed_borders_are_drawn_coarser_and_told_as_they_were_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = data_file("geo/kelurahan_full.geojson").read_bytes()
    fine = parse_boundaries(data, "f.json", "test").made
    monkeypatch.setattr("command_center.geo.import_boundaries._MOST_DRAWN", 2_000)
    coarse = parse_boundaries(data, "f.json", "test").made
    assert fine is not None
    assert coarse is not None
    assert fine.shift_m <= 5 < coarse.shift_m <= 50
    for code, rings in fine.topology.exact.items():
        same = zip(rings, coarse.topology.exact[code], strict=True)
        assert all((one == other).all() for one, other in same)


def test_polygons_at_fault_are_left_out() -> None:
    bowtie = box(112.6, -8.0)
    bowtie["coordinates"][0][1], bowtie["coordinates"][0][2] = (
        bowtie["coordinates"][0][2],
        bowtie["coordinates"][0][1],
    )
    swapped = {
        "type": "Polygon",
        "coordinates": [[p[::-1] for p in box(112.6, -8.0)["coordinates"][0]]],
    }
    result = parse_boundaries(
        collection(
            feature(box(112.6, -8.0), code="a", name="A"),
            feature(box(112.61, -8.0), code="a", name="A2"),
            feature(swapped, code="c", name="C"),
            feature({"type": "Point", "coordinates": [112.6, -8]}, code="d", name="D"),
            feature(bowtie, code="e", name="E"),
            feature({"type": "Polygon", "coordinates": [[[1, 2], [3]]]}, code="f", name="F"),
            feature({"type": "Polygon", "coordinates": "none"}, code="g", name="G"),
            feature(None, code="h", name="H"),
            feature(box(112.62, -8.0), name="I"),
            feature({"type": "Polygon", "coordinates": [[["x", 1], [1, 1]]]}, code="j", name="J"),
            feature({"type": "MultiPolygon", "coordinates": []}, code="k", name="K"),
            feature(box(112.7, -8.0, 1e-7), code="l", name="L"),
        ),
        "b.json",
        "test",
    )  # fmt: skip
    assert [area.code for area in result.areas] == ["a"]
    assert result.areas[0].kind is PlaceKind.KECAMATAN
    assert brief(result.faults) == [
        (2, "code", FaultCode.DUPLICATE),
        (3, "geometry", FaultCode.SWAPPED),
        (4, "geometry", FaultCode.BAD_GEOMETRY),
        (5, "geometry", FaultCode.BAD_GEOMETRY),
        (6, "geometry", FaultCode.BAD_GEOMETRY),
        (7, "geometry", FaultCode.BAD_GEOMETRY),
        (8, "geometry", FaultCode.BAD_GEOMETRY),
        (9, "code", FaultCode.MISSING_VALUE),
        (10, "geometry", FaultCode.BAD_GEOMETRY),
        (11, "geometry", FaultCode.BAD_GEOMETRY),
        (None, "geometry", FaultCode.TOO_SMALL),
    ]


def test_overlapping_polygons_are_usable_and_reported() -> None:
    data = collection(
        feature(box(112.6, -8.0), code="a", name="A", parent="k", parent_name="Kec"),
        feature(box(112.605, -8.0), code="b", name="B", parent="k"),
    )
    result = parse_boundaries(data, "b.json", "test")
    assert brief(result.faults) == [(None, "geometry", FaultCode.NOT_TILED)]
    assert result.made is not None
    assert [(a.code, a.name, a.kind) for a in result.areas] == [
        ("k", "Kec", PlaceKind.KECAMATAN),
        ("a", "A", PlaceKind.KELURAHAN),
        ("b", "B", PlaceKind.KELURAHAN),
    ]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", FaultCode.MISSING_COLUMN),
        (b"a,b\n1,2\n", FaultCode.MISSING_COLUMN),
        (b"name,kind,url\xff\n", FaultCode.NOT_UTF8),
        (b"{", FaultCode.NOT_GEOJSON),
        (b'{"type":"Point","coordinates":[112.6,-8.0]}', FaultCode.NOT_GEOJSON),
        (b'{"type":"FeatureCollection","features":5}', FaultCode.NOT_GEOJSON),
        (b"[1,2]", FaultCode.NOT_GEOJSON),
        (b'[{"lat":NaN}]', FaultCode.NOT_GEOJSON),
        (b"[]", FaultCode.NO_ROWS),
        (b"[" * 100_000, FaultCode.TOO_DEEP),
        (b'[{"a":' + b"[" * 40 + b"]" * 40 + b"}]", FaultCode.TOO_DEEP),
    ],
)
def test_a_file_that_cannot_be_read_is_one_clear_fault(
    parser: Parser, data: bytes, code: FaultCode
) -> None:
    faults = parser(data, "x").faults
    assert faults[0].code is code
    assert str(faults[0]).startswith("x")


@pytest.mark.parametrize("parser", PARSERS)
def test_a_file_over_the_cap_is_not_even_decoded(parser: Parser) -> None:
    assert brief(parser(bytes(MAX_BYTES + 1), "x").faults) == [(None, None, FaultCode.TOO_LARGE)]


@pytest.mark.parametrize("parser", PARSERS)
@given(
    data=st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_end_in_faults_not_in_an_error(parser: Parser, data: bytes) -> None:
    assert parser(data, "x").faults


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "coordinates", "name", "url"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@pytest.mark.parametrize("parser", PARSERS)
@given(geometry=JSON, properties=JSON)
def test_any_feature_ends_in_faults_not_in_an_error(
    parser: Parser, geometry: Any, properties: Any
) -> None:
    entry = {"type": "Feature", "geometry": geometry, "properties": properties}
    assert parser(collection(entry), "x").faults
