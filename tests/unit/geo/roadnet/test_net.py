"""The graph against networkx, and what snapping and closing do."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.geo.roadnet import net as roadnet
from command_center.geo.roadnet import solver
from command_center.geo.roadnet.classes import RoadClass, Speeds, Vehicle
from command_center.geo.roadnet.closures import ClosedEdges
from command_center.geo.roadnet.net import OPEN, SNAP_LIMIT_M, RoadNet
from tests.unit.geo.roadnet.nets import LAT, LON, STEP, by_networkx, grid, nets, table_of

ANY = st.data()


@settings(deadline=None, max_examples=60)
@given(nets(), ANY)
def test_every_second_is_that_of_networkx(net: RoadNet, data: st.DataObject) -> None:
    node = data.draw(st.integers(0, net.nodes - 1))
    vehicle = data.draw(st.sampled_from(Vehicle))
    edges = st.frozensets(st.integers(0, net.edges - 1))
    closures = ClosedEdges(data.draw(edges))
    ours = net.seconds_to(node, vehicle=vehicle, closures=closures)
    assert ours.tolist() == by_networkx(net, node, vehicle, closures)


@settings(deadline=None, max_examples=60)
@given(nets(), ANY)
def test_closing_a_street_never_makes_a_way_shorter(net: RoadNet, data: st.DataObject) -> None:
    node = data.draw(st.integers(0, net.nodes - 1))
    edge = data.draw(st.integers(0, net.edges - 1))
    before = net.seconds_to(node)
    after = net.seconds_to(node, closures=ClosedEdges(frozenset({edge})))
    assert (after >= before).all()


@settings(deadline=None, max_examples=60)
@given(nets(), ANY)
def test_a_limit_leaves_what_is_within_it_as_it_was(net: RoadNet, data: st.DataObject) -> None:
    node = data.draw(st.integers(0, net.nodes - 1))
    limit_s = data.draw(st.floats(0, 600))
    before, whole, after = (
        net.seconds_to(node, limit_s=most_s).tolist() for most_s in (limit_s, np.inf, limit_s)
    )
    assert before == after == [s if s <= limit_s else np.inf for s in whole]


def test_a_one_way_street_is_driven_one_way() -> None:
    net = RoadNet(table_of([(LAT, LON), (LAT, LON + STEP)], [(0, 1, 110.0, RoadClass.LOCAL, True)]))
    assert net.seconds_to(1).tolist() == [110.0 * 3.6 / 22, 0.0]
    assert net.seconds_to(0).tolist() == [0.0, np.inf]


def test_a_motorcycle_takes_the_alley_and_not_the_toll_road() -> None:
    points = [(LAT, LON), (LAT, LON + STEP)]
    alley = RoadNet(table_of(points, [(0, 1, 100.0, RoadClass.ALLEY, False)]))
    assert alley.seconds_to(1, vehicle="motorcycle")[0] == 100.0 * 3.6 / 12
    assert alley.seconds_to(1)[0] == np.inf
    toll = RoadNet(table_of(points, [(0, 1, 100.0, RoadClass.TOLL, False)]))
    assert toll.seconds_to(1, vehicle="motorcycle")[0] == np.inf
    assert np.isfinite(toll.seconds_to(1)[0])


def test_the_rooms_own_speeds_count() -> None:
    slow = Speeds(car=tuple(kmh / 2 for kmh in Speeds().car))
    net = grid(1, 2)
    assert net.with_speeds(slow).seconds_to(1)[0] == net.seconds_to(1)[0] * 2


def test_a_point_is_stood_on_the_nearest_node_or_nowhere() -> None:
    net = grid(3, 3)
    found = net.snap(LAT + 1.1 * STEP, LON + 2 * STEP)
    assert found is not None
    assert found.node == 5
    assert found.off_m == pytest.approx(0.1 * STEP * 111_195, rel=0.01)
    beyond = (SNAP_LIMIT_M + 20) / 111_195
    assert net.snap(LAT - beyond, LON) is None
    many = net.snap_many(np.array([LAT, np.nan, LAT - beyond]), np.array([LON, LON, LON]))
    assert many.node.tolist() == [0, -1, -1]
    assert many.off_m.tolist() == [0.0, np.inf, np.inf]


def test_nobody_is_stood_on_an_island() -> None:
    points = [(LAT, LON), (LAT, LON + STEP), (LAT, LON + 2 * STEP)]
    points += [(LAT + STEP, LON), (LAT + STEP, LON + STEP)]
    local = RoadClass.LOCAL
    net = RoadNet(
        table_of(
            points,
            [(0, 1, 110.0, local, False), (1, 2, 110.0, local, False), (3, 4, 110.0, local, False)],
        )
    )
    assert net.islands() == 1
    found = net.snap(LAT + STEP, LON)
    assert found is not None
    assert (found.node, round(found.off_m)) == (0, 111)


def test_an_answer_is_remembered_for_its_own_question_only() -> None:
    net = grid(3, 3)
    first = net.seconds_to(4)
    assert net.seconds_to(4) is first
    with pytest.raises(ValueError, match="read-only"):
        first[0] = 0.0
    shut = ClosedEdges(frozenset(range(net.edges)))
    assert np.isinf(net.seconds_to(4, closures=shut)).sum() == 8
    assert np.isinf(net.seconds_to(4, limit_s=20.0)).sum() == 4
    assert net.seconds_to(4, vehicle="motorcycle")[0] < first[0]
    assert net.seconds_to(4) is first


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roadnet, "_REMEMBERED_BYTES", 3 * (9 * 8 + roadnet._ENTRY_BYTES))
    net = grid(3, 3)
    first = net.seconds_to(0)
    for node in (1, 2):
        net.seconds_to(node)
    assert net.seconds_to(0) is first
    for node in (3, 4, 5):
        net.seconds_to(node)
    again = net.seconds_to(0)
    assert again is not first
    assert again.tolist() == first.tolist()


def test_short_searches_are_remembered_by_the_nodes_they_met(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    met = 5 * 12 + roadnet._ENTRY_BYTES
    monkeypatch.setattr(roadnet, "_REMEMBERED_BYTES", 20 * met)
    net, search = grid(30, 30), solver.seconds_to
    searched: list[int] = []

    def counted(graph: Any, node: int, limit_s: float) -> Any:
        searched.append(node)
        return search(graph, node, limit_s)

    monkeypatch.setattr(solver, "seconds_to", counted)
    whole = [search(net._graph(Vehicle.CAR, OPEN), node, 20.0).tolist() for node in range(20)]
    for _ in range(2):
        assert [net.seconds_to(node, limit_s=20.0).tolist() for node in range(20)] == whole
    assert len(searched) == 20
    assert np.isfinite(net.seconds_to(5, limit_s=10.0)).sum() == 1
    assert len(searched) == 20
    assert np.isfinite(net.seconds_to(5)).all()
    assert net.seconds_to(5, limit_s=20.0).tolist() == whole[5]


def test_a_car_is_not_stood_at_the_end_of_an_alley() -> None:
    points = [(LAT, LON), (LAT, LON + STEP), (LAT, LON + 2 * STEP)]
    edges = [(0, 1, 110.0, RoadClass.LOCAL, False), (1, 2, 110.0, RoadClass.ALLEY, False)]
    net = RoadNet(table_of(points, edges))
    car, motorcycle = (net.snap(*points[2], vehicle=vehicle) for vehicle in Vehicle)
    assert car is not None
    assert motorcycle is not None
    assert (car.node, motorcycle.node) == (1, 2)


def test_no_question_about_a_node_that_is_not_there() -> None:
    for node in (-1, 4):
        with pytest.raises(IndexError):
            grid(2, 2).seconds_to(node)
