"""Rosters and questions of a few lines, for the tests of recommendations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from command_center.advice.recommend.question import Need, Question, Times, Want
from command_center.advice.recommend.roster import Candidate, Doing, Job, Roster
from command_center.domain.incident import Priority

TARGET_S, LOW_TARGET_S = 480.0, 1_200.0


def unit(name: str, **facts: Any) -> Candidate:
    """Idle, ours, two persons, seen 10 s ago."""
    given: dict[str, Any] = {
        "call_sign": name.upper(),
        "kind": "patroli",
        "capabilities": (),
        "crew": 2,
        "agency": "polresta",
        "orderable": True,
        "position_age_s": 10.0,
        "stale": False,
        "doing": Doing.IDLE if facts.get("job") is None else Doing.EN_ROUTE,
    }
    return Candidate(unit_id=name, **(given | facts))


def job(number: str = "7", priority: str = "P3", **facts: Any) -> Job:
    """Received 60 s ago on a clock that stands at 0."""
    given: dict[str, Any] = {"since_s": -60.0, "limit_s": 3_600.0}
    return Job(f"i{number}", number, Priority(priority), **(given | facts))


def times(seconds: Sequence[float]) -> Times:
    expected = np.array(seconds, np.float64)
    return Times(expected, expected * 0.8, expected * 1.5)


def question(
    eta_s: Mapping[str, float],
    units: Sequence[Candidate],
    priority: str = "P1",
    wants: tuple[Want, ...] = (Want("patroli"),),
    **facts: Any,
) -> Question:
    """Arrivals by unit; what `relief` (by incident and unit) does not know is not there."""
    roster = Roster.of(units)
    relief: Mapping[str, Mapping[str, float]] = facts.pop("relief", {})

    def to(incident: str, places: NDArray[np.intp]) -> NDArray[np.float64] | None:
        known = relief.get(incident)
        if known is None:
            return None
        return np.array([known.get(roster.units[place].unit_id, np.inf) for place in places])

    return Question(
        need=Need(Priority(priority), TARGET_S, LOW_TARGET_S, wants),
        roster=roster,
        arrivals=times([eta_s.get(one.unit_id, np.inf) for one in roster.units]),
        relief=to,
        **facts,
    )
