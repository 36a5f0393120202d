"""From drawn lines to nodes and edges."""

from collections.abc import Hashable

import numpy as np
import pytest

from command_center.geo.distance import distance_m
from command_center.geo.roadnet.assemble import LONGEST_EDGE_M, Stopped, Street, assemble
from command_center.geo.roadnet.classes import RoadClass
from command_center.geo.roadnet.net import RoadNet
from command_center.geo.roadnet.table import BadRoads
from tests.unit.geo.roadnet.nets import LAT, LON, STEP

Spot = tuple[float, float]


def street(*spots: Spot, keys: list[Hashable] | None = None, one_way: bool = False) -> Street:
    """Spots are steps north and east."""
    points = np.array([(LAT + r * STEP, LON + c * STEP) for r, c in spots])
    return Street(keys or list(spots), points, RoadClass.LOCAL, one_way)


def test_what_is_only_a_bend_is_no_node_but_counts_in_the_length() -> None:
    table = assemble([street((0, 0), (0, 1), (1, 1))])
    assert (len(table.lat), len(table.start)) == (2, 1)
    step_m = distance_m(LAT, LON, LAT, LON + STEP) + distance_m(LAT, LON, LAT + STEP, LON)
    assert table.length_m[0] == pytest.approx(step_m, rel=1e-4)
    assert table.shape_at.tolist() == [0, 3]


def test_streets_meet_where_they_share_a_point() -> None:
    table = assemble([street((0, 0), (0, 1), (0, 2)), street((0, 1), (1, 1))])
    assert (len(table.lat), len(table.start)) == (4, 3)
    assert np.isfinite(RoadNet(table).seconds_to(0)).all()


def test_streets_cross_where_both_pass_through_a_point() -> None:
    table = assemble([street((0, 0), (0, 1), (0, 2)), street((-1, 1), (0, 1), (1, 1))])
    assert (len(table.lat), len(table.start)) == (5, 4)
    assert RoadNet(table).islands() == 0


def test_a_bridge_does_not_meet_the_street_below() -> None:
    above = street((0, 0), (0, 1), (0, 2), keys=["a", "b", "c"])
    below = street((-1, 1), (0, 1), (1, 1), keys=["d", "e", "f"])
    net = RoadNet(assemble([above, below]))
    assert net.islands() == 1


def test_a_long_stretch_has_nodes_to_stand_on() -> None:
    table = assemble([street((0, 0), (0, 4), (0, 10), keys=[1, 2, 3])])
    assert len(table.start) == 4
    assert table.length_m.max() <= LONGEST_EDGE_M
    whole = distance_m(LAT, LON, LAT, LON + 10 * STEP)
    assert table.length_m.sum() == pytest.approx(whole, rel=1e-6)
    assert np.ptp(table.length_m) < 1e-6
    assert table.lat == pytest.approx(LAT)
    gaps = np.diff(np.sort(table.lon))
    assert gaps == pytest.approx(10 * STEP / 4)


def test_the_bend_stays_in_the_line_of_a_divided_stretch() -> None:
    table = assemble([street((0, 0), (0, 4), (4, 4))])
    corner = np.isclose(table.shape_lat, LAT) & np.isclose(table.shape_lon, LON + 4 * STEP)
    assert corner.any()


def test_a_divided_one_way_street_stays_one_way() -> None:
    net = RoadNet(assemble([street((0, 0), (0, 10), one_way=True)]))
    ends = [int(net.table.lon.argmin()), int(net.table.lon.argmax())]
    assert np.isfinite(net.seconds_to(ends[1])[ends[0]])
    assert net.seconds_to(ends[0])[ends[1]] == np.inf


def test_a_ring_is_kept_and_a_street_of_no_length_is_not() -> None:
    ring = street((0, 0), (0, 1), (1, 1), (0, 0))
    nothing = street((0, 0), (0, 0))
    table = assemble([ring, nothing])
    assert len(table.start) == 2
    assert table.length_m.min() > 100


def test_two_nodes_at_one_spot_stay_joined() -> None:
    joint = street((0, 1), (0, 1), keys=["b", "c"])
    sides = [street((0, 0), (0, 1), keys=["a", "b"]), street((0, 1), (0, 2), keys=["c", "d"])]
    assert RoadNet(assemble([joint, *sides])).islands() == 0


def test_no_street_is_no_graph() -> None:
    with pytest.raises(BadRoads, match="no street"):
        assemble([])


def test_who_asks_to_stop_is_heard() -> None:
    def stop(_: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        assemble([street((0, 0), (0, 1))], stop)
