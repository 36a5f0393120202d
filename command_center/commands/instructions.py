"""Instructions of the command: given to people, seats and units, heard by each, withdrawn with why.

Only the addressee says at the own desk that it was heard; for anybody else a person at the desk
enters how the answer came, and by radio it stands in the radio log, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.commands.addressees import Addressee, known, line_to, named
from command_center.commands.conflicts import lost_to
from command_center.commands.instruction_out import instruction_out
from command_center.commands.place_words import line, needed
from command_center.commands.radio import LogRadio, log_radio
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.instruction import (
    AddresseeKind,
    HeardBy,
    Instruction,
    InstructionReceipt,
)
from command_center.domain.permissions import Permission, allowed
from command_center.domain.room import Role
from command_center.domain.unit import Unit
from command_center.ports import UnitOfWork

TEXT_LENGTH = 2_000
MOST_ADDRESSEES = 100
DUE_MINUTES, MOST_DUE_MINUTES = 15, 24 * 60
MOST_DAYS = 92


@dataclass(frozen=True, slots=True)
class GiveInstruction:
    """At most MOST_ADDRESSEES, each counted once. To be heard within `due_minutes`; it holds until
    `expires_at`, None: until it is withdrawn. `ordered_by`: the officer, "" = who enters it."""

    text: str
    to: tuple[Addressee, ...]
    ordered_by: str = ""
    due_minutes: int = DUE_MINUTES
    expires_at: datetime | None = None
    incident_id: str = ""


@dataclass(frozen=True, slots=True)
class HearInstruction:
    """One addressee has heard it. `desk` says who it is to at the own desk; by `radio` it is
    written into the radio log."""

    receipt_id: str
    how: HeardBy = HeardBy.DESK


@dataclass(frozen=True, slots=True)
class WithdrawInstruction:
    """It holds no longer; `reason` is kept with it."""

    instruction_id: str
    reason: str


@verb(GiveInstruction, "instruction.given", Permission.REASSIGN)
def give_instruction(work: UnitOfWork, command: GiveInstruction, ctx: Context) -> Result:
    text = command.text.strip()
    if not text:
        raise OperatorError("instruction_needs_text")
    if len(text) > TEXT_LENGTH:
        raise OperatorError("text_too_long", limit=TEXT_LENGTH)
    if not 1 <= command.due_minutes <= MOST_DUE_MINUTES:
        raise OperatorError("instruction_due_range", most=MOST_DUE_MINUTES)
    to = _addressees(work, command.to)
    due_at = ctx.at + timedelta(minutes=command.due_minutes)
    if command.incident_id:
        work.get(Incident, command.incident_id)
    instruction = Instruction(
        id=ctx.new_id(),
        version=1,
        text=text,
        ordered_by=line(command.ordered_by),
        given_by=ctx.act.actor,
        given_at=ctx.at,
        due_at=due_at,
        expires_at=_expiry(command.expires_at, due_at),
        incident_id=command.incident_id or None,
        withdrawn_at=None,
        withdrawn_by=None,
        reason="",
    )
    work.add(instruction)
    for one in to:
        receipt = InstructionReceipt(
            ctx.new_id(), 1, instruction.id, one.kind, one.id, None, None, None, None
        )
        work.add(receipt)
        instruction_out(work, ctx, instruction, receipt)
    return {"instruction_id": instruction.id, "count": len(to), **_about(instruction)}


def _addressees(work: UnitOfWork, to: Sequence[Addressee]) -> tuple[Addressee, ...]:
    each = tuple(dict.fromkeys(to))
    if not each:
        raise OperatorError("instruction_needs_addressee")
    if len(each) > MOST_ADDRESSEES:
        raise OperatorError("instruction_many_addressees", most=MOST_ADDRESSEES)
    for one in each:
        if one.kind is AddresseeKind.ROOM:
            raise OperatorError("instruction_to_room")
        known(work, one)
    return each


def _expiry(at: datetime | None, due_at: datetime) -> datetime | None:
    if at is None:
        return None
    if not due_at <= at <= due_at + timedelta(days=MOST_DAYS):
        raise OperatorError("instruction_expiry", most=MOST_DAYS)
    return at


def _about(instruction: Instruction) -> dict[str, str]:
    return {"incident_id": instruction.incident_id} if instruction.incident_id else {}


@verb(HearInstruction, "instruction.heard", Permission.TAKE_REPORTS)
def hear_instruction(work: UnitOfWork, command: HearInstruction, ctx: Context) -> Result:
    if command.how is HeardBy.SYSTEM:
        raise OperatorError("instruction_not_yours")
    receipt = work.get(InstructionReceipt, command.receipt_id)
    instruction = work.get(Instruction, receipt.instruction_id)
    if instruction.withdrawn_at is not None:
        raise OperatorError("instruction_withdrawn")
    if receipt.heard_at is not None:
        raise lost_to(work, "instruction_receipt", receipt.id, "heard_at")
    if command.how is HeardBy.DESK:
        _demand_own(receipt, ctx)
    radio = _radio_line(work, receipt, instruction, ctx) if command.how is HeardBy.RADIO else None
    work.change(
        receipt,
        heard_at=max(min(ctx.at, ctx.now), instruction.given_at),
        heard_by=ctx.act.actor,
        how=command.how,
        radio_line_id=radio,
    )
    who = named(work, Addressee(receipt.kind, receipt.addressee))
    return {"receipt_id": receipt.id, "who": who, **_about(instruction)}


def _demand_own(receipt: InstructionReceipt, ctx: Context) -> None:
    """Nobody says at the own desk what somebody else has heard."""
    own = {
        AddresseeKind.PERSON: receipt.addressee == ctx.act.actor,
        AddresseeKind.SEAT: receipt.addressee == ctx.act.workstation,
        AddresseeKind.LEAD: allowed(Role(ctx.act.role), Permission.REASSIGN),
    }
    if not own.get(receipt.kind, False):
        raise OperatorError("instruction_not_yours")


def _radio_line(
    work: UnitOfWork, receipt: InstructionReceipt, instruction: Instruction, ctx: Context
) -> str:
    """The answer as a line of the radio log, for who reads that."""
    unit = work.get(Unit, receipt.addressee) if receipt.kind is AddresseeKind.UNIT else None
    said = LogRadio(
        text=line_to(instruction.text),
        call_sign=unit.call_sign if unit is not None else "",
        incident_id=instruction.incident_id or "",
    )
    return str(log_radio(work, said, ctx)["line_id"])


@verb(WithdrawInstruction, "instruction.withdrawn", Permission.REASSIGN)
def withdraw_instruction(work: UnitOfWork, command: WithdrawInstruction, ctx: Context) -> Result:
    instruction = work.get(Instruction, command.instruction_id)
    if instruction.withdrawn_at is not None:
        raise lost_to(work, "instruction", instruction.id, "withdrawn_at")
    reason = needed(command.reason, "instruction_needs_reason")
    at = max(ctx.now, instruction.given_at)
    gone = work.change(instruction, withdrawn_at=at, withdrawn_by=ctx.act.actor, reason=reason)
    for receipt in work.find(InstructionReceipt, instruction_id=instruction.id):
        instruction_out(work, ctx, gone, receipt)
    return {"instruction_id": instruction.id, **_about(instruction)}
