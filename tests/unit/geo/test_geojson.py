"""What is written as GeoJSON is read back as the same, and is what RFC 7946 asks for."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from command_center.domain.place import Place, PlaceKind
from command_center.geo.geojson import COARSE, boundary_features, place_features, point, write
from command_center.geo.import_boundaries import parse_boundaries
from command_center.geo.importing import parse_places
from tests.unit.geo.packs_for_tests import malang
from tests.unit.geo.real_data import data_file


def turn(ring: list[list[float]]) -> float:
    """Twice the area, above 0 for counter-clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))


def square(low: float, high: float) -> list[list[float]]:
    corners = [(low, low), (low, high), (high, high), (high, low), (low, low)]
    return [[112.6 + x, -8 + y] for x, y in corners]


def test_borders_written_and_imported_again_are_the_same_to_the_centimetre() -> None:
    data = data_file("geo/kelurahan_full.geojson").read_bytes()
    first = parse_boundaries(data, "f", "f")
    assert first.made is not None
    text = write(boundary_features(first.areas, first.made.topology))
    again = parse_boundaries(text.encode(), "f", "f")
    assert again.faults == ()
    assert again.made is not None
    assert {(a.code, a.name, a.parent) for a in again.areas} == {
        (a.code, a.name, a.parent) for a in first.areas
    }
    for code, rings in first.made.topology.exact.items():
        others = again.made.topology.exact[code]
        assert sorted(map(corners, rings)) == sorted(map(corners, others))


def corners(ring: Any) -> list[tuple[int, int]]:
    """Wherever the outline begins and whichever way it turns."""
    return sorted((x, y) for x, y in ring[:-1].tolist())


def test_outsides_turn_against_the_clock_and_holes_with_it() -> None:
    parts = [[square(0, 0.09), square(0.02, 0.07)], [square(0.03, 0.06)]]
    given = {"type": "MultiPolygon", "coordinates": parts}
    island = {"type": "Feature", "properties": {"code": "a", "name": "A"}, "geometry": given}
    made = parse_boundaries(json.dumps(island).encode(), "f", "f")
    assert made.made is not None
    (written,) = json.loads(write(boundary_features(made.areas, made.made.topology)))["features"]
    polygons = written["geometry"]["coordinates"]
    assert sorted(len(rings) for rings in polygons) == [1, 2]
    for outside, *holes in polygons:
        assert outside[0] == outside[-1]
        assert turn(outside) > 0
        assert all(turn(hole) < 0 for hole in holes)


def test_places_written_and_imported_again_are_the_same() -> None:
    pack = malang()
    text = write(place_features((*pack.areas, *pack.places)), city="malang")
    again = parse_places(text.encode(), "f")
    assert again.faults == ()
    assert {place.code: place for place in again.places} == {p.code: p for p in pack.places}


def test_a_place_without_a_point_has_no_geometry() -> None:
    lost = Place("x", 1, "x", "Pos X", PlaceKind.POST, None, None, None, (), "uji")
    (written,) = json.loads(write(place_features([lost])))["features"]
    assert written["geometry"] is None
    assert "parent" not in written["properties"]


def test_points_have_longitude_first_and_as_many_decimals_as_are_told() -> None:
    assert point(-7.9812345, 112.6312345, COARSE) == {
        "type": "Point",
        "coordinates": [112.631, -7.981],
    }
    assert point(None, 112.6) is None


def test_what_is_no_number_is_never_written() -> None:
    bad = Place("x", 1, "x", "X", PlaceKind.POST, float("nan"), 1.0, None, (), "")
    with pytest.raises(ValueError, match="JSON compliant"):
        write(place_features([bad]))
