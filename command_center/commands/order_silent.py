"""An order nobody has answered in time, where another unit is to go: the silent one is called off,
or is said to stay. It never stays held without anybody having decided so."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.order_task import call_off, reason_of, standing_order
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Alarm, AlarmType
from command_center.domain.unit import Assignment, OrderStatus, Unit
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class ReplaceSilent:
    """The unit has not answered the order: it is called off for `reason`, and red until it has
    heard so. Refused once it has answered."""

    assignment_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class KeepSilent:
    """The unit has not answered the order and remains on it beside whoever is sent next; its alarm
    counts as heard. Refused once it has answered."""

    assignment_id: str


@verb(ReplaceSilent, "order.silent", Permission.DISPATCH)
def replace_silent(work: UnitOfWork, command: ReplaceSilent, ctx: Context) -> Result:
    reason = reason_of(command.reason)
    assignment, told = _silent(work, command.assignment_id)
    task = call_off(work, assignment, reason, ctx)
    return {**told, "task_id": task.id if task else None, "reason": reason}


@verb(KeepSilent, "order.kept", Permission.ANSWER_ALARMS, always_logged=True)
def keep_silent(work: UnitOfWork, command: KeepSilent, ctx: Context) -> Result:
    assignment, told = _silent(work, command.assignment_id)
    standing = work.find(
        Alarm, type=AlarmType.ORDER_UNANSWERED, subject_id=assignment.id, cleared_at=None
    )
    for alarm in standing:
        if alarm.acknowledged_at is None:
            work.change(alarm, acknowledged_at=ctx.at, acknowledged_by=ctx.act.actor)
    return told


def _silent(work: UnitOfWork, assignment_id: str) -> tuple[Assignment, Result]:
    assignment = standing_order(work, assignment_id)
    unit = work.get(Unit, assignment.unit_id)
    if assignment.status is not OrderStatus.ORDERED:
        raise OperatorError("order_just_answered", unit=unit.call_sign)
    return assignment, {"incident_id": assignment.incident_id, "unit_id": unit.id}
