"""When each unit would be there: over the road graph, calibrated, with its 80 % interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from enum import IntFlag
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from command_center.advice.calibration import Calibration
from command_center.advice.fleet import Fleet, UnitPoint
from command_center.domain.place import LatLon
from command_center.geo.distance import DETOUR_FACTOR, URBAN_SPEED_MPS, distances_m
from command_center.geo.roadnet.classes import Vehicle
from command_center.geo.roadnet.closures import ClosedEdges

if TYPE_CHECKING:
    from command_center.geo.roadnet.net import RoadNet

By = Literal["road", "straight"]
_WAYS: tuple[By, By] = ("road", "straight")
Ends = NDArray[np.float64]
"""(3, 1) ratios: the low end, the middle, the high end."""

STALE_S = 120.0
"""An older position is where the unit was, not where it is."""

MOST_DRIFT_S = 1_800.0
LIMIT_S = 7_200.0
"""A drive beyond it is no help to anybody: it counts as no way."""

OFF_ROAD_MPS = 15 / 3.6
"""From a point to the node that stands for it, along the street or on foot: our assumption."""

NEAR_M = 300.0
"""Within it the straight line may beat the way over the nodes: a unit at the scene is there."""

_NEAR_DEGREES = NEAR_M / 111_000.0
"""More of latitude than NEAR_M is anywhere: who is farther north or south need not be measured."""

WIB = timezone(timedelta(hours=7))


class Why(IntFlag):
    """What an ETA has to say for itself. The worst is `Eta.reason`."""

    NOTHING = 0
    NO_GRAPH = 1
    UNIT_OFF_ROAD = 2
    SCENE_OFF_ROAD = 4
    STALE = 8
    TOO_FAR = 16
    CUT_OFF = 32
    NO_POSITION = 64

    @property
    def code(self) -> str:
        """The word of the gravest, "" for none."""
        gravest = Why(1 << (self.value.bit_length() - 1)) if self else None
        return gravest.name.lower() if gravest is not None and gravest.name else ""


@dataclass(frozen=True, slots=True)
class Eta:
    """Seconds until a unit is there, turnout included, and the 80 % interval around them.

    inf = it does not get there (`cut_off`, `too_far`) or nobody knows where it is
    (`no_position`). `reason` is the gravest of `why` by its word, "" for none.
    """

    seconds: float
    low_s: float
    high_s: float
    by: By
    reason: str
    why: Why = Why.NOTHING


@dataclass(frozen=True, eq=False, slots=True)
class Arrivals:
    """ETAs of a fleet in its order: all arrays (k,). `drive_s` is the drive before calibration
    and turnout, what a sample for the calibration is made of."""

    seconds: NDArray[np.float64]
    low_s: NDArray[np.float64]
    high_s: NDArray[np.float64]
    drive_s: NDArray[np.float64]
    on_road: NDArray[np.bool_]
    why: NDArray[np.int64]

    def eta(self, index: int) -> Eta:
        why = Why(int(self.why[index]))
        return Eta(
            float(self.seconds[index]),
            float(self.low_s[index]),
            float(self.high_s[index]),
            "road" if self.on_road[index] else "straight",
            why.code,
            why,
        )


class Estimator:
    """Says when units arrive. Without a graph by straight line; `closures` are what is closed.

    Pure: the same fleet, place and time give the same answer. `zone` is the city's, for the hour
    of the calibration.
    """

    def __init__(
        self,
        net: RoadNet | None,
        calibration: Calibration | None = None,
        closures: ClosedEdges | None = None,
        *,
        zone: tzinfo = WIB,
    ) -> None:
        self.net = net
        self.calibration = calibration or Calibration()
        self.closures = closures or ClosedEdges()
        self._zone = zone
        self._ratios: dict[tuple[Vehicle, int], tuple[Ends, Ends]] = {}

    def fleet(self, units: Sequence[UnitPoint]) -> Fleet:
        """The units as arrays, on the graph. Make it when positions change, not per question."""
        return Fleet.of(units, self.net)

    def ratio(self, by: By, vehicle: Vehicle, now: datetime) -> float:
        """What a drive of that kind is multiplied with at this hour."""
        return self.calibration.of(by, vehicle.value, now.astimezone(self._zone).hour).middle

    def etas(self, units: Sequence[UnitPoint], to: LatLon, now: datetime) -> list[Eta]:
        """An Eta for each unit, in their order."""
        found = self.arrivals(self.fleet(units), to, now)
        return [found.eta(index) for index in range(len(units))]

    def arrivals(self, fleet: Fleet, to: LatLon, now: datetime) -> Arrivals:
        """The same for a fleet that already stands on the graph."""
        return self._said(fleet, self._drives(fleet, to, LIMIT_S), now)

    def seconds(
        self,
        fleet: Fleet,
        to: LatLon,
        now: datetime,
        *,
        within_s: float = LIMIT_S,
        straight_m: NDArray[np.float64] | None = None,
    ) -> NDArray[np.float64]:
        """The seconds of `arrivals` alone, (k,). inf also for a drive of more than `within_s`: the
        search ends there. `straight_m` (k,) from `to` if the caller has them already."""
        drives = self._drives(fleet, to, within_s, straight_m)
        middle: NDArray[np.float64] = self._scale(fleet, drives, now)[1]
        return fleet.turnout_s + middle * drives.drive_s

    def _drives(
        self,
        fleet: Fleet,
        to: LatLon,
        within_s: float,
        straight_m: NDArray[np.float64] | None = None,
    ) -> _Drives:
        drives = _Drives(
            drive_s=np.full(len(fleet.ids), np.inf),
            on_road=np.zeros(len(fleet.ids), dtype=np.bool_),
            why=np.full(len(fleet.ids), int(Why.NOTHING if self.net else Why.NO_GRAPH)),
        )
        if self.net is not None:
            for vehicle, rows in fleet.by_vehicle.items():
                self._over_roads(self.net, vehicle, fleet, to, rows, drives, within_s)
            _on_foot(fleet, to, drives, straight_m)
        _straight(fleet, to, drives)
        return drives

    def _over_roads(
        self,
        net: RoadNet,
        vehicle: Vehicle,
        fleet: Fleet,
        to: LatLon,
        rows: NDArray[np.intp],
        drives: _Drives,
        within_s: float,
    ) -> None:
        """One search from the scene answers for all of them."""
        scene = net.snap(to.lat, to.lon, vehicle=vehicle)
        if scene is None:
            drives.why[rows] |= int(Why.SCENE_OFF_ROAD)
            return
        # nothing is copied where all of a fleet drives alike and stands on the roads
        at: NDArray[np.intp] | slice = slice(None) if len(rows) == len(fleet.ids) else rows
        node = fleet.node[at]
        if node.min(initial=0) < 0:
            drives.why[rows[node < 0]] |= int(Why.UNIT_OFF_ROAD)
            at = rows[node >= 0]
            node = fleet.node[at]
        from_all = net.seconds_to(
            scene.node, vehicle=vehicle, limit_s=within_s, closures=self.closures
        )
        seconds = from_all[node]
        if seconds.max(initial=0.0) == np.inf:
            gone = Why.CUT_OFF if self.closures.edges else Why.TOO_FAR
            drives.why[at] |= np.where(np.isfinite(seconds), 0, int(gone))
        drives.drive_s[at] = seconds + (fleet.off_m[at] + scene.off_m) / OFF_ROAD_MPS
        drives.on_road[at] = True

    def _scale(self, fleet: Fleet, drives: _Drives, now: datetime) -> NDArray[np.float64]:
        """(3, k) or, if it is the same for all, (3, 1): what each drive is multiplied with for the
        low end, the middle, the high end."""
        hour, on_road = now.astimezone(self._zone).hour, drives.on_road
        scale = np.empty((3, len(fleet.ids)))
        for vehicle, rows in fleet.by_vehicle.items():
            road, straight = self._ends(vehicle, hour)
            if len(rows) < len(fleet.ids):
                scale[:, rows] = np.where(on_road[rows], road, straight)
            else:
                scale = road if on_road.all() else np.where(on_road, road, straight)
        return scale

    def _ends(self, vehicle: Vehicle, hour: int) -> tuple[Ends, Ends]:
        """By road and by straight line, (3, 1) each."""
        known = self._ratios.get((vehicle, hour))
        if known is None:
            road, straight = (
                np.array([[ratios.low], [ratios.middle], [ratios.high]])
                for ratios in (self.calibration.of(by, vehicle.value, hour) for by in _WAYS)
            )
            known = self._ratios[vehicle, hour] = (road, straight)
        return known

    def _said(self, fleet: Fleet, drives: _Drives, now: datetime) -> Arrivals:
        """Calibrated, with turnout, and wider where the position is old."""
        scale = self._scale(fleet, drives, now)
        low_s, seconds, high_s = fleet.turnout_s + scale * drives.drive_s
        age_s = now.timestamp() - fleet.at_s
        # a position of no known time is old: nan is not within the limit
        stale = ~(age_s <= STALE_S) & np.isfinite(seconds)
        low_s, high_s = np.minimum(low_s, seconds), np.maximum(high_s, seconds)
        if stale.any():
            drift_s = np.where(stale, np.fmin(age_s, MOST_DRIFT_S), 0.0)
            low_s, high_s = low_s - drift_s, high_s + drift_s
            drives.why[stale] |= int(Why.STALE)
        return Arrivals(
            seconds=seconds,
            low_s=np.maximum(low_s, 0.0),
            high_s=high_s,
            drive_s=drives.drive_s,
            on_road=drives.on_road,
            why=drives.why,
        )


@dataclass(frozen=True, eq=False, slots=True)
class _Drives:
    """What is known of each unit's drive so far, (k,) each; written row by row."""

    drive_s: NDArray[np.float64]
    on_road: NDArray[np.bool_]
    why: NDArray[np.int64]


