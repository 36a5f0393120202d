"""How long a job that gives up its unit waits for the next: idle units to its place, by road."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from command_center.advice.eta import Estimator
from command_center.advice.fleet import Fleet
from command_center.domain.place import LatLon
from command_center.geo.roadnet.classes import Speeds, Vehicle
from command_center.geo.roadnet.closures import ClosedEdges
from command_center.geo.roadnet.net import OPEN, RoadNet, Snap
from command_center.geo.roadnet.table import RoadTable

KEPT_SEARCHES = 1_024
"""27 kB each on the roads of Malang."""

_Key = tuple[int, str, float, ClosedEdges]


class KeptRoads(RoadNet):
    """A road graph that keeps its last searches: the search to an incident was made when somebody
    was sent to it, and is asked for again when that unit is to be pulled. Exact; another set of
    closures or another limit is another search."""

    def __init__(self, table: RoadTable, speeds: Speeds | None = None) -> None:
        super().__init__(table, speeds)
        self._kept: OrderedDict[_Key, NDArray[np.float64]] = OrderedDict()
        self._snaps: OrderedDict[tuple[float, float, str], Snap | None] = OrderedDict()
        self._keeping = Lock()

    def seconds_to(
        self,
        node: int,
        *,
        vehicle: str = Vehicle.CAR,
        limit_s: float = np.inf,
        closures: ClosedEdges = OPEN,
    ) -> NDArray[np.float64]:
        """What `RoadNet` says; the array is shared, so it cannot be written to."""
        key = (node, str(vehicle), limit_s, closures)
        with self._keeping:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        found = super().seconds_to(node, vehicle=vehicle, limit_s=limit_s, closures=closures)
        found.setflags(write=False)
        with self._keeping:
            self._kept[key] = found
            if len(self._kept) > KEPT_SEARCHES:
                self._kept.popitem(last=False)
        return found

    def snap(self, lat: float, lon: float, *, vehicle: str = Vehicle.CAR) -> Snap | None:
        key = (lat, lon, str(vehicle))
        with self._keeping:
            if key in self._snaps:
                return self._snaps[key]
        found = super().snap(lat, lon, vehicle=vehicle)
        with self._keeping:
            self._snaps[key] = found
            if len(self._snaps) > KEPT_SEARCHES:
                self._snaps.popitem(last=False)
        return found


class RoadRelief:
    """For `Question.relief`: asks an estimator how far some of a fleet are from a job.

    `fleet` stands in the order of the roster; `jobs` = where each incident is.
    """

    def __init__(
        self, estimator: Estimator, fleet: Fleet, jobs: Mapping[str, LatLon], now: datetime
    ) -> None:
        self._estimator, self._fleet = estimator, fleet
        self._jobs, self._now = jobs, now
        self._part: tuple[bytes, Fleet] = (b"", fleet)

    def __call__(self, incident: str, places: NDArray[np.intp]) -> NDArray[np.float64] | None:
        """Seconds of the units at these places of the roster; None = nobody knows the place."""
        to = self._jobs.get(incident)
        if to is None:
            return None
        known = places.tobytes()
        if self._part[0] != known:
            self._part = (known, part_of(self._fleet, places))
        return self._estimator.arrivals(self._part[1], to, self._now).seconds


def part_of(fleet: Fleet, places: NDArray[np.intp]) -> Fleet:
    """The units at these places, in this order."""
    place_in_part = np.full(len(fleet.ids), -1, np.intp)
    place_in_part[places] = np.arange(len(places))
    vehicles = {
        vehicle: np.sort(there[there >= 0])
        for vehicle, rows in fleet.by_vehicle.items()
        if len(there := place_in_part[rows])
    }
    return Fleet(
        ids=tuple(fleet.ids[place] for place in places.tolist()),
        lat=fleet.lat[places],
        lon=fleet.lon[places],
        at_s=fleet.at_s[places],
        turnout_s=fleet.turnout_s[places],
        node=fleet.node[places],
        off_m=fleet.off_m[places],
        by_vehicle={vehicle: rows for vehicle, rows in vehicles.items() if len(rows)},
    )
