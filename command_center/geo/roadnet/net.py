"""Seconds from everywhere to one place over the streets that are open."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from command_center.geo.distance import LocalPlane
from command_center.geo.roadnet.classes import Speeds, Vehicle
from command_center.geo.roadnet.closures import ClosedEdges, EdgeLines
from command_center.geo.roadnet.table import RoadTable

if TYPE_CHECKING:
    from command_center.geo.roadnet.solver import Arcs, Nearest

SNAP_LIMIT_M = 300.0
"""Farther from every road than this, a point is not on the road graph."""

OPEN = ClosedEdges()
_KEPT = 8
_SNAPS_KEPT = 20_000
_REMEMBERED_BYTES = 16 * 1024 * 1024
_ENTRY_BYTES = 400


@dataclass(frozen=True, slots=True)
class Snap:
    """The node that stands for a point, and how far from it the point is."""

    node: int
    off_m: float


@dataclass(frozen=True, eq=False, slots=True)
class Snaps:
    """For k points: `node` (k,), -1 where none is near enough, and `off_m` (k,), there inf."""

    node: NDArray[np.int32]
    off_m: NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class _Answer:
    """What a search as far as `limit_s` found: `seconds` of `nodes`, None = of every node."""

    limit_s: float
    seconds: NDArray[np.float64]
    nodes: NDArray[np.int32] | None

    @staticmethod
    def of(limit_s: float, seconds: NDArray[np.float64]) -> _Answer:
        """A short search is kept by the few nodes that it met."""
        seconds.setflags(write=False)
        met = np.isfinite(seconds).nonzero()[0].astype(np.int32)
        if 2 * len(met) >= len(seconds):
            return _Answer(limit_s, seconds, None)
        return _Answer(limit_s, seconds[met], met)

    @property
    def nbytes(self) -> int:
        return _ENTRY_BYTES + self.seconds.nbytes + (0 if self.nodes is None else self.nodes.nbytes)

    def within(self, limit_s: float, count: int) -> NDArray[np.float64]:
        """(count,) seconds; inf beyond the limit."""
        if self.nodes is None and limit_s == self.limit_s:
            return self.seconds
        nearer = np.where(self.seconds <= limit_s, self.seconds, np.inf)
        if self.nodes is not None:
            met, nearer = nearer, np.full(count, np.inf)
            nearer[self.nodes] = met
        nearer.setflags(write=False)
        return nearer


class RoadNet:
    """A road graph with speeds. Immutable, safe between threads.

    The first question loads SciPy and builds an index (up to a second): ask it off the GUI
    thread.
    """

    def __init__(self, table: RoadTable, speeds: Speeds | None = None) -> None:
        self.table = table
        self.speeds = speeds or Speeds()
        self._plane = LocalPlane.at(float(table.lat.mean()))
        self._graphs: dict[tuple[Vehicle, ClosedEdges], Any] = {}
        self._answers: dict[tuple[int, Vehicle, ClosedEdges], _Answer] = {}
        self._kept_bytes = 0
        self._snaps: dict[tuple[float, float, Vehicle], Snap | None] = {}
        self._roots: dict[Vehicle, tuple[NDArray[np.int32], Nearest]] = {}
        self._lock = Lock()

    def with_speeds(self, speeds: Speeds) -> RoadNet:
        return RoadNet(self.table, speeds)

    @property
    def nodes(self) -> int:
        return len(self.table.lat)

    @property
    def edges(self) -> int:
        return len(self.table.start)

    def edge_seconds(self, vehicle: Vehicle, closures: ClosedEdges = OPEN) -> NDArray[np.float64]:
        """(m,) seconds along each edge; inf where the vehicle does not drive."""
        kmh = np.array(self.speeds.of(vehicle))[self.table.kind]
        seconds = np.full(self.edges, np.inf)
        np.divide(self.table.length_m * 3.6, kmh, out=seconds, where=kmh > 0)
        seconds[list(closures.edges)] = np.inf
        return seconds

    def seconds_to(
        self,
        node: int,
        *,
        vehicle: str = Vehicle.CAR,
        limit_s: float = np.inf,
        closures: ClosedEdges = OPEN,
    ) -> NDArray[np.float64]:
        """(n,) seconds from every node to `node`, exact and not to be written to; inf = no way
        within `limit_s`. IndexError for a node that is not there.

        The answers of late are remembered: the scenes of a room are asked about again and again.
        One that went farther answers for a shorter limit, too.
        """
        from command_center.geo.roadnet.solver import seconds_to  # noqa: PLC0415 - slow to load

        if not 0 <= node < self.nodes:
            raise IndexError(node)
        asked = (node, Vehicle(vehicle), closures)
        with self._lock:
            known = self._answers.get(asked)
        if known is None or known.limit_s < limit_s:
            found = seconds_to(self._graph(Vehicle(vehicle), closures), node, limit_s)
            known = _Answer.of(limit_s, found)
        with self._lock:
            before = self._answers.pop(asked, None)
            self._answers[asked] = known
            self._kept_bytes += known.nbytes - (before.nbytes if before else 0)
            while self._kept_bytes > _REMEMBERED_BYTES:
                self._kept_bytes -= self._answers.pop(next(iter(self._answers))).nbytes
        return known.within(limit_s, self.nodes)

    def snap(self, lat: float, lon: float, *, vehicle: str = Vehicle.CAR) -> Snap | None:
        """The nearest node within SNAP_LIMIT_M from which the vehicle gets about, or None.

        Points of late are remembered, as the scenes are.
        """
        asked = (lat, lon, Vehicle(vehicle))
        with self._lock:
            if asked in self._snaps:
                return self._snaps[asked]
        snap = self._snapped(lat, lon, Vehicle(vehicle))
        with self._lock:
            while len(self._snaps) >= _SNAPS_KEPT:
                del self._snaps[next(iter(self._snaps))]
            self._snaps[asked] = snap
        return snap

    def _snapped(self, lat: float, lon: float, vehicle: Vehicle) -> Snap | None:
        if not (math.isfinite(lat) and math.isfinite(lon)):
            return None
        numbers, nearest = self._root(vehicle)
        found, off_m = nearest.query_one(lon * self._plane.x_m, lat * self._plane.y_m, SNAP_LIMIT_M)
        return Snap(int(numbers[found]), off_m) if math.isfinite(off_m) else None

    def snap_many(
        self,
        lats: NDArray[np.float64],
        lons: NDArray[np.float64],
        *,
        vehicle: str = Vehicle.CAR,
    ) -> Snaps:
        """`snap` for arrays (k,) of degrees; a point that is not a number is nowhere."""
        numbers, nearest = self._root(Vehicle(vehicle))
        node = np.full(len(lats), -1, dtype=np.int32)
        off_m = np.full(len(lats), np.inf)
        known = np.flatnonzero(np.isfinite(lats) & np.isfinite(lons))
        metres = self._plane.to_metres(np.column_stack((lons[known], lats[known])))
        which, far_m = nearest.query(metres, SNAP_LIMIT_M)
        near = np.isfinite(far_m)
        node[known[near]] = numbers[which[near]]
        off_m[known[near]] = far_m[near]
        return Snaps(node, off_m)

    def closed_by(self, lines: Iterable[Sequence[tuple[float, float]]]) -> ClosedEdges:
        """The edges that lines of (lat, lon) run along or across."""
        return self._lines.closed_by(lines)

    def mainland(self, vehicle: str = Vehicle.CAR) -> NDArray[np.int32]:
        """The nodes of the largest part in which the vehicle gets from each to each."""
        return self._root(Vehicle(vehicle))[0]

    def islands(self) -> int:
        """How many parts besides the largest have no road to it at all."""
        from command_center.geo.roadnet.solver import parts  # noqa: PLC0415 - slow to load

        graph = self._arcs.weighted(np.ones(self.edges))
        return parts(graph, one_way=False)[0] - 1

    @cached_property
    def _lines(self) -> EdgeLines:
        return EdgeLines(self.table)

    @cached_property
    def _arcs(self) -> Arcs:
        from command_center.geo.roadnet.solver import Arcs  # noqa: PLC0415 - slow to load

        return Arcs(self.table)

    def _graph(self, vehicle: Vehicle, closures: ClosedEdges) -> Any:
        """The weights of a set of closures, kept for the next question."""
        key = (vehicle, closures)
        graph = self._graphs.get(key)
        if graph is None:
            graph = self._arcs.weighted(self.edge_seconds(vehicle, closures))
            with self._lock:
                while len(self._graphs) >= _KEPT:
                    del self._graphs[next(iter(self._graphs))]
                self._graphs[key] = graph
        return graph

    def _root(self, vehicle: Vehicle) -> tuple[NDArray[np.int32], Nearest]:
        """The mainland's node numbers and their index. Nobody is stood on an island by a snap."""
        from command_center.geo.roadnet.solver import Nearest, parts  # noqa: PLC0415 - slow to load

        known = self._roots.get(vehicle)
        if known is None:
            _, part = parts(self._graph(vehicle, OPEN), one_way=True)
            largest = int(np.bincount(part).argmax())
            numbers = np.flatnonzero(part == largest).astype(np.int32)
            degrees = np.column_stack((self.table.lon[numbers], self.table.lat[numbers]))
            known = (numbers, Nearest(self._plane.to_metres(degrees)))
            self._roots[vehicle] = known
        return known
