"""Many incidents at once."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.advice.recommend.batch import Waiting, assign
from command_center.advice.recommend.question import Need, RecommendFault, Want
from command_center.advice.recommend.roster import Roster
from command_center.domain.incident import Priority
from tests.unit.advice.recommend.rooms import job, times, unit


def waiting(name: str, eta_s: list[float], priority: str = "P2") -> Waiting:
    return Waiting(name, Need(Priority(priority), 480.0, 1_200.0, (Want("patroli"),)), times(eta_s))


def sent(roster: Roster, *asked: Waiting) -> dict[str, str]:
    return {one.incident_id: one.unit_id for one in assign(roster, asked)}


def test_all_together_wait_least_and_not_each_for_itself() -> None:
    roster = Roster.of([unit("a"), unit("b")])
    assert sent(roster, waiting("x", [10, 20]), waiting("y", [11, 500])) == {"x": "b", "y": "a"}


def test_p1_is_solved_before_the_rest_weighs_in() -> None:
    roster = Roster.of([unit("a"), unit("b")])
    low, urgent = waiting("low", [10, 5_000]), waiting("urgent", [10, 20], "P1")
    assert sent(roster, low, urgent) == {"low": "b", "urgent": "a"}


def test_who_is_busy_stale_asked_or_cannot_get_there_is_not_sent() -> None:
    roster = Roster.of(
        [
            unit("a", job=job()),
            unit("b", stale=True),
            unit("c", orderable=False),
            unit("d"),
            unit("e"),
        ]
    )
    asked = waiting("x", [1, 1, 1, np.inf, 400]), waiting("y", [1, 1, 1, np.inf, 300])
    assert sent(roster, *asked) == {"y": "e"}
    assert assign(roster, (waiting("z", [1, 1, 1, 1, 481]),))[0].meets_target


def test_faults_are_named() -> None:
    roster = Roster.of([unit("a")])
    with pytest.raises(RecommendFault, match="incident_twice"):
        assign(roster, (waiting("x", [1]), waiting("x", [1])))
    with pytest.raises(RecommendFault, match="other_roster"):
        assign(roster, (waiting("x", [1, 2]),))
    bare = Waiting("x", Need(Priority.P2, 480, 1_200, ()), times([1]))
    with pytest.raises(RecommendFault, match="empty_plan"):
        assign(roster, (bare,))


@given(st.lists(st.lists(st.integers(1, 99), min_size=4, max_size=4), min_size=1, max_size=4))
def test_no_other_pairing_takes_less_time(seconds: list[list[int]]) -> None:
    roster = Roster.of([unit(name) for name in "abcd"])
    found = assign(
        roster, tuple(waiting(str(at), [float(s) for s in row]) for at, row in enumerate(seconds))
    )
    best = min(
        sum(row[unit_at] for row, unit_at in zip(seconds, chosen, strict=False))
        for chosen in permutations(range(4))
    )
    assert len(found) == len(seconds)
    assert sum(one.eta_s for one in found) == best
