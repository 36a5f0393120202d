"""One person asks for another's incident: given, refused, taken back, or passed when time is up.

Who owns it has the grace of `Targets.take_over_s` to answer. Somebody who has left the room cannot
answer and is not waited for; who is merely away from the keyboard is, for the grace is short.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.commands.room_clocks import room_targets
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import Incident, TakeOver, TakeOverAnswer
from command_center.domain.permissions import Permission, allowed
from command_center.domain.room import Role, Staff
from command_center.ports import UnitOfWork

REASON_LONGEST = 200


@dataclass(frozen=True, slots=True)
class AskTakeOver:
    """Ask the owner for the incident and say why. Whoever leads the shift has it at once."""

    incident_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class AnswerTakeOver:
    """The owner, or whoever leads the shift, gives the incident away or keeps it."""

    take_over_id: str
    give: bool


@dataclass(frozen=True, slots=True)
class WithdrawTakeOver:
    """Whoever asked needs it no longer."""

    take_over_id: str


@dataclass(frozen=True, slots=True)
class PassTakeOver:
    """The clockwork's: the grace is over, or there is nothing to be passed any more."""

    take_over_id: str


@verb(AskTakeOver, "take_over.asked", Permission.TRIAGE)
def ask(work: UnitOfWork, command: AskTakeOver, ctx: Context) -> Result:
    reason = command.reason.strip()
    if not reason:
        raise OperatorError("take_over_needs_reason")
    if len(reason) > REASON_LONGEST:
        raise OperatorError("text_too_long", limit=REASON_LONGEST)
    incident = work.get(Incident, command.incident_id)
    if not incident.is_open:
        raise OperatorError("incident_not_open", number=incident.number, status=incident.status)
    if incident.owner_id == ctx.act.actor:
        raise OperatorError("incident_already_yours")
    if incident.owner_id is None:
        raise OperatorError("incident_has_no_owner", number=incident.number)
    for standing in work.find(TakeOver, incident_id=incident.id, answer=None):
        if standing.asked_by == ctx.act.actor:
            return _told(standing, passed=False)
        _demand_first(standing, ctx)
        _settle(work, standing, TakeOverAnswer.REFUSED, ctx)
    at_once = _leads(ctx) or _is_gone(work, incident.owner_id)
    grace_s = 0.0 if at_once else room_targets(work).take_over_s
    row = _new(incident, incident.owner_id, reason, ctx, grace_s)
    work.add(row)
    if at_once:
        work.change(incident, owner_id=ctx.act.actor, claimed_at=ctx.at)
    return _told(row, passed=at_once)


def _new(incident: Incident, owner_id: str, reason: str, ctx: Context, grace_s: float) -> TakeOver:
    at_once = grace_s == 0.0
    return TakeOver(
        id=ctx.new_id(),
        version=1,
        incident_id=incident.id,
        asked_by=ctx.act.actor,
        asked_of=owner_id,
        reason=reason,
        asked_at=ctx.now,
        due_at=ctx.now + timedelta(seconds=grace_s),
        answer=TakeOverAnswer.PASSED if at_once else None,
        answered_at=ctx.now if at_once else None,
        answered_by=ctx.act.actor if at_once else None,
    )


def _demand_first(standing: TakeOver, ctx: Context) -> None:
    """One question stands at a time; a lead need not wait for it."""
    if not _leads(ctx):
        by, at = standing.asked_by, standing.asked_at
        raise Conflict("take_over", standing.id, by=by, at=at, theirs={"asked_by": by})


@verb(AnswerTakeOver, "take_over.answered", Permission.TRIAGE)
def answer(work: UnitOfWork, command: AnswerTakeOver, ctx: Context) -> Result:
    row = work.get(TakeOver, command.take_over_id)
    if ctx.act.actor != row.asked_of and not _leads(ctx):
        raise NotAllowed("not_allowed", role=ctx.act.role, permission=Permission.REASSIGN.value)
    wanted = TakeOverAnswer.PASSED if command.give else TakeOverAnswer.REFUSED
    if row.answer is not None:
        return _as_answered(work, row, wanted)
    if command.give:
        _hand_over(work, row, ctx)
    else:
        _settle(work, row, TakeOverAnswer.REFUSED, ctx)
    return _told(row, passed=command.give)


@verb(WithdrawTakeOver, "take_over.withdrawn", Permission.TRIAGE)
def withdraw(work: UnitOfWork, command: WithdrawTakeOver, ctx: Context) -> Result:
    row = work.get(TakeOver, command.take_over_id)
    if ctx.act.actor != row.asked_by:
        raise NotAllowed("not_allowed", role=ctx.act.role, permission=Permission.REASSIGN.value)
    if row.answer is not None:
        return _as_answered(work, row, TakeOverAnswer.WITHDRAWN)
    _settle(work, row, TakeOverAnswer.WITHDRAWN, ctx)
    return _told(row, passed=False)


@verb(PassTakeOver, "take_over.passed", Permission.RUN_CLOCKWORK)
def pass_on(work: UnitOfWork, command: PassTakeOver, ctx: Context) -> Result:
    row = work.get(TakeOver, command.take_over_id)
    incident = work.get(Incident, row.incident_id)
    stands = incident.is_open and incident.owner_id == row.asked_of
    if row.answer is None and not stands:
        _settle(work, row, TakeOverAnswer.WITHDRAWN, ctx)
    elif row.answer is None and ctx.now >= row.due_at:
        _hand_over(work, row, ctx)
        return _told(row, passed=True)
    return _told(row, passed=False)


def _hand_over(work: UnitOfWork, row: TakeOver, ctx: Context) -> None:
    incident = work.get(Incident, row.incident_id)
    if incident.owner_id != row.asked_of:
        raise lost_to(work, "incident", incident.id, "owner_id", owner_id=incident.owner_id)
    if not incident.is_open:
        raise OperatorError("incident_not_open", number=incident.number, status=incident.status)
    _settle(work, row, TakeOverAnswer.PASSED, ctx)
    work.change(incident, owner_id=row.asked_by, claimed_at=ctx.at)


def _settle(work: UnitOfWork, row: TakeOver, how: TakeOverAnswer, ctx: Context) -> None:
    work.change(row, answer=how, answered_at=ctx.now, answered_by=ctx.act.actor)


def _as_answered(work: UnitOfWork, row: TakeOver, wanted: TakeOverAnswer) -> Result:
    """It was answered first by somebody else, or by the clock: the same way, or not."""
    if row.answer is wanted:
        return _told(row, passed=wanted is TakeOverAnswer.PASSED)
    stands = row.answer.value if row.answer else None
    raise lost_to(work, "take_over", row.id, "answer", answer=stands)


def _leads(ctx: Context) -> bool:
    return allowed(Role(ctx.act.role), Permission.REASSIGN)


def _is_gone(work: UnitOfWork, staff_id: str) -> bool:
    """Nobody waits for an answer of who has left, or is a machine."""
    known = work.find(Staff, id=staff_id)
    return not known or known[0].left_at is not None or known[0].role is Role.SYSTEM


def _told(row: TakeOver, *, passed: bool) -> Result:
    """Every entry names both people and the incident: a timeline shows one entry at a time."""
    return {
        "take_over_id": row.id,
        "incident_id": row.incident_id,
        "asked_by": row.asked_by,
        "asked_of": row.asked_of,
        "passed": passed,
    }
