"""Which stretches a line drawn on the map closes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
import shapely.ops

from command_center.geo.distance import LocalPlane
from command_center.geo.roadnet.table import RoadTable

REACH_M = 12.0
"""A line this near to a street is on it: half a carriageway and a finger on the map."""

_CLEAR_M = 2 * REACH_M
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class ClosedEdges:
    """Numbers of the edges nobody drives."""

    edges: frozenset[int] = frozenset()

    def __or__(self, other: ClosedEdges) -> ClosedEdges:
        return ClosedEdges(self.edges | other.edges)


class EdgeLines:
    """The lines of all edges in flat metres, to be asked what a closure lies on."""

    def __init__(self, table: RoadTable) -> None:
        self._plane = LocalPlane.at(float(table.lat.mean()))
        points = self._plane.to_metres(np.column_stack((table.shape_lon, table.shape_lat)))
        counts = np.diff(table.shape_at)
        self._lines = shapely.linestrings(points, indices=np.repeat(np.arange(len(counts)), counts))
        self._tree = shapely.STRtree(self._lines)

    def closed_by(self, lines: Iterable[Sequence[tuple[float, float]]]) -> ClosedEdges:
        """Lines of (lat, lon). An edge is closed if a line runs along it or crosses it, not if it
        only meets it at a junction: the side street of a closed street stays open."""
        closed: set[int] = set()
        for line in lines:
            if len(line) < 2:
                continue
            lon_lat = np.array([(lon, lat) for lat, lon in line], dtype=np.float64)
            drawn = shapely.LineString(self._plane.to_metres(lon_lat))
            around = drawn.buffer(REACH_M)
            near = self._tree.query(around, predicate="intersects")
            closed.update(int(e) for e in near if _shut(self._lines[e], drawn, around))
        return ClosedEdges(frozenset(closed))


def _shut(edge: shapely.LineString, drawn: shapely.LineString, around: shapely.Polygon) -> bool:
    """Whether what is closed reaches into the edge beyond its junctions. An edge too short to
    have such a part must lie in it for the most, or be crossed in its middle."""
    if edge.length > 3 * _CLEAR_M:
        inner = shapely.ops.substring(edge, _CLEAR_M, edge.length - _CLEAR_M)
        return bool(inner.intersects(around))
    covered: float = edge.intersection(around).length
    middle = shapely.ops.substring(edge, 0.25, 0.75, normalized=True)
    return covered >= _SHARE * edge.length or bool(middle.intersects(drawn))
