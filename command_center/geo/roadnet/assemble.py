"""Lines of streets become nodes and edges."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from command_center.geo.distance import EARTH_RADIUS_M
from command_center.geo.roadnet.classes import RoadClass
from command_center.geo.roadnet.table import MOST_NODES, BadRoads, RoadTable

LONGEST_EDGE_M = 300.0
"""A longer stretch gets nodes in between: a unit is stood on a node, and half of this is how far
along the street that may be from where it is."""

SHORTEST_EDGE_M = 0.1
MOST_POINTS = 5_000_000

Progress = Callable[[int], None]
"""Told how many streets are done; raises Stopped to end it there."""

Points = NDArray[np.float64]


class Stopped(Exception):
    """Somebody asked to stop; nothing was stored."""


@dataclass(frozen=True, eq=False, slots=True)
class Street:
    """A line as it was drawn: `points` (k, 2) lat, lon; `keys` say which points of several
    streets are one place (k of them, None = no other street's). A `one_way` street is driven in
    the order of its points."""

    keys: Sequence[Hashable]
    points: Points
    kind: RoadClass
    one_way: bool


def assemble(streets: Sequence[Street], progress: Progress | None = None) -> RoadTable:
    """Streets meet where they share a key; what is only a bend is in the line of its edge and no
    node. BadRoads if nothing is left of them or they are too many."""
    if sum(len(street.keys) for street in streets) > MOST_POINTS:
        raise BadRoads(f"more than {MOST_POINTS} points")
    met = _met(streets)
    work = _Work()
    for done, street in enumerate(streets):
        if progress is not None and done % 1_000 == 0:
            progress(done)
        for first, last in _between(street, met):
            work.add(street, first, last)
    return work.table()


def _met(streets: Iterable[Street]) -> set[Hashable]:
    """Keys where a street ends or two of them (or one with itself) meet."""
    uses: Counter[Hashable] = Counter()
    for street in streets:
        uses.update(key for key in street.keys if key is not None)
        uses.update((street.keys[0], street.keys[-1]))
    return {key for key, count in uses.items() if count > 1}


def _between(street: Street, met: set[Hashable]) -> Iterator[tuple[int, int]]:
    """(first, last) point of each stretch between two meetings."""
    first = 0
    for last in range(1, len(street.keys)):
        if street.keys[last] in met or last == len(street.keys) - 1:
            yield first, last
            first = last


class _Work:
    """The arrays while they grow."""

    def __init__(self) -> None:
        self.numbers: dict[Hashable, int] = {}
        self.lat, self.lon = array("d"), array("d")
        self.start, self.end = array("i"), array("i")
        self.length_m = array("d")
        self.kind, self.one_way = array("B"), array("B")
        self.shape_at = array("i", [0])
        self.shapes: list[Points] = []

    def add(self, street: Street, first: int, last: int) -> None:
        """One stretch, as one edge or, if it is long, as several of equal length."""
        points = street.points[first : last + 1]
        along_m = np.concatenate(([0.0], np.cumsum(_lengths_m(points))))
        length_m = float(along_m[-1])
        ends = (street.keys[first], street.keys[last])
        if ends[0] == ends[1] and ends[0] is not None and length_m < SHORTEST_EDGE_M:
            return
        count = max(1, int(np.ceil(length_m / LONGEST_EDGE_M)))
        here = self._node(ends[0], points[0])
        for part in range(count):
            piece = _piece(points, along_m, part / count, (part + 1) / count)
            there = self._node(ends[1] if part == count - 1 else None, piece[-1])
            self._edge(here, there, max(length_m / count, SHORTEST_EDGE_M), street, piece)
            here = there

    def _node(self, key: Hashable, point: Points) -> int:
        known = None if key is None else self.numbers.get(key)
        if known is not None:
            return known
        number = len(self.lat)
        if number >= MOST_NODES:
            raise BadRoads(f"more than {MOST_NODES} nodes")
        self.lat.append(float(point[0]))
        self.lon.append(float(point[1]))
        if key is not None:
            self.numbers[key] = number
        return number

    def _edge(self, here: int, there: int, length_m: float, street: Street, piece: Points) -> None:
        self.start.append(here)
        self.end.append(there)
        self.length_m.append(length_m)
        self.kind.append(street.kind)
        self.one_way.append(street.one_way)
        self.shape_at.append(self.shape_at[-1] + len(piece))
        self.shapes.append(piece)

    def table(self) -> RoadTable:
        if not self.shapes:
            raise BadRoads("no street")
        shape = np.concatenate(self.shapes)
        return RoadTable(
            lat=np.array(self.lat),
            lon=np.array(self.lon),
            start=np.array(self.start, dtype=np.int32),
            end=np.array(self.end, dtype=np.int32),
            length_m=np.array(self.length_m),
            kind=np.array(self.kind, dtype=np.uint8),
            one_way=np.array(self.one_way, dtype=np.bool_),
            shape_at=np.array(self.shape_at, dtype=np.int32),
            shape_lat=np.ascontiguousarray(shape[:, 0]),
            shape_lon=np.ascontiguousarray(shape[:, 1]),
        )


def _lengths_m(points: Points) -> Points:
    """(k - 1,) metres between neighbours (haversine)."""
    lat, lon = np.radians(points).T
    half_lat, half_lon = np.sin(np.diff(lat) / 2), np.sin(np.diff(lon) / 2)
    chord = half_lat**2 + np.cos(lat[:-1]) * np.cos(lat[1:]) * half_lon**2
    metres: Points = 2 * EARTH_RADIUS_M * np.arcsin(np.minimum(1.0, np.sqrt(chord)))
    return metres


def _piece(points: Points, along_m: Points, low: float, high: float) -> Points:
    """The line between two fractions of its length, with points of its own at both ends."""
    if low == 0 and high == 1:
        return points
    total = along_m[-1]
    wanted = along_m[(along_m > low * total) & (along_m < high * total)]
    at = np.concatenate(([low * total], wanted, [high * total]))
    return np.column_stack([np.interp(at, along_m, points[:, i]) for i in (0, 1)])
