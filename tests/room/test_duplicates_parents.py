"""One event over several kelurahan: a parent and its children."""

import pytest

from command_center.commands.parents import SetParent
from command_center.commands.triage import CloseIncident
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.incident import Disposition
from tests.room.desk import Desk


def parent_of(desk: Desk, id: str) -> str | None:
    handling = desk.look().get("handling", id)
    return handling.parent_id if handling else None


def test_a_child_knows_its_parent_until_it_stands_alone(desk: Desk) -> None:
    flood, street = desk.report("banjir"), desk.report("banjir klojen")
    desk.do(SetParent(street, flood))
    assert parent_of(desk, street) == flood
    desk.do(SetParent(street, None, before=flood))
    assert parent_of(desk, street) is None


def test_two_levels_and_no_circle(desk: Desk) -> None:
    flood, street, house = desk.report("banjir"), desk.report("jalan"), desk.report("rumah")
    with pytest.raises(OperatorError, match="parent_of_itself"):
        desk.do(SetParent(flood, flood))
    desk.do(SetParent(street, flood))
    with pytest.raises(OperatorError, match="parent_is_child"):
        desk.do(SetParent(house, street))
    with pytest.raises(OperatorError, match="child_is_parent"):
        desk.do(SetParent(flood, house))


def test_what_somebody_else_said_since_is_not_overwritten(desk: Desk) -> None:
    flood, other, street = desk.report("banjir"), desk.report("longsor"), desk.report("jalan")
    desk.do(SetParent(street, flood))
    with pytest.raises(Conflict):
        desk.do(SetParent(street, other))
    desk.do(SetParent(street, other, before=flood))
    assert parent_of(desk, street) == other


def test_closing_the_parent_says_which_children_stay_open(desk: Desk) -> None:
    flood, street, house = desk.report("banjir"), desk.report("jalan"), desk.report("rumah")
    desk.do(SetParent(street, flood))
    desk.do(SetParent(house, flood))
    desk.do(CloseIncident(house, Disposition.RESOLVED))
    done = desk.do(CloseIncident(flood, Disposition.RESOLVED))
    assert done.result["open_children"] == [desk.incident(street).number]
    assert desk.incident(street).is_open
    assert "open_children" not in desk.do(CloseIncident(street, Disposition.RESOLVED)).result
    with pytest.raises(OperatorError, match="incident_not_open"):
        desk.do(SetParent(desk.report("lain"), flood))
