"""Several workstations at one exercise: one truth and one time, at the director's pace."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest

from command_center.bootstrap.exercise_join import JoinedClock, join_exercise
from command_center.bootstrap.exercise_operators import next_command
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits
from command_center.commands.exercise import RecordPace
from command_center.commands.room import RegisterUnit
from command_center.commands.triage import TakeIncident, VerifyIncident
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.domain.unit import UnitStatus
from tests.room.conftest import HandClock
from tests.room.desk import Desk

PATIENCE_S = 30.0


@pytest.fixture
def exercise(database_url: str, clock: HandClock) -> Iterator[Desk]:
    opened = open_room(database_url, clock, RoomPlan(RoomKind.EXERCISE))
    yield Desk(opened)
    opened.close()


def until(clock: JoinedClock, speed: float) -> bool:
    waiting = threading.Event()
    for _ in range(int(PATIENCE_S / 0.05)):
        if clock.speed == speed:
            return True
        waiting.wait(0.05)
    return False


def test_a_seat_that_joins_has_the_rooms_time_and_follows_the_director(
    exercise: Desk, clock: HandClock, database_url: str
) -> None:
    exercise.do(RecordPace(0.0), act=exercise.room.system)
    joined = join_exercise(database_url, "meja-2")
    try:
        assert joined.clock.now() == clock.now()
        clock.turn(90)
        exercise.do(RecordPace(0.5), act=exercise.room.system)
        assert until(joined.clock, 0.5)
        assert timedelta() <= joined.clock.now() - clock.now() < timedelta(seconds=PATIENCE_S)
        incident = exercise.report()
        done = joined.room.lane.submit(TakeIncident(incident), act=joined.room.act).result(20)
        last = list(exercise.room.database.history.entries())[-1]
        assert (last.seq, last.entry.workstation) == (done.seq, "meja-2")
    finally:
        joined.close()


def test_there_is_nothing_to_join_where_nothing_runs(database_url: str) -> None:
    with pytest.raises(OperatorError):
        join_exercise(database_url)


def test_a_seat_joins_no_live_room(desk: Desk, database_url: str) -> None:
    with pytest.raises(OperatorError, match="room_of_other_kind"):
        join_exercise(database_url)
    assert desk.kinds()[-1] == "unit.registered"


def test_a_scripted_operator_takes_verifies_and_orders_its_own(
    exercise: Desk, clock: HandClock
) -> None:
    desk = exercise
    unit = desk.do(RegisterUnit("DALMAS 01", "dalmas", kind="pleton", status=UnitStatus.AVAILABLE))
    desk.report()
    did = []
    for _ in range(4):
        clock.turn(30)
        command = next_command(desk.look(), clock.now(), 1, 4)
        did.append(type(command))
        assert next_command(desk.look(), clock.now(), 2, 4) is None
        if command is not None:
            desk.do(command)
    assert did == [TakeIncident, VerifyIncident, OrderUnits, type(None)]
    held = desk.held("DALMAS 01")
    assert held is not None
    assert held.unit_id == unit.result["unit_id"]
