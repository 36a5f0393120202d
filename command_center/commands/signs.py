"""Signs of life of units, for the verbs that hear them; and who may speak for which unit."""

from __future__ import annotations

from command_center.commands.registry import Context
from command_center.domain.errors import NotAllowed
from command_center.domain.room import Role, Staff
from command_center.domain.unit import Unit, WelfareCheck, WelfareOutcome
from command_center.ports import UnitOfWork


def demand_own(work: UnitOfWork, unit: Unit, ctx: Context) -> None:
    """A liaison, by the role they have now, speaks for the units of the own agency only."""
    staff = work.find(Staff, id=ctx.act.actor, role=Role.LIAISON)
    if staff and staff[0].agency_id != unit.agency_id:
        raise NotAllowed("unit_of_other_agency", unit=unit.call_sign)


def open_check(work: UnitOfWork, unit_id: str) -> WelfareCheck | None:
    """The search for the unit that goes on, if any."""
    found = work.find(WelfareCheck, unit_id=unit_id, ended_at=None)
    return found[0] if found else None


def sign_of_life(work: UnitOfWork, unit_id: str, ctx: Context) -> None:
    """The unit has said something: nobody need look for it any more."""
    check = open_check(work, unit_id)
    if check is not None:
        well, by = WelfareOutcome.WELL, ctx.act.actor
        work.change(check, outcome=well, ended_at=max(ctx.now, check.step_at), ended_by=by)
