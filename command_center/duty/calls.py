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
        waited_s = (now - call.ringing_at).total_seconds()
        if waited_s >= rules.answer_s and rings(call, now, rules):
            params = {"seconds": str(rules.answer_s)}
            yield Due(AlarmType.CALL_UNANSWERED, "phone_call", call.id, params)


def callbacks_due(situation: Situation, now: datetime) -> Iterator[Due]:
    """Missed calls that nobody called back in time."""
    rules = call_rules(situation)
    for call in situation.all("phone_call"):
        since = waits_since(call, now, rules)
        if since is None or (now - since).total_seconds() < rules.callback_s:
            continue
        if answered_since(situation, call) is None:
            params = {"minutes": str(rules.callback_s // 60)}
            yield Due(AlarmType.CALLBACK_DUE, "phone_call", call.id, params)


def answered_since(situation: Situation, missed: PhoneCall) -> PhoneCall | None:
    """A later call of the same number that somebody answered: it need not be called back."""
    return next(
        (
            call
            for call in situation.all("phone_call")
            if call.caller_ref == missed.caller_ref
            and call.ringing_at > missed.ringing_at
            and call.claimed_at is not None
            and call.state is not CallState.ABANDONED
        ),
        None,
    )


def climbing(situation: Situation, now: datetime) -> list[EscalateCall]:
    """Calls that have come to a further step of the ladder than the log says."""
    rules = call_rules(situation)
    return [
        EscalateCall(call.id, step)
        for call in situation.all("phone_call")
        if rings(call, now, rules)
        and (step := rules.rung_at((now - call.ringing_at).total_seconds())) > call.step
    ]
