"""Alarms of the room: raised once per subject, answered by a person, cleared when it is over."""

from __future__ import annotations

from dataclasses import dataclass, field

from command_center.commands.registry import Context, Result, verb
from command_center.domain.permissions import Permission
from command_center.domain.room import Alarm, AlarmType
from command_center.ports import UnitOfWork

RANKS = {
    AlarmType.UNOWNED_P1: 1,
    AlarmType.ORDER_UNANSWERED: 1,
    AlarmType.UNIT_SILENT: 2,
    AlarmType.COVERAGE_EMPTY: 2,
    AlarmType.SOURCE_DOWN: 3,
    AlarmType.CAMERA_DOWN: 3,
    AlarmType.RECORD_CONFLICT: 3,
    AlarmType.CLOCK_SKEWED: 4,
}


# About something that happened rather than something that lasts: answering it ends it.
ENDED_BY_ANSWER = frozenset({AlarmType.RECORD_CONFLICT, AlarmType.CLOCK_SKEWED})


@dataclass(frozen=True, slots=True)
class RaiseAlarm:
    type: AlarmType
    subject_kind: str
    subject_id: str
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AcknowledgeAlarm:
    alarm_id: str


@dataclass(frozen=True, slots=True)
class ClearAlarm:
    alarm_id: str


@verb(RaiseAlarm, "alarm.raised", Permission.RUN_CLOCKWORK)
def raise_alarm(work: UnitOfWork, command: RaiseAlarm, ctx: Context) -> Result:
    standing = work.find(Alarm, type=command.type, subject_id=command.subject_id, cleared_at=None)
    if standing:
        return {"alarm_id": standing[0].id}
    alarm = Alarm(
        id=ctx.new_id(),
        version=1,
        type=command.type,
        rank=RANKS[command.type],
        subject_kind=command.subject_kind,
        subject_id=command.subject_id,
        params=command.params,
        raised_at=ctx.at,
        acknowledged_at=None,
        acknowledged_by=None,
        cleared_at=None,
    )
    work.add(alarm)
    return {"alarm_id": alarm.id}


@verb(AcknowledgeAlarm, "alarm.acknowledged", Permission.ANSWER_ALARMS)
def acknowledge_alarm(work: UnitOfWork, command: AcknowledgeAlarm, ctx: Context) -> Result:
    alarm = work.get(Alarm, command.alarm_id)
    if alarm.acknowledged_at is None:
        over = ctx.at if alarm.type in ENDED_BY_ANSWER else alarm.cleared_at
        work.change(alarm, acknowledged_at=ctx.at, acknowledged_by=ctx.act.actor, cleared_at=over)
    return {"alarm_id": alarm.id}


@verb(ClearAlarm, "alarm.cleared", Permission.RUN_CLOCKWORK)
def clear_alarm(work: UnitOfWork, command: ClearAlarm, ctx: Context) -> Result:
    alarm = work.get(Alarm, command.alarm_id)
    if alarm.cleared_at is None:
        work.change(alarm, cleared_at=ctx.at)
    return {"alarm_id": alarm.id}
