"""Marks on numbers that called for a joke: shown with the next call, and nothing more. No mark ever
lowers a priority, hides a call or keeps it from ringing."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.partner import PhoneCall, PrankMark
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

REASON_LONGEST = 200


@dataclass(frozen=True, slots=True)
class MarkPrank:
    """The number of this call, and why. `call_id` is the room's own of the call."""

    call_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class StrikePrank:
    """It was no joke, or is long ago: the mark is shown no more."""

    mark_id: str
    reason: str


@verb(MarkPrank, "prank.marked", Permission.TAKE_REPORTS)
def mark_prank(work: UnitOfWork, command: MarkPrank, ctx: Context) -> Result:
    reason = _reason(command.reason)
    call = work.get(PhoneCall, command.call_id)
    if not call.caller_ref:
        raise OperatorError("call_without_number")
    mark = PrankMark(
        id=ctx.new_id(),
        version=1,
        caller_ref=call.caller_ref,
        call_id=call.id,
        reason=reason,
        marked_at=ctx.now,
        marked_by=ctx.act.actor,
        struck_at=None,
    )
    work.add(mark)
    return {"mark_id": mark.id, "call_id": call.id, "reason": reason}


@verb(StrikePrank, "prank.struck", Permission.TAKE_REPORTS)
def strike_prank(work: UnitOfWork, command: StrikePrank, ctx: Context) -> Result:
    reason = _reason(command.reason)
    mark = work.get(PrankMark, command.mark_id)
    if mark.struck_at is None:
        work.change(mark, struck_at=ctx.now)
    return {"mark_id": mark.id, "call_id": mark.call_id, "reason": reason}


def _reason(text: str) -> str:
    reason = text.strip()
    if not reason:
        raise OperatorError("prank_needs_reason")
    return reason[:REASON_LONGEST]
