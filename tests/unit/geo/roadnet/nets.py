"""Small road graphs for tests: written by hand, or any that hypothesis likes."""

from collections.abc import Sequence

import networkx
import numpy as np
from hypothesis import strategies as st

import command_center.geo.roadnet.solver  # noqa: F401 - loaded before a deadline runs
from command_center.geo.roadnet.classes import RoadClass, Vehicle
from command_center.geo.roadnet.closures import ClosedEdges
from command_center.geo.roadnet.net import OPEN, RoadNet
from command_center.geo.roadnet.table import RoadTable

LAT, LON = -7.98, 112.63
STEP = 0.001
"""Degrees between neighbours of `grid`: about 111 m."""

Edge = tuple[int, int, float, RoadClass, bool]


def table_of(points: Sequence[tuple[float, float]], edges: Sequence[Edge]) -> RoadTable:
    """Straight edges between points of (lat, lon)."""
    lat, lon = np.array([p[0] for p in points]), np.array([p[1] for p in points])
    start = np.array([edge[0] for edge in edges], dtype=np.int32)
    end = np.array([edge[1] for edge in edges], dtype=np.int32)
    both = np.column_stack((start, end)).ravel()
    return RoadTable(
        lat=lat,
        lon=lon,
        start=start,
        end=end,
        length_m=np.array([edge[2] for edge in edges], dtype=np.float64),
        kind=np.array([edge[3] for edge in edges], dtype=np.uint8),
        one_way=np.array([edge[4] for edge in edges], dtype=np.bool_),
        shape_at=np.arange(0, 2 * len(edges) + 1, 2, dtype=np.int32),
        shape_lat=lat[both],
        shape_lon=lon[both],
    )


def grid(rows: int, columns: int) -> RoadNet:
    """Two-way local streets; node r * columns + c lies r steps north and c steps east."""
    points = [(LAT + r * STEP, LON + c * STEP) for r in range(rows) for c in range(columns)]
    edges: list[Edge] = []
    for r in range(rows):
        for c in range(columns):
            here = r * columns + c
            if c + 1 < columns:
                edges.append((here, here + 1, 110.0, RoadClass.LOCAL, False))
            if r + 1 < rows:
                edges.append((here, here + columns, 111.0, RoadClass.LOCAL, False))
    return RoadNet(table_of(points, edges))


@st.composite
def nets(draw: st.DrawFn) -> RoadNet:
    """Up to 12 nodes and 30 edges: islands, one-way streets, loops and parallel streets."""
    count = draw(st.integers(2, 12))
    node = st.integers(0, count - 1)
    length = st.floats(0.5, 3_000, allow_nan=False)
    edge = st.tuples(node, node, length, st.sampled_from(RoadClass), st.booleans())
    edges = draw(st.lists(edge, min_size=1, max_size=30))
    points = [(LAT + 0.002 * (i % 4), LON + 0.002 * (i // 4)) for i in range(count)]
    return RoadNet(table_of(points, edges))


def by_networkx(
    net: RoadNet, node: int, vehicle: Vehicle, closures: ClosedEdges = OPEN
) -> list[float]:
    """Seconds from every node to `node`, by a library that knows nothing of ours."""
    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(range(net.nodes))
    speeds, table = net.speeds.of(vehicle), net.table
    for number in range(net.edges):
        kmh = speeds[table.kind[number]]
        if not kmh or number in closures.edges:
            continue
        ends = int(table.start[number]), int(table.end[number])
        seconds = float(table.length_m[number]) * 3.6 / kmh
        graph.add_edge(*ends, weight=seconds)
        if not table.one_way[number]:
            graph.add_edge(*reversed(ends), weight=seconds)
    found = networkx.single_source_dijkstra_path_length(graph.reverse(copy=False), node)
    return [found.get(other, float("inf")) for other in range(net.nodes)]
