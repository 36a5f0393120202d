"""What the room decides about an incident beside its state: when a planned one is due, whether a
unit on it may be sent away to a more urgent one, and how much of its plan is wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from command_center.commands.conflicts import lost_to
from command_center.commands.family import family
from command_center.commands.order_task import reason_of
from command_center.commands.registry import Context, Result, verb
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.incident import HIGHEST_ALARM, Handling, Incident
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

FARTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class PlanIncident:
    """It is planned for `due_at` (a convoy, a rally) and no news before; None: it is now. `before`
    is when it was seen to be due: Conflict if somebody has planned it otherwise since."""

    incident_id: str
    due_at: datetime | None
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetMayLeave:
    """Whether a unit on it may leave it for a more urgent one; nobody may unless this says so."""

    incident_id: str
    may_leave: bool


@dataclass(frozen=True, slots=True)
class SetAlarmLevel:
    """Raise or lower it, and why. `before` is what stood there for whoever sets it: Conflict if it
    was set otherwise since."""

    incident_id: str
    level: int
    reason: str
    before: int | None = None


def handling_of(work: UnitOfWork, incident_id: str) -> Handling | None:
    found = work.find(Handling, id=incident_id)
    return found[0] if found else None


def decide(work: UnitOfWork, incident: Incident, ctx: Context, **fields: object) -> Handling:
    """Write down what was decided about the incident; the rest of it stays."""
    standing = handling_of(work, incident.id)
    if standing is None:
        blank = Handling(incident.id, 1, None, None, False, ctx.now, ctx.act.actor)
        made: Handling = replace(blank, **fields)  # type: ignore[arg-type]
        work.add(made)
        return made
    if all(getattr(standing, name) == value for name, value in fields.items()):
        return standing
    return work.change(standing, set_at=ctx.now, set_by=ctx.act.actor, **fields)


def _open(work: UnitOfWork, incident_id: str) -> Incident:
    incident = work.get(Incident, incident_id)
    if not incident.is_open:
        raise OperatorError("incident_not_open", number=incident.number, status=incident.status)
    return incident


@verb(PlanIncident, "incident.planned", Permission.TRIAGE)
def plan_incident(work: UnitOfWork, command: PlanIncident, ctx: Context) -> Result:
    incident = _open(work, command.incident_id)
    due_at = command.due_at
    if due_at is not None and due_at <= ctx.now:
        raise OperatorError("plan_in_the_past", number=incident.number)
    if due_at is not None and due_at > ctx.now + FARTHEST:
        raise OperatorError("plan_too_far", number=incident.number, days=FARTHEST.days)
    standing = handling_of(work, incident.id)
    stands = standing.due_at if standing else None
    if stands not in (command.before, due_at):
        theirs = iso(stands) if stands else None
        raise lost_to(work, "handling", incident.id, "due_at", due_at=theirs)
    decide(work, incident, ctx, due_at=due_at)
    return {"incident_id": incident.id, "due_at": iso(due_at) if due_at else None}


@verb(SetMayLeave, "incident.may_leave", Permission.DISPATCH)
def set_may_leave(work: UnitOfWork, command: SetMayLeave, ctx: Context) -> Result:
    incident = _open(work, command.incident_id)
    standing = handling_of(work, incident.id)
    if command.may_leave or standing is not None:
        decide(work, incident, ctx, may_leave=command.may_leave)
    return {"incident_id": incident.id, "may_leave": command.may_leave}


@verb(SetAlarmLevel, "incident.alarm_level", Permission.DISPATCH)
def set_alarm_level(work: UnitOfWork, command: SetAlarmLevel, ctx: Context) -> Result:
    incident = _open(work, command.incident_id)
    if not 1 <= command.level <= HIGHEST_ALARM:
        raise OperatorError("alarm_level_unknown", level=command.level, highest=HIGHEST_ALARM)
    reason = reason_of(command.reason)
    rows = _levels(work, incident)
    stands = max((row.alarm_level for row in rows), default=1)
    if stands not in (command.before or stands, command.level):
        changed = max(rows, key=lambda row: row.alarm_level).id
        raise lost_to(work, "handling", changed, "alarm_level", alarm_level=stands)
    told = {"incident_id": incident.id, "level": command.level, "was": stands, "reason": reason}
    if stands == command.level:
        return told
    for row in rows:
        if row.id != incident.id and row.alarm_level > command.level:
            work.change(row, alarm_level=command.level, set_at=ctx.now, set_by=ctx.act.actor)
    own = handling_of(work, incident.id)
    if own is not None and own.alarm_level == command.level:
        # what was merged into it carried the level: whoever shows the incident has to look again
        work.change(own, set_at=ctx.now, set_by=ctx.act.actor)
    else:
        decide(work, incident, ctx, alarm_level=command.level)
    return told


def _levels(work: UnitOfWork, incident: Incident) -> list[Handling]:
    """What was decided of it and of everything merged into it."""
    found = (handling_of(work, id) for id in family(work, incident.id))
    return [row for row in found if row is not None]
