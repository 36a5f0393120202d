"""Open incidents at one place: they may be one, or need one way in."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from command_center.domain.incident import Incident
from command_center.geo.distance import distance_m
from command_center.situation.arrivals import precise_point
from command_center.situation.situation import Situation

NEAR_M = 50.0
_METRES_OF_A_DEGREE = 111_195.0
_Cell = tuple[int, int]


def at_one_place(situation: Situation, near_m: float = NEAR_M) -> list[tuple[str, ...]]:
    """Ids of open incidents, grouped by place: each within `near_m` of another of its group, or
    with the very address of another in the same area. The largest group first; nobody alone."""
    incidents = list(situation.open_incidents())
    groups = _Groups(incident.id for incident in incidents)
    for first, second in _neighbours(incidents, near_m):
        groups.join(first, second)
    for ids in _by_address(incidents):
        for other in ids[1:]:
            groups.join(ids[0], other)
    return groups.found()


def beside(situation: Situation, incident: Incident, near_m: float = NEAR_M) -> list[Incident]:
    """The other open incidents within `near_m` of it or at its very address, the oldest first.
    Looks at every open incident once: cheap enough for a key, not for a list of them."""
    point, words = precise_point(incident), _exact(incident)
    rows = near_m / _METRES_OF_A_DEGREE
    found = []
    for other in situation.open_incidents():
        if words and other.area_code == incident.area_code and _exact(other) == words:
            found.append(other)
        elif point is not None and other.lat is not None and abs(other.lat - point[0]) <= rows:
            there = precise_point(other)
            if there is not None and distance_m(*point, *there) <= near_m:
                found.append(other)
    family = {incident.id, *situation.family(incident.id)}
    found = [other for other in found if other.id not in family]
    return sorted(found, key=lambda other: (other.opened_at, other.id))


def _exact(incident: Incident) -> str:
    """An address that says which house, "" for one that does not."""
    if not incident.area_code:
        return ""
    words = " ".join(incident.address.casefold().split())
    return words if any(sign.isdigit() for sign in words) else ""


class _Groups:
    """Disjoint sets of ids, in the order they were first seen."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._above = {id: id for id in ids}

    def _top(self, id: str) -> str:
        while self._above[id] != id:
            self._above[id] = self._above[self._above[id]]
            id = self._above[id]
        return id

    def join(self, first: str, second: str) -> None:
        self._above[self._top(second)] = self._top(first)

    def found(self) -> list[tuple[str, ...]]:
        members: defaultdict[str, list[str]] = defaultdict(list)
        for id in self._above:
            members[self._top(id)].append(id)
        groups = [tuple(ids) for ids in members.values() if len(ids) > 1]
        return sorted(groups, key=lambda ids: (-len(ids), ids))


def _neighbours(incidents: Iterable[Incident], near_m: float) -> Iterator[tuple[str, str]]:
    """Pairs of ids that are near each other, found cell by cell."""
    cells: defaultdict[_Cell, list[tuple[str, float, float]]] = defaultdict(list)
    for incident in incidents:
        point = precise_point(incident)
        if point is None:
            continue
        lat, lon = point
        row, column = _cell(lat, lon, near_m)
        for near in ((row + i, column + k) for i in (-1, 0, 1) for k in (-1, 0, 1)):
            for id, other_lat, other_lon in cells.get(near, ()):
                if distance_m(lat, lon, other_lat, other_lon) <= near_m:
                    yield id, incident.id
        cells[row, column].append((incident.id, lat, lon))


def _cell(lat: float, lon: float, near_m: float) -> _Cell:
    """A square a little larger than `near_m`; wide enough on the ground up to 60 degrees."""
    step = near_m / _METRES_OF_A_DEGREE
    return math.floor(lat / step), math.floor(lon / (2 * step))


def _by_address(incidents: Iterable[Incident]) -> Iterator[list[str]]:
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for incident in incidents:
        words = _exact(incident)
        if words and incident.area_code:
            found[words, incident.area_code].append(incident.id)
    return (ids for ids in found.values() if len(ids) > 1)
