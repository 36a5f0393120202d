"""A call of 110 in the room: events in any order, claims and takes, calling back, marks."""

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest

from command_center.commands.call_rules import SetCallRules
from command_center.commands.calls import (
    CallBack,
    CallEvent,
    ClaimCall,
    EndCall,
    EscalateCall,
    TakeCall,
)
from command_center.commands.intake import EnterCall
from command_center.commands.pranks import MarkPrank, StrikePrank
from command_center.domain.calls import CallOutcome, CallRules, CallStep, Rung, rules_of
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import Report, ReporterKind
from command_center.domain.partner import CallState, PhoneCall
from command_center.domain.room import Role
from command_center.ports import Act
from tests.room.conftest import HandClock
from tests.room.desk import Desk

SOURCE = "110"


def heard(
    desk: Desk, step: CallStep, call_id: str = "c-1", after_s: float = 0.0, ref: str = "ref-a"
) -> str:
    """The exchange's word, as of `after_s` from now; the room's id of the call."""
    at = desk.room.clock.now() + timedelta(seconds=after_s)
    command = CallEvent(SOURCE, call_id, step, ref, called="110", area="Klojen")
    outcome = desk.do(command, act=replace(desk.room.system, occurred_at=at))
    return str(outcome.result["call_id"])


def call(desk: Desk, id: str) -> PhoneCall:
    found: PhoneCall | None = desk.look().get("phone_call", id)
    assert found is not None
    return found


@pytest.fixture
def ringing(desk: Desk) -> str:
    return heard(desk, CallStep.RINGING)


@pytest.fixture
def dewi(desk: Desk) -> Act:
    return desk.person(Role.OPERATOR, "staff:dewi")


@pytest.fixture
def budi(desk: Desk) -> Act:
    return desk.person(Role.OPERATOR, "staff:budi")


WHOLE = (CallStep.RINGING, CallStep.CLAIMED_EXTERNALLY, CallStep.ENDED)
LOST = (CallStep.RINGING, CallStep.ABANDONED, CallStep.ENDED)


@pytest.mark.parametrize("story", [WHOLE, LOST], ids=["answered outside", "abandoned"])
def test_events_out_of_order_and_twice_tell_the_same_call(
    desk: Desk, story: tuple[CallStep, ...]
) -> None:
    told = list(enumerate(story))
    rows = []
    for number, order in enumerate(itertools.permutations(told)):
        for place, step in (*order, order[0]):
            id = heard(desk, step, f"c-{number}", place * 5.0)
        row = call(desk, id)
        rows.append(replace(row, id="", call_id="", version=1))
    assert all(row == rows[0] for row in rows)
    first = rows[0]
    assert first.state is (CallState.ENDED if story is WHOLE else CallState.ABANDONED)
    assert first.ringing_at == desk.room.clock.now()
    assert first.ended_at == first.ringing_at + timedelta(seconds=10 if story is WHOLE else 5)
    assert first.area_code is not None


def test_every_event_is_in_the_log_even_one_that_changes_nothing(desk: Desk) -> None:
    heard(desk, CallStep.RINGING)
    heard(desk, CallStep.RINGING)
    assert desk.kinds().count("call.event") == 2


def test_a_call_is_claimed_by_one(desk: Desk, ringing: str, dewi: Act, budi: Act) -> None:
    desk.do(ClaimCall(ringing), act=dewi)
    assert desk.do(ClaimCall(ringing), act=dewi).seq is None
    with pytest.raises(Conflict) as caught:
        desk.do(ClaimCall(ringing), act=budi)
    assert caught.value.params["by"] == dewi.actor
    row = call(desk, ringing)
    assert (row.state, row.claimed_by) == (CallState.CLAIMED, dewi.actor)


