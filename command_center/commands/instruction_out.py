"""An instruction to the unit's own system, written with the instruction, and what the unit says to
it there. That its system took it is not that the unit has heard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.commands.order_out import route_of
from command_center.commands.place_words import line
from command_center.commands.registry import Context, Result, verb
from command_center.commands.tell import tell
from command_center.contract.messages import InstructionMessage
from command_center.domain.errors import OperatorError
from command_center.domain.instruction import (
    TOLD_BY_LENGTH,
    AddresseeKind,
    HeardBy,
    Instruction,
    InstructionReceipt,
)
from command_center.domain.order_routes import RouteVia
from command_center.domain.permissions import Permission
from command_center.domain.unit import Unit
from command_center.ports import UnitOfWork

ABOUT = "instruction"
_AFTER = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class HearFromUnit:
    """The unit's own system says that it has heard; `by`: who of the unit."""

    source_id: str
    instruction_id: str
    call_sign: str
    at: datetime
    by: str = ""
    digest: str = ""


def instruction_out(
    work: UnitOfWork, ctx: Context, instruction: Instruction, receipt: InstructionReceipt
) -> None:
    """As it stands: given, or withdrawn. By the route of the unit's orders, where it has one that
    takes more than a place on a map."""
    if receipt.kind is not AddresseeKind.UNIT:
        return
    unit = work.get(Unit, receipt.addressee)
    route = route_of(work, unit)
    if route is None or route.via is RouteVia.COT:
        return
    withdrawn = instruction.withdrawn_at is not None
    body = InstructionMessage(
        id="",
        at=max(ctx.now, instruction.given_at + _AFTER) if withdrawn else ctx.now,
        instruction=instruction.id,
        call_sign=unit.call_sign,
        text=instruction.text,
        hear_by=instruction.due_at,
        ordered_by=instruction.ordered_by,
        valid_until=instruction.expires_at,
        withdrawn=withdrawn,
    )
    tell(
        work,
        ctx,
        reach=route.to if route.via is RouteVia.CONTRACT else route.id,
        kind=ABOUT,
        body=body,
        about_kind=ABOUT,
        about_id=instruction.id,
        incident_id=instruction.incident_id,
        channel=route.via.value,
    )


@verb(HearFromUnit, "instruction.followed", Permission.TAKE_REPORTS)
def hear_from_unit(work: UnitOfWork, command: HearFromUnit, ctx: Context) -> Result:
    """The first that says so counts. Also after it was withdrawn: they had heard it by then."""
    instruction = work.get(Instruction, command.instruction_id)
    units = work.find(Unit, call_sign=command.call_sign)
    if not units:
        raise OperatorError("unknown_unit", call_sign=command.call_sign)
    unit = units[0]
    receipts = work.find(
        InstructionReceipt,
        instruction_id=instruction.id,
        kind=AddresseeKind.UNIT,
        addressee=unit.id,
    )
    if not receipts:
        raise OperatorError("instruction_not_to_unit", call_sign=unit.call_sign)
    _demand_theirs(work, unit, command.source_id)
    if receipts[0].heard_at is None:
        work.change(
            receipts[0],
            heard_at=max(min(command.at, ctx.now), instruction.given_at),
            heard_by=ctx.act.actor,
            how=HeardBy.SYSTEM,
            told_by=line(command.by, TOLD_BY_LENGTH),
        )
    about = {"incident_id": instruction.incident_id} if instruction.incident_id else {}
    return {"receipt_id": receipts[0].id, "who": unit.call_sign, **about}


def _demand_theirs(work: UnitOfWork, unit: Unit, source_id: str) -> None:
    """The source that reaches the unit speaks for it and no other: an address and a map name no
    source, and for a unit that is told by voice a person says it."""
    route = route_of(work, unit)
    if route is None or route.via is not RouteVia.CONTRACT or route.to != source_id:
        raise OperatorError("instruction_not_theirs", call_sign=unit.call_sign)
