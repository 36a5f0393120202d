"""What is due about calls of 110: unanswered ones, the ladder's next step, calling back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from command_center.commands.calls import EscalateCall
from command_center.domain.calls import SETTING, CallRules, rings, rules_of, waits_since
from command_center.domain.partner import CallState, PhoneCall
from command_center.domain.room import AlarmType
from command_center.duty.due import Due
from command_center.situation.situation import Situation


def call_rules(situation: Situation) -> CallRules:
    """As this room has set them."""
    kept = situation.get("room_setting", SETTING)
    return rules_of(kept.value) if kept is not None else CallRules()


def unanswered_calls(situation: Situation, now: datetime) -> Iterator[Due]:
    """Calls that ring for longer than a call may."""
    rules = call_rules(situation)
    for call in situation.all("phone_call"):
        if rings(call, now, rules) and (now - call.ringing_at).total_seconds() >= rules.answer_s:
            params = {"seconds": str(rules.answer_s)}
            yield Due(AlarmType.CALL_UNANSWERED, "phone_call", call.id, params)


def callbacks_due(situation: Situation, now: datetime) -> Iterator[Due]:
    """Missed calls that nobody called back in time."""
    rules = call_rules(situation)
    for since, call in waiting_calls(situation, now, rules):
        if (now - since).total_seconds() >= rules.callback_s:
            params = {"minutes": str(rules.callback_s // 60)}
            yield Due(AlarmType.CALLBACK_DUE, "phone_call", call.id, params)


def waiting_calls(
    situation: Situation, now: datetime, rules: CallRules
) -> Iterator[tuple[datetime, PhoneCall]]:
    """Missed calls to be called back, and since when; not those whose number called again and was
    answered."""
    missed = [
        (since, call)
        for call in situation.all("phone_call")
        if (since := waits_since(call, now, rules)) is not None
    ]
    answered: dict[str, datetime] = {}
    for call in situation.all("phone_call") if missed else ():
        if call.claimed_at is not None and call.state is not CallState.ABANDONED:
            before = answered.get(call.caller_ref, call.ringing_at)
            answered[call.caller_ref] = max(before, call.ringing_at)
    for since, call in missed:
        if answered.get(call.caller_ref, call.ringing_at) <= call.ringing_at:
            yield since, call


def climbing(situation: Situation, now: datetime) -> list[EscalateCall]:
    """Calls that have come to a further step of the ladder than the log says."""
    rules = call_rules(situation)
    return [
        EscalateCall(call.id, step)
        for call in situation.all("phone_call")
        if rings(call, now, rules)
        and (step := rules.rung_at((now - call.ringing_at).total_seconds())) > call.step
    ]
