"""Two workstations write to one row at the same moment: what is not at odds is done for both."""

from collections.abc import Iterator

import pytest

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.cameras import ImportCameras, MaskCamera
from command_center.commands.dispatch import OrderUnits, ReleaseUnit
from command_center.commands.levels import SetSituationLevel
from command_center.commands.notes import AddNote
from command_center.commands.operations import StartOperation
from command_center.commands.triage import CloseIncident, SetPriority
from command_center.domain.errors import Conflict
from command_center.domain.ids import new_id
from command_center.domain.incident import Disposition, Priority
from command_center.domain.operation import Authority
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
    levels = {f"{side} {n}": "hijau" for side in ("utara", "selatan") for n in range(ROUNDS)}
    operation = Operation("op-1", 1, "Mantap Praja", start, None, None, levels)
    desk.do(StartOperation(operation), act=desk.room.console)
    asked = []
    for round_ in range(ROUNDS):
        for side, room in (("utara", desk.room), ("selatan", other)):
            yellow = SetSituationLevel(
                "op-1",
                f"{side} {round_}",
                SituationLevel.YELLOW,
                ordered_by="Kapolsek",
                authority=Authority.SECTOR,
            )
            asked.append(room.lane.submit(yellow))
    for future in asked:
        future.result(30)
    (row,) = desk.look().all("operation")
    assert set(row.levels.values()) == {"kuning"}
    assert len(list(desk.look().all("decision"))) == 2 * ROUNDS


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


def test_one_operation_sent_twice_at_once_is_done_once_and_answered_twice(
    desk: Desk, other: OpenedRoom
) -> None:
    id = desk.report()
    asked = []
    for number in range(ROUNDS):
        command, op_id = AddNote(id, f"catatan {number}"), new_id(desk.room.clock.now())
        asked.append([r.lane.submit(command, op_id=op_id) for r in (desk.room, other)])
    for mine, theirs in asked:
        first, second = mine.result(30), theirs.result(30)
        assert first.seq is not None
        assert (first.seq, first.result) == (second.seq, second.result)
    assert len(list(desk.look().all("note"))) == ROUNDS


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


def test_of_two_orders_for_one_unit_at_once_one_is_told(desk: Desk, other: OpenedRoom) -> None:
    """Also when the rival's order becomes visible in the middle of one's own."""
    unit = desk.unit("SAMAPTA 12").id
    for _ in range(ROUNDS):
        goals = [desk.report(), desk.report()]
        asked = [
            room.lane.submit(OrderUnits(goal, (unit,), "merapat", holders=("",)))
            for room, goal in zip((desk.room, other), goals, strict=True)
        ]
        errors = [future.exception(30) for future in asked]
        lost = [error for error in errors if error is not None]
        assert [type(error) for error in lost] == [Conflict]
        won = goals[errors.index(None)]
        held = desk.held("SAMAPTA 12")
        assert held is not None
        assert held.incident_id == won
        assert isinstance(lost[0], Conflict)
        assert lost[0].params["theirs"] == {"incident_id": won, "assignment_id": held.id}
        desk.do(ReleaseUnit(unit))


def test_nobody_is_called_back_who_is_sent_while_the_incident_is_closed(
    desk: Desk, other: OpenedRoom
) -> None:
    unit = desk.unit("SAMAPTA 12").id
    for _ in range(ROUNDS):
        id = desk.report()
        sent = other.lane.submit(OrderUnits(id, (unit,), "merapat", holders=("",)))
        closed = desk.room.lane.submit(CloseIncident(id, Disposition.RESOLVED, on_it=()))
        errors = [sent.exception(30), closed.exception(30)]
        assert [error is None for error in errors].count(True) == 1, errors
        if errors[0] is None:
            held = desk.held("SAMAPTA 12")
            assert held is not None
            assert held.incident_id == id
            desk.do(ReleaseUnit(unit))
