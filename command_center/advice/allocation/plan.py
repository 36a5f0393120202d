"""A whole plan: groups, who goes where, what is missing and what it costs in travel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from command_center.advice.allocation.groups import Group, Station, group_stations
from command_center.advice.election_tables import Pattern
from command_center.domain.election import Force
from command_center.geo.distance import DETOUR_FACTOR, FloatArray, distances_m

if TYPE_CHECKING:
    from command_center.advice.allocation.transport import Sent

NEEDS = (Force.POLICE, Force.LINMAS)
STANDING_IN_M = 100_000.0
"""Added to the way of a soldier who stands in for a police officer: police go first."""


@dataclass(frozen=True, slots=True)
class Pool:
    """People of one force who set out from one home."""

    id: str
    force: Force
    name: str
    strength: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Post:
    """`posted` = ((id of the pool, people, metres), ...); `short` = {force: missing}."""

    group: Group
    posted: tuple[tuple[str, int, int], ...]
    short: Mapping[Force, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """`travel_m` of all people one way; no plan that fills as many posts of these groups has less
    than `bound_m`: each post from its nearest home, as if every home had people enough. `idle` =
    {id of a pool: people without a post}; `unruled`: stations whose level has no pattern."""

    posts: tuple[Post, ...]
    needed: Mapping[Force, int]
    filled: Mapping[Force, int]
    travel_m: float
    bound_m: float
    longest_m: float
    idle: Mapping[str, int]
    unruled: tuple[Station, ...]

    @property
    def shortages(self) -> list[Post]:
        """Posts that lack people, by kelurahan."""
        return [post for post in self.posts if post.short]


def make_plan(
    stations: Iterable[Station],
    patterns: Mapping[str, Pattern],
    pools: Iterable[Pool],
    levels: Sequence[str],
    *,
    military_stands_in: bool,
) -> Plan:
    """`levels` from the least to the most vulnerable: where people are short, these go last. The
    same input gives the same plan, in whatever order it comes."""
    groups, unruled = group_stations(stations, patterns)
    homes = sorted(pools, key=lambda pool: (pool.force, pool.name, pool.id))
    sent = {
        force: _sent(groups, _of(homes, force, military_stands_in), force, levels)
        for force in NEEDS
    }
    return _plan(groups, homes, sent, unruled)


def _of(pools: Sequence[Pool], force: Force, stands_in: bool) -> list[Pool]:
    wanted = {force} | ({Force.MILITARY} if force is Force.POLICE and stands_in else set())
    return [pool for pool in pools if pool.force in wanted]


def need(group: Group, force: Force) -> int:
    return group.police if force is Force.POLICE else group.linmas


def ways_m(groups: Sequence[Group], pools: Sequence[Pool]) -> FloatArray:
    """(pools, groups): metres by road, estimated from the straight line."""
    lats = np.array([group.lat for group in groups], dtype=np.float64)
    lons = np.array([group.lon for group in groups], dtype=np.float64)
    rows = [distances_m(pool.lat, pool.lon, lats, lons) for pool in pools]
    return np.array(rows).reshape(len(pools), len(groups)) * DETOUR_FACTOR


def _sent(
    groups: Sequence[Group], pools: Sequence[Pool], force: Force, levels: Sequence[str]
) -> tuple[Sequence[Pool], Sent]:
    # The solver takes a fifth of a second to load: what a start should not wait for.
    from command_center.advice.allocation.transport import send  # noqa: PLC0415

    needs = np.array([need(group, force) for group in groups], dtype=np.int64)
    first = np.array([min(need(g, force), len(g.numbers)) for g in groups], dtype=np.int64)
    ranks = np.array([_rank(group.level, levels) for group in groups], dtype=np.int64)
    ways = ways_m(groups, pools)
    strange = np.array([pool.force is not force for pool in pools], dtype=np.float64)
    strength = np.array([pool.strength for pool in pools], dtype=np.int64)
    return pools, send(ways, strange * STANDING_IN_M, strength, needs, first, ranks)


def _rank(level: str, levels: Sequence[str]) -> int:
    return levels.index(level) if level in levels else 0


def _plan(
    groups: Sequence[Group],
    pools: Sequence[Pool],
    sent: Mapping[Force, tuple[Sequence[Pool], Sent]],
    unruled: Sequence[Station],
) -> Plan:
    posts = tuple(_post(at, group, sent) for at, group in enumerate(groups))
    used: dict[str, int] = {}
    for post in posts:
        for id, people, _ in post.posted:
            used[id] = used.get(id, 0) + people
    return Plan(
        posts=posts,
        needed={force: sum(need(group, force) for group in groups) for force in NEEDS},
        filled={force: int(one.people.sum()) for force, (_, one) in sent.items()},
        travel_m=sum(one.travel_m for _, one in sent.values()),
        bound_m=sum(one.bound_m for _, one in sent.values()),
        longest_m=max((m for post in posts for _, _, m in post.posted), default=0.0),
        idle={pool.id: pool.strength - used.get(pool.id, 0) for pool in pools},
        unruled=tuple(unruled),
    )


def _post(at: int, group: Group, sent: Mapping[Force, tuple[Sequence[Pool], Sent]]) -> Post:
    posted: list[tuple[str, int, int]] = []
    short: dict[Force, int] = {}
    for force, (pools, one) in sent.items():
        for home in map(int, np.flatnonzero(one.people[:, at])):
            people, metres = int(one.people[home, at]), round(float(one.ways_m[home, at]))
            posted.append((pools[home].id, people, metres))
        missing = need(group, force) - int(one.people[:, at].sum())
        if missing:
            short[force] = missing
    return Post(group, tuple(posted), short)
