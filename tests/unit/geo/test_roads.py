from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from command_center.geo.distance import distance_m
from command_center.geo.roads import RoadEdge, RoadGraph, RoadNode
from tests.unit.geo.packs_for_tests import malang

NODES = [RoadNode(code, -8.0, 112.6 + i / 100) for i, code in enumerate("abcd")]


def graph(*edges: tuple[str, str, float]) -> RoadGraph:
    return RoadGraph(NODES, [RoadEdge(a, b, metres, "local") for a, b, metres in edges])


def test_takes_the_shorter_way_round() -> None:
    roads = graph(("a", "b", 5), ("b", "c", 5), ("a", "c", 11), ("c", "d", 1))
    path = roads.path("a", "d")
    assert path is not None
    assert (path.nodes, path.length_m) == (("a", "b", "c", "d"), 11)
    back = roads.path("d", "a")
    assert back is not None
    assert back.nodes == path.nodes[::-1]


def test_staying_is_a_path_of_no_length() -> None:
    path = graph(("a", "b", 5)).path("a", "a")
    assert path is not None
    assert (path.nodes, path.length_m) == (("a",), 0)


def test_no_way_is_none_and_an_unknown_node_an_error() -> None:
    roads = graph(("a", "b", 5), ("c", "d", 5))
    assert roads.path("a", "d") is None
    assert roads.unreached() == {"c", "d"}
    for start, end in (("a", "z"), ("z", "a")):
        with pytest.raises(KeyError):
            roads.path(start, end)


def test_nearest_node() -> None:
    assert graph(("a", "b", 5)).nearest(-8.001, 112.6149).code == "b"


@pytest.mark.parametrize("edge", [("a", "z", 5.0), ("a", "b", 0.0)])
def test_a_broken_graph_is_refused(edge: tuple[str, str, float]) -> None:
    with pytest.raises(ValueError, match="no such edge"):
        graph(edge)
    with pytest.raises(ValueError, match="needs a node"):
        RoadGraph([], [])


@cache
def all_lengths(roads: RoadGraph) -> NDArray[np.float64]:
    """Metres between all pairs of nodes, by letting every node in turn be passed through."""
    number = {code: i for i, code in enumerate(roads.nodes)}
    table = np.full((len(number), len(number)), np.inf)
    np.fill_diagonal(table, 0)
    for edge in roads.edges:
        a, b = number[edge.start], number[edge.end]
        table[a, b] = table[b, a] = min(table[a, b], edge.length_m)
    for through in range(len(number)):
        table = np.minimum(table, table[:, through, None] + table[None, through])
    return table


@given(st.integers(0, 82), st.integers(0, 82))
def test_agrees_with_another_shortest_path(first: int, last: int) -> None:
    roads = malang().roads
    assert roads is not None
    codes = list(roads.nodes)
    path = roads.path(codes[first], codes[last])
    assert path is not None
    assert path.length_m == pytest.approx(all_lengths(roads)[first, last])
    assert path.nodes[0] == codes[first]
    assert path.nodes[-1] == codes[last]


def test_the_city_graph_is_whole_and_never_shorter_than_a_straight_line() -> None:
    roads = malang().roads
    assert roads is not None
    assert roads.unreached() == set()
    kelurahan = {area.code for area in malang().areas if area.parent}
    assert kelurahan <= roads.nodes.keys()
    for edge in roads.edges:
        a, b = roads.nodes[edge.start], roads.nodes[edge.end]
        assert edge.length_m >= distance_m(a.lat, a.lon, b.lat, b.lon) - 1
