"""When units arrive: by road or by straight line, and what is said about how sure that is."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.advice.calibration import Arrival, Calibration, calibrate
from command_center.advice.eta import LIMIT_S, OFF_ROAD_MPS, STALE_S, Estimator, Why
from command_center.advice.fleet import TURNOUT_S, UnitPoint
from command_center.domain.place import LatLon
from command_center.domain.unit import UnitStatus
from command_center.geo.distance import DETOUR_FACTOR, URBAN_SPEED_MPS, distance_m
from command_center.geo.roadnet.classes import Vehicle
from command_center.geo.roadnet.closures import ClosedEdges
from command_center.geo.roadnet.net import Snap
from tests.unit.geo.roadnet.nets import LAT, LON, STEP, by_networkx, grid

NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
NET = grid(8, 8)
SCENE = LatLon(LAT + 7 * STEP, LON + 7 * STEP)
STREET_S = 110.0 * 3.6 / 22


def unit(row: float, column: float, *, age_s: float = 0.0, **given: object) -> UnitPoint:
    at = NOW - timedelta(seconds=age_s)
    return UnitPoint("u", LAT + row * STEP, LON + column * STEP, at, **given)  # type: ignore[arg-type]


def moving(row: float, column: float, **given: float) -> UnitPoint:
    return unit(row, column, status=UnitStatus.EN_ROUTE, **given)


def test_a_drive_is_the_way_over_the_streets_and_the_turnout() -> None:
    (eta,) = Estimator(NET).etas([unit(7, 0)], SCENE, NOW)
    assert eta.by == "road"
    assert eta.reason == ""
    assert eta.seconds == pytest.approx(7 * STREET_S + TURNOUT_S[UnitStatus.AVAILABLE])


def test_who_drives_already_needs_no_turnout() -> None:
    standing, driving = Estimator(NET).etas([unit(0, 0), moving(0, 0)], SCENE, NOW)
    assert standing.seconds - driving.seconds == pytest.approx(60)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.floats(-1.5, 8.5), st.floats(-1.5, 8.5)), min_size=1, max_size=20))
def test_every_drive_is_that_of_networkx_from_where_the_unit_stands(
    spots: list[tuple[float, float]],
) -> None:
    units = [moving(row, column) for row, column in spots]
    estimator = Estimator(NET)
    fleet = estimator.fleet(units)
    drive_s = estimator.arrivals(fleet, SCENE, NOW).drive_s
    over = by_networkx(NET, 63, Vehicle.CAR)
    for index, (node, point) in enumerate(zip(fleet.node, units, strict=True)):
        assert point.lat is not None
        assert point.lon is not None
        straight_m = distance_m(point.lat, point.lon, SCENE.lat, SCENE.lon)
        expected = over[node] + fleet.off_m[index] / OFF_ROAD_MPS
        if straight_m <= 300:
            expected = min(expected, straight_m * DETOUR_FACTOR / OFF_ROAD_MPS)
        assert drive_s[index] == pytest.approx(expected, rel=1e-12)


def test_without_a_graph_it_is_the_straight_line_and_says_so() -> None:
    (eta,) = Estimator(None).etas([moving(7, 0)], SCENE, NOW)
    metres = distance_m(LAT + 7 * STEP, LON, SCENE.lat, SCENE.lon)
    assert eta.seconds == pytest.approx(metres * DETOUR_FACTOR / URBAN_SPEED_MPS)
    assert (eta.by, eta.reason) == ("straight", "no_graph")


def test_who_is_off_the_streets_is_reckoned_by_straight_line() -> None:
    far, near = Estimator(NET).etas([moving(-9, 0), moving(0, 0)], SCENE, NOW)
    assert (far.by, far.reason) == ("straight", "unit_off_road")
    assert (near.by, near.reason) == ("road", "")
    scene = LatLon(LAT - 9 * STEP, LON)
    (eta,) = Estimator(NET).etas([moving(0, 0)], scene, NOW)
    assert (eta.by, eta.reason) == ("straight", "scene_off_road")


def test_a_closed_street_is_driven_round_and_a_closed_ring_not_at_all() -> None:
    straight_on = NET.closed_by([[(SCENE.lat, LON + 3.3 * STEP), (SCENE.lat, LON + 3.7 * STEP)]])
    assert len(straight_on.edges) == 1
    units = [moving(7, 0)]
    (open_,) = Estimator(NET).etas(units, SCENE, NOW)
    (round_,) = Estimator(NET, closures=straight_on).etas(units, SCENE, NOW)
    assert round_.seconds - open_.seconds == pytest.approx(2 * 111.0 * 3.6 / 22)
    ends = (NET.table.start == 63) | (NET.table.end == 63)
    ring = ClosedEdges(frozenset(np.flatnonzero(ends).tolist()))
    (shut,) = Estimator(NET, closures=ring).etas(units, SCENE, NOW)
    assert (shut.seconds, shut.by, shut.reason) == (np.inf, "road", "cut_off")


def test_a_unit_at_the_scene_is_there_whatever_the_nodes_say() -> None:
    scene = LatLon(LAT + 3.5 * STEP, LON + 3.5 * STEP)
    (eta,) = Estimator(NET).etas([moving(3.5, 3.5)], scene, NOW)
    assert eta.seconds == 0


def test_an_old_position_widens_to_where_the_unit_may_have_got() -> None:
    fresh, stale = Estimator(NET).etas(
        [moving(0, 0, age_s=STALE_S), moving(0, 0, age_s=300)], SCENE, NOW
    )
    assert fresh.reason == ""
    assert stale.reason == "stale"
    assert stale.seconds == fresh.seconds
    assert stale.high_s == pytest.approx(fresh.high_s + 300)
    assert stale.low_s == pytest.approx(max(fresh.low_s - 300, 0))


def test_a_position_nobody_knows_is_not_made_up() -> None:
    lost = [
        UnitPoint("a", None, None, None),
        UnitPoint("b", LAT, None, NOW),
        UnitPoint("c", 91.0, LON, NOW),
        UnitPoint("d", float("nan"), LON, NOW),
    ]
    for net in (None, NET):
        for eta in Estimator(net).etas(lost, SCENE, NOW):
            assert (eta.seconds, eta.reason) == (np.inf, "no_position")


def test_a_position_without_a_time_is_an_old_one() -> None:
    (eta,) = Estimator(NET).etas([UnitPoint("a", LAT, LON, None)], SCENE, NOW)
    assert eta.reason == "stale"


def test_a_snap_the_caller_has_is_taken() -> None:
    given = unit(0, 0, snap=Snap(62, 0.0), status=UnitStatus.EN_ROUTE)
    (eta,) = Estimator(NET).etas([given], SCENE, NOW)
    assert eta.seconds == pytest.approx(STREET_S)


def test_each_vehicle_has_its_own_streets() -> None:
    car, motorcycle = Estimator(NET).etas(
        [moving(7, 0), unit(7, 0, status=UnitStatus.EN_ROUTE, vehicle=Vehicle.MOTORCYCLE)],
        SCENE,
        NOW,
    )
    assert car.seconds / motorcycle.seconds == pytest.approx(26 / 22)


def test_the_gravest_reason_is_named_and_all_are_kept() -> None:
    (eta,) = Estimator(None).etas([moving(0, 0, age_s=500)], SCENE, NOW)
    assert eta.why == Why.NO_GRAPH | Why.STALE
    assert eta.reason == "stale"


ARRIVALS = st.builds(
    Arrival,
    st.floats(30, 2_000),
    st.floats(1, 9_000),
    st.integers(0, 23),
    st.sampled_from(("car", "motorcycle")),
    st.sampled_from(("road", "straight")),
)
POINTS = st.builds(moving, st.floats(-12, 12), st.floats(-12, 12), age_s=st.floats(-100, 5_000))


@settings(deadline=None, max_examples=30)
@given(st.lists(ARRIVALS, max_size=60), st.lists(POINTS, max_size=6), st.sampled_from((NET, None)))
def test_the_interval_holds_the_figure(
    arrivals: list[Arrival], units: list[UnitPoint], net: object
) -> None:
    estimator = Estimator(net, calibrate(arrivals))  # type: ignore[arg-type]
    for eta in estimator.etas(units, SCENE, NOW):
        assert 0 <= eta.low_s <= eta.seconds <= eta.high_s
        assert eta.seconds <= LIMIT_S * 6 or eta.seconds == np.inf


@settings(deadline=None, max_examples=30)
@given(st.lists(ARRIVALS, max_size=30), st.lists(POINTS, max_size=6))
def test_the_same_log_gives_the_same_advice(
    arrivals: list[Arrival], units: list[UnitPoint]
) -> None:
    said = [
        Estimator(net, calibrate(order)).etas(units, SCENE, NOW)
        for net, order in ((NET, arrivals), (grid(8, 8), arrivals[::-1]))
    ]
    assert said[0] == said[1]


def test_nothing_known_is_the_prior() -> None:
    (eta,) = Estimator(NET, Calibration()).etas([moving(7, 0)], SCENE, NOW)
    assert (eta.low_s / eta.seconds, eta.high_s / eta.seconds) == pytest.approx((0.65, 1.7))