def test_a_rival_takes_within_the_grace_and_later_with_a_reason(
    desk: Desk, ringing: str, dewi: Act, budi: Act, clock: HandClock
) -> None:
    desk.do(ClaimCall(ringing), act=dewi)
    clock.turn(20)
    desk.do(TakeCall(ringing), act=budi)
    assert call(desk, ringing).claimed_by == budi.actor
    clock.turn(20.5)
    with pytest.raises(OperatorError, match="call_take_needs_reason"):
        desk.do(TakeCall(ringing, "  "), act=dewi)
    told = desk.do(TakeCall(ringing, "Budi ke toilet"), act=dewi).result
    assert (told["taken_from"], told["reason"]) == (budi.actor, "Budi ke toilet")
    assert call(desk, ringing).claimed_by == dewi.actor


def test_a_call_that_is_over_is_neither_claimed_nor_taken(
    desk: Desk, ringing: str, dewi: Act
) -> None:
    heard(desk, CallStep.ABANDONED, after_s=8)
    with pytest.raises(OperatorError, match="call_is_over"):
        desk.do(ClaimCall(ringing), act=dewi)
    with pytest.raises(OperatorError, match="call_not_claimed"):
        desk.do(TakeCall(ringing), act=dewi)


def test_who_claimed_here_keeps_it_when_somebody_outside_answers_too(
    desk: Desk, ringing: str, dewi: Act
) -> None:
    desk.do(ClaimCall(ringing), act=dewi)
    heard(desk, CallStep.CLAIMED_EXTERNALLY, after_s=2)
    row = call(desk, ringing)
    assert (row.claimed_by, row.outcome) == (dewi.actor, "elsewhere")


def test_what_a_person_wrote_of_a_talk_outlives_a_late_event(
    desk: Desk, ringing: str, dewi: Act
) -> None:
    desk.do(ClaimCall(ringing), act=dewi)
    desk.do(EndCall(ringing, CallOutcome.INFORMATION), act=dewi)
    heard(desk, CallStep.ABANDONED, after_s=1)
    row = call(desk, ringing)
    assert (row.state, row.outcome) == (CallState.ENDED, "information")


def test_the_form_s_incident_is_the_call_s(desk: Desk, ringing: str, dewi: Act) -> None:
    desk.do(ClaimCall(ringing), act=dewi)
    command = EnterCall("laka_lantas", "dua motor", "Jl. Ijen", phone_call=ringing)
    made = desk.do(command, act=dewi).result
    row = call(desk, ringing)
    assert (row.incident_id, row.outcome) == (made["incident_id"], "incident")
    report: Report | None = desk.look().get("report", str(made["report_id"]))
    assert report is not None
    assert (report.channel, report.reporter_ref) == ("call", "ref-a")


def test_an_anonymous_caller_is_not_tied_to_the_incident(
    desk: Desk, ringing: str, dewi: Act
) -> None:
    command = EnterCall("laka_lantas", "x", "", reporter=ReporterKind.ANONYMOUS, phone_call=ringing)
    made = desk.do(command, act=dewi).result
    report: Report | None = desk.look().get("report", str(made["report_id"]))
    assert report is not None
    assert (report.reporter_ref, report.subject_id) == ("", None)
    assert (call(desk, ringing).incident_id, call(desk, ringing).outcome) == (None, "incident")


def test_a_call_unknown_here_does_not_keep_its_incident_out(desk: Desk, dewi: Act) -> None:
    made = desk.do(EnterCall("laka_lantas", "x", "", phone_call="nobody"), act=dewi)
    assert made.result["incident_id"]


def test_calling_back_in_vain_leaves_it_on_the_list(
    desk: Desk, ringing: str, dewi: Act, budi: Act, clock: HandClock
) -> None:
    heard(desk, CallStep.ABANDONED, after_s=8)
    desk.do(CallBack(ringing, CallOutcome.NO_ANSWER), act=dewi)
    clock.turn(60)
    desk.do(CallBack(ringing, CallOutcome.REACHED), act=budi)
    row = call(desk, ringing)
    assert (row.called_back_by, row.called_back_at) == (budi.actor, clock.now())
    with pytest.raises(Conflict):
        desk.do(CallBack(ringing, CallOutcome.REACHED), act=dewi)


def test_an_answered_call_is_not_called_back(desk: Desk, ringing: str, dewi: Act) -> None:
    desk.do(ClaimCall(ringing), act=dewi)
    with pytest.raises(OperatorError, match="call_was_answered"):
        desk.do(CallBack(ringing, CallOutcome.REACHED), act=dewi)
    with pytest.raises(OperatorError, match="call_outcome_wrong"):
        desk.do(EndCall(ringing, CallOutcome.REACHED), act=dewi)


