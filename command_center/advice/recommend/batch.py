"""Many incidents at once: who goes where so that all of them together wait least, P1 first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from command_center.advice.recommend.question import Arrivals, Need, RecommendFault
from command_center.advice.recommend.roster import Flags, Roster
from command_center.domain.incident import Priority

NEVER_S = 1e9


@dataclass(frozen=True, slots=True)
class Waiting:
    """An incident without a unit. `arrivals` in the order of the roster."""

    incident_id: str
    need: Need
    arrivals: Arrivals


@dataclass(frozen=True, slots=True)
class Sent:
    """`unit_id` is proposed for `incident_id`; `meets_target` by its expected arrival."""

    incident_id: str
    unit_id: str
    call_sign: str
    eta_s: float
    meets_target: bool


def assign(roster: Roster, waiting: tuple[Waiting, ...]) -> tuple[Sent, ...]:
    """One idle unit of ours for as many of the waiting as there are, in their order.

    The P1 are solved by themselves before the rest: weighed together, many low priorities would
    outweigh one P1. Nobody with a stale position or no way is sent. RecommendFault: an empty plan,
    an incident that stands twice.
    """
    ids = [one.incident_id for one in waiting]
    for incident in ids:
        if ids.count(incident) > 1:
            raise RecommendFault("incident_twice", incident=incident)
    rows = roster.rows
    free: Flags = rows["idle"] & rows["orderable"] & ~rows["stale"]
    sent: dict[str, Sent] = {}
    for urgent in (True, False):
        some = [one for one in waiting if (one.need.priority is Priority.P1) == urgent]
        for at, unit in _solve(roster, some, free):
            free[unit] = False
            sent[some[at].incident_id] = _sent(roster, some[at], unit)
    return tuple(sent[incident] for incident in ids if incident in sent)


def _solve(roster: Roster, waiting: list[Waiting], free: Flags) -> list[tuple[int, int]]:
    """Pairs of places in `waiting` and in the roster."""
    if not waiting:
        return []
    costs = np.full((len(waiting), len(roster.units)), NEVER_S)
    for at, one in enumerate(waiting):
        if not one.need.wants:
            raise RecommendFault("empty_plan")
        if len(one.arrivals.seconds) != len(roster.units):
            raise RecommendFault(
                "other_roster", units=len(roster.units), given=len(one.arrivals.seconds)
            )
        able = free & roster.able(one.need.wants[0].what, one.need.wants[0].crew)
        able &= np.isfinite(one.arrivals.seconds)
        costs[at, able] = one.arrivals.seconds[able]
    places, units = linear_sum_assignment(costs)
    pairs = zip(places.tolist(), units.tolist(), strict=True)
    return [(at, unit) for at, unit in pairs if costs[at, unit] < NEVER_S]


def _sent(roster: Roster, one: Waiting, unit: int) -> Sent:
    eta_s = float(one.arrivals.seconds[unit])
    who = roster.units[unit]
    return Sent(one.incident_id, who.unit_id, who.call_sign, eta_s, eta_s <= one.need.target_s)
