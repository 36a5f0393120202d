"""Calls of 110: what the exchange tells of them, who has them, and who calls back.

The exchange's events come late, twice and in any order: what a call is, is worked out so that the
order does not matter. No number is in a command: the gate seals it and gives a `caller_ref`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.calls import (
    CALLED_BACK,
    SETTING,
    WRAP_UP,
    CallOutcome,
    CallRules,
    CallStep,
    rules_of,
)
from command_center.domain.errors import OperatorError
from command_center.domain.partner import CallState, PhoneCall
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.ports import UnitOfWork

REASON_LONGEST = 200
CHANNEL = "call"
CALL_ID_LONGEST, CALLED_LONGEST = 200, 60
_OVER = {CallState.RINGING: 0, CallState.CLAIMED: 1, CallState.ENDED: 2, CallState.ABANDONED: 3}
"""Whatever comes later in this order counts, whichever is heard first: a call that somebody hung up
unheard stays one to call back, even if the exchange says "ended" of it, too."""


@dataclass(frozen=True, slots=True)
class CallEvent:
    """What the exchange says of its call `call_id`, at the command's own time. `caller_ref` tells
    numbers apart, the number is sealed under `subject_id`; `area` where the caller is, if known."""

    source_id: str
    call_id: str
    event: CallStep
    caller_ref: str = ""
    subject_id: str | None = None
    called: str = ""
    area: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class ClaimCall:
    """This desk answers it. `id` is the room's own of the call."""

    id: str


@dataclass(frozen=True, slots=True)
class TakeCall:
    """From whoever claimed it: without a reason within the grace, afterwards with one."""

    id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EndCall:
    """The talk is over and this came of it; also what is written after the exchange ended it."""

    id: str
    outcome: CallOutcome


@dataclass(frozen=True, slots=True)
class CallBack:
    """A missed call was called back. One in vain stays on the list with a new clock."""

    id: str
    outcome: CallOutcome


@dataclass(frozen=True, slots=True)
class EscalateCall:
    """The clockwork's: the ladder rings its next step, 0 being the first."""

    id: str
    step: int


@verb(CallEvent, "call.event", Permission.TAKE_REPORTS, always_logged=True)
def call_event(work: UnitOfWork, command: CallEvent, ctx: Context) -> Result:
    if not 0 < len(command.call_id) <= CALL_ID_LONGEST:
        raise OperatorError("text_too_long", limit=CALL_ID_LONGEST)
    known = work.find(PhoneCall, source_id=command.source_id, call_id=command.call_id)
    if known:
        call = work.change(known[0], **_more(known[0], command, ctx))
    else:
        call = _new(command, ctx)
        work.add(call)
    return {**_told(call), "event": command.event.value}


def _new(command: CallEvent, ctx: Context) -> PhoneCall:
    blank = PhoneCall(
        id=ctx.new_id(),
        version=1,
        source_id=command.source_id,
        call_id=command.call_id,
        caller_ref=command.caller_ref,
        subject_id=command.subject_id,
        called=command.called[:CALLED_LONGEST],
        state=CallState.RINGING,
        step=0,
        ringing_at=ctx.at,
        claimed_at=None,
        claimed_by=None,
        ended_at=None,
        incident_id=None,
        area_code=ctx.city.area_named(command.area) if command.area else None,
        called_back_at=None,
        called_back_by=None,
        outcome="",
    )
    return replace(blank, **_more(blank, command, ctx))


def _more(call: PhoneCall, command: CallEvent, ctx: Context) -> dict[str, Any]:
    """What the event adds to what is known of the call. Of two times the earlier one counts."""
    said = _STATES[command.event]
    settled = call.state is CallState.ENDED and call.outcome in WRAP_UP
    state = call.state if settled else max(call.state, said, key=_OVER.__getitem__)
    fields: dict[str, Any] = {"state": state, "ringing_at": min(call.ringing_at, ctx.at)}
    if said in (CallState.ENDED, CallState.ABANDONED):
        fields["ended_at"] = ctx.at if call.ended_at is None else min(call.ended_at, ctx.at)
    if said is CallState.CLAIMED:
        fields |= _claimed_outside(call, ctx)
    for name, value in (
        ("caller_ref", command.caller_ref),
        ("subject_id", command.subject_id),
        ("called", command.called[:CALLED_LONGEST]),
    ):
        if value and not getattr(call, name):
            fields[name] = value
    if command.area and call.area_code is None:
        fields["area_code"] = ctx.city.area_named(command.area)
    return fields


def _claimed_outside(call: PhoneCall, ctx: Context) -> dict[str, Any]:
    """Nobody here loses what they claimed: both are told."""
    if call.claimed_by is not None:
        return {} if call.outcome else {"outcome": CallOutcome.ELSEWHERE.value}
    return {"claimed_at": min(call.claimed_at or ctx.at, ctx.at)}


_STATES = {
    CallStep.RINGING: CallState.RINGING,
    CallStep.CLAIMED_EXTERNALLY: CallState.CLAIMED,
    CallStep.ENDED: CallState.ENDED,
    CallStep.ABANDONED: CallState.ABANDONED,
}


