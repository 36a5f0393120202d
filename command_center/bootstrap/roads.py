"""The streets of the room: taken in from a file, and loaded where arrivals are reckoned."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import Any

from command_center.advice.calibration import Calibration
from command_center.advice.eta import WIB, Estimator
from command_center.bootstrap.room import LANE_S, OpenedRoom, RoomPlan, open_room
from command_center.commands.roads import KeepRoads
from command_center.domain.unit import RoadClosure
from command_center.geo.roadnet.assemble import Progress
from command_center.geo.roadnet.classes import Speeds, speeds_of
from command_center.geo.roadnet.closures import ClosedEdges
from command_center.geo.roadnet.net import RoadNet
from command_center.geo.roadnet.reading import RoadsImport, length_km, read_roads
from command_center.geo.roadnet.table import BadRoads, load, save
from command_center.runtime.clock import LiveClock
from command_center.runtime.paths import roads_dir
from command_center.runtime.secrets import database_password

NO_ROADS, NOT_HERE, DAMAGED = "no_roads", "roads_not_here", "roads_damaged"


def import_roads(
    path: Path, url: str, licence: str, progress: Progress | None = None
) -> tuple[int, list[str]]:
    """(edges stored, sentences: what was refused, or what the graph is like). The file is read
    before the room is touched; whoever stops it stores nothing."""
    made = read_roads(path, progress)
    said = [str(fault) for fault in made.faults]
    if made.table is None:
        return 0, said
    room = open_room(url, LiveClock(), RoomPlan(), password=database_password(url))
    try:
        return len(made.table.start), said + _kept(room, path.name, made, licence or made.licence)
    finally:
        room.close()


def _kept(room: OpenedRoom, source: str, made: RoadsImport, licence: str) -> list[str]:
    table = made.table
    assert table is not None
    _, digest = save(table, roads_dir())
    nodes, edges = len(table.lat), len(table.start)
    keep = KeepRoads(source, digest, nodes, edges, made.islands, licence)
    room.lane.submit(keep, act=room.console).result(LANE_S)
    return [
        f"{nodes} nodes, {edges} stretches, {length_km(table):.0f} km; sha256 {digest}",
        f"{made.islands} islands; {made.apart:.1%} of the nodes cannot be driven to and from"
        " the rest and are never reckoned with",
    ]


@dataclass(frozen=True, slots=True)
class RoadRows:
    """What the room says of its streets now: the values of its two settings (None = never set)
    and the closures, opened ones too."""

    roads: Mapping[str, Any] | None
    speeds: Mapping[str, Any] | None = None
    closures: tuple[RoadClosure, ...] = ()

    @property
    def digest(self) -> str:
        return str((self.roads or {}).get("sha256", ""))

    def shut(self) -> frozenset[tuple[tuple[float, float], ...]]:
        return frozenset(c.line for c in self.closures if c.opened_at is None)


class RoomRoads:
    """Gives the estimator that goes with the rows of the room.

    `estimator` may take a second when the graph or the closures changed; `estimator_now` never
    waits: until the streets are loaded it answers by straight line. Safe between threads.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        zone: tzinfo = WIB,
        ready: Callable[[], None] | None = None,
    ) -> None:
        """`ready` is called from the loading thread whenever `estimator_now` has better news."""
        self._folder = folder or roads_dir()
        self._zone = zone
        self._ready = ready
        self._lock = threading.Lock()
        self._work: threading.Thread | None = None
        self._known: tuple[RoadRows, RoadNet | None, ClosedEdges, str] | None = None

    def estimator(self, rows: RoadRows, calibration: Calibration | None = None) -> Estimator:
        """With the room's streets, or by straight line if `why_straight` tells why not."""
        with self._lock:
            _, net, closed, _ = self._look(rows)
        return Estimator(net, calibration, closed, zone=self._zone)

    def estimator_now(self, rows: RoadRows, calibration: Calibration | None = None) -> Estimator:
        """What can be said at once. Closures that are news count from `ready` on."""
        known = self._known
        if known is None or known[0] != rows:
            self._load(rows)
        if known is None or known[0].digest != rows.digest:
            return Estimator(None, calibration, zone=self._zone)
        return Estimator(known[1], calibration, known[2], zone=self._zone)

    @property
    def why_straight(self) -> str:
        """Why there is no graph: `no_roads` was imported, the room's is `roads_not_here` on this
        machine or `roads_damaged`; "" while there is one or nobody has asked."""
        return self._known[3] if self._known else ""

    def close(self) -> None:
        """Wait for a load that is under way."""
        if self._work is not None:
            self._work.join()

    def _load(self, rows: RoadRows) -> None:
        if self._work is not None and self._work.is_alive():
            return
        self._work = threading.Thread(target=self._fetch, args=(rows,), name="roads", daemon=True)
        self._work.start()

    def _fetch(self, rows: RoadRows) -> None:
        with self._lock:
            self._look(rows)
        if self._ready is not None:
            self._ready()

    def _look(self, rows: RoadRows) -> tuple[RoadRows, RoadNet | None, ClosedEdges, str]:
        known = self._known
        if known is not None and known[0] == rows:
            return known
        net, why = self._net(rows)
        closed = net.closed_by(sorted(rows.shut())) if net is not None else ClosedEdges()
        if net is not None:
            _warm(net)
        self._known = (rows, net, closed, why)
        return self._known

    def _net(self, rows: RoadRows) -> tuple[RoadNet | None, str]:
        """The graph that is loaded, if it is the same, else from its file."""
        if not rows.digest:
            return None, NO_ROADS
        speeds = speeds_of(rows.speeds) if rows.speeds is not None else Speeds()
        known = self._known
        if known is not None and known[1] is not None and known[0].digest == rows.digest:
            net = known[1]
            return (net if net.speeds == speeds else net.with_speeds(speeds)), ""
        try:
            return RoadNet(load(self._folder, rows.digest), speeds), ""
        except FileNotFoundError:
            return None, NOT_HERE
        except (BadRoads, OSError, ValueError):
            return None, DAMAGED


def road_rows(settings: Iterable[Any], closures: Sequence[RoadClosure]) -> RoadRows:
    """Out of the room's settings, each with its id and value."""
    values = {row.id: row.value for row in settings}
    return RoadRows(values.get("roads"), values.get("road_speeds"), tuple(closures))


def _warm(net: RoadNet) -> None:
    """Have the indexes made here, not under the first question."""
    net.snap(math.nan, math.nan)
    net.snap(math.nan, math.nan, vehicle="motorcycle")
