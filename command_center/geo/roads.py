"""A small weighted road graph: nearest node and shortest path."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from command_center.geo.distance import distances_m


@dataclass(frozen=True, slots=True)
class RoadNode:
    """A point of the graph, degrees."""

    code: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class RoadEdge:
    """A two-way stretch between two nodes; `kind` as the table calls it."""

    start: str
    end: str
    length_m: float
    kind: str


@dataclass(frozen=True, slots=True)
class RoadPath:
    """Node codes from start to end and the metres along them."""

    nodes: tuple[str, ...]
    length_m: float


class RoadGraph:
    """Nodes and two-way edges. Immutable, safe between threads.

    ValueError for no node, an edge to a node that is not there, or a length that is not positive.
    """

    def __init__(self, nodes: Iterable[RoadNode], edges: Iterable[RoadEdge]) -> None:
        self.nodes = {node.code: node for node in nodes}
        self.edges = tuple(edges)
        if not self.nodes:
            raise ValueError("a road graph needs a node")
        self._codes = tuple(self.nodes)
        self._lats = np.array([node.lat for node in self.nodes.values()])
        self._lons = np.array([node.lon for node in self.nodes.values()])
        self._around: dict[str, list[tuple[str, float]]] = {code: [] for code in self.nodes}
        for edge in self.edges:
            if edge.start not in self.nodes or edge.end not in self.nodes or edge.length_m <= 0:
                raise ValueError(f"no such edge: {edge}")
            self._around[edge.start].append((edge.end, edge.length_m))
            self._around[edge.end].append((edge.start, edge.length_m))

    def nearest(self, lat: float, lon: float) -> RoadNode:
        """The node nearest by straight line."""
        metres = distances_m(lat, lon, self._lats, self._lons)
        return self.nodes[self._codes[int(metres.argmin())]]

    def path(self, start: str, end: str) -> RoadPath | None:
        """The shortest way (Dijkstra), or None when there is none. KeyError: unknown node."""
        if end not in self.nodes:
            raise KeyError(end)
        came: dict[str, str] = {}
        best = {self.nodes[start].code: 0.0}
        queue = [(0.0, start)]
        while queue:
            so_far, here = heapq.heappop(queue)
            if here == end:
                return RoadPath(_trace(came, start, end), so_far)
            if so_far > best[here]:
                continue
            for there, length_m in self._around[here]:
                if so_far + length_m < best.get(there, float("inf")):
                    best[there] = so_far + length_m
                    came[there] = here
                    heapq.heappush(queue, (so_far + length_m, there))
        return None

    def unreached(self) -> set[str]:
        """Nodes that cannot be reached from the first node; empty when all is connected."""
        seen = {self._codes[0]}
        todo = [self._codes[0]]
        while todo:
            for there, _ in self._around[todo.pop()]:
                if there not in seen:
                    seen.add(there)
                    todo.append(there)
        return set(self._codes) - seen


def _trace(came: dict[str, str], start: str, end: str) -> tuple[str, ...]:
    nodes = [end]
    while nodes[-1] != start:
        nodes.append(came[nodes[-1]])
    return tuple(reversed(nodes))