@verb(ClaimCall, "call.claimed", Permission.TAKE_REPORTS)
def claim(work: UnitOfWork, command: ClaimCall, ctx: Context) -> Result:
    call = work.get(PhoneCall, command.id)
    if call.claimed_by == ctx.act.actor and call.state is CallState.CLAIMED:
        return _told(call)
    if call.state is CallState.CLAIMED:
        raise lost_to(work, "phone_call", call.id, "claimed_at", claimed_by=call.claimed_by)
    if call.state is not CallState.RINGING:
        raise OperatorError("call_is_over")
    call = work.change(call, state=CallState.CLAIMED, claimed_at=ctx.now, claimed_by=ctx.act.actor)
    return _told(call)


@verb(TakeCall, "call.taken", Permission.TAKE_REPORTS)
def take(work: UnitOfWork, command: TakeCall, ctx: Context) -> Result:
    call = work.get(PhoneCall, command.id)
    reason = command.reason.strip()[:REASON_LONGEST]
    if call.state is not CallState.CLAIMED or call.claimed_at is None:
        raise OperatorError("call_not_claimed")
    if call.claimed_by == ctx.act.actor:
        return _told(call)
    grace = timedelta(seconds=call_rules(work).grace_s)
    if not reason and ctx.now - call.claimed_at > grace:
        raise OperatorError("call_take_needs_reason")
    taken_from = call.claimed_by
    call = work.change(call, claimed_by=ctx.act.actor, claimed_at=ctx.now)
    return {**_told(call), "taken_from": taken_from, "reason": reason}


@verb(EndCall, "call.ended", Permission.TAKE_REPORTS)
def end(work: UnitOfWork, command: EndCall, ctx: Context) -> Result:
    call = work.get(PhoneCall, command.id)
    if command.outcome not in WRAP_UP:
        raise OperatorError("call_outcome_wrong")
    if call.state in (CallState.RINGING, CallState.ABANDONED):
        raise OperatorError("call_not_claimed")
    call = work.change(
        call,
        state=CallState.ENDED,
        ended_at=call.ended_at or ctx.now,
        outcome=command.outcome.value,
    )
    return _told(call)


@verb(CallBack, "call.called_back", Permission.TAKE_REPORTS)
def call_back(work: UnitOfWork, command: CallBack, ctx: Context) -> Result:
    call = work.get(PhoneCall, command.id)
    if command.outcome not in CALLED_BACK:
        raise OperatorError("call_outcome_wrong")
    if call.state not in (CallState.ABANDONED, CallState.RINGING):
        raise OperatorError("call_was_answered")
    if call.called_back_at is not None and call.outcome != CallOutcome.NO_ANSWER:
        if call.called_back_by == ctx.act.actor and call.outcome == command.outcome:
            return _told(call)
        raise lost_to(work, "phone_call", call.id, "called_back_at", outcome=call.outcome)
    call = work.change(
        call,
        called_back_at=ctx.now,
        called_back_by=ctx.act.actor,
        outcome=command.outcome.value,
    )
    return _told(call)


@verb(EscalateCall, "call.escalated", Permission.RUN_CLOCKWORK)
def escalate(work: UnitOfWork, command: EscalateCall, ctx: Context) -> Result:
    call = work.get(PhoneCall, command.id)
    if call.state is CallState.RINGING and command.step > call.step:
        call = work.change(call, step=command.step)
    return {**_told(call), "step": call.step}


def call_rules(work: UnitOfWork) -> CallRules:
    """As this room has set them."""
    kept = work.find(RoomSetting, id=SETTING)
    return rules_of(kept[0].value) if kept else CallRules()


@dataclass(frozen=True, slots=True)
class Caller:
    """Who reported by telephone, told apart and sealed but not named."""

    channel: str = ""
    ref: str = ""
    subject_id: str | None = None


NOBODY = Caller()


def caller_of(work: UnitOfWork, call_id: str, *, anonymous: bool) -> Caller:
    """Of the room's call of that id; nothing of who reports anonymously."""
    found = work.find(PhoneCall, id=call_id) if call_id else []
    if not found:
        return NOBODY
    if anonymous:
        return Caller(CHANNEL)
    return Caller(CHANNEL, found[0].caller_ref, found[0].subject_id)


def link_call(work: UnitOfWork, call_id: str, incident_id: str | None, ctx: Context) -> None:
    """The call led to this incident (None: one whose reporter is anonymous); the first one it led
    to stays its own. A desk out of reach may name a call that is not known here."""
    found = work.find(PhoneCall, id=call_id) if call_id else []
    if not found or found[0].incident_id is not None:
        return
    call = found[0]
    if call.state is CallState.ABANDONED:
        work.change(
            call,
            incident_id=incident_id,
            outcome=CallOutcome.REACHED.value,
            called_back_at=call.called_back_at or ctx.now,
            called_back_by=call.called_back_by or ctx.act.actor,
        )
    else:
        work.change(call, incident_id=incident_id, outcome=CallOutcome.INCIDENT.value)


def _told(call: PhoneCall) -> dict[str, Any]:
    return {"call_id": call.id, "incident_id": call.incident_id, "state": call.state.value}