def _straight(fleet: Fleet, to: LatLon, drives: _Drives) -> None:
    """Whoever no road leads from: as the crow flies, and nowhere if nobody knows from where."""
    if drives.on_road.all():
        return
    rows = np.flatnonzero(~drives.on_road)
    straight_m = distances_m(to.lat, to.lon, fleet.lat[rows], fleet.lon[rows])
    lost = ~np.isfinite(straight_m)
    drives.drive_s[rows] = straight_m * (DETOUR_FACTOR / URBAN_SPEED_MPS)
    drives.drive_s[rows[lost]] = np.inf
    drives.why[rows[lost]] = int(Why.NO_POSITION)


def _on_foot(
    fleet: Fleet, to: LatLon, drives: _Drives, straight_m: NDArray[np.float64] | None
) -> None:
    """A unit nearly there needs no road: whatever is closed or one-way, it walks or wheels."""
    if straight_m is None:
        about = np.abs(fleet.lat - to.lat) <= _NEAR_DEGREES
    else:
        about = straight_m <= NEAR_M
    rows = (about & drives.on_road).nonzero()[0]
    if not len(rows):
        return
    there_m = distances_m(to.lat, to.lon, fleet.lat[rows], fleet.lon[rows])
    walk_s = there_m * (DETOUR_FACTOR / OFF_ROAD_MPS)
    quicker = (there_m <= NEAR_M) & (walk_s < drives.drive_s[rows])
    drives.drive_s[rows[quicker]] = walk_s[quicker]
    drives.why[rows[quicker]] &= ~int(Why.CUT_OFF | Why.TOO_FAR)
