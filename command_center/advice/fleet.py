"""Units as arrays that stand on the road graph, so that a question touches each only in numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from command_center.domain.unit import UnitStatus
from command_center.geo.roadnet.classes import Vehicle

if TYPE_CHECKING:
    from command_center.geo.roadnet.net import RoadNet, Snap

TURNOUT_S: Mapping[UnitStatus, float] = {
    UnitStatus.AVAILABLE: 60.0,
    UnitStatus.ORDERED: 30.0,
    UnitStatus.EN_ROUTE: 0.0,
    UnitStatus.RETURNING: 0.0,
    UnitStatus.STAGED: 30.0,
    UnitStatus.ON_SCENE: 120.0,
    UnitStatus.BREAK: 180.0,
    UnitStatus.UNAVAILABLE: 300.0,
    UnitStatus.OFF_DUTY: 900.0,
    UnitStatus.UNKNOWN: 60.0,
}
"""Seconds from the order until it rolls; nothing for who drives already. Our assumptions: 60 s is
what the replays of the research used, the others are set against it."""


@dataclass(frozen=True, slots=True)
class UnitPoint:
    """Where a unit was seen, and when. `lat`, `lon` None = never. `snap` is its node where the
    caller has it already; one without is snapped when the fleet is made."""

    id: str
    lat: float | None
    lon: float | None
    at: datetime | None
    status: UnitStatus = UnitStatus.AVAILABLE
    vehicle: Vehicle = Vehicle.CAR
    snap: Snap | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Fleet:
    """k units: `lat`, `lon` degrees (nan = not known), `at_s` POSIX seconds of the position (nan
    = not known), `turnout_s`, `node` (-1 = not on the graph) and `off_m` from it (inf there);
    all (k,). `by_vehicle` holds the row numbers of each kind that occurs."""

    ids: tuple[str, ...]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    at_s: NDArray[np.float64]
    turnout_s: NDArray[np.float64]
    node: NDArray[np.int32]
    off_m: NDArray[np.float64]
    by_vehicle: Mapping[Vehicle, NDArray[np.intp]]

    @classmethod
    def of(cls, units: Sequence[UnitPoint], net: RoadNet | None) -> Fleet:
        """Without a graph nobody stands on one. A position that is not on Earth is none."""
        placed = [_placed(unit) for unit in units]
        lat, lon = (np.array([spot[i] for spot in placed], dtype=np.float64) for i in (0, 1))
        at_s = [np.nan if unit.at is None else unit.at.timestamp() for unit in units]
        kinds = {
            vehicle: rows
            for vehicle in Vehicle
            if len(rows := np.array([i for i, u in enumerate(units) if u.vehicle is vehicle], int))
        }
        node = np.full(len(units), -1, dtype=np.int32)
        off_m = np.full(len(units), np.inf)
        if net is not None:
            _stand(net, units, (lat, lon), kinds, (node, off_m))
        turnout_s = np.array([TURNOUT_S[unit.status] for unit in units], dtype=np.float64)
        return cls(
            ids=tuple(unit.id for unit in units),
            lat=lat,
            lon=lon,
            at_s=np.array(at_s, dtype=np.float64),
            turnout_s=turnout_s,
            node=node,
            off_m=off_m,
            by_vehicle=kinds,
        )


def _placed(unit: UnitPoint) -> tuple[float, float]:
    """Degrees, or not a number: half a position and one beyond the poles are no position."""
    if unit.lat is None or unit.lon is None:
        return np.nan, np.nan
    on_earth = abs(unit.lat) <= 90 and abs(unit.lon) <= 180
    return (unit.lat, unit.lon) if on_earth else (np.nan, np.nan)


def _stand(
    net: RoadNet,
    units: Sequence[UnitPoint],
    at: tuple[NDArray[np.float64], NDArray[np.float64]],
    kinds: Mapping[Vehicle, NDArray[np.intp]],
    into: tuple[NDArray[np.int32], NDArray[np.float64]],
) -> None:
    (lat, lon), (node, off_m) = at, into
    for vehicle, rows in kinds.items():
        asked = np.array([row for row in rows if units[row].snap is None], dtype=np.intp)
        if len(asked):
            found = net.snap_many(lat[asked], lon[asked], vehicle=vehicle)
            node[asked], off_m[asked] = found.node, found.off_m
    for row, unit in enumerate(units):
        if unit.snap is not None:
            node[row], off_m[row] = unit.snap.node, unit.snap.off_m
