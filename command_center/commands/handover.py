"""Serah terima: one shift ends and another begins, and nothing of the board is lost between them.

The outgoing lead freezes the board, the incoming one accepts it item by item, both sign. Until both
have, whatever happens belongs to the shift that ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from command_center.commands.handover_board import current_shift, demand_time, pattern, room_items
from command_center.commands.handover_end import accept_rest, begin_next
from command_center.commands.handover_items import (
    MOST_AT_ONCE,
    frozen_rows,
    keep_accepted,
    named_items,
    standing_now,
)
from command_center.commands.place_words import line, needed
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.handover import (
    Accepted,
    Handover,
    HandoverEnd,
    Item,
    board_hash,
    next_regu,
)
from command_center.domain.permissions import Permission
from command_center.domain.room import Shift, Staff
from command_center.ports import UnitOfWork

NAME, REASON = 80, 400


@dataclass(frozen=True, slots=True)
class BeginHandover:
    """Freeze the board. `named`: what its lead names beside the rows of the room (domain `NAMED`);
    `next_name` "" = the regu that follows."""

    next_name: str = ""
    named: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class AcceptItems:
    """`seen` = (kind, subject_id, digest) of what was on the screen. A red one comes alone."""

    handover_id: str
    seen: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class SignHandover:
    """In the name of whoever sits there: the lead who leaves or the one who comes. The password is
    the door's to ask."""

    handover_id: str


