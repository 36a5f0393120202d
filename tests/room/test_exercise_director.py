"""What fails in an exercise does not end it: the director's thread goes on, and so do others."""

from __future__ import annotations

import logging
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import psutil
import pytest

from command_center.bootstrap.exercise_director import Director, SituationBoard
from command_center.bootstrap.exercise_levels import OfficersOrders
from command_center.bootstrap.exercise_record import ExerciseRecord
from command_center.bootstrap.exercise_stage import CityStage
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.connectors.orders_out import OrderSender
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.exercise.cameras.catalogue import CameraSpec
from command_center.exercise.cameras.farm import CameraFarm
from command_center.exercise.cameras.light import Light
from command_center.exercise.city.handle import CityProcess
from command_center.exercise.city.process import CityFiles
from command_center.exercise.tutor import Tutor
from tests.room.conftest import HandClock
from tests.room.desk import Desk

PATIENCE_S = 30.0
SPEC = CameraSpec("CAM-901", "Gang Satu", -7.98, 112.63, "alley", "mjpeg")


def until(true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE_S
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    return true()


class Acting:
    """Fails at each of its turns, if it is given something to fail with."""

    def __init__(self, error: Exception | None = None) -> None:
        self.turns = 0
        self._error = error

    def tick(self, now: datetime, board: SituationBoard) -> None:
        self.turns += 1
        if self._error is not None:
            raise self._error


@pytest.fixture
def exercise(database_url: str, clock: HandClock) -> Iterator[Desk]:
    opened = open_room(database_url, clock, RoomPlan(RoomKind.EXERCISE))
    yield Desk(opened)
    opened.close()


@pytest.fixture
def director(exercise: Desk, clock: HandClock) -> Iterator[Director]:
    database = exercise.room.database
    sender = OrderSender("http://127.0.0.1:1", database.telemetry, clock)
    made = Director(database.history, clock, sender, Tutor("staff:x"), lambda _: None)
    yield made
    made.stop()


@pytest.mark.parametrize("error", [OperatorError("exercise_cameras_ended"), RuntimeError("bug")])
def test_one_that_fails_keeps_nobody_from_acting(
    director: Director, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    broken, other = Acting(error), Acting()
    with caplog.at_level(logging.WARNING):
        director.start(broken, other)
        assert until(lambda: other.turns >= 3)
    assert broken.turns >= 3
    assert len(caplog.records) == 1, "told once"


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a POSIX signal")
def test_cameras_that_died_are_told_in_words_and_hold_up_no_inject(exercise: Desk) -> None:
    farm = CameraFarm(scenes=(SPEC,), light=Light.DAY)
    farm.start()
    try:
        process = psutil.Process(farm.pid)
        process.send_signal(signal.SIGKILL)
        assert until(lambda: farm.pid is None)
        with pytest.raises(OperatorError, match="exercise_cameras_ended"):
            farm.situation(SPEC.id, "crowd")
        orders = OfficersOrders(exercise.room, "")
        stage = CityStage(ExerciseRecord(exercise.room), orders, unasked_city(), farm)
        assert not stage.show(SPEC.id, "refuse", 1.0)
        assert not stage.show(SPEC.id, "crowd", 1.0)
    finally:
        farm.stop()
    with pytest.raises(OperatorError, match="exercise_cameras_ended"):
        farm.pull_plug()


def unasked_city() -> CityProcess:
    return CityProcess(CityFiles(Path(), Path(), Path()), 1)
