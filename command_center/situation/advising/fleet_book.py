"""Where the units of a roster are, on the road graph; a unit is put on it when it has moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from command_center.advice.eta import Arrivals, Estimator
from command_center.advice.fleet import TURNOUT_S, Fleet, UnitPoint
from command_center.advice.recommend.roster import Roster
from command_center.domain.place import LatLon
from command_center.domain.unit import Unit
from command_center.geo.city import CityPack
from command_center.geo.roadnet.classes import vehicle_of
from command_center.geo.roadnet.net import RoadNet
from command_center.ports import Position

HOME_SPREAD_S = 240.0
"""A unit without a position is taken to be at home and may be this far from there, either way: some
two kilometres of city streets, our assumption."""

Spot = Position | LatLon | None


@dataclass(frozen=True, eq=False, slots=True)
class Standing:
    """A fleet in the order of its roster. `seen_s` = POSIX seconds of the position, nan = none;
    `at_home` = by where it belongs."""

    fleet: Fleet
    seen_s: NDArray[np.float64]
    at_home: NDArray[np.bool_]

    def at(self, now: datetime) -> Fleet:
        """As of now: who is at home was not seen there long ago, nobody saw them there at all."""
        seen_s = np.where(self.at_home, now.timestamp(), self.seen_s)
        return replace(self.fleet, at_s=seen_s)

    def widened(self, arrivals: Arrivals) -> Arrivals:
        """Wider for those who are only taken to be where they are."""
        spread_s = np.where(self.at_home, HOME_SPREAD_S, 0.0)
        return replace(
            arrivals,
            low_s=np.maximum(arrivals.low_s - spread_s, 0.0),
            high_s=arrivals.high_s + spread_s,
        )


class FleetBook:
    """Kept by one `Recommender`, asked by one thread at a time."""

    def __init__(self, city: CityPack) -> None:
        self._city = city
        self._homes: dict[str | None, LatLon | None] = {}
        self._roster: Roster | None = None
        self._net: RoadNet | None = None
        self._rows: list[Unit] = []
        self._spots: list[Spot] = []
        self._standing: Standing | None = None

    def take(
        self,
        roster: Roster,
        units: Mapping[str, Unit],
        positions: Mapping[str, Position],
        estimator: Estimator,
    ) -> Standing:
        """The units of the roster where they are by now."""
        same = roster is self._roster
        rows = self._rows if same else [units[one.unit_id] for one in roster.units]
        spots = [positions.get(row.id) or self._home(row.home) for row in rows]
        standing = self._standing
        if standing is None or self._net is not estimator.net or not self._are(rows):
            standing = self._all(rows, spots, estimator)
        else:
            moved = [at for at, spot in enumerate(spots) if spot is not self._spots[at]]
            standing = _moved(standing, spots, moved, estimator)
            if not same:
                fleet = replace(standing.fleet, turnout_s=_turnout_s(rows))
                standing = replace(standing, fleet=fleet)
        self._roster, self._net = roster, estimator.net
        self._rows, self._spots, self._standing = rows, spots, standing
        return standing

    def _are(self, rows: Sequence[Unit]) -> bool:
        """The same units, driving the same."""
        known = self._rows
        return rows is known or [(row.id, row.kind) for row in rows] == [
            (row.id, row.kind) for row in known
        ]

    def _all(self, rows: Sequence[Unit], spots: Sequence[Spot], estimator: Estimator) -> Standing:
        points = [
            UnitPoint(
                row.id,
                spot.lat if spot else None,
                spot.lon if spot else None,
                spot.at if isinstance(spot, Position) else None,
                row.status,
                vehicle_of(row.kind),
            )
            for row, spot in zip(rows, spots, strict=True)
        ]
        fleet = estimator.fleet(points)
        return Standing(fleet, fleet.at_s, np.array([_at_home(spot) for spot in spots], np.bool_))

    def _home(self, code: str | None) -> LatLon | None:
        if code not in self._homes:
            place = self._city.gazetteer.by_code(code or "")
            known = None
            if place is not None and place.lat is not None and place.lon is not None:
                known = LatLon(place.lat, place.lon)
            self._homes[code] = known
        return self._homes[code]


def _at_home(spot: Spot) -> bool:
    return isinstance(spot, LatLon)


def _moved(
    standing: Standing, spots: Sequence[Spot], moved: Sequence[int], estimator: Estimator
) -> Standing:
    """The same units with new places for some."""
    if not moved:
        return standing
    fleet, rows = standing.fleet, np.array(moved, np.intp)
    lat, lon, node, off_m = (
        fleet.lat.copy(),
        fleet.lon.copy(),
        fleet.node.copy(),
        fleet.off_m.copy(),
    )
    seen_s, at_home = standing.seen_s.copy(), standing.at_home.copy()
    some = [spots[at] for at in moved]
    lat[rows] = [spot.lat if spot else np.nan for spot in some]
    lon[rows] = [spot.lon if spot else np.nan for spot in some]
    seen_s[rows] = [spot.at.timestamp() if isinstance(spot, Position) else np.nan for spot in some]
    at_home[rows] = [_at_home(spot) for spot in some]
    if estimator.net is not None:
        for vehicle, kind in fleet.by_vehicle.items():
            here = np.intersect1d(kind, rows)
            found = estimator.net.snap_many(lat[here], lon[here], vehicle=vehicle)
            node[here], off_m[here] = found.node, found.off_m
    placed = replace(fleet, lat=lat, lon=lon, at_s=seen_s, node=node, off_m=off_m)
    return Standing(placed, seen_s, at_home)


def _turnout_s(units: Sequence[Unit]) -> NDArray[np.float64]:
    return np.array([TURNOUT_S[unit.status] for unit in units], np.float64)
