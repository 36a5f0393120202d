"""Polling stations of a kelurahan, near each other, in groups that one pattern guards."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from command_center.advice.election_tables import Pattern
from command_center.geo.distance import distance_m


@dataclass(frozen=True, slots=True)
class Station:
    """Where it is (its own point, or where its kelurahan is written) and how vulnerable it is
    judged; `special`: in a prison, a hospital, a campus."""

    area_code: str
    number: int
    lat: float
    lon: float
    level: str
    special: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Of one kelurahan and one level. `police` and `linmas` are needed."""

    area_code: str
    numbers: tuple[int, ...]
    level: str
    pattern: Pattern
    police: int
    linmas: int
    lat: float
    lon: float


def group_stations(
    stations: Iterable[Station], patterns: Mapping[str, Pattern]
) -> tuple[list[Group], list[Station]]:
    """(groups, stations whose level has no pattern). A group has at most as many stations as its
    pattern, groups of one kelurahan differ by at most one, and a smaller group needs its share of
    the people, rounded up. Special stations are not mixed with others."""
    together: defaultdict[tuple[str, str, bool], list[Station]] = defaultdict(list)
    left_out: list[Station] = []
    for one in sorted(stations, key=lambda one: (one.area_code, one.number)):
        if one.level in patterns:
            together[one.area_code, one.level, one.special].append(one)
        else:
            left_out.append(one)
    groups = [
        _group(part, patterns[level])
        for (_, level, _), members in sorted(together.items())
        for part in _parts(members, patterns[level].stations)
    ]
    return groups, left_out


def _parts(members: Sequence[Station], most: int) -> Iterable[Sequence[Station]]:
    """Along a walk from one to the nearest that is left: neighbours stay together. Where no point
    is known of its own, that is the order of their numbers."""
    walk = _walk(members)
    many = math.ceil(len(walk) / most)
    size, more = divmod(len(walk), many)
    at = 0
    for part in range(many):
        end = at + size + (part < more)
        yield walk[at:end]
        at = end


def _walk(members: Sequence[Station]) -> list[Station]:
    left = list(members)
    walk = [left.pop(0)]
    while left:
        here = walk[-1]
        nearest = min(
            left, key=lambda one: (distance_m(here.lat, here.lon, one.lat, one.lon), one.number)
        )
        left.remove(nearest)
        walk.append(nearest)
    return walk


def _group(part: Sequence[Station], pattern: Pattern) -> Group:
    size = len(part)
    return Group(
        area_code=part[0].area_code,
        numbers=tuple(sorted(one.number for one in part)),
        level=part[0].level,
        pattern=pattern,
        police=math.ceil(pattern.police * size / pattern.stations),
        linmas=math.ceil(pattern.linmas * size / pattern.stations),
        lat=sum(one.lat for one in part) / size,
        lon=sum(one.lon for one in part) / size,
    )
