"""A drive along the coarse road graph: where a vehicle is after so many seconds."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise

from command_center.geo.distance import distance_m
from command_center.geo.roads import RoadGraph

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Moment:
    """Degrees; `course_deg` from north; `arrived` at the end of the drive."""

    lat: float
    lon: float
    course_deg: float
    arrived: bool


class Drive:
    """From a point to the nearest road, along it, and to the other point. Stretches are straight,
    so the length is that of the line drawn, not of the street."""

    def __init__(self, roads: RoadGraph, start: Point, end: Point, speed_mps: float) -> None:
        self.points = _line(roads, start, end)
        legs = [distance_m(*a, *b) for a, b in pairwise(self.points)]
        self._reached = [0.0, *accumulate(legs)]
        self._speed_mps = speed_mps

    @property
    def seconds(self) -> float:
        return self._reached[-1] / self._speed_mps

    def at(self, seconds: float) -> Moment:
        """After `seconds` at the wheel."""
        gone = min(seconds * self._speed_mps, self._reached[-1])
        leg = min(bisect_right(self._reached, gone), len(self.points) - 1) - 1
        (lat_a, lon_a), (lat_b, lon_b) = self.points[leg], self.points[leg + 1]
        length = self._reached[leg + 1] - self._reached[leg]
        share = (gone - self._reached[leg]) / length if length else 1.0
        return Moment(
            lat_a + (lat_b - lat_a) * share,
            lon_a + (lon_b - lon_a) * share,
            _course(lat_a, lon_a, lat_b, lon_b),
            gone >= self._reached[-1],
        )


def _line(roads: RoadGraph, start: Point, end: Point) -> list[Point]:
    """Direct when the road would lead away first: two points nearer to each other than to it."""
    near, far = roads.nearest(*start), roads.nearest(*end)
    path = roads.path(near.code, far.code)
    middle: list[Point] = []
    if path is not None and near.code != far.code:
        middle = [(roads.nodes[code].lat, roads.nodes[code].lon) for code in path.nodes]
    return [start, *middle, end]


def _course(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    east = (lon_b - lon_a) * math.cos(math.radians(lat_a))
    return math.degrees(math.atan2(east, lat_b - lat_a)) % 360.0
