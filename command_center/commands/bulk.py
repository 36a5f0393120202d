"""Many units at once, in one entry: a pleton to a kecamatan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from command_center.commands.dispatch import heard_at, holding
from command_center.commands.order_task import reason_of
from command_center.commands.registry import Context, Result, verb
from command_center.commands.signs import open_check
from command_center.commands.stack import costs_of
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.unit import Unit, UnitStatus
from command_center.ports import UnitOfWork

MOST_UNITS = 500


@dataclass(frozen=True, slots=True)
class MoveUnits:
    """Their home is `area` (a code, or a name as people write it) from now on; `staged`: they stand
    there rather than being free. Who is busy, off duty or being looked for stays where they are,
    and is named. `costs` = what the preview showed."""

    unit_ids: tuple[str, ...]
    area: str
    reason: str
    staged: bool = False
    costs: Mapping[str, str] = field(default_factory=dict)


@verb(MoveUnits, "units.moved", Permission.REASSIGN)
def move_units(work: UnitOfWork, command: MoveUnits, ctx: Context) -> Result:
    reason = reason_of(command.reason)
    ids = tuple(dict.fromkeys(command.unit_ids))
    if not ids:
        raise OperatorError("order_needs_units")
    if len(ids) > MOST_UNITS:
        raise OperatorError("units_too_many", limit=MOST_UNITS)
    area = ctx.city.area_named(command.area)
    if area is None:
        raise OperatorError("unknown_area", area=command.area[:80])
    moved, skipped = [], {}
    for unit in [work.get(Unit, id) for id in ids]:
        why = why_skipped(work, unit)
        if why:
            skipped[unit.id] = why
            continue
        work.change(unit, home=area, **_staged(command, unit, reason, ctx))
        moved.append(unit.id)
    if not moved:
        raise OperatorError("nobody_to_move", count=len(ids))
    costs = costs_of(command.costs)
    return {"area": area, "moved": moved, "skipped": skipped, "reason": reason, "costs": costs}


def why_skipped(work: UnitOfWork, unit: Unit) -> str:
    """The code of why a unit cannot be moved, "" if it can."""
    if unit.status in (UnitStatus.OFF_DUTY, UnitStatus.UNAVAILABLE):
        return "unit_not_on_duty"
    if open_check(work, unit.id) is not None:
        return "unit_silent"
    return "unit_busy" if holding(work, unit.id) is not None else ""


def _staged(command: MoveUnits, unit: Unit, reason: str, ctx: Context) -> dict[str, Any]:
    if not command.staged:
        return {}
    since = heard_at(ctx.at, ctx)
    return {"status": UnitStatus.STAGED, "status_since": since, "status_reason": reason}
