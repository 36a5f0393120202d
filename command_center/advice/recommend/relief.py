"""How long a job that gives up its unit waits for the next: idle units to its place, by road."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from command_center.advice.eta import Estimator
from command_center.advice.fleet import Fleet
from command_center.domain.place import LatLon


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