def test_a_mark_is_shown_and_changes_nothing(desk: Desk, ringing: str, dewi: Act) -> None:
    mark = desk.do(MarkPrank(ringing, "tertawa lalu ditutup"), act=dewi).result["mark_id"]
    heard(desk, CallStep.RINGING, "c-2", after_s=60)
    command = EnterCall("laka_lantas", "ada korban luka", "Jl. Ijen", phone_call=ringing)
    made = str(desk.do(command, act=dewi).result["incident_id"])
    plain = desk.do(EnterCall("laka_lantas", "ada korban luka", "Jl. Ijen"), act=dewi).result
    other = desk.incident(str(plain["incident_id"]))
    assert desk.incident(made).priority == other.priority
    assert [row.state for row in desk.look().all("phone_call")][-1] is CallState.RINGING
    desk.do(StrikePrank(str(mark), "anaknya sudah minta maaf"), act=dewi)
    (row,) = desk.look().all("prank_mark")
    assert (row.caller_ref, row.struck_at) == ("ref-a", desk.room.clock.now())


def test_a_mark_needs_a_number_and_a_reason(desk: Desk, dewi: Act) -> None:
    hidden = heard(desk, CallStep.RINGING, "c-9", ref="")
    with pytest.raises(OperatorError, match="call_without_number"):
        desk.do(MarkPrank(hidden, "iseng"), act=dewi)
    with pytest.raises(OperatorError, match="prank_needs_reason"):
        desk.do(MarkPrank(hidden, " "), act=dewi)


def test_earlier_calls_are_read_however_long_ago(desk: Desk, clock: HandClock) -> None:
    first = heard(desk, CallStep.RINGING, "c-1")
    clock.turn(1)
    other = heard(desk, CallStep.RINGING, "c-2", ref="ref-b")
    clock.turn(80 * 86_400)
    heard(desk, CallStep.ABANDONED, "c-2", ref="ref-b")
    last = heard(desk, CallStep.RINGING, "c-3")
    history = desk.room.database.history
    before = history.calls_before(call(desk, last), 10)
    assert [one.id for one in before.of_number] == [first]
    assert before.of_number[0] == call(desk, first)
    assert [one.id for one in before.of_place] == [other, first]
    assert len(history.calls_before(call(desk, last), 1).of_place) == 1
    hidden = heard(desk, CallStep.RINGING, "c-4", ref="")
    assert history.calls_before(call(desk, hidden), 10).of_number == ()


def test_the_ladder_goes_up_only_and_only_while_it_rings(desk: Desk, ringing: str) -> None:
    desk.do(EscalateCall(ringing, 2), act=desk.room.system)
    desk.do(EscalateCall(ringing, 1), act=desk.room.system)
    assert call(desk, ringing).step == 2
    desk.do(ClaimCall(ringing))
    desk.do(EscalateCall(ringing, 3), act=desk.room.system)
    assert call(desk, ringing).step == 2


def test_the_ladder_is_the_room_s_setting(desk: Desk) -> None:
    lead = desk.person(Role.SHIFT_LEAD)
    rules = CallRules(ladder=(Rung("Polres", 12), Rung("Polda", 8)), callback_s=120)
    desk.do(SetCallRules(rules), act=lead)
    (kept,) = desk.look().all("room_setting")
    assert rules_of(kept.value) == rules
    with pytest.raises(Conflict):
        desk.do(SetCallRules(CallRules()), act=lead)
    desk.do(SetCallRules(CallRules(), kept.version), act=lead)
    with pytest.raises(NotAllowed):
        desk.do(SetCallRules(rules, 2), act=desk.person(Role.OPERATOR))
    for wrong in (CallRules(ladder=()), CallRules(ladder=(Rung("", 10),)), CallRules(grace_s=-1)):
        with pytest.raises(OperatorError, match="call_ladder_wrong"):
            desk.do(SetCallRules(wrong, 2), act=lead)
