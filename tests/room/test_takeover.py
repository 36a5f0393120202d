"""Taking over somebody else's incident: asked, answered, passed by the clock, and taken back."""

from dataclasses import replace

import pytest

from command_center.commands.people import AddStaff, StaffLeaves
from command_center.commands.takeover import (
    AnswerTakeOver,
    AskTakeOver,
    PassTakeOver,
    WithdrawTakeOver,
)
from command_center.commands.triage import CloseIncident, TakeIncident
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import Disposition, TakeOver, TakeOverAnswer
from command_center.domain.room import Role
from command_center.domain.targets import Targets
from command_center.duty.takeovers import passing
from command_center.ports import Act
from tests.room.conftest import HandClock
from tests.room.desk import Desk

WHY = "saya sudah di sambungan dengan pelapor"
GRACE = Targets().take_over_s


def somebody(desk: Desk, name: str, role: Role = Role.OPERATOR) -> Act:
    added = desk.do(AddStaff(name, name.lower(), role), act=desk.room.console)
    id = str(added.result["staff_id"])
    return replace(desk.room.act, actor=id, workstation=f"meja-{name}", role=role.value)


@pytest.fixture
def dewi(desk: Desk) -> Act:
    return somebody(desk, "Dewi")


@pytest.fixture
def budi(desk: Desk) -> Act:
    return somebody(desk, "Budi")


@pytest.fixture
def incident(desk: Desk, dewi: Act) -> str:
    """Dewi's."""
    id = desk.report()
    desk.do(TakeIncident(id), act=dewi)
    return id


def owner(desk: Desk, id: str) -> str | None:
    return desk.incident(id).owner_id


def question(desk: Desk) -> TakeOver:
    rows: list[TakeOver] = list(desk.look().all("take_over"))
    return rows[-1]


def test_an_owner_gives_it_away(desk: Desk, dewi: Act, budi: Act, incident: str) -> None:
    asked = desk.do(AskTakeOver(incident, WHY), act=budi)
    assert owner(desk, incident) == dewi.actor
    row = question(desk)
    assert (row.asked_by, row.asked_of, row.reason) == (budi.actor, dewi.actor, WHY)
    assert (row.due_at - row.asked_at).total_seconds() == GRACE
    desk.do(AnswerTakeOver(str(asked.result["take_over_id"]), give=True), act=dewi)
    assert owner(desk, incident) == budi.actor
    assert question(desk).answer is TakeOverAnswer.PASSED


def test_an_owner_keeps_it_and_is_not_asked_by_the_clock_again(
    desk: Desk, dewi: Act, budi: Act, incident: str, clock: HandClock
) -> None:
    desk.do(AskTakeOver(incident, WHY), act=budi)
    desk.do(AnswerTakeOver(question(desk).id, give=False), act=dewi)
    clock.turn(GRACE + 1)
    assert passing(desk.look(), clock.now()) == []
    assert owner(desk, incident) == dewi.actor


def test_nobody_answers_and_the_clock_passes_it_once(
    desk: Desk, dewi: Act, budi: Act, incident: str, clock: HandClock
) -> None:
    desk.do(AskTakeOver(incident, WHY), act=budi)
    clock.turn(GRACE - 1)
    assert passing(desk.look(), clock.now()) == []
    desk.do(PassTakeOver(question(desk).id), act=desk.room.system)
    assert owner(desk, incident) == dewi.actor
    clock.turn(1)
    (due,) = passing(desk.look(), clock.now())
    desk.do(due, act=desk.room.system)
    assert owner(desk, incident) == budi.actor
    assert desk.do(due, act=desk.room.system).seq is None
    assert passing(desk.look(), clock.now()) == []


def test_only_the_clock_passes(desk: Desk, budi: Act, incident: str, clock: HandClock) -> None:
    desk.do(AskTakeOver(incident, WHY), act=budi)
    clock.turn(GRACE + 1)
    with pytest.raises(NotAllowed):
        desk.do(PassTakeOver(question(desk).id), act=budi)


def test_a_role_that_is_only_claimed_counts_for_nothing(
    desk: Desk, dewi: Act, budi: Act, incident: str
) -> None:
    desk.do(AskTakeOver(incident, WHY), act=replace(budi, role=Role.SHIFT_LEAD.value))
    assert owner(desk, incident) == dewi.actor
    assert question(desk).answer is None


def test_whoever_asked_takes_it_back(
    desk: Desk, dewi: Act, budi: Act, incident: str, clock: HandClock
) -> None:
    desk.do(AskTakeOver(incident, WHY), act=budi)
    with pytest.raises(NotAllowed):
        desk.do(WithdrawTakeOver(question(desk).id), act=dewi)
    desk.do(WithdrawTakeOver(question(desk).id), act=budi)
    with pytest.raises(Conflict) as caught:
        desk.do(AnswerTakeOver(question(desk).id, give=True), act=dewi)
    assert caught.value.params["by"] == budi.actor
    assert caught.value.params["theirs"] == {"answer": "withdrawn"}
    assert owner(desk, incident) == dewi.actor


