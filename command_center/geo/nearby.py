"""Which known places are within a few hundred metres of a point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from command_center.domain.place import Place
from command_center.geo.distance import distance_m

_CELLS = 180
"""A degree of latitude is 111 km: 618 m each; the same of longitude, near the equator."""

_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class NearPlace:
    """A known place `metres` away. `kind` of PlaceKind; `name` in small letters."""

    kind: str
    name: str
    metres: float


class Nearby:
    """Places with a point of their own, in cells of a grid. Safe between threads."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, str, str]]] = {}
        self._kinds: set[str] = set()
        self._names: list[str] = []
        self._found: dict[tuple[float, float, float], tuple[NearPlace, ...]] = {}
        for place in places:
            if place.lat is None or place.lon is None:
                continue
            row = (place.lat, place.lon, place.kind.value, place.name.casefold())
            self._cells.setdefault(_cell(place.lat, place.lon), []).append(row)
            self._kinds.add(row[2])
            self._names.append(row[3])

    def knows(self, kind: str, name: str = "") -> bool:
        """Whether any place of that kind, or with that in its name, has a point."""
        return any(name in one for one in self._names) if name else kind in self._kinds

    def within(self, lat: float, lon: float, within_m: float) -> tuple[NearPlace, ...]:
        """Places at most so far away, of at most 500 m; nearest first. Asked again, it is known:
        places do not move."""
        key = (lat, lon, within_m)
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            found = self._found[key] = self._look(lat, lon, within_m)
        return found

    def _look(self, lat: float, lon: float, within_m: float) -> tuple[NearPlace, ...]:
        row, column = _cell(lat, lon)
        found = []
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                for at_lat, at_lon, kind, name in self._cells.get((row + north, column + east), ()):
                    metres = distance_m(lat, lon, at_lat, at_lon)
                    if metres <= within_m:
                        found.append(NearPlace(kind, name, metres))
        return tuple(sorted(found, key=lambda place: (place.metres, place.name)))


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat * _CELLS), floor(lon * _CELLS)
