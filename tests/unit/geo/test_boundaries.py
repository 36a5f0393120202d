from collections.abc import Callable

import pytest

from command_center.geo.boundaries import BoundaryIndex
from command_center.geo.distance import distance_m
from command_center.geo.topology import Topology
from tests.unit.geo.packs_for_tests import malang
from tests.unit.geo.real_data import road_nodes, true_area, true_border_m


def index() -> BoundaryIndex:
    found = malang().boundaries
    assert found is not None
    return found


def test_road_nodes_lie_where_the_full_polygons_say(
    record_property: Callable[[str, object], None],
) -> None:
    """Truth by whole-number ray casting over the full polygons, no geometry library."""
    nodes = road_nodes()
    wrong = [node for node in nodes if index().area_at(*node) != true_area(*node)]
    agreement = 1 - len(wrong) / len(nodes)
    farthest_m = max(true_border_m(*node) for node in wrong)
    record_property("agreement", agreement)
    record_property("farthest_m", farthest_m)
    assert len(nodes) == 3_532
    assert agreement >= 0.99
    assert farthest_m <= 50


def test_every_label_point_lies_in_its_area() -> None:
    for area in malang().areas:
        assert area.lat is not None
        assert area.lon is not None
        code = index().area_at(area.lat, area.lon)
        assert area.code in (code, index().kecamatan_of(code or ""))


def test_outside_the_city_there_is_no_area() -> None:
    assert index().area_at(-8.2, 112.6) is None
    assert index().area_at(112.63, -7.98) is None


def test_a_point_on_a_border_belongs_to_one_of_the_two_and_is_at_zero_metres() -> None:
    shared = [line for line in index().lines if len(line.areas) == 2 and len(line.points) > 2]
    assert len(shared) > 100
    for line in shared:
        assert index().area_at(*line.points[1]) in line.areas
    lat, lon = shared[0].points[1]
    assert index().distance_to_border_m(lat, lon) == pytest.approx(0, abs=0.01)


def test_distance_to_the_border_is_in_metres() -> None:
    area = next(a for a in malang().areas if a.code == "35.73.03.1004")
    assert area.lat is not None
    assert area.lon is not None
    rings = index().outline(area.code)
    nearest_vertex = min(
        distance_m(area.lat, area.lon, lat, lon) for ring in rings for lat, lon in ring
    )
    border_m = index().distance_to_border_m(area.lat, area.lon)
    assert 100 < border_m <= nearest_vertex * 1.003


def test_a_kecamatan_outline_goes_around_its_kelurahan() -> None:
    outlines = {code: index().outline(code) for code in ("35.73.01", "35.73.02")}
    for code, rings in outlines.items():
        assert all((ring[0] == ring[-1]).all() for ring in rings)
        members = [c for c in index().codes if index().kecamatan_of(c) == code]
        lats = [lat for c in members for ring in index().outline(c) for lat, _ in ring]
        assert min(lat for ring in rings for lat, _ in ring) == pytest.approx(min(lats))
        assert max(lat for ring in rings for lat, _ in ring) == pytest.approx(max(lats))
    with pytest.raises(KeyError):
        index().outline("99.99")


def test_neighbours_share_a_line() -> None:
    assert ("35.73.03.1004", "35.73.03.1005") in index().neighbours
    assert ("35.73.01.1001", "35.73.04.1010") not in index().neighbours
    assert {code for pair in index().neighbours for code in pair} == set(index().codes)


def test_an_empty_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no area"):
        BoundaryIndex(Topology((), {}, ""), {})