def test_a_shift_lead_has_it_at_once_and_says_why(desk: Desk, dewi: Act, incident: str) -> None:
    lead = somebody(desk, "Rahmad", Role.SHIFT_LEAD)
    with pytest.raises(OperatorError, match="take_over_needs_reason"):
        desk.do(AskTakeOver(incident, "  "), act=lead)
    desk.do(AskTakeOver(incident, WHY), act=lead)
    assert owner(desk, incident) == lead.actor
    row = question(desk)
    assert (row.answer, row.asked_of, row.reason) == (TakeOverAnswer.PASSED, dewi.actor, WHY)


def test_a_lead_does_not_wait_for_another_question(
    desk: Desk, dewi: Act, budi: Act, incident: str
) -> None:
    lead = somebody(desk, "Rahmad", Role.SHIFT_LEAD)
    desk.do(AskTakeOver(incident, WHY), act=budi)
    desk.do(AskTakeOver(incident, "pelapor penting"), act=lead)
    assert owner(desk, incident) == lead.actor
    answers = {row.asked_by: row.answer for row in desk.look().all("take_over")}
    assert answers == {budi.actor: TakeOverAnswer.REFUSED, lead.actor: TakeOverAnswer.PASSED}


def test_the_second_to_ask_is_told_who_asked_first(
    desk: Desk, dewi: Act, budi: Act, incident: str
) -> None:
    desk.do(AskTakeOver(incident, WHY), act=budi)
    assert desk.do(AskTakeOver(incident, "sekali lagi"), act=budi).seq is None
    with pytest.raises(Conflict) as caught:
        desk.do(AskTakeOver(incident, WHY), act=somebody(desk, "Sari"))
    assert caught.value.params["by"] == budi.actor


def test_who_has_left_is_not_waited_for(desk: Desk, dewi: Act, budi: Act, incident: str) -> None:
    desk.do(StaffLeaves(dewi.actor), act=desk.room.console)
    desk.do(AskTakeOver(incident, WHY), act=budi)
    assert owner(desk, incident) == budi.actor


def test_an_incident_that_ends_ends_the_question(
    desk: Desk, dewi: Act, budi: Act, incident: str, clock: HandClock
) -> None:
    desk.do(AskTakeOver(incident, WHY), act=budi)
    desk.do(CloseIncident(incident, Disposition.RESOLVED), act=dewi)
    with pytest.raises(OperatorError, match="incident_not_open"):
        desk.do(AnswerTakeOver(question(desk).id, give=True), act=dewi)
    (due,) = passing(desk.look(), clock.now())
    desk.do(due, act=desk.room.system)
    assert question(desk).answer is TakeOverAnswer.WITHDRAWN
    assert owner(desk, incident) == dewi.actor


@pytest.mark.parametrize("giving", [True, False])
def test_an_answer_undone_leaves_no_question_behind(
    desk: Desk, dewi: Act, budi: Act, incident: str, clock: HandClock, giving: bool
) -> None:
    desk.do(AskTakeOver(incident, WHY), act=budi)
    id = question(desk).id
    op_id = desk.do(AnswerTakeOver(id, give=giving), act=dewi).op_id
    desk.do(Undo("take_over", id, op_id), act=dewi)
    assert owner(desk, incident) == dewi.actor
    clock.turn(GRACE + 1)
    assert passing(desk.look(), clock.now()) == []


def test_a_question_undone_is_taken_back(desk: Desk, budi: Act, incident: str) -> None:
    outcome = desk.do(AskTakeOver(incident, WHY), act=budi)
    desk.do(Undo("take_over", str(outcome.result["take_over_id"]), outcome.op_id), act=budi)
    assert question(desk).answer is TakeOverAnswer.WITHDRAWN


def test_a_lead_who_took_it_by_mistake_gives_it_back(desk: Desk, dewi: Act, incident: str) -> None:
    lead = somebody(desk, "Rahmad", Role.SHIFT_LEAD)
    outcome = desk.do(AskTakeOver(incident, WHY), act=lead)
    desk.do(Undo("take_over", str(outcome.result["take_over_id"]), outcome.op_id), act=lead)
    assert owner(desk, incident) == dewi.actor


def test_nobody_asks_for_what_is_free_or_their_own(desk: Desk, dewi: Act, incident: str) -> None:
    with pytest.raises(OperatorError, match="incident_already_yours"):
        desk.do(AskTakeOver(incident, WHY), act=dewi)
    with pytest.raises(OperatorError, match="incident_has_no_owner"):
        desk.do(AskTakeOver(desk.report(), WHY), act=dewi)


def test_a_stranger_answers_for_nobody(desk: Desk, budi: Act, incident: str) -> None:
    desk.do(AskTakeOver(incident, WHY), act=budi)
    with pytest.raises(NotAllowed):
        desk.do(AnswerTakeOver(question(desk).id, give=True), act=budi)
