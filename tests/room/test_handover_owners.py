"""Nothing comes into a shift as the incident of somebody who went home before it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from command_center.commands.dispatch import OrderUnits
from command_center.commands.handover import ForceHandover
from command_center.commands.intake import EnterCall
from command_center.commands.local import KEPT_LOCALLY
from command_center.commands.notes import AddNote
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    ReopenIncident,
    TakeIncident,
    UnmergeIncident,
)
from command_center.commands.undo import Undo
from command_center.domain.incident import Disposition, Priority
from command_center.domain.room import AlarmType, Role
from command_center.domain.targets import Targets
from command_center.duty.ownership import unowned_p1
from command_center.ports import Act
from tests.room.conftest import HandClock
from tests.room.desk import Desk

CALL = EnterCall("unjuk_rasa", "massa membakar ban", "Kayutangan", priority=Priority.P1)


@pytest.fixture
def coming(desk: Desk) -> Act:
    return desk.person(Role.SHIFT_LEAD, "staff:b", "WS-2")


def owned(desk: Desk) -> str:
    incident = desk.report(priority=Priority.P1)
    desk.do(TakeIncident(incident))
    return incident


def change_shift(desk: Desk, clock: HandClock, coming: Act) -> None:
    clock.turn(60)
    desk.do(ForceHandover("uji"), act=coming)
    clock.turn(60)


def kept(desk: Desk, shift_id: str) -> Act:
    return replace(
        desk.room.act, shift=shift_id, reason=KEPT_LOCALLY, occurred_at=desk.room.clock.now()
    )


def test_a_call_of_the_last_shift_that_is_heard_of_late_is_nobodys_and_rings(
    desk: Desk, clock: HandClock, coming: Act
) -> None:
    old = desk.look().shift
    assert old is not None
    act = kept(desk, old.id)
    change_shift(desk, clock, coming)
    id = str(desk.do(CALL, act=act).result["incident_id"])
    desk.do(OrderUnits(id, (desk.unit("SAMAPTA 12").id,), "ke lokasi"), act=act)
    clock.turn(31)
    assert desk.incident(id).owner_id is None
    due = unowned_p1(desk.look(), clock.now(), Targets())
    assert {one.type for one in due} == {AlarmType.UNOWNED_P1}


def test_a_call_of_this_shift_that_is_heard_of_late_is_whose_it_was(desk: Desk) -> None:
    shift = desk.look().shift
    assert shift is not None
    id = str(desk.do(CALL, act=kept(desk, shift.id)).result["incident_id"])
    assert desk.incident(id).owner_id == desk.room.act.actor


def reopened(desk: Desk, id: str) -> Callable[[], object]:
    desk.do(CloseIncident(id, Disposition.RESOLVED))
    return lambda: desk.do(ReopenIncident(id))


def undone(desk: Desk, id: str) -> Callable[[], object]:
    op_id = desk.do(CloseIncident(id, Disposition.RESOLVED)).op_id
    return lambda: desk.do(Undo("incident", id, op_id))


def unmerged(desk: Desk, id: str) -> Callable[[], object]:
    desk.do(MergeIncidents(winner_id=desk.report("induk"), loser_id=id))
    return lambda: desk.do(UnmergeIncident(id))


def reviewed(desk: Desk, id: str) -> Callable[[], object]:
    desk.do(CloseIncident(id, Disposition.RESOLVED))
    desk.room.clock.turn(1)  # type: ignore[attr-defined]
    shift = desk.look().shift
    assert shift is not None
    act = kept(desk, shift.id)
    return lambda: desk.do(AddNote(id, "masih ada massa"), act=act)


@pytest.mark.parametrize("ended", [reopened, undone, unmerged, reviewed])
def test_what_is_open_again_in_a_later_shift_is_nobodys(
    desk: Desk,
    clock: HandClock,
    coming: Act,
    ended: Callable[[Desk, str], Callable[[], object]],
) -> None:
    id = owned(desk)
    back = ended(desk, id)
    change_shift(desk, clock, coming)
    assert desk.incident(id).owner_id is not None
    back()
    found = desk.incident(id)
    assert found.is_open
    assert (found.owner_id, found.claimed_at) == (None, None)


@pytest.mark.parametrize("ended", [reopened, undone, unmerged])
def test_what_is_open_again_in_the_same_shift_is_whose_it_was(
    desk: Desk, ended: Callable[[Desk, str], Callable[[], object]]
) -> None:
    id = owned(desk)
    ended(desk, id)()
    assert desk.incident(id).owner_id == desk.room.act.actor
