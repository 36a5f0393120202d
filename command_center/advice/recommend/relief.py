"""How long a job that gives up its unit waits for the next: idle units to its place, by road."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from command_center.advice.eta import Estimator
from command_center.advice.fleet import Fleet
from command_center.domain.place import LatLon
from command_center.geo.distance import DETOUR_FACTOR, URBAN_SPEED_MPS, distances_m

LEAST_S, MOST_S = 120.0, 1_200.0
OVER_STRAIGHT = 2.5
"""Relief is looked for first as far as the nearest unit probably drives: so many times its straight
way (of Malang's places 95 % less), but no search shorter than LEAST_S, which costs nothing, nor one
beyond MOST_S, which costs as much as one of the whole town."""


class Places(Protocol):
    """Where incidents are; a mapping is one."""

    def get(self, incident_id: str, /) -> LatLon | None: ...


class RoadRelief:
    """For `Question.relief`: asks an estimator how far some of a fleet are from a job.

    The first there is exact; who is certainly later may be inf. `fleet` stands in the order of the
    roster; `jobs` = where each incident is.
    """

    def __init__(self, estimator: Estimator, fleet: Fleet, jobs: Places, now: datetime) -> None:
        self._estimator, self._fleet = estimator, fleet
        self._jobs, self._now = jobs, now
        self._part: tuple[bytes, Fleet] = (b"", fleet)

    def __call__(self, incident: str, places: NDArray[np.intp]) -> NDArray[np.float64] | None:
        """Seconds of the units at these places of the roster, or inf for who is not the first
        there; None = nobody knows the place."""
        to = self._jobs.get(incident)
        if to is None:
            return None
        known = places.tobytes()
        if self._part[0] != known:
            self._part = (known, part_of(self._fleet, places))
        part, estimator, now = self._part[1], self._estimator, self._now
        away_m = distances_m(to.lat, to.lon, part.lat, part.lon)
        nearest_m = float(np.fmin.reduce(away_m, initial=np.inf))
        within_s = max(LEAST_S, OVER_STRAIGHT * nearest_m * DETOUR_FACTOR / URBAN_SPEED_MPS)
        if within_s < MOST_S:
            near = estimator.seconds(part, to, now, within_s=within_s, straight_m=away_m)
            ratio = min(estimator.ratio("road", vehicle, now) for vehicle in part.by_vehicle)
            # nobody who drives for longer is there before
            if near.min() < part.turnout_s.min() + within_s * ratio:
                return near
        return estimator.seconds(part, to, now, straight_m=away_m)


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
