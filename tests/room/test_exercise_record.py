"""With the database's plug pulled, what the director does is recorded when it is back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime
from typing import Any, cast

import pytest

from command_center.bootstrap.exercise_record import ExerciseRecord
from command_center.bootstrap.exercise_stage import DirectorsDesk
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.commands.exercise import INJECT, PACE
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.exercise.injects.model import Inject, InjectKind
from command_center.exercise.plugs import PluggedStorage
from command_center.runtime.clock import StagedClock
from command_center.storage.database import Database
from tests.room.conftest import HandClock
from tests.room.desk import Desk

PATIENCE_S = 30.0
INJECT_A = Inject("a", InjectKind.REPORT, "Massa", source="110")


class City:
    """Notes how fast it was told to run."""

    def __init__(self) -> None:
        self.speeds: list[float] = []

    def run(self, speed: float) -> None:
        self.speeds.append(speed)


class Farm:
    """Notes what clock its pictures were given."""

    def __init__(self) -> None:
        self.clocks: list[tuple[datetime, float]] = []

    def set_clock(self, at: datetime, speed: float) -> None:
        self.clocks.append((at, speed))
        if not speed:
            raise OperatorError("exercise_cameras_ended")


class Exercise:
    def __init__(self, url: str, clock: HandClock) -> None:
        self.clock, self.city = clock, City()
        room = open_room(url, clock, RoomPlan(RoomKind.EXERCISE), storage=self._plugged)
        self.desk = Desk(room)
        self.record = ExerciseRecord(room)
        staged, none = StagedClock(clock.now()), cast("Any", None)
        city = cast("Any", self.city)
        self.farm = Farm()
        farm = cast("Any", self.farm)
        self.director = DirectorsDesk(room, none, staged, city, none, self.record, 1.0, farm)

    def _plugged(self, database: Database) -> PluggedStorage:
        self.plug = PluggedStorage(database.storage, database.telemetry, self.clock)
        return self.plug

    def told(self, kind: str, key: str) -> list[object]:
        """What was recorded by the time that something was, and a little later."""
        deadline = time.monotonic() + PATIENCE_S
        while not self._found(kind, key) and time.monotonic() < deadline:
            self.turns(1)
        self.turns(20)
        return self._found(kind, key)

    def turns(self, count: int) -> None:
        for _ in range(count):
            self.record.tick(self.clock.now(), None)
            time.sleep(0.01)

    def _found(self, kind: str, key: str) -> list[object]:
        entries = self.desk.room.database.history.entries()
        return [e.entry.inputs["result"][key] for e in entries if e.entry.kind == kind]


@pytest.fixture
def exercise(database_url: str, clock: HandClock) -> Iterator[Exercise]:
    made = Exercise(database_url, clock)
    yield made
    made.desk.room.close()


def test_an_inject_is_recorded_once_when_the_database_is_back(exercise: Exercise) -> None:
    exercise.plug.pull_plug()
    exercise.record.inject(INJECT_A, "lost")
    exercise.turns(20)
    exercise.record.inject(INJECT_A, "there")
    exercise.plug.restore_plug()
    assert exercise.told(INJECT, "state") == ["there"]


def test_the_last_pace_is_taken_up_and_recorded_when_the_database_is_back(
    exercise: Exercise,
) -> None:
    exercise.plug.pull_plug()
    exercise.director.run_at(0.0)
    exercise.director.run_at(5.0)
    assert (exercise.director.speed, exercise.city.speeds) == (5.0, [0.0, 5.0])
    # pictures are given the exercise's clock, and cameras that died keep nobody from pausing
    now = exercise.clock.now()
    assert exercise.farm.clocks == [(now, 1.0), (now, 0.0), (now, 5.0)]
    exercise.plug.restore_plug()
    assert exercise.told(PACE, "speed") == [5.0]
