"""A room that came from a backup: said by whoever restored it, confirmed by a shift lead.

Between the two the database takes in nothing else but people and who signs in and out
(migrations/sql, op_restored): whoever acted on what is gone would act on it unseen, and nobody
could confirm a backup that is older than every shift lead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from command_center.commands.registry import Context, Result, verb
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Alarm, AlarmType, Room
from command_center.ports import UnitOfWork

RANK = 1


@dataclass(frozen=True, slots=True)
class RoomRestored:
    """The rows and the log are those of a backup made at `backup_at`; `cause` is the code of what
    had become of the database, "" if somebody chose to."""

    backup_at: datetime
    cause: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmRestored:
    """A shift lead has compared the board with what was known: work goes on from here."""


@verb(RoomRestored, "room.restored", Permission.ADMINISTER)
def room_restored(work: UnitOfWork, command: RoomRestored, ctx: Context) -> Result:
    """A new epoch: nobody goes on from what they had read of the lost database."""
    room = _room(work)
    epoch = ctx.new_id()
    work.change(room, epoch=epoch, restored_at=ctx.now)
    if not _standing(work):
        work.add(
            Alarm(
                id=ctx.new_id(),
                version=1,
                type=AlarmType.DATABASE_RESTORED,
                rank=RANK,
                subject_kind="room",
                subject_id=room.id,
                params={"backup_at": iso(command.backup_at), "cause": command.cause},
                raised_at=ctx.at,
                acknowledged_at=None,
                acknowledged_by=None,
                cleared_at=None,
            )
        )
    return {"epoch": epoch}


@verb(ConfirmRestored, "room.confirmed", Permission.REASSIGN)
def confirm_restored(work: UnitOfWork, command: ConfirmRestored, ctx: Context) -> Result:
    room = _room(work)
    if room.restored_at is None:
        raise OperatorError("room_not_restored")
    work.change(room, restored_at=None)
    for alarm in _standing(work):
        work.change(
            alarm,
            acknowledged_at=alarm.acknowledged_at or ctx.now,
            acknowledged_by=alarm.acknowledged_by or ctx.act.actor,
            cleared_at=ctx.now,
        )
    return {"room_id": room.id}


def _room(work: UnitOfWork) -> Room:
    found = work.find(Room)
    if not found:
        raise OperatorError("room_missing")
    return found[0]


def _standing(work: UnitOfWork) -> list[Alarm]:
    return work.find(Alarm, type=AlarmType.DATABASE_RESTORED, cleared_at=None)
