"""Taking back what touched several rows, and only while nobody has built on it."""

import pytest

from command_center.bootstrap.report import state_of_rows
from command_center.commands.dispatch import OrderUnits, SetUnitStatus
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    ReopenIncident,
    SetPriority,
    UnmergeIncident,
)
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict
from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.domain.unit import UnitStatus
from tests.room.desk import Desk


def ordered(desk: Desk, incident_id: str, *call_signs: str) -> str:
    ids = tuple(desk.unit(call_sign).id for call_sign in call_signs)
    return desk.do(OrderUnits(incident_id, ids, "merapat")).op_id


def same_from_rows(desk: Desk) -> bool:
    rows = state_of_rows(desk.room.database.feed.snapshot(None))
    return bool(rows["hash"] == desk.hash())


def test_undoing_a_close_puts_every_unit_back_on_it(desk: Desk) -> None:
    incident_id = desk.report()
    ordered(desk, incident_id, "SAMAPTA 12", "LANTAS 03")
    desk.do(SetUnitStatus(desk.unit("SAMAPTA 12").id, UnitStatus.ON_SCENE))
    before = desk.hash()
    op_id = desk.do(CloseIncident(incident_id, Disposition.RESOLVED)).op_id
    desk.do(Undo("incident", incident_id, op_id))
    assert desk.hash() == before
    assert desk.unit("SAMAPTA 12").status is UnitStatus.ON_SCENE
    assert same_from_rows(desk)


def test_undoing_an_order_to_several_gives_the_taken_ones_back(desk: Desk) -> None:
    first, second = desk.report(), desk.report()
    ordered(desk, first, "SAMAPTA 12")
    op_id = ordered(desk, second, "SAMAPTA 12", "LANTAS 03", "DAMKAR 02")
    desk.do(Undo("incident", second, op_id))
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.incident_id == first
    assert desk.held("LANTAS 03") is desk.held("DAMKAR 02") is None
    assert desk.unit("LANTAS 03").status is UnitStatus.AVAILABLE
    assert same_from_rows(desk)


def test_undoing_a_merge_after_somebody_ranked_the_winner_is_a_conflict(desk: Desk) -> None:
    winner = desk.report(priority=Priority.P3)
    loser = desk.report(priority=Priority.P1)
    op_id = desk.do(MergeIncidents(winner, loser)).op_id
    desk.do(SetPriority(winner, Priority.P2))
    with pytest.raises(Conflict):
        desk.do(Undo("incident", loser, op_id))
    assert desk.incident(loser).status is IncidentStatus.MERGED


def test_undoing_an_unmerge_never_makes_a_circle(desk: Desk) -> None:
    first, second = desk.report(), desk.report()
    desk.do(MergeIncidents(first, second))
    op_id = desk.do(UnmergeIncident(second)).op_id
    desk.do(MergeIncidents(second, first))
    with pytest.raises(Conflict):
        desk.do(Undo("incident", second, op_id))
    assert desk.look().family(second) == [second, first]


def test_undoing_an_unmerge_does_not_hide_it_under_what_has_ended(desk: Desk) -> None:
    winner, loser = desk.report(), desk.report()
    desk.do(MergeIncidents(winner, loser))
    op_id = desk.do(UnmergeIncident(loser)).op_id
    desk.do(CloseIncident(winner, Disposition.RESOLVED))
    with pytest.raises(Conflict):
        desk.do(Undo("incident", loser, op_id))
    assert desk.incident(loser).is_open


def test_unmerging_one_of_several_leaves_the_priority_of_the_others(desk: Desk) -> None:
    winner = desk.report(priority=Priority.P4)
    middle = desk.report(priority=Priority.P3)
    top = desk.report(priority=Priority.P1)
    before = desk.hash()
    desk.do(MergeIncidents(winner, middle))
    desk.do(MergeIncidents(winner, top))
    desk.do(UnmergeIncident(middle))
    assert desk.incident(winner).priority is Priority.P1
    desk.do(UnmergeIncident(top))
    assert desk.incident(winner).priority is Priority.P4
    assert desk.hash() == before


def test_unmerging_does_not_take_back_a_priority_a_person_gave(desk: Desk) -> None:
    winner = desk.report(priority=Priority.P3)
    loser = desk.report(priority=Priority.P1)
    desk.do(MergeIncidents(winner, loser))
    desk.do(SetPriority(winner, Priority.P2))
    desk.do(SetPriority(winner, Priority.P1))
    desk.do(UnmergeIncident(loser))
    assert desk.incident(winner).priority is Priority.P1


def test_a_chain_of_merges_closes_and_reopens_as_one_and_comes_apart(desk: Desk) -> None:
    first, second, third = desk.report(), desk.report(), desk.report()
    ordered(desk, third, "SAMAPTA 12")
    desk.do(MergeIncidents(second, third))
    desk.do(MergeIncidents(first, second))
    desk.do(CloseIncident(first, Disposition.RESOLVED))
    assert desk.held("SAMAPTA 12") is None
    desk.do(ReopenIncident(first))
    assert desk.look().family(first) == [first, second, third]
    desk.do(UnmergeIncident(second))
    assert desk.incident(second).is_open
    assert desk.incident(third).merged_into == second
    assert same_from_rows(desk)
