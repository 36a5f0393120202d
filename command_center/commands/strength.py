"""How many people an agency has ready in an area: a unit of that many, not ours to order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from command_center.commands.dispatch import heard_at
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.unit import Agency, Unit, UnitStatus
from command_center.ports import UnitOfWork

KIND = "kekuatan"
_SIGN_LENGTH = 40


@dataclass(frozen=True, slots=True)
class RegisterStrength:
    """`people` of `agency` (code) in `area` (name or code), of whom `on_duty` are ready now. Known
    by call sign, by default the agency's and the area's; what is older never replaces newer."""

    agency: str
    area: str
    people: int
    on_duty: int = 0
    call_sign: str = ""
    at: datetime | None = None
    digest: str = ""


@verb(RegisterStrength, "strength.registered", Permission.TAKE_REPORTS)
def register_strength(work: UnitOfWork, command: RegisterStrength, ctx: Context) -> Result:
    agencies = work.find(Agency, code=command.agency)
    if not agencies:
        raise OperatorError("unknown_agency", agency=command.agency)
    home = ctx.city.area_named(command.area)
    if home is None:
        raise OperatorError("unknown_area", area=command.area)
    if command.on_duty > command.people:
        raise OperatorError("strength_uneven", people=command.people, on_duty=command.on_duty)
    sign = _call_sign(agencies[0], command)
    said: dict[str, Any] = {
        "agency_id": agencies[0].id,
        "kind": KIND,
        "crew": command.people,
        "home": home,
        "status": UnitStatus.AVAILABLE if command.on_duty else UnitStatus.OFF_DUTY,
        "status_since": heard_at(command.at or ctx.at, ctx),
        "status_reason": f"{command.on_duty}/{command.people}",
    }
    standing = work.find(Unit, call_sign=sign)
    if not standing:
        unit = Unit(
            id=ctx.new_id(), version=1, call_sign=sign, capabilities=(), parent_id=None, **said
        )
        work.add(unit)
        return {"unit_id": unit.id}
    unit = standing[0]
    if unit.kind != KIND or unit.agency_id != agencies[0].id:
        raise OperatorError("strength_of_a_unit", call_sign=sign)
    if said["status_since"] >= unit.status_since:
        work.change(unit, **said)
    return {"unit_id": unit.id}


def _call_sign(agency: Agency, command: RegisterStrength) -> str:
    sign = command.call_sign or f"{agency.short or agency.code} {command.area}"
    return " ".join(sign.upper().split())[:_SIGN_LENGTH]
