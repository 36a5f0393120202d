"""A shift ends at one workstation while another is at work in it: nothing falls in between."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillAtIt
from contextlib import contextmanager, suppress
from dataclasses import replace
from threading import Event
from typing import Any

import pytest

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.handover import BeginHandover, ForceHandover, SignHandover
from command_center.commands.intake import EnterCall
from command_center.commands.notes import AddNote
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Priority
from command_center.domain.room import Role
from command_center.ports import Act, Outcome
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_handover import CHANGE

CALL = EnterCall("unjuk_rasa", "massa membakar ban", "Kayutangan", priority=Priority.P1)


@pytest.fixture
def other(database_url: str, room: OpenedRoom, clock: HandClock) -> Iterator[OpenedRoom]:
    opened = open_room(database_url, clock, RoomPlan())
    yield opened
    opened.close()


@pytest.fixture
def coming(desk: Desk, clock: HandClock) -> Act:
    clock.at = CHANGE
    return desk.person(Role.SHIFT_LEAD, "staff:b", "WS-2")


@contextmanager
def stopped(
    room: OpenedRoom, command: Any, act: Act | None = None
) -> Iterator[tuple[Future[Outcome], Callable[[], None]]]:
    """The command done at this workstation but not stored, until it is let go."""
    verbs: Any = room.lane._verbs
    kept, begun, go = verbs[type(command)], Event(), Event()

    def handler(work: Any, command: Any, ctx: Any) -> Any:
        result = kept.handler(work, command, ctx)
        begun.set()
        assert go.wait(20)
        return result

    room.lane._verbs = {**verbs, type(command): replace(kept, handler=handler)}
    asked = room.lane.submit(command, act=act)
    try:
        assert begun.wait(20)
        yield asked, go.set
    finally:
        go.set()
        room.lane._verbs = verbs


def almost_over(desk: Desk, coming: Act) -> str:
    frozen = str(desk.do(BeginHandover()).result["handover_id"])
    desk.do(SignHandover(frozen))
    return frozen


def wait_for(asked: Future[Outcome]) -> None:
    """Time to be done in, for what should not be."""
    with suppress(StillAtIt):
        asked.exception(0.4)


def test_what_is_being_stored_is_accepted_before_anybody_signs_for_it(
    desk: Desk, other: OpenedRoom, coming: Act
) -> None:
    frozen = almost_over(desk, coming)
    with stopped(other, CALL) as (call, let_go):
        signing = desk.room.lane.submit(SignHandover(frozen), act=coming)
        wait_for(signing)
        let_go()
        assert call.result(20).seq is not None
        with pytest.raises(OperatorError, match="handover_red_left"):
            signing.result(20)


def test_who_takes_a_shift_by_force_takes_what_is_being_stored(
    desk: Desk, other: OpenedRoom, coming: Act
) -> None:
    with stopped(other, CALL) as (call, let_go):
        forcing = desk.room.lane.submit(ForceHandover("uji"), act=coming)
        wait_for(forcing)
        let_go()
        id = str(call.result(20).result["incident_id"])
        forcing.result(20)
    assert desk.incident(id).owner_id is None
    assert id in {row.subject_id for row in desk.look().all("handover_item")}


def test_what_comes_while_the_last_signature_is_stored_belongs_to_the_next_shift(
    desk: Desk, other: OpenedRoom, coming: Act
) -> None:
    frozen = almost_over(desk, coming)
    with stopped(desk.room, SignHandover(frozen), coming) as (signing, let_go):
        call = other.lane.submit(CALL)
        wait_for(call)
        let_go()
        assert signing.result(20).result["complete"]
        call.result(20)
    look, last = desk.look(), list(desk.room.database.history.entries())[-1].entry
    assert look.shift is not None
    assert (last.kind, last.shift) == ("call.entered", look.shift.id)


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_two_at_work_in_one_shift_do_not_wait_for_each_other(desk: Desk, other: OpenedRoom) -> None:
    incident = desk.report()
    with stopped(other, AddNote(incident, "lambat")):
        assert desk.do(AddNote(incident, "cepat")).seq is not None
