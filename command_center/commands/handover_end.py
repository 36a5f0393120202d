"""How one shift becomes the next: every item is somebody's, and every incident nobody's."""

from __future__ import annotations

from command_center.commands.handover_items import keep_accepted, standing_now
from command_center.commands.registry import Context
from command_center.domain.handover import Accepted, Handover, HandoverEnd
from command_center.domain.incident import OPEN_STATUSES, Incident, TakeOver, TakeOverAnswer
from command_center.domain.room import Shift
from command_center.ports import Among, UnitOfWork


def accept_rest(work: UnitOfWork, row: Handover, how: Accepted, by: str, ctx: Context) -> int:
    """In the name of `by`, who answers for them; how many."""
    left = [
        one
        for one in standing_now(work, row)
        if (one.row is None or one.row.accepted is None) or one.open
    ]
    for one in left:
        keep_accepted(work, row, one, how, ctx, by=by)
    return len(left)


def begin_next(
    work: UnitOfWork, row: Handover, lead_id: str, how: HandoverEnd, reason: str, ctx: Context
) -> Handover:
    """The handover as it ended. Questions about who takes whose incident end with the shift."""
    shift = work.get(Shift, row.shift_id)
    work.change(shift, ends_at=max(ctx.now, shift.starts_at))
    started = Shift(ctx.new_id(), 1, row.next_name, lead_id, ctx.now, None)
    work.add(started)
    for asked in work.find(TakeOver, answer=None):
        withdrawn = TakeOverAnswer.WITHDRAWN
        work.change(asked, answer=withdrawn, answered_at=ctx.now, answered_by=ctx.act.actor)
    for incident in work.find(Incident, status=Among(OPEN_STATUSES)):
        work.change(incident, owner_id=None, claimed_at=None)
    return work.change(
        row,
        in_lead_id=lead_id,
        ended_at=ctx.now,
        outcome=how,
        ended_by=ctx.act.actor,
        reason=reason,
        next_shift_id=started.id,
    )
