"""A drive ends where it should and takes as long as its way."""

import pytest

from command_center.exercise.city.drive import Drive
from command_center.geo.distance import distance_m
from command_center.geo.packs import load_pack
from command_center.geo.roads import RoadGraph
from command_center.runtime.paths import resources_dir

SUHAT, GADANG = (-7.9423, 112.6217), (-8.0229, 112.6277)


@pytest.fixture(scope="module")
def roads() -> RoadGraph:
    found = load_pack(resources_dir() / "packs" / "malang").roads
    assert found is not None
    return found


def test_it_goes_from_start_to_end(roads: RoadGraph) -> None:
    drive = Drive(roads, SUHAT, GADANG, 10.0)
    first, last = drive.at(0.0), drive.at(drive.seconds)
    assert (first.lat, first.lon, first.arrived) == (*SUHAT, False)
    assert (last.lat, last.lon) == pytest.approx(GADANG)
    assert drive.at(drive.seconds + 1).arrived


def test_it_follows_the_road_rather_than_the_bird(roads: RoadGraph) -> None:
    drive = Drive(roads, SUHAT, GADANG, 10.0)
    assert len(drive.points) > 5
    assert 1.05 < drive.seconds * 10.0 / distance_m(*SUHAT, *GADANG) < 2.0


def test_standing_still_is_arriving_at_once(roads: RoadGraph) -> None:
    drive = Drive(roads, SUHAT, SUHAT, 10.0)
    assert drive.at(0.0).arrived


def test_course_is_where_it_heads(roads: RoadGraph) -> None:
    south = Drive(roads, (-7.97, 112.63), (-7.9701, 112.63), 10.0)
    assert south.at(0.1).course_deg == pytest.approx(180.0, abs=1.0)
