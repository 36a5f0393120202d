"""Who was wrong before, read from the room's whole past: counted, dated, and nobody's verdict."""

from dataclasses import replace
from datetime import timedelta

import pytest

from command_center.commands.calls import CallEvent, ClaimCall
from command_center.commands.intake import EnterCall, ReceiveReport
from command_center.commands.pranks import MarkPrank, StrikePrank
from command_center.commands.triage import CloseIncident, ReopenIncident
from command_center.domain.calls import CallStep
from command_center.domain.incident import Disposition
from command_center.ports import FalseReport
from tests.room.conftest import HandClock
from tests.room.desk import Desk

DAY_S = 86_400
ANI, BUDI = "ref-ani", "ref-budi"


def rung(desk: Desk, call_id: str, ref: str = ANI) -> str:
    command = CallEvent("110", call_id, CallStep.RINGING, ref, called="110", area="Klojen")
    at = desk.room.clock.now()
    told = desk.do(command, act=replace(desk.room.system, occurred_at=at)).result
    id = str(told["call_id"])
    desk.do(ClaimCall(id))
    return id


def ended(desk: Desk, incident_id: str, how: Disposition = Disposition.FALSE_REPORT) -> str:
    desk.do(CloseIncident(incident_id, how))
    return incident_id


def called(desk: Desk, call_id: str, ref: str = ANI) -> str:
    """A call and what it led to."""
    command = EnterCall("lainnya", f"isi {call_id}", "", phone_call=rung(desk, call_id, ref))
    return str(desk.do(command).result["incident_id"])


def asked(desk: Desk, *refs: str, days: int = 90) -> list[FalseReport]:
    since = desk.room.clock.now() - timedelta(days=days)
    return list(desk.room.database.history.false_reports(refs, since))


def test_only_what_was_found_false_is_counted_and_only_of_the_asked(desk: Desk) -> None:
    first = ended(desk, called(desk, "c-1"))
    ended(desk, called(desk, "c-2"), Disposition.RESOLVED)
    ended(desk, called(desk, "c-3", BUDI))
    called(desk, "c-4")
    found = asked(desk, ANI)
    assert [(one.caller_ref, one.incident_id, one.marked) for one in found] == [(ANI, first, False)]
    assert found[0].at == desk.room.clock.now()
    assert {one.caller_ref for one in asked(desk, ANI, BUDI)} == {ANI, BUDI}
    assert asked(desk) == asked(desk, "") == asked(desk, "nobody") == []


def test_what_the_window_forgot_long_ago_counts_until_its_days_are_over(
    desk: Desk, clock: HandClock
) -> None:
    old = ended(desk, called(desk, "c-1"), Disposition.PRANK)
    clock.turn(60 * DAY_S)
    new = ended(desk, called(desk, "c-2"))
    assert [one.incident_id for one in asked(desk, ANI)] == [new, old]
    clock.turn(31 * DAY_S)
    assert [one.incident_id for one in asked(desk, ANI)] == [new]


def test_a_marked_call_counts_once_and_not_when_the_mark_is_struck(desk: Desk) -> None:
    call = rung(desk, "c-1")
    told = desk.do(EnterCall("lainnya", "tertawa", "", phone_call=call)).result
    ended(desk, str(told["incident_id"]), Disposition.PRANK)
    mark = str(desk.do(MarkPrank(call, "tertawa")).result["mark_id"])
    assert [(one.marked, one.incident_id) for one in asked(desk, ANI)] == [
        (True, told["incident_id"])
    ]
    desk.do(StrikePrank(mark, "salah orang"))
    assert asked(desk, ANI) == []


def test_what_is_opened_again_is_false_no_more(desk: Desk) -> None:
    incident = ended(desk, called(desk, "c-1"))
    assert len(asked(desk, ANI)) == 1
    desk.do(ReopenIncident(incident))
    assert asked(desk, ANI) == []


@pytest.mark.parametrize("ref", [ANI, ""])
def test_reports_of_other_channels_count_by_who_sent_them(desk: Desk, ref: str) -> None:
    report = ReceiveReport("110", "r-1", "lainnya", "bohong", reporter_ref=ref)
    told = desk.do(report, act=desk.room.system).result
    ended(desk, str(told["incident_id"]))
    assert len(asked(desk, ANI)) == (1 if ref else 0)


def test_whoever_sees_it_decides_nothing_by_it(desk: Desk) -> None:
    """The next call of the same number is ranked as any other."""
    ended(desk, called(desk, "c-1"), Disposition.PRANK)
    again, other = called(desk, "c-2"), called(desk, "c-3", BUDI)
    rows = [desk.look().incident(id) for id in (again, other)]
    assert rows[0] is not None
    assert rows[1] is not None
    assert rows[0].priority is rows[1].priority
    assert rows[0].is_open
