"""The pattern of shifts that the room works by."""

import pytest

from command_center.commands.shift_pattern import SetShiftPattern
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.room import Role
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
