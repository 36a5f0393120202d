"""Who sits at which workstation."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Workstation
from command_center.domain.roster import Personnel, Seating
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """Whoever sat there does not any more, and the person sits nowhere else."""

    workstation_id: str
    personnel_id: str


@dataclass(frozen=True, slots=True)
class LeaveSeat:
    """The workstation is empty."""

    seating_id: str


@verb(TakeSeat, "seat.taken", Permission.KEEP_ROSTER)
def take_seat(work: UnitOfWork, command: TakeSeat, ctx: Context) -> Result:
    desk = work.get(Workstation, command.workstation_id)
    person = work.get(Personnel, command.personnel_id)
    if desk.retired_at is not None:
        raise OperatorError("workstation_retired", name=desk.name)
    if person.left_at is not None:
        raise OperatorError("personnel_left", name=person.name)
    there = work.find(Seating, workstation_id=desk.id, until=None)
    if [seat.personnel_id for seat in there] == [person.id]:
        return {"seating_id": there[0].id, "name": person.name, "desk": desk.name}
    elsewhere = work.find(Seating, personnel_id=person.id, until=None)
    for seat in (*there, *elsewhere):
        work.change(seat, until=max(ctx.now, seat.since))
    taken = Seating(ctx.new_id(), 1, desk.id, person.id, ctx.now, None)
    work.add(taken)
    return {"seating_id": taken.id, "name": person.name, "desk": desk.name}


@verb(LeaveSeat, "seat.left", Permission.KEEP_ROSTER)
def leave_seat(work: UnitOfWork, command: LeaveSeat, ctx: Context) -> Result:
    seat = work.get(Seating, command.seating_id)
    if seat.until is None:
        work.change(seat, until=max(ctx.now, seat.since))
    return {"seating_id": seat.id, "desk": work.get(Workstation, seat.workstation_id).name}
