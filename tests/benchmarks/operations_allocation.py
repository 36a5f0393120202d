"""3,131 people to 2,452 polling stations: how long it takes, how far they go, who is lacking.

Beside it a greedy rule as a duty officer would follow it, group after group, each from the nearest
home that has people left; and what no plan that fills as many posts can be below: the same
transport without any order of importance.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from command_center.advice.allocation.groups import Group, Station
from command_center.advice.allocation.plan import Plan, Pool, make_plan, need, ways_m
from command_center.advice.allocation.transport import send
from command_center.advice.election_tables import Pattern, pattern_presets
from command_center.domain.election import Force
from tests.benchmarks.election_town import LEVELS, pools, stations, town
from tests.benchmarks.figure import Figure

PATTERNS = ("Jawa Barat 2013", "Malang 2013")
"""The first as a plan would be made; the second has the most groups, one for each station."""
SECONDS = 10.0
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Greedy:
    """`unguarded`: groups nobody of the police or the army comes to; `vulnerable` of those that
    are judged more than the least."""

    travel_m: float
    sent: int
    unguarded: int
    vulnerable: int


def operations_allocation() -> Iterator[Figure]:
    pack = town()
    homes = pools(pack)
    for name in PATTERNS:
        rules = next(p.rules for p in pattern_presets() if p.name == name)
        label = name.split()[0].lower() + name[-4:]
        for surveyed in (False, True):
            those = stations(pack, surveyed=surveyed)
            took, plan = _timed(partial(_plan, those, rules, homes))
            yield _figure(
                f"{label}_{'points' if surveyed else 'areas'}_s", took, "s", target=SECONDS
            )
        groups = [post.group for post in plan.posts]
        begun = time.perf_counter()
        greedy = _greedy(groups, homes)
        spent = time.perf_counter() - begun
        sent = sum(plan.filled.values())
        per_plan, per_greedy = plan.travel_m / sent, greedy.travel_m / greedy.sent
        yield _figure(f"{label}_metres_each", per_plan, "m", baseline=per_greedy, spent=spent)
        least = _least_m(groups, homes)
        yield _figure(f"{label}_travel_km", plan.travel_m / 1000, "km", baseline=least / 1000)
        bound = plan.bound_m / 1000
        yield _figure(f"{label}_nearest_bound_km", plan.travel_m / 1000, "km", baseline=bound)
        ours = _unguarded(plan)
        yield _figure(f"{label}_unguarded", ours[0], "groups", baseline=greedy.unguarded)
        yield _figure(
            f"{label}_unguarded_vulnerable", ours[1], "groups", baseline=greedy.vulnerable
        )
        short = sum(sum(post.short.values()) for post in plan.shortages)
        yield _figure(f"{label}_people_lacking", short, "people")


def _figure(
    name: str,
    value: float,
    unit: str,
    *,
    baseline: float | None = None,
    target: float | None = None,
    spent: float = 0.0,
) -> Figure:
    full = f"allocation_{name}"
    return Figure("operations", full, value, unit, "lower", 1, spent, baseline, target)


def _plan(those: list[Station], rules: Mapping[str, Pattern], homes: list[Pool]) -> Plan:
    return make_plan(those, rules, homes, LEVELS, military_stands_in=True)


def _timed(work: Callable[[], Plan]) -> tuple[float, Plan]:
    """The best of some rounds."""
    took: list[float] = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        plan = work()
        took.append(time.perf_counter() - begun)
    return min(took), plan


def _greedy(groups: Sequence[Group], homes: Sequence[Pool]) -> Greedy:
    """In the order of the list; soldiers after the police are used up."""
    ways = ways_m(groups, homes)
    left = [pool.strength for pool in homes]
    travel, sent, unguarded, vulnerable = 0.0, 0, 0, 0
    for at, group in enumerate(groups):
        for force in (Force.POLICE, Force.LINMAS):
            came = 0
            for kinds in ((force,), (Force.MILITARY,) if force is Force.POLICE else ()):
                order = sorted(
                    (home for home, pool in enumerate(homes) if pool.force in kinds),
                    key=lambda home, at=at: ways[home, at],  # type: ignore[misc]
                )
                for home in order:
                    people = min(left[home], need(group, force) - came)
                    left[home] -= people
                    came += people
                    travel += people * float(ways[home, at])
            sent += came
            if force is Force.POLICE and not came:
                unguarded += 1
                vulnerable += group.level != LEVELS[0]
    return Greedy(travel, sent, unguarded, vulnerable)


def _unguarded(plan: Plan) -> tuple[int, int]:
    bare = [p for p in plan.posts if p.short.get(Force.POLICE, 0) >= p.group.police > 0]
    return len(bare), sum(post.group.level != LEVELS[0] for post in bare)


def _least_m(groups: Sequence[Group], homes: Sequence[Pool]) -> float:
    """Of any plan that fills as many posts, whichever they are; each kind by itself, police and
    soldiers alike."""
    whole = 0.0
    for force in (Force.POLICE, Force.LINMAS):
        kinds = (force, Force.MILITARY) if force is Force.POLICE else (force,)
        some = [pool for pool in homes if pool.force in kinds]
        ways = ways_m(groups, some)
        needs = np.array([need(group, force) for group in groups], dtype=np.int64)
        strength = np.array([pool.strength for pool in some], dtype=np.int64)
        alike = np.zeros(len(groups), dtype=np.int64)
        whole += send(ways, np.zeros(len(some)), strength, needs, needs, alike).travel_m
    return whole
