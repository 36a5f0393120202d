"""Shortest ways by SciPy. Imported only where a graph is used: it is a second of every start."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

from command_center.geo.roadnet.table import RoadTable

FARTHEST_S = 1e12
"""Beyond any drive and finite, so that a closed edge is never walked."""


class Arcs:
    """Each direction an edge may be driven in, by the node it leads TO (the graph transposed).

    `tail` (a,) where each arc comes from, `edge` (a,) which edge it is; arcs to node v are
    indptr[v]:indptr[v + 1].
    """

    def __init__(self, table: RoadTable) -> None:
        both = ~table.one_way
        numbers = np.arange(len(table.start), dtype=np.int32)
        head = np.concatenate((table.end, table.start[both]))
        tail = np.concatenate((table.start, table.end[both]))
        edge = np.concatenate((numbers, numbers[both]))
        order = np.argsort(head, kind="stable")
        self.count = len(table.lat)
        self.tail = tail[order]
        self.edge = edge[order]
        self.indptr = np.zeros(self.count + 1, dtype=np.int32)
        np.cumsum(np.bincount(head, minlength=self.count), out=self.indptr[1:])

    def weighted(self, seconds: NDArray[np.float64]) -> csr_matrix:
        """The transposed graph with seconds (m,) per edge; inf = not driven."""
        shape = (self.count, self.count)
        return csr_matrix((seconds[self.edge], self.tail, self.indptr), shape=shape, copy=False)


def seconds_to(graph: csr_matrix, node: int, limit_s: float) -> NDArray[np.float64]:
    """(n,) seconds from every node to `node`; inf where there is no way within the limit."""
    found: NDArray[np.float64] = dijkstra(
        graph, directed=True, indices=node, limit=min(limit_s, FARTHEST_S)
    )
    return found


def parts(graph: csr_matrix, *, one_way: bool) -> tuple[int, NDArray[np.int32]]:
    """(how many parts, (n,) the part of each node): of nodes that reach each other in both
    directions, or without regard to one-way streets. Arcs of infinite weight do not count."""
    open_arcs = graph.copy()
    open_arcs.data = np.isfinite(graph.data).astype(np.float64)
    open_arcs.eliminate_zeros()
    # SciPy's search for strong parts does not end where two arcs join the same nodes.
    open_arcs.sum_duplicates()
    count, labels = connected_components(
        open_arcs, directed=True, connection="strong" if one_way else "weak"
    )
    return int(count), labels


class Nearest:
    """The nearest of some points in flat metres."""

    def __init__(self, metres: NDArray[np.float64]) -> None:
        self._tree = cKDTree(metres)

    def query(
        self, metres: NDArray[np.float64], limit_m: float
    ) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """(k,) which point, (k,) how far in metres; inf where none is within the limit."""
        far, which = self._tree.query(metres, distance_upper_bound=limit_m)
        return which, far

    def query_one(self, x_m: float, y_m: float, limit_m: float) -> tuple[int, float]:
        """The same for one point."""
        far, which = self._tree.query((x_m, y_m), distance_upper_bound=limit_m)
        return int(which), float(far)
