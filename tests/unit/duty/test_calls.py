"""When a call of 110 is an alarm, climbs the ladder, and waits to be called back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from command_center.commands.calls import EscalateCall
from command_center.domain.calls import (
    CALLED_BACK,
    SETTING,
    WRAP_UP,
    CallOutcome,
    CallRules,
    Rung,
    is_stale,
    missed,
    rings,
    rules_of,
)
from command_center.domain.entities import as_fields, to_json
from command_center.domain.partner import CallState, PhoneCall
from command_center.domain.room import RoomSetting
from command_center.duty.calls import callbacks_due, climbing, unanswered_calls
from command_center.ports import RowsSnapshot
from command_center.situation.situation import Situation

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
RULES = CallRules()


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def call(id: str, **fields: Any) -> PhoneCall:
    blank = PhoneCall(
        id=id,
        version=1,
        source_id="110",
        call_id=f"c-{id}",
        caller_ref="ref-a",
        subject_id=None,
        called="110",
        state=CallState.RINGING,
        step=0,
        ringing_at=NOW,
        claimed_at=None,
        claimed_by=None,
        ended_at=None,
        incident_id=None,
        area_code=None,
        called_back_at=None,
        called_back_by=None,
        outcome="",
    )
    return replace(blank, **fields)


def room(*calls: PhoneCall, rules: CallRules | None = None) -> Situation:
    rows: dict[str, list[dict[str, Any]]] = {
        "phone_call": [to_json(as_fields(row)) for row in calls]
    }
    if rules is not None:
        kept = RoomSetting(SETTING, 1, rules.as_value())
        rows["room_setting"] = [to_json(as_fields(kept))]
    situation = Situation()
    situation.load(RowsSnapshot(0, bytes(32), "test", rows))
    return situation


@pytest.mark.parametrize(
    ("waited_s", "rung", "alarm"),
    [(0, 0, False), (9.9, 0, False), (10, 1, True), (25, 2, True), (30, 3, True), (90, 3, True)],
)
def test_a_ring_climbs_the_ladder_and_is_an_alarm_from_ten_seconds_on(
    waited_s: float, rung: int, alarm: bool
) -> None:
    situation = room(call("a", ringing_at=ago(waited_s)))
    assert [one.step for one in climbing(situation, NOW)] == ([rung] if rung else [])
    assert [due.subject_id for due in unanswered_calls(situation, NOW)] == ["a"] * alarm


def test_a_step_that_is_told_is_not_told_again() -> None:
    situation = room(call("a", ringing_at=ago(15), step=1))
    assert climbing(situation, NOW) == []
    assert climbing(situation, NOW + timedelta(seconds=5)) == [EscalateCall("a", 2)]


def test_a_ring_out_of_a_backlog_neither_rings_nor_climbs() -> None:
    old = call("a", ringing_at=ago(7200))
    situation = room(old)
    assert not rings(old, NOW, RULES)
    assert missed(old, NOW, RULES)
    assert climbing(situation, NOW) == []
    assert list(unanswered_calls(situation, NOW)) == []
    assert [due.subject_id for due in callbacks_due(situation, NOW)] == ["a"]


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({"ended_at": ago(299)}, False),
        ({"ended_at": ago(300)}, True),
        ({"ended_at": ago(900), "incident_id": "i-1"}, False),
        ({"ended_at": ago(900), "caller_ref": ""}, False),
        ({"ended_at": ago(900), "called_back_at": ago(500), "outcome": "reached"}, False),
        ({"ended_at": ago(900), "called_back_at": ago(500), "outcome": "no_answer"}, True),
        ({"ended_at": ago(900), "called_back_at": ago(200), "outcome": "no_answer"}, False),
    ],
)
def test_when_an_abandoned_call_is_overdue(fields: dict[str, Any], due: bool) -> None:
    lost = call("a", state=CallState.ABANDONED, ringing_at=ago(910), **fields)
    assert [one.subject_id for one in callbacks_due(room(lost), NOW)] == ["a"] * due


def test_who_called_again_and_was_answered_need_not_be_called_back() -> None:
    lost = call("a", state=CallState.ABANDONED, ringing_at=ago(900), ended_at=ago(890))
    again = call("b", state=CallState.CLAIMED, ringing_at=ago(600), claimed_at=ago(595))
    assert list(callbacks_due(room(lost, again), NOW)) == []
    other = replace(again, caller_ref="ref-b")
    assert len(list(callbacks_due(room(lost, other), NOW))) == 1
    earlier = replace(again, ringing_at=ago(1000))
    assert len(list(callbacks_due(room(lost, earlier), NOW))) == 1


def test_the_ladder_and_the_clocks_are_a_setting() -> None:
    rules = CallRules(ladder=(Rung("Polres", 4), Rung("Polda", 6)), callback_s=60)
    assert rules_of(rules.as_value()) == rules
    assert rules_of({}) == RULES
    situation = room(
        call("a", ringing_at=ago(5)),
        call("b", state=CallState.ABANDONED, ringing_at=ago(70), ended_at=ago(61)),
        rules=rules,
    )
    assert [due.params for due in unanswered_calls(situation, NOW)] == [{"seconds": "4"}]
    assert climbing(situation, NOW) == [EscalateCall("a", 1)]
    assert [due.subject_id for due in callbacks_due(situation, NOW)] == ["b"]


def test_a_claim_is_stale_when_nothing_came_of_it() -> None:
    held = call("a", state=CallState.CLAIMED, claimed_by="staff-ra", claimed_at=ago(181))
    assert is_stale(held, NOW, RULES)
    assert not is_stale(replace(held, claimed_at=ago(170)), NOW, RULES)
    assert not is_stale(replace(held, incident_id="i-1"), NOW, RULES)
    outside = replace(held, claimed_by=None)
    assert not is_stale(outside, NOW, RULES)
    assert not is_stale(replace(held, state=CallState.ENDED), NOW, RULES)


def test_every_outcome_says_how_a_call_or_a_call_back_went() -> None:
    assert set(WRAP_UP) | set(CALLED_BACK) | {CallOutcome.ELSEWHERE} == set(CallOutcome)
    assert not set(WRAP_UP) & set(CALLED_BACK)
