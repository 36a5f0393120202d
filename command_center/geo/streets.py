"""Streets by name, with the points at which somebody knows them to pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from command_center.domain.place import Place, PlaceKind
from command_center.geo.distance import distance_m
from command_center.geo.place_words import place_words
from command_center.geo.sound import sound
from command_center.geo.spelling import words

PREFIX = "jalan:"
"""Begins the code of a street that is no place of its own."""
APART_M = 2_500.0
"""Points of one name farther from all others than this are another street of that name."""
_LEAST_M = 150.0
_ADDRESS = re.compile(
    r"\s*(?P<street>jl\b\.?[^,\d]+?)\s*"
    r"(?:\bgg\b|(?:\bno\b\.?\s*)?(?P<house>\d{1,4}[a-z]?)\b|,|$)",
    re.IGNORECASE,
)

LatLon = tuple[float, float]


@dataclass(frozen=True, slots=True)
class StreetPoint:
    """A row of a table of streets."""

    name: str
    nicknames: tuple[str, ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Street:
    """`place` has its middle; `points` are known to be on it, `reach_m` is how far from the middle
    the farthest of them is."""

    place: Place
    points: tuple[LatLon, ...]
    reach_m: float


def address_of(text: str) -> tuple[str, str]:
    """The street and the house number an address begins with, "" for none."""
    match = _ADDRESS.match(text)
    if match is None:
        return "", ""
    return match["street"].strip(), (match["house"] or "").casefold()


def street_key(name: str) -> str:
    """What a street is called, run together and by its sound, without its titles."""
    said, titles = words(name), place_words().titles
    return "".join(sound(word) for word in said if word not in titles) or "".join(said)


def streets_of(
    places: Iterable[Place],
    points: Iterable[StreetPoint],
    addresses: Mapping[str, Sequence[LatLon]],
) -> tuple[Street, ...]:
    """Places that are streets, tables of points, and points known by their address (street ->
    points) as one street each; two where the points are far apart."""
    passes: defaultdict[str, list[LatLon]] = defaultdict(list)
    named: dict[str, StreetPoint | Place] = {}
    other: dict[str, str] = {}

    def key_of(street: StreetPoint | Place) -> str:
        key = street_key(street.name)
        key = other.get(key, key)
        named.setdefault(key, street)
        for nickname in street.nicknames:
            other.setdefault(street_key(nickname), key)
        return key

    for place in places:
        if place.kind is PlaceKind.ROAD:
            key = key_of(place)
            if place.lat is not None and place.lon is not None:
                passes[key].append((place.lat, place.lon))
    for point in points:
        passes[key_of(point)].append((point.lat, point.lon))
    for name, known in addresses.items():
        passes[key_of(StreetPoint(name, (), *known[0]))] += known
    found: list[Street] = []
    for key, street in named.items():
        groups = _groups(passes[key]) or [[]]
        for number, group in enumerate(groups):
            found.append(_street(street, key, group, number, alone=len(groups) == 1))
    return tuple(found)


def _street(
    named: StreetPoint | Place, key: str, points: Sequence[LatLon], number: int, *, alone: bool
) -> Street:
    lat, lon = (_middle([point[axis] for point in points]) for axis in (0, 1))
    if isinstance(named, Place) and alone:
        place = named
    else:
        code = f"{PREFIX}{key}" + ("" if alone else f":{number + 1}")
        place = Place(
            code, 1, code, named.name, PlaceKind.ROAD, lat, lon, None, named.nicknames, "streets"
        )
    if place.lat is None or place.lon is None:
        return Street(place, tuple(points), _LEAST_M)
    reach_m = max((distance_m(place.lat, place.lon, *point) for point in points), default=0.0)
    return Street(place, tuple(points), max(reach_m, _LEAST_M))


def _middle(values: Sequence[float]) -> float | None:
    """Of the outermost two."""
    return round((min(values) + max(values)) / 2, 6) if values else None


def _groups(points: Sequence[LatLon]) -> list[list[LatLon]]:
    groups: list[list[LatLon]] = []
    for point in points:
        near = [g for g in groups if any(distance_m(*point, *other) <= APART_M for other in g)]
        merged = [point, *(other for group in near for other in group)]
        groups = [group for group in groups if group not in near] + [merged]
    return groups
