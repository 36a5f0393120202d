"""Whose an incident is across a change of shift: nobody's who went home with an earlier one."""

from __future__ import annotations

from command_center.commands.registry import Context
from command_center.domain.incident import Incident
from command_center.domain.room import Shift
from command_center.ports import UnitOfWork


def in_this_shift(work: UnitOfWork, ctx: Context) -> bool:
    """Whether it is done in the shift that goes on; what was kept at a workstation may not be."""
    going_on = _going_on(work)
    return going_on is None or ctx.act.shift == going_on.id


def nobodys(work: UnitOfWork, incident: Incident) -> dict[str, None]:
    """What to set of an incident that is open again, so that it rings if nobody takes it."""
    going_on = _going_on(work)
    if going_on is None or incident.owner_id is None:
        return {}
    if incident.claimed_at is not None and incident.claimed_at >= going_on.starts_at:
        return {}
    return {"owner_id": None, "claimed_at": None}


def _going_on(work: UnitOfWork) -> Shift | None:
    return max(work.find(Shift, ends_at=None), key=lambda row: row.starts_at, default=None)
