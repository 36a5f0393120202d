"""Two people at one room: who was first is told, what can both stand does, and nobody is told off
for doing what another has just done, too."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.commands.again import again, instead
from command_center.commands.alarms import RaiseAlarm, ShelveAlarm
from command_center.commands.cameras import (
    AttachCamera,
    EnableCamera,
    ImportCameras,
    MaskCamera,
    NoteCamera,
    RenameCamera,
)
from command_center.commands.dispatch import (
    AcknowledgeOrder,
    OrderUnits,
    ReleaseUnit,
    SetUnitStatus,
)
from command_center.commands.levels import SetSituationLevel
from command_center.commands.notes import AddNote
from command_center.commands.operations import StartOperation
from command_center.commands.people import AddStaff
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    ReopenIncident,
    SetPriority,
    TakeIncident,
    UnmergeIncident,
    VerifyIncident,
)
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.incident import Disposition, Priority
from command_center.domain.operation import Authority
from command_center.domain.room import AlarmType, Camera, Operation, Role, SituationLevel
from command_center.domain.unit import UnitStatus
from command_center.ports import Act
from tests.room.conftest import HandClock
from tests.room.desk import Desk

LEFT, RIGHT = (0.0, 0.0, 0.4, 1.0), (0.6, 0.0, 0.4, 1.0)


@pytest.fixture
def dewi(desk: Desk) -> Act:
    """Somebody at another workstation."""
    added = desk.do(AddStaff("Dewi", "dewi", Role.SHIFT_LEAD), act=desk.room.console)
    id = str(added.result["staff_id"])
    return replace(desk.room.act, actor=id, workstation="meja-2", role=Role.SHIFT_LEAD.value)


def lost(desk: Desk, command: Any) -> dict[str, Any]:
    """What the loser of a race is told."""
    with pytest.raises(Conflict) as caught:
        desk.do(command)
    return caught.value.params


def insist(desk: Desk, command: Any) -> None:
    """Lose, look, and send the same once more."""
    with pytest.raises(Conflict) as caught:
        desk.do(command)
    anew = again(command, caught.value)
    assert anew is not None
    desk.do(anew)


# --- who was first is told ---------------------------------------------------------------------


def test_the_loser_is_told_who_set_which_priority_and_when(
    desk: Desk, dewi: Act, clock: HandClock
) -> None:
    id = desk.report(priority=Priority.P3)
    desk.do(SetPriority(id, Priority.P2, Priority.P3), act=dewi)
    at = clock.now()
    clock.turn(5)
    told = lost(desk, SetPriority(id, Priority.P4, Priority.P3))
    assert (told["by"], told["at"], told["theirs"]) == (dewi.actor, at, {"priority": "P2"})
    assert desk.incident(id).priority is Priority.P2


def test_the_one_named_is_who_set_the_field_not_who_came_last(desk: Desk, dewi: Act) -> None:
    id = desk.report(priority=Priority.P3)
    desk.do(SetPriority(id, Priority.P2, Priority.P3), act=dewi)
    desk.do(VerifyIncident(id))
    assert lost(desk, SetPriority(id, Priority.P4, Priority.P3))["by"] == dewi.actor


def test_what_else_happened_to_the_row_is_no_conflict(desk: Desk, dewi: Act) -> None:
    id = desk.report(priority=Priority.P3)
    desk.do(VerifyIncident(id), act=dewi)
    desk.do(AddNote(id, "dicek"), act=dewi)
    desk.do(SetPriority(id, Priority.P4, Priority.P3))
    assert desk.incident(id).priority is Priority.P4


def test_whoever_insists_wins_by_what_they_have_seen(desk: Desk, dewi: Act) -> None:
    id = desk.report(priority=Priority.P3)
    desk.do(SetPriority(id, Priority.P2, Priority.P3), act=dewi)
    insist(desk, SetPriority(id, Priority.P4, Priority.P3))
    assert desk.incident(id).priority is Priority.P4


def test_an_undo_after_insisting_gives_back_what_the_other_set(desk: Desk, dewi: Act) -> None:
    id = desk.report(priority=Priority.P3)
    desk.do(SetPriority(id, Priority.P2, Priority.P3), act=dewi)
    op_id = desk.do(SetPriority(id, Priority.P4, Priority.P2)).op_id
    desk.do(Undo("incident", id, op_id))
    assert desk.incident(id).priority is Priority.P2


def test_an_undo_that_comes_too_late_says_who_moved_on(desk: Desk, dewi: Act) -> None:
    id = desk.report(priority=Priority.P3)
    op_id = desk.do(SetPriority(id, Priority.P2, Priority.P3)).op_id
    desk.do(SetPriority(id, Priority.P1, Priority.P2), act=dewi)
    told = lost(desk, Undo("incident", id, op_id))
    assert (told["by"], told["theirs"]) == (dewi.actor, {"priority": "P1"})
    assert desk.incident(id).priority is Priority.P1


def test_a_close_says_how_it_was_closed_and_may_be_corrected(desk: Desk, dewi: Act) -> None:
    id = desk.report()
    desk.do(CloseIncident(id, Disposition.RESOLVED), act=dewi)
    told = lost(desk, CloseIncident(id, Disposition.PRANK))
    assert (told["by"], told["theirs"]) == (dewi.actor, {"disposition": "resolved"})
    insist(desk, CloseIncident(id, Disposition.PRANK))
    assert desk.incident(id).disposition is Disposition.PRANK


def test_nobody_is_called_back_whom_the_closer_has_not_seen(desk: Desk, dewi: Act) -> None:
    id = desk.report()
    unit = desk.unit("SAMAPTA 12").id
    desk.do(OrderUnits(id, (unit,), "merapat"), act=dewi)
    command = CloseIncident(id, Disposition.RESOLVED, on_it=())
    told = lost(desk, command)
    assert (told["by"], told["theirs"]["unit_id"]) == (dewi.actor, unit)
    assert desk.held("SAMAPTA 12") is not None
    insist(desk, command)
    assert desk.held("SAMAPTA 12") is None


def test_two_merges_of_one_incident_are_at_odds(desk: Desk, dewi: Act) -> None:
    loser, one, other = desk.report(), desk.report(), desk.report()
    desk.do(MergeIncidents(one, loser), act=dewi)
    told = lost(desk, MergeIncidents(other, loser))
    assert (told["by"], told["theirs"]) == (dewi.actor, {"merged_into": one})
    assert lost(desk, MergeIncidents(loser, one))["theirs"] == {"merged_into": one}
    desk.do(UnmergeIncident(loser), act=dewi)
    desk.do(MergeIncidents(other, loser), act=dewi)
    assert lost(desk, UnmergeIncident(loser, one))["theirs"] == {"merged_into": other}


def test_levels_of_two_places_both_stand_and_of_one_are_told(desk: Desk, dewi: Act) -> None:
    green, yellow, red = SituationLevel.GREEN, SituationLevel.YELLOW, SituationLevel.RED
    start = desk.room.clock.now()
    levels = {"KPU": "hijau", "Bawaslu": "hijau"}
    operation = Operation("op-1", 1, "Mantap Praja", start, None, None, levels)
    desk.do(StartOperation(operation), act=desk.room.console)
    by = ("Kapolda", Authority.PROVINCE, "massa masuk")
    desk.do(SetSituationLevel("op-1", "KPU", red, green, *by), act=dewi)
    desk.do(SetSituationLevel("op-1", "Bawaslu", yellow, green, *by))
    with pytest.raises(OperatorError, match="level_stands"):
        desk.do(SetSituationLevel("op-1", "KPU", red, green, *by))
    told = lost(desk, SetSituationLevel("op-1", "KPU", yellow, green, *by))
    assert (told["by"], told["theirs"]) == (dewi.actor, {"level": "merah", "place": "KPU"})
    (row,) = desk.look().all("operation")
    assert row.levels == {"KPU": "merah", "Bawaslu": "kuning"}
    insist(desk, SetSituationLevel("op-1", "KPU", yellow, green, *by))


def test_an_alarm_somebody_else_put_aside(desk: Desk, dewi: Act, clock: HandClock) -> None:
    command = RaiseAlarm(AlarmType.CAMERA_DOWN, "camera", "1", {})
    id = str(desk.do(command, act=desk.room.system).result["alarm_id"])
    desk.do(ShelveAlarm(id, 30, "diperbaiki"), act=dewi)
    told = lost(desk, ShelveAlarm(id, 60, "ditunggu"))
    assert told["by"] == dewi.actor
    insist(desk, ShelveAlarm(id, 60, "ditunggu"))
    alarm = desk.look().get("alarm", id)
    assert alarm is not None
    assert alarm.shelved_until == clock.now() + timedelta(minutes=60)


# --- units -------------------------------------------------------------------------------------


def test_who_loses_the_race_for_a_unit_is_told_who_has_it(
    desk: Desk, dewi: Act, clock: HandClock
) -> None:
    theirs, mine = desk.report(), desk.report()
    unit, spare = desk.unit("SAMAPTA 12").id, desk.unit("LANTAS 03").id
    desk.do(OrderUnits(theirs, (unit,), "merapat", holders=("",)), act=dewi)
    command = OrderUnits(mine, (unit,), "merapat", holders=("",))
    told = lost(desk, command)
    assert (told["entity"], told["id"], told["by"]) == ("unit", unit, dewi.actor)
    assert (told["theirs"]["incident_id"], told["at"]) == (theirs, clock.now())
    assert desk.kinds().count("units.ordered") == 1
    desk.do(instead(command, unit, spare))
    held, other = desk.held("SAMAPTA 12"), desk.held("LANTAS 03")
    assert (held and held.incident_id, other and other.incident_id) == (theirs, mine)


def test_who_insists_on_a_unit_takes_it_over(desk: Desk, dewi: Act) -> None:
    theirs, mine = desk.report(), desk.report()
    unit = desk.unit("SAMAPTA 12").id
    desk.do(OrderUnits(theirs, (unit,), "merapat", holders=("",)), act=dewi)
    insist(desk, OrderUnits(mine, (unit,), "merapat", holders=("",)))
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.incident_id == mine


def test_one_lost_unit_of_an_order_stops_all_of_it(desk: Desk, dewi: Act) -> None:
    theirs, mine = desk.report(), desk.report()
    unit, spare = desk.unit("SAMAPTA 12").id, desk.unit("LANTAS 03").id
    desk.do(OrderUnits(theirs, (unit,), "merapat", holders=("",)), act=dewi)
    lost(desk, OrderUnits(mine, (spare, unit), "merapat", holders=("", "")))
    assert desk.held("LANTAS 03") is None


@pytest.mark.parametrize(
    "late",
    [
        lambda unit: SetUnitStatus(unit, UnitStatus.AVAILABLE, holder=""),
        lambda unit: AcknowledgeOrder(unit, holder="another"),
        lambda unit: ReleaseUnit(unit, holder="another"),
    ],
)
def test_an_order_nobody_saw_is_not_ended_or_answered(
    desk: Desk, dewi: Act, late: Callable[[str], Any]
) -> None:
    unit = desk.unit("SAMAPTA 12").id
    desk.do(OrderUnits(desk.report(), (unit,), "merapat", holders=("",)), act=dewi)
    assert lost(desk, late(unit))["by"] == dewi.actor
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.accepted_at is None
    insist(desk, late(unit))


# --- the same by two people --------------------------------------------------------------------


def test_two_people_doing_the_same_is_no_conflict(desk: Desk, dewi: Act) -> None:
    id, loser = desk.report(priority=Priority.P3), desk.report()
    unit = desk.unit("SAMAPTA 12").id
    for command in (
        VerifyIncident(id),
        SetPriority(id, Priority.P2, Priority.P3),
        MergeIncidents(id, loser),
        UnmergeIncident(loser, id),
        OrderUnits(id, (unit,), "merapat", holders=("",)),
    ):
        desk.do(command, act=dewi)
        assert desk.do(command).seq is None, command
    held = desk.held("SAMAPTA 12")
    assert held is not None
    for ending in (
        ReleaseUnit(unit, holder=held.id),
        CloseIncident(id, Disposition.PRANK, on_it=()),
        ReopenIncident(id, seen_ended=True),
    ):
        desk.do(ending, act=dewi)
        assert desk.do(ending).seq is None, ending


def test_two_notes_both_stay(desk: Desk, dewi: Act) -> None:
    id = desk.report()
    desk.do(AddNote(id, "satu"), act=dewi)
    desk.do(AddNote(id, "dua"))
    assert [note.text for note in desk.look().all("note")] == ["satu", "dua"]


def test_who_takes_what_is_taken_is_told(desk: Desk, dewi: Act) -> None:
    id = desk.report()
    desk.do(TakeIncident(id), act=dewi)
    told = lost(desk, TakeIncident(id))
    assert (told["by"], told["theirs"]) == (dewi.actor, {"owner_id": dewi.actor})


# --- cameras -----------------------------------------------------------------------------------


@pytest.fixture
def camera(desk: Desk) -> str:
    row = Camera("1", 1, "CAM 1", "KPU", "rtsp://10.0.0.1/1", "Dishub", "fixed", None, None, True)
    desk.do(ImportCameras((row,)), act=desk.room.console)
    return "1"


def masks(desk: Desk) -> list[tuple[float, ...]]:
    found = desk.look().camera("1")
    assert found is not None
    return [tuple(mask) for mask in found.masks]


def test_masks_of_two_people_both_stay(desk: Desk, dewi: Act, camera: str) -> None:
    desk.do(MaskCamera(camera, (LEFT,), ()), act=dewi)
    desk.do(MaskCamera(camera, (RIGHT,), ()))
    assert masks(desk) == [LEFT, RIGHT]
    desk.do(MaskCamera(camera, (RIGHT,), (LEFT, RIGHT)), act=dewi)
    desk.do(MaskCamera(camera, (LEFT,), (LEFT, RIGHT)))
    assert masks(desk) == []


def test_masks_of_two_people_are_not_more_than_may_be(desk: Desk, dewi: Act, camera: str) -> None:
    def rows(top: float) -> tuple[Any, ...]:
        return tuple((n / 10, top, 0.05, 0.1) for n in range(9))

    desk.do(MaskCamera(camera, rows(0.0), ()), act=dewi)
    with pytest.raises(OperatorError, match="mask_outside_picture"):
        desk.do(MaskCamera(camera, rows(0.5), ()))


def test_words_about_a_camera_can_be_insisted_on(desk: Desk, dewi: Act, camera: str) -> None:
    unit = desk.unit("SAMAPTA 12").id
    other = desk.unit("LANTAS 03").id
    desk.do(RenameCamera(camera, "Depan KPU", ""), act=dewi)
    insist(desk, RenameCamera(camera, "Gerbang KPU", ""))
    desk.do(NoteCamera(camera, "kunci di pos", ""), act=dewi)
    insist(desk, NoteCamera(camera, "kunci di kantor", ""))
    desk.do(AttachCamera(camera, unit, ""), act=dewi)
    insist(desk, AttachCamera(camera, other, ""))
    desk.do(EnableCamera(camera, False), act=dewi)
    assert desk.do(EnableCamera(camera, False)).seq is None
    row = desk.look().camera(camera)
    assert row is not None
    assert (row.alias, row.note, row.unit_id) == ("Gerbang KPU", "kunci di kantor", other)


def test_what_nobody_can_insist_on(desk: Desk) -> None:
    gone = Conflict("unit", "u", theirs={})
    assert again(OrderUnits("i", ("u",), ""), gone) is None
    assert again(TakeIncident("i"), Conflict("incident", "i", theirs={"owner_id": "x"})) is None
