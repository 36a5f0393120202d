"""Classes of road, the two kinds of vehicle, and how fast each drives on each."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

FASTEST_KMH = 130.0


class RoadClass(IntEnum):
    """What a stretch is to traffic. The numbers are stored: never reuse one."""

    TOLL = 0
    TRUNK = 1
    PRIMARY = 2
    SECONDARY = 3
    TERTIARY = 4
    LOCAL = 5
    OTHER = 6
    ALLEY = 7


class Vehicle(StrEnum):
    CAR = "car"
    MOTORCYCLE = "motorcycle"


_CAR_KMH = (70.0, 45.0, 35.0, 30.0, 26.0, 22.0, 15.0, 0.0)
_MOTORCYCLE_KMH = (0.0, 45.0, 38.0, 34.0, 30.0, 26.0, 20.0, 12.0)


@dataclass(frozen=True, slots=True)
class Speeds:
    """Kilometres an hour by RoadClass number, 0 = does not drive there.

    The defaults are our guesses for a dense town; a room corrects them, and the calibration by
    its own arrivals corrects what is left. Toll roads are closed to motorcycles in Indonesia.
    """

    car: tuple[float, ...] = _CAR_KMH
    motorcycle: tuple[float, ...] = _MOTORCYCLE_KMH

    def __post_init__(self) -> None:
        for speeds in (self.car, self.motorcycle):
            if len(speeds) != len(RoadClass) or not any(speeds):
                raise ValueError(f"a speed for each of {len(RoadClass)} classes, not all 0")
            if not all(math.isfinite(kmh) and 0 <= kmh <= FASTEST_KMH for kmh in speeds):
                raise ValueError(f"speeds from 0 to {FASTEST_KMH:g} km/h: {speeds}")

    def of(self, vehicle: Vehicle) -> tuple[float, ...]:
        return self.motorcycle if vehicle is Vehicle.MOTORCYCLE else self.car

    def as_json(self) -> dict[str, dict[str, float]]:
        """{vehicle: {name of the class: km/h}}."""
        return {
            vehicle.value: {
                kind.name.lower(): kmh
                for kind, kmh in zip(RoadClass, self.of(vehicle), strict=True)
            }
            for vehicle in Vehicle
        }


def speeds_of(value: Mapping[str, Any]) -> Speeds:
    """What `as_json` wrote; a class that is left out keeps its default. ValueError for anything
    that is no such table."""
    given = {}
    for vehicle in Vehicle:
        table = value.get(vehicle.value, {})
        if not isinstance(table, Mapping):
            raise ValueError(f"{vehicle.value}: not a table of speeds")
        strangers = set(table) - {kind.name.lower() for kind in RoadClass}
        if strangers:
            raise ValueError(f"no such class of road: {min(map(str, strangers))}")
        usual = Speeds().of(vehicle)
        rows = [table.get(kind.name.lower(), usual[kind]) for kind in RoadClass]
        if any(isinstance(row, bool) or not isinstance(row, int | float) for row in rows):
            raise ValueError(f"{vehicle.value}: a speed is a number of km/h")
        given[vehicle.value] = tuple(map(float, rows))
    return Speeds(**given)


MOTORCYCLE_KINDS = frozenset({"motor", "sepeda motor", "sepeda_motor", "motorcycle", "r2", "urc"})


def vehicle_of(unit_kind: str) -> Vehicle:
    """What a unit of that kind drives, by its word; whatever is not said to ride drives a car."""
    word = unit_kind.casefold().strip()
    return Vehicle.MOTORCYCLE if word in MOTORCYCLE_KINDS else Vehicle.CAR
