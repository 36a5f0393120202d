"""The pattern of shifts that the room works by, and the names of its regu."""

import pytest

from command_center.commands.personnel import ImportPersonnel, KeepRegu, PersonRow
from command_center.commands.shift_pattern import SetShiftPattern
from command_center.commands.undo import Undo, UndoRoster
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.room import Role
from command_center.domain.shift_pattern import PATTERN_SETTING
from command_center.ports import Outcome
from command_center.situation.roster import regu_list
from command_center.situation.shift_pattern import shift_pattern
from tests.room.desk import Desk


def test_the_shift_lead_sets_the_pattern_of_the_room(desk: Desk) -> None:
    lead = desk.person(Role.SHIFT_LEAD)
    assert shift_pattern(desk.look()).id == "8_jam"
    assert desk.do(SetShiftPattern("12_jam"), act=lead).result == {"pattern": "12 jam"}
    assert [start.hour for start in shift_pattern(desk.look()).starts] == [8, 20]
    with pytest.raises(Conflict):
        desk.do(SetShiftPattern("24_jam"), act=lead)
    desk.do(SetShiftPattern("24_jam", before=1), act=lead)
    assert shift_pattern(desk.look()).id == "24_jam"
    with pytest.raises(OperatorError, match="unknown_shift_pattern"):
        desk.do(SetShiftPattern("6_jam", before=2), act=lead)
    with pytest.raises(NotAllowed):
        desk.do(SetShiftPattern("8_jam", before=2), act=desk.person(Role.OPERATOR))


def hours(desk: Desk) -> list[str]:
    return [start.isoformat("minutes") for start in shift_pattern(desk.look()).starts]


def test_the_hours_of_a_pattern_are_the_rooms_own_and_taken_back(desk: Desk) -> None:
    lead = desk.person(Role.SHIFT_LEAD)
    first = desk.do(SetShiftPattern("8_jam", 0, ("23.00", "07.00", "15:00")), act=lead)
    assert hours(desk) == ["07:00", "15:00", "23:00"]
    for starts, code in (
        (("07.00", "15.00"), "shift_hours_many"),
        (("07.00", "15.00", "15.00"), "shift_hours_many"),
        (("07.00", "15.00", "24.00"), "shift_bad_hour"),
        (("07.00", "15.00", ""), "shift_bad_hour"),
    ):
        with pytest.raises(OperatorError, match=code):
            desk.do(SetShiftPattern("8_jam", 1, starts), act=lead)
    with pytest.raises(NotAllowed):
        desk.do(_undo(first), act=desk.person(Role.OPERATOR))
    with pytest.raises(OperatorError, match="not_undoable"):
        desk.do(Undo("room_setting", PATTERN_SETTING, first.op_id), act=lead)
    second = desk.do(SetShiftPattern("12_jam", 1), act=lead)
    desk.do(_undo(second), act=lead)
    assert hours(desk) == ["07:00", "15:00", "23:00"]
    with pytest.raises(Conflict):
        desk.do(_undo(second), act=lead)


def test_without_a_pattern_before_it_the_shipped_one_is_back(desk: Desk) -> None:
    lead = desk.person(Role.SHIFT_LEAD)
    desk.do(_undo(desk.do(SetShiftPattern("24_jam"), act=lead)), act=lead)
    assert shift_pattern(desk.look()).id == "8_jam"


def test_a_regu_takes_its_name_back_unless_somebody_has_it(desk: Desk) -> None:
    lead, operator = desk.person(Role.SHIFT_LEAD), desk.person(Role.OPERATOR)
    made = desk.do(KeepRegu("Regu A"), act=lead)
    id = str(made.result["regu_id"])
    renamed = desk.do(KeepRegu("Regu Alfa", id, 1), act=lead)
    with pytest.raises(NotAllowed):
        desk.do(UndoRoster("regu", id, renamed.op_id), act=operator)
    desk.do(UndoRoster("regu", id, renamed.op_id), act=lead)
    assert [one.name for one in regu_list(desk.look())] == ["Regu A"]
    again = desk.do(KeepRegu("Regu Alfa", id), act=lead)
    other = desk.do(KeepRegu("regu a"), act=lead)
    with pytest.raises(OperatorError, match="regu_name_taken"):
        desk.do(UndoRoster("regu", id, again.op_id), act=lead)
    desk.do(UndoRoster("regu", str(other.result["regu_id"]), other.op_id), act=lead)
    assert [one.name for one in regu_list(desk.look())] == ["Regu Alfa"]
    new = desk.do(KeepRegu("Regu B"), act=lead)
    agency = next(one.code for one in desk.look().all("agency") if one.ours)
    desk.do(ImportPersonnel((PersonRow("86010001", "Agus", agency, regu="Regu B"),)), act=lead)
    with pytest.raises(OperatorError, match="regu_has_people"):
        desk.do(UndoRoster("regu", str(new.result["regu_id"]), new.op_id), act=lead)


def _undo(done: Outcome) -> UndoRoster:
    return UndoRoster("room_setting", PATTERN_SETTING, done.op_id)
