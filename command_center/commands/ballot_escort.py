"""Ballots under escort, leg by leg: from the store to the PPK and on to KPU."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from command_center.commands.conflicts import lost_to
from command_center.commands.election_words import election
from command_center.commands.place_words import line, needed
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.polling_day import ESCORT_MOVES, BallotEscort, EscortStep
from command_center.ports import UnitOfWork

_TIMES = {
    EscortStep.LEFT: "left_at",
    EscortStep.ARRIVED: "arrived_at",
    EscortStep.HANDED: "handed_at",
}


@dataclass(frozen=True, slots=True)
class KeepEscort:
    """A leg with `escort_id` "" is a new one. `before`: the version that was edited, 0 = whatever
    stands: Conflict if it has moved on."""

    election_id: str
    cargo: str
    origin: str
    destination: str
    escort: str
    planned_at: datetime
    escort_id: str = ""
    before: int = 0


@dataclass(frozen=True, slots=True)
class MoveEscort:
    """It has come to `step`; `handed_to` is asked for at the last one."""

    escort_id: str
    step: EscortStep
    handed_to: str = ""


@dataclass(frozen=True, slots=True)
class StrikeEscort:
    escort_id: str


@verb(KeepEscort, "escort.kept", Permission.KEEP_PLACES)
def keep_escort(work: UnitOfWork, command: KeepEscort, ctx: Context) -> Result:
    facts: dict[str, Any] = {
        "cargo": needed(command.cargo, "escort_needs_cargo"),
        "origin": needed(command.origin, "escort_needs_way"),
        "destination": needed(command.destination, "escort_needs_way"),
        "escort": needed(command.escort, "escort_needs_who"),
        "planned_at": command.planned_at,
    }
    if command.escort_id:
        known = work.get(BallotEscort, command.escort_id)
        if command.before and known.version != command.before:
            raise lost_to(work, "ballot_escort", known.id)
        work.change(known, **facts)
        return {"escort_id": known.id, "name": facts["cargo"]}
    of = election(work, command.election_id)
    row = BallotEscort(
        id=ctx.new_id(),
        version=1,
        election_id=of.id,
        **facts,
        step=EscortStep.PLANNED,
        left_at=None,
        arrived_at=None,
        handed_at=None,
        handed_to="",
        kept_at=ctx.now,
        struck_at=None,
    )
    work.add(row)
    return {"escort_id": row.id, "name": row.cargo}


@verb(MoveEscort, "escort.moved", Permission.KEEP_PLACES)
def move_escort(work: UnitOfWork, command: MoveEscort, ctx: Context) -> Result:
    row = work.get(BallotEscort, command.escort_id)
    if row.struck_at is not None or command.step not in ESCORT_MOVES[row.step]:
        raise OperatorError("escort_no_move", step=command.step.value, now=row.step.value)
    to = line(command.handed_to)
    if command.step is EscortStep.HANDED and not to:
        raise OperatorError("escort_needs_receiver")
    work.change(row, step=command.step, handed_to=to, **{_TIMES[command.step]: ctx.at})
    return {"escort_id": row.id, "name": row.cargo, "step": command.step.value}


@verb(StrikeEscort, "escort.struck", Permission.KEEP_PLACES)
def strike_escort(work: UnitOfWork, command: StrikeEscort, ctx: Context) -> Result:
    row = work.get(BallotEscort, command.escort_id)
    if row.struck_at is None:
        work.change(row, struck_at=ctx.now)
    return {"escort_id": row.id, "name": row.cargo}
