"""What a line on the map closes, and what it leaves open."""

import pytest

from command_center.geo.roadnet.classes import RoadClass
from command_center.geo.roadnet.net import RoadNet
from tests.unit.geo.roadnet.nets import LAT, LON, STEP, grid, table_of

NET = grid(4, 4)
METRE = STEP / 111.0


def line(*spots: tuple[float, float]) -> list[tuple[float, float]]:
    return [(LAT + r * STEP, LON + c * STEP) for r, c in spots]


def closed(*spots: tuple[float, float], net: RoadNet = NET) -> set[tuple[int, int]]:
    edges = sorted(net.closed_by([line(*spots)]).edges)
    return {(int(net.table.start[e]), int(net.table.end[e])) for e in edges}


def test_along_a_street_closes_it_and_not_its_side_streets() -> None:
    assert closed((1, 0), (1, 2)) == {(4, 5), (5, 6)}


def test_a_line_beside_the_street_is_on_it_within_reach() -> None:
    beside = 10 * METRE / STEP
    assert closed((1 + beside, 0), (1 + beside, 1)) == {(4, 5)}
    beyond = 20 * METRE / STEP
    assert closed((1 + beyond, 0.3), (1 + beyond, 0.7)) == set()


def test_a_barrier_across_closes_what_it_crosses() -> None:
    assert closed((0.8, 1.5), (1.2, 1.5)) == {(5, 6)}


def test_a_stretch_in_the_middle_closes_the_edge() -> None:
    assert closed((1, 1.4), (1, 1.6)) == {(5, 6)}


def test_a_line_that_ends_at_a_junction_leaves_what_is_behind_it() -> None:
    assert (5, 6) not in closed((1, 0), (1, 1.05))


def test_a_line_in_the_fields_closes_nothing() -> None:
    assert closed((0.3, 0.3), (0.6, 0.6)) == set()
    assert closed((90, 90), (91, 91)) == set()
    assert NET.closed_by([[]]).edges == frozenset()
    assert NET.closed_by([line((0, 0))]).edges == frozenset()


@pytest.mark.parametrize("metres", [8, 30, 60, 71, 73, 300])
def test_a_street_of_any_length_is_closed_along_and_across_but_not_from_its_end(
    metres: float,
) -> None:
    far = metres * METRE
    net = RoadNet(
        table_of([(LAT, LON), (LAT + far, LON)], [(0, 1, metres, RoadClass.LOCAL, False)])
    )
    assert net.closed_by([[(LAT, LON), (LAT + far, LON)]]).edges == {0}
    middle = LAT + far / 2
    assert net.closed_by([[(middle, LON - 20 * METRE), (middle, LON + 20 * METRE)]]).edges == {0}
    if metres >= 30:
        side = [(LAT, LON - 50 * METRE), (LAT, LON + 50 * METRE)]
        assert net.closed_by([side]).edges == frozenset()


def test_several_closures_add_up() -> None:
    first, second = line((1, 0), (1, 1)), line((2, 0), (2, 1))
    both = NET.closed_by([first, second])
    assert both == NET.closed_by([first]) | NET.closed_by([second])
    assert len(both.edges) == 2
