"""Short days in the exercise twin: the board comes to be true by what it asks its people, a broken
suggestion makes it less true, and what is true never reaches the room by another way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from command_center.domain.unit import UnitStatus
from command_center.exercise.city.calendar import City
from command_center.exercise.city.habits import HUMAN, Habits
from command_center.exercise.city.truth import TrueState
from command_center.situation import seeming
from tests.benchmarks.board_day import Kind, Played, a_day

HOURS, INCIDENTS, UNITS, SEED = 0.75, 6, 10, 4
NEVER = dict.fromkeys(set(UnitStatus) - {UnitStatus.ORDERED}, 1.0)
SILENT = replace(HUMAN, words=replace(HUMAN.words, forgets=NEVER))
"""Crews that answer and otherwise say nothing: all the rest is up to the board."""


def short_day(*, gps: bool = True, helped: bool = True, habits: Habits = SILENT) -> Played:
    with a_day(Kind("short", gps, helped), SEED, habits, UNITS) as day:
        return day.play(HOURS, INCIDENTS)


def wrong(**given: Any) -> float:
    return short_day(**given).truth.tally.wrong_share


@pytest.fixture(scope="module")
def usual() -> Played:
    return short_day()


def test_a_board_that_asks_is_truer_than_one_that_waits(usual: Played) -> None:
    bare = short_day(gps=False, helped=False)
    assert usual.timed == usual.been > 0
    assert usual.truth.tally.wrong_share < bare.truth.tally.wrong_share / 4
    assert {"there", "set_off", "left", "back"} <= usual.done.keys()


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        # it says so of whoever drives anywhere near, and of who has just come
        ("_there", {"THERE_M": 1500.0, "STANDS_MPS": 50.0}),
        pytest.param("_free", {"PARKED_S": 1e9, "POST_M": -1.0}, marks=pytest.mark.long),
        pytest.param("_elsewhere", {"LEFT_M": 1e9, "LEAVES_M": 1e9}, marks=pytest.mark.long),
        pytest.param("_set_off", {"GONE_M": 1e9}, marks=pytest.mark.long),
    ],
)
def test_a_broken_suggestion_makes_the_board_less_true(
    usual: Played, name: str, broken: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(getattr(seeming, name))
    for constant, value in broken.items():
        monkeypatch.setattr(seeming, constant, value)
    assert wrong() > usual.truth.tally.wrong_share * 1.1


def blind(truth: Callable[[City], dict[str, TrueState]]) -> Callable[[City], dict[str, TrueState]]:
    def lie(city: City) -> dict[str, TrueState]:
        return {
            sign: replace(state, status=UnitStatus.BREAK, lat=0.0, lon=0.0)
            for sign, state in truth(city).items()
        }

    return lie


def logged(habits: Habits = HUMAN) -> list[tuple[str, str, list[Any]]]:
    """What the room wrote down, but for the ids it made up."""
    with a_day(Kind("short", True, True), SEED, habits, UNITS) as day:
        day.play(HOURS / 2, INCIDENTS)
        return [
            (stored.entry.occurred_at, stored.entry.kind,
             [(c.entity, c.set.get("status"), c.set.get("status_since")) for c in
              stored.entry.changes])
            for stored in day.room.database.history.entries()
        ]  # fmt: skip


def test_a_lie_about_what_is_true_changes_nothing_in_the_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = logged()
    monkeypatch.setattr(City, "truth", blind(City.truth))
    assert logged() == told
    assert len(told) > 30
