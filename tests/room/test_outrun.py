"""Two workstations write to one row at the same moment: what is not at odds is done for both."""

from collections.abc import Iterator

import pytest

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.cameras import ImportCameras, MaskCamera
from command_center.commands.notes import AddNote
from command_center.commands.room import SetSituationLevel, StartOperation
from command_center.commands.triage import SetPriority
from command_center.domain.errors import Conflict
from command_center.domain.incident import Priority
from command_center.domain.room import Camera, Operation, SituationLevel
from tests.room.conftest import HandClock
from tests.room.desk import Desk

ROUNDS = 15


@pytest.fixture
def other(database_url: str, room: OpenedRoom, clock: HandClock) -> Iterator[OpenedRoom]:
    opened = open_room(database_url, clock, RoomPlan())
    yield opened
    opened.close()


def test_levels_of_different_places_all_stand(desk: Desk, other: OpenedRoom) -> None:
    start = desk.room.clock.now()
    operation = Operation("op-1", 1, "Mantap Praja", start, None, None, {})
    desk.do(StartOperation(operation), act=desk.room.console)
    asked = []
    for round_ in range(ROUNDS):
        for side, room in (("utara", desk.room), ("selatan", other)):
            place, red = f"{side} {round_}", SituationLevel.RED
            asked.append(room.lane.submit(SetSituationLevel("op-1", place, red)))
    for future in asked:
        future.result(30)
    (row,) = desk.look().all("operation")
    assert len(row.levels) == 2 * ROUNDS


def test_masks_drawn_at_the_same_moment_all_stand(desk: Desk, other: OpenedRoom) -> None:
    row = Camera("1", 1, "CAM 1", "KPU", "rtsp://10.0.0.1/1", "Dishub", "fixed", None, None, True)
    desk.do(ImportCameras((row,)), act=desk.room.console)
    asked = []
    for n in range(7):
        for left, room in ((0.0, desk.room), (0.5, other)):
            asked.append(room.lane.submit(MaskCamera("1", ((left, n / 10, 0.4, 0.05),), ())))
    for future in asked:
        future.result(30)
    camera = desk.look().camera("1")
    assert camera is not None
    assert len(camera.masks) == 14


def test_of_two_priorities_at_once_one_is_told(desk: Desk, other: OpenedRoom) -> None:
    for _ in range(ROUNDS):
        id = desk.report(priority=Priority.P3)
        mine = desk.room.lane.submit(SetPriority(id, Priority.P1, Priority.P3))
        theirs = other.lane.submit(SetPriority(id, Priority.P2, Priority.P3))
        errors = [future.exception(30) for future in (mine, theirs)]
        lost = [error for error in errors if error is not None]
        assert len(lost) == 1
        (error,) = lost
        assert isinstance(error, Conflict)
        won = Priority.P1 if errors[0] is None else Priority.P2
        assert error.params["theirs"] == {"priority": won.value}
        assert error.params["by"] == desk.room.act.actor
        assert desk.incident(id).priority is won


def test_notes_never_lose(desk: Desk, other: OpenedRoom) -> None:
    id = desk.report()
    asked = [
        room.lane.submit(AddNote(id, f"{n}")) for n in range(ROUNDS) for room in (desk.room, other)
    ]
    for future in asked:
        future.result(30)
    assert len(list(desk.look().all("note"))) == 2 * ROUNDS