@dataclass(frozen=True, slots=True)
class ForceHandover:
    """The shift changes without two signatures, and whoever does it answers for every item."""

    reason: str
    next_name: str = ""
    named: tuple[Item, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class CancelHandover:
    """Before anybody has signed."""

    handover_id: str
    reason: str


@verb(BeginHandover, "handover.begun", Permission.REASSIGN)
def begin(work: UnitOfWork, command: BeginHandover, ctx: Context) -> Result:
    shift = current_shift(work)
    demand_none(work, shift)
    _demand_lead_of(work, shift, ctx)
    demand_time(work, shift, ctx)
    row = _freeze(work, shift, command.next_name, command.named, ctx)
    return {"handover_id": row.id, "state_hash": row.state_hash, "items": row.items}


@verb(AcceptItems, "handover.accepted", Permission.REASSIGN)
def accept(work: UnitOfWork, command: AcceptItems, ctx: Context) -> Result:
    row = _open_or_forced(work, command.handover_id)
    if not command.seen or len(command.seen) > MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    row = _demand_incoming(work, row, ctx)
    standing = {one.key: one for one in standing_now(work, row)}
    told = []
    for kind, subject_id, digest in command.seen:
        one = standing.get((kind, subject_id))
        if one is None or one.item is None:
            raise OperatorError("handover_item_gone")
        if one.red and len(command.seen) > 1:
            raise OperatorError("handover_red_alone", title=one.item.title)
        if one.digest != digest:
            raise OperatorError("handover_item_changed", title=one.item.title)
        keep_accepted(work, row, one, Accepted.ONE, ctx)
        told.append(one.item.title)
    return {"handover_id": row.id, "count": len(told), "title": told[0]}


@verb(SignHandover, "handover.signed", Permission.REASSIGN, ends_shift=True)
def sign(work: UnitOfWork, command: SignHandover, ctx: Context) -> Result:
    row = _going_on(work, command.handover_id)
    outgoing = ctx.act.actor == row.out_lead_id
    if not outgoing:
        row = _demand_incoming(work, row, ctx)
    at = "out_signed_at" if outgoing else "in_signed_at"
    if getattr(row, at) is not None:
        return _told(row, complete=False)
    last = (row.in_signed_at if outgoing else row.out_signed_at) is not None
    if last or not outgoing:
        _demand_red_accepted(work, row)
    row = work.change(row, **{at: ctx.now}, log_seq=row.log_seq or _frozen_at(work, row))
    if last:
        if row.in_lead_id is None:
            raise ValueError("the second signature is one of two")
        accept_rest(work, row, Accepted.SIGNED, row.in_lead_id, ctx)
        row = begin_next(work, row, row.in_lead_id, HandoverEnd.SIGNED, "", ctx)
    return _told(row, complete=last)


@verb(ForceHandover, "handover.forced", Permission.REASSIGN, ends_shift=True)
def force(work: UnitOfWork, command: ForceHandover, ctx: Context) -> Result:
    reason = needed(command.reason, "handover_needs_reason", REASON)
    shift = current_shift(work)
    standing = work.find(Handover, shift_id=shift.id, ended_at=None)
    if standing:
        row = standing[0]
        # what another has signed stays theirs, in the log; whoever takes it over did not
        signed = row.in_signed_at if row.in_lead_id == ctx.act.actor else None
        log_seq = row.log_seq or _frozen_at(work, row)
        row = work.change(row, log_seq=log_seq, in_signed_at=signed)
    else:
        row = _freeze(work, shift, command.next_name, command.named, ctx)
    unseen = accept_rest(work, row, Accepted.FORCED, ctx.act.actor, ctx)
    row = begin_next(work, row, ctx.act.actor, HandoverEnd.FORCED, reason, ctx)
    return {**_told(row, complete=True), "reason": reason, "unseen": unseen}


@verb(CancelHandover, "handover.cancelled", Permission.REASSIGN)
def cancel(work: UnitOfWork, command: CancelHandover, ctx: Context) -> Result:
    row = _going_on(work, command.handover_id)
    reason = needed(command.reason, "handover_needs_reason", REASON)
    if row.out_signed_at is not None or row.in_signed_at is not None:
        raise OperatorError("handover_signed_already")
    if ctx.act.actor not in (row.out_lead_id, row.in_lead_id):
        raise NotAllowed("handover_not_yours", name=_name(work, row.out_lead_id))
    work.change(
        row,
        ended_at=ctx.now,
        outcome=HandoverEnd.CANCELLED,
        ended_by=ctx.act.actor,
        reason=reason,
    )
    return {"handover_id": row.id, "reason": reason}


def demand_none(work: UnitOfWork, shift: Shift) -> None:
    standing = work.find(Handover, shift_id=shift.id, ended_at=None)
    if standing:
        name = _name(work, standing[0].out_lead_id)
        raise OperatorError("handover_goes_on", name=name, workstation=standing[0].workstation)


def _demand_lead_of(work: UnitOfWork, shift: Shift, ctx: Context) -> None:
    """A shift is handed over by whoever leads it, where that is somebody who signs in."""
    known = work.find(Staff, id=shift.lead_id) if shift.lead_id else []
    if known and known[0].id != ctx.act.actor and known[0].login and known[0].left_at is None:
        raise NotAllowed("handover_other_lead", name=known[0].name)


def _freeze(
    work: UnitOfWork, shift: Shift, next_name: str, named: tuple[Item, ...], ctx: Context
) -> Handover:
    items = [*room_items(work, shift, ctx.now), *named_items(named)]
    regu = line(next_name, NAME) or next_regu(shift.name, len(pattern(work).starts))
    row = Handover(
        id=ctx.new_id(),
        version=1,
        shift_id=shift.id,
        next_name=regu,
        out_lead_id=ctx.act.actor,
        in_lead_id=None,
        begun_at=ctx.now,
        workstation=ctx.act.workstation,
        state_hash=board_hash(items),
        items=len(items),
        log_seq=0,
        out_signed_at=None,
        in_signed_at=None,
        ended_at=None,
        outcome=None,
        ended_by=None,
        reason="",
        next_shift_id=None,
    )
    work.add(row)
    for item in frozen_rows(row, items, ctx):
        work.add(item)
    return row


def _going_on(work: UnitOfWork, id: str) -> Handover:
    row = work.get(Handover, id)
    if row.ended_at is not None:
        raise OperatorError("handover_over")
    return row


def _open_or_forced(work: UnitOfWork, id: str) -> Handover:
    """What was taken by force is looked at afterwards, while its shift goes on."""
    row = work.get(Handover, id)
    forced = row.outcome is HandoverEnd.FORCED
    if row.ended_at is not None and not (forced and row.next_shift_id == current_shift(work).id):
        raise OperatorError("handover_over")
    return row


def _demand_incoming(work: UnitOfWork, row: Handover, ctx: Context) -> Handover:
    """The row with its incoming lead: the first who accepts anything is. NotAllowed for others.
    What was taken by force any lead of that shift looks at: whoever took it may be gone, too."""
    actor = ctx.act.actor
    if actor == row.out_lead_id and actor != row.in_lead_id:
        raise NotAllowed("handover_not_to_yourself")
    if row.outcome is HandoverEnd.FORCED:
        return row
    if row.in_lead_id is None:
        return work.change(row, in_lead_id=actor)
    if row.in_lead_id != actor:
        raise NotAllowed("handover_has_incoming", name=_name(work, row.in_lead_id))
    return row


def _demand_red_accepted(work: UnitOfWork, row: Handover) -> None:
    left = [one for one in standing_now(work, row) if one.red and not one.accepted]
    if left and left[0].item is not None:
        raise OperatorError("handover_red_left", title=left[0].item.title, count=len(left))


def _frozen_at(work: UnitOfWork, row: Handover) -> int:
    """The number of the entry that froze the board."""
    entry = work.newest_change("handover", row.id, "state_hash")
    return entry.seq if entry is not None else 0


def _told(row: Handover, *, complete: bool) -> dict[str, object]:
    return {
        "handover_id": row.id,
        "complete": complete,
        "state_hash": row.state_hash,
        "log_seq": row.log_seq,
        "next_name": row.next_name,
        "next_shift_id": row.next_shift_id or "",
    }


def _name(work: UnitOfWork, staff_id: str) -> str:
    known = work.find(Staff, id=staff_id)
    return known[0].name if known else staff_id
