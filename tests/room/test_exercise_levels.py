"""An officer of a scenario sets a level by the room's own verb: once, or is refused in words."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from command_center.bootstrap.exercise_levels import OfficersOrders
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.commands.levels import SetSituationLevel
from command_center.commands.operations import StartOperation
from command_center.domain.levels import GREEN, RED, YELLOW
from command_center.domain.operation import Authority, Decision, DecisionKind
from command_center.domain.room import Operation, RoomKind
from command_center.exercise.injects.model import Inject, InjectKind, LevelOrder
from command_center.exercise.plugs import PluggedStorage
from command_center.situation.after_action import after_action
from command_center.situation.operations import decisions
from command_center.storage.database import Database
from tests.room.conftest import HandClock
from tests.room.desk import Desk

PATIENCE_S = 30.0
ORDER = LevelOrder("KPU", YELLOW, "Kombes Wirawan", Authority.CITY)
INJECT = Inject("kpu-kuning", InjectKind.LEVEL, "KPU kuning", text="dalmas lanjut", order=ORDER)


class Exercise:
    def __init__(self, url: str, clock: HandClock) -> None:
        self.clock = clock
        room = open_room(url, clock, RoomPlan(RoomKind.EXERCISE), storage=self._plugged)
        self.desk = Desk(room)
        self.desk.do(
            StartOperation(Operation("op", 1, "Uji", clock.now(), None, None, {"KPU": "hijau"}))
        )
        self.orders = OfficersOrders(room, "op")

    def _plugged(self, database: Database) -> PluggedStorage:
        self.plug = PluggedStorage(database.storage, database.telemetry, self.clock)
        return self.plug

    def became(self, inject: Inject) -> bool | None:
        """Once it is known."""
        deadline = time.monotonic() + PATIENCE_S
        while (told := self.orders.became(inject.id)) is None and time.monotonic() < deadline:
            self.orders.tick(self.clock.now(), None)
            time.sleep(0.01)
        return told

    def log(self) -> list[Decision]:
        return decisions(self.desk.look(), "op")


@pytest.fixture
def exercise(database_url: str, clock: HandClock) -> Iterator[Exercise]:
    made = Exercise(database_url, clock)
    yield made
    made.desk.room.close()


def test_the_level_stands_under_the_officers_name_and_is_no_decision_of_the_room(
    exercise: Exercise,
) -> None:
    exercise.orders.give(INJECT)
    assert exercise.became(INJECT) is True
    (row,) = exercise.log()
    assert (row.kind, row.level, row.was) == (DecisionKind.LAYER, YELLOW, GREEN)
    assert (row.ordered_by, row.authority, row.text) == (
        "Kombes Wirawan", Authority.CITY, "dalmas lanjut",
    )  # fmt: skip
    exercise.clock.turn(60)
    exercise.desk.do(SetSituationLevel("op", "KPU", RED, YELLOW, "Irjen P.", Authority.PROVINCE))
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    told = after_action("Uji", [INJECT], exercise.desk.room.database.history.entries(), long_ago)
    assert [one.line.at for one in told.decisions] == [exercise.clock.now()]


def test_what_somebody_set_already_is_there_and_a_skip_without_a_reason_is_refused(
    exercise: Exercise,
) -> None:
    exercise.desk.do(SetSituationLevel("op", "KPU", YELLOW, GREEN, "Kapolsek", Authority.SECTOR))
    exercise.orders.give(INJECT)
    assert exercise.became(INJECT) is True
    assert len(exercise.log()) == 1
    exercise.clock.turn(60)
    exercise.desk.do(SetSituationLevel("op", "KPU", GREEN, YELLOW, "Kapolsek", Authority.SECTOR))
    skip = replace(ORDER, level=RED, authority=Authority.PROVINCE)
    refused = replace(INJECT, id="kpu-merah", order=skip)
    exercise.orders.give(refused)
    assert exercise.became(refused) is False
    reasoned = replace(INJECT, id="b", order=replace(skip, reason="gerbang dijebol"))
    exercise.clock.turn(60)
    exercise.orders.give(reasoned)
    assert exercise.became(reasoned) is True
    assert (exercise.log()[0].level, exercise.log()[0].unusual) == (RED, True)


def test_an_order_met_by_a_dead_database_is_given_once_it_is_back(exercise: Exercise) -> None:
    exercise.plug.pull_plug()
    exercise.orders.give(INJECT)
    for _ in range(20):
        exercise.orders.tick(exercise.clock.now(), None)
        time.sleep(0.01)
    assert exercise.orders.became(INJECT.id) is None
    exercise.plug.restore_plug()
    assert exercise.became(INJECT) is True
    assert len(exercise.log()) == 1
