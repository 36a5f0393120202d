"""Somebody calls a unit and asks what it is doing; what it says comes back as its status."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.dispatch import holding
from command_center.commands.registry import Context, Result, verb
from command_center.commands.signs import demand_own
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.unit import Unit, UnitStatus
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class AskUnit:
    """Nothing of the unit changes by it: an answer is entered, or comes by its own system."""

    unit_id: str


@verb(AskUnit, "unit.asked", Permission.SET_UNIT_STATUS, always_logged=True)
def ask_unit(work: UnitOfWork, command: AskUnit, ctx: Context) -> Result:
    unit = work.get(Unit, command.unit_id)
    demand_own(work, unit, ctx)
    if unit.status is UnitStatus.OFF_DUTY:
        raise OperatorError("unit_not_on_duty", unit=unit.call_sign)
    held = holding(work, unit.id)
    return {"unit_id": unit.id, "incident_id": held.incident_id if held is not None else None}
