"""Alarms of the room: raised once per subject, answered by a person, cleared when it is over."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Alarm, AlarmType
from command_center.ports import UnitOfWork

RANKS = {
    AlarmType.ORDER_CONFLICT: 1,
    AlarmType.UNOWNED_P1: 1,
    AlarmType.ORDER_UNANSWERED: 1,
    AlarmType.UNIT_SILENT: 2,
    AlarmType.DATABASE_RESTORED: 1,
    AlarmType.BACKUP_FAILED: 2,
    AlarmType.COVERAGE_EMPTY: 2,
    AlarmType.AUDIT_BROKEN: 2,
    AlarmType.SOURCE_DOWN: 3,
    AlarmType.CAMERA_DOWN: 3,
    AlarmType.RECORD_CONFLICT: 3,
    AlarmType.CAMERA_OUTAGE: 3,
    AlarmType.ACCOUNT_LOCKED: 3,
    AlarmType.CLOCK_SKEWED: 4,
    AlarmType.CAMERA_TAMPERED: 4,
    AlarmType.CROWD_SURGE: 4,
    AlarmType.PANIC: 1,
    AlarmType.KENTONGAN: 1,
    AlarmType.DANGER_IN_FLOOD: 1,
    AlarmType.CALL_UNANSWERED: 1,
    AlarmType.CALLBACK_DUE: 2,
    AlarmType.REPORT_FLOOD: 2,
    AlarmType.REFERRAL_UNANSWERED: 2,
    AlarmType.STANDBY_UNANSWERED: 2,
    AlarmType.VISIT_OVERDUE: 3,
    AlarmType.DELIVERY_FAILED: 3,
    AlarmType.SCHEMA_DRIFT: 3,
    AlarmType.FILE_REFUSED: 3,
    AlarmType.SOURCE_BACKLOG: 4,
    AlarmType.UNOWNED_P1_LEAD: 1,
    AlarmType.PERSONNEL_DANGER: 1,
    AlarmType.CHANGE_UNHEARD: 1,
    AlarmType.UNIT_NOT_MOVING: 2,
    AlarmType.INCIDENT_DUE: 2,
    AlarmType.P1_SHARE: 3,
    AlarmType.EARLY_WARNING: 3,
    AlarmType.INSTRUCTION_UNHEARD: 4,
    AlarmType.TASK_OVERDUE: 4,
    AlarmType.LEVEL_RAISED: 2,
    AlarmType.PLAN_OVERDUE: 2,
}
SHELVE_MINUTES = (1, 480)
REASON_LONGEST = 200
REPORT_LONGEST = 2_500
NEVER_SHELVED_RANK = 1

# About something that happened rather than something that lasts: answering it ends it.
ENDED_BY_ANSWER = frozenset(
    {
        AlarmType.RECORD_CONFLICT,
        AlarmType.CLOCK_SKEWED,
        AlarmType.ACCOUNT_LOCKED,
        AlarmType.PANIC,
        AlarmType.KENTONGAN,
        AlarmType.DANGER_IN_FLOOD,
        AlarmType.SCHEMA_DRIFT,
        AlarmType.FILE_REFUSED,
        AlarmType.DELIVERY_FAILED,
        AlarmType.SOURCE_BACKLOG,
    }
)


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


@dataclass(frozen=True, slots=True)
class RecountAlarm:
    """An alarm that stands has grown: `params` take the place of those of the same name."""

    alarm_id: str
    params: dict[str, str]


@dataclass(frozen=True, slots=True)
class ShelveAlarm:
    """Put aside for `minutes` (1 to 480) and say why; it comes back when it still stands then.
    `before` is until when it was seen to be aside: Conflict if somebody else put it aside since."""

    alarm_id: str
    minutes: int
    reason: str
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReportOutage:
    """Somebody tells the owner `addressee` of an outage; `text` is what is told. The room has no
    way of its own to send it: the log keeps what was said and when."""

    alarm_id: str
    addressee: str
    text: str


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


@verb(RecountAlarm, "alarm.recounted", Permission.RUN_CLOCKWORK)
def recount_alarm(work: UnitOfWork, command: RecountAlarm, ctx: Context) -> Result:
    alarm = _standing(work, command.alarm_id)
    work.change(alarm, params={**alarm.params, **command.params})
    return {"alarm_id": alarm.id}


@verb(ShelveAlarm, "alarm.shelved", Permission.ANSWER_ALARMS)
def shelve_alarm(work: UnitOfWork, command: ShelveAlarm, ctx: Context) -> Result:
    least, most = SHELVE_MINUTES
    reason = command.reason.strip()
    if not least <= command.minutes <= most:
        raise OperatorError("shelve_too_long", minutes=most)
    if not reason:
        raise OperatorError("shelve_needs_reason")
    alarm = _standing(work, command.alarm_id)
    if alarm.rank <= NEVER_SHELVED_RANK:
        raise OperatorError("alarm_not_shelvable")
    until = alarm.shelved_until
    if until is not None and until > ctx.now and until != command.before:
        raise lost_to(work, "alarm", alarm.id, "shelved_until", shelved_until=iso(until))
    work.change(
        alarm,
        shelved_until=ctx.at + timedelta(minutes=command.minutes),
        params={**alarm.params, "shelved_because": reason[:REASON_LONGEST]},
    )
    return {"alarm_id": alarm.id}


@verb(ReportOutage, "outage.reported", Permission.ANSWER_ALARMS)
def report_outage(work: UnitOfWork, command: ReportOutage, ctx: Context) -> Result:
    alarm = _standing(work, command.alarm_id)
    if not command.text.strip():
        raise OperatorError("note_empty")
    told = {
        "reported_at": ctx.at.isoformat(),
        "reported_to": command.addressee[:REASON_LONGEST],
        "report": command.text[:REPORT_LONGEST],
    }
    answered = alarm.acknowledged_at is not None
    work.change(
        alarm,
        params={**alarm.params, **told},
        acknowledged_at=alarm.acknowledged_at if answered else ctx.at,
        acknowledged_by=alarm.acknowledged_by if answered else ctx.act.actor,
    )
    return {"alarm_id": alarm.id}


def _standing(work: UnitOfWork, alarm_id: str) -> Alarm:
    alarm = work.get(Alarm, alarm_id)
    if alarm.cleared_at is not None:
        raise OperatorError("alarm_is_over")
    return alarm
