"""What other desks did and their systems tell us: statuses of reports and of units, followed.

Nothing is refused for being out of order: real rows skip steps, arrive late and run backwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from command_center.commands.dispatch import (
    advance,
    assign,
    close_assignment,
    first_on_scene,
    handle_row,
    heard_at,
    holding,
    runs_backwards,
)
from command_center.commands.intake import SKEW_ALLOWED, ask_attachments, incident_of, report_of
from command_center.commands.notes import add_line
from command_center.commands.registry import Context, Result, verb
from command_center.commands.triage import end_row, verify_row
from command_center.commands.unheard import hear_answered, hear_calling_off, hear_repeat
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Disposition, Incident, IncidentReport
from command_center.domain.permissions import Permission
from command_center.domain.unit import (
    Assignment,
    AssignmentKind,
    CloseReason,
    Order,
    OrderStatus,
    Unit,
    UnitStatus,
)
from command_center.ports import UnitOfWork


class ReportStep(StrEnum):
    VERIFIED = "verified"
    CLOSED = "closed"
    NOTE = "note"
    WITHDRAWN = "withdrawn"


class UnitStep(StrEnum):
    """What a unit's own system may say of it, on an incident or off one."""

    ORDERED = "ordered"
    ACCEPTED = "accepted"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    TRANSPORTING = "transporting"
    AT_HOSPITAL = "at_hospital"
    REFUSED = "refused"
    AVAILABLE = "available"
    RETURNING = "returning"
    STAGED = "staged"
    BREAK = "break"
    UNAVAILABLE = "unavailable"
    OFF_DUTY = "off_duty"


@dataclass(frozen=True, slots=True)
class FollowReport:
    source_id: str
    external_id: str
    step: ReportStep
    at: datetime
    text: str = ""
    disposition: Disposition | None = None
    digest: str = ""
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUnit:
    """`report_id` = the source's id of the report the step belongs to, "" for none."""

    source_id: str
    report_id: str
    call_sign: str
    step: UnitStep
    at: datetime
    label: str = ""
    digest: str = ""


_STEP_FIELD = {
    UnitStep.ORDERED: "ordered_at",
    UnitStep.ACCEPTED: "accepted_at",
    UnitStep.EN_ROUTE: "en_route_at",
    UnitStep.ON_SCENE: "on_scene_at",
    UnitStep.TRANSPORTING: "transport_at",
    UnitStep.AT_HOSPITAL: "hospital_at",
}
_ORDER_STATUS = {
    UnitStep.ACCEPTED: OrderStatus.ACCEPTED,
    UnitStep.EN_ROUTE: OrderStatus.EN_ROUTE,
    UnitStep.ON_SCENE: OrderStatus.ON_SCENE,
}
_UNIT_STATUS = {
    UnitStep.EN_ROUTE: UnitStatus.EN_ROUTE,
    UnitStep.ON_SCENE: UnitStatus.ON_SCENE,
    UnitStep.AVAILABLE: UnitStatus.AVAILABLE,
    UnitStep.RETURNING: UnitStatus.RETURNING,
    UnitStep.STAGED: UnitStatus.STAGED,
    UnitStep.BREAK: UnitStatus.BREAK,
    UnitStep.UNAVAILABLE: UnitStatus.UNAVAILABLE,
    UnitStep.OFF_DUTY: UnitStatus.OFF_DUTY,
}

# What a unit says that knows it has no order any more.
_OFF_IT = frozenset({UnitStatus.AVAILABLE, UnitStatus.RETURNING, UnitStatus.BREAK})


@verb(FollowReport, "report.followed", Permission.TAKE_REPORTS, always_logged=True)
def follow_report(work: UnitOfWork, command: FollowReport, ctx: Context) -> Result:
    incident = incident_of(work, command.source_id, command.external_id)
    if command.step is ReportStep.VERIFIED and incident.is_open:
        incident = verify_row(work, incident, ctx)
    elif command.step is ReportStep.CLOSED and incident.is_open and _is_alone(work, incident):
        end_row(work, incident, command.disposition or Disposition.RESOLVED, ctx)
    if command.text.strip():
        add_line(work, incident.id, command.text, ctx)
    if command.attachments:
        report = report_of(work, command.source_id, command.external_id)
        ask_attachments(work, report.id, command.attachments, ctx)
    return {"incident_id": incident.id, "step": command.step.value}


def _is_alone(work: UnitOfWork, incident: Incident) -> bool:
    """What one of several reporters' systems has closed is not over for the others."""
    return len(work.find(IncidentReport, incident_id=incident.id, detached_at=None)) == 1


def _unit(work: UnitOfWork, call_sign: str) -> Unit:
    units = work.find(Unit, call_sign=call_sign)
    if not units:
        raise OperatorError("unknown_unit", call_sign=call_sign)
    return units[0]


@verb(FollowUnit, "unit.followed", Permission.TAKE_REPORTS, always_logged=True)
def follow_unit(work: UnitOfWork, command: FollowUnit, ctx: Context) -> Result:
    unit = _unit(work, command.call_sign)
    if _is_of_before(work, unit, command):
        return {"unit_id": unit.id, "step": command.step.value}
    incident = _incident(work, unit, command)
    if incident is None:
        _say(work, unit, command, ctx)
        return {"unit_id": unit.id, "step": command.step.value}
    chain = _with_winners(work, incident)
    if command.step in _STEP_FIELD:
        _on_incident(work, unit, chain, command, ctx)
    else:
        _off_incident(work, unit, chain, command, ctx)
    return {"unit_id": unit.id, "incident_id": incident.id, "step": command.step.value}


def _is_of_before(work: UnitOfWork, unit: Unit, command: FollowUnit) -> bool:
    """Whether a unit that names no report said this before the order that holds it, as far as
    two clocks can tell: its line was slow, and the word is about something that is over."""
    held = None if command.report_id else holding(work, unit.id)
    return held is not None and command.at + SKEW_ALLOWED < held.ordered_at


def _incident(work: UnitOfWork, unit: Unit, command: FollowUnit) -> Incident | None:
    """The report's that the step names, else the one that holds the unit: it knows no report."""
    if command.report_id:
        return incident_of(work, command.source_id, command.report_id)
    held = holding(work, unit.id)
    return work.get(Incident, held.incident_id) if held else None


def _with_winners(work: UnitOfWork, incident: Incident) -> list[Incident]:
    """The incident, what it was merged into, and so on: the last one is what the room handles."""
    chain = [incident]
    while chain[-1].merged_into is not None:
        chain.append(work.get(Incident, chain[-1].merged_into))
    return chain


def _assignment(work: UnitOfWork, chain: list[Incident], unit: Unit) -> Assignment | None:
    """What the step is about: the open one first, else the newest of those that ended. A report
    may name one incident and the unit be on another that is one with it by now."""
    rows = [
        row
        for incident in chain
        for row in work.find(Assignment, incident_id=incident.id, unit_id=unit.id)
    ]
    for row in reversed(rows):
        if row.closed_at is None:
            return row
    held = holding(work, unit.id)
    if held is not None:
        holder = _with_winners(work, work.get(Incident, held.incident_id))
        if holder[-1].id == chain[-1].id:
            return held
    return rows[-1] if rows else None


def _on_incident(
    work: UnitOfWork, unit: Unit, chain: list[Incident], command: FollowUnit, ctx: Context
) -> None:
    assignment = _assignment(work, chain, unit)
    if assignment is None:
        # A step without an order heard of: the unit is evidently on it.
        assignment = _imported_order(work, unit, chain[-1], command, ctx)
    if assignment.closed_at is not None:
        _late_step(work, assignment, command)
        return
    behind = _is_behind(assignment, command.step)
    _step(work, assignment, command, ctx)
    if command.step is UnitStep.ON_SCENE:
        first_on_scene(work, assignment.incident_id, command.at)
    if not behind:
        _say(work, unit, command, ctx)


def _is_behind(assignment: Assignment, step: UnitStep) -> bool:
    """Whether the unit has said more already: its line was slow, not the unit."""
    status = _ORDER_STATUS.get(step)
    steps = list(OrderStatus)
    return status is not None and steps.index(status) < steps.index(assignment.status)


def _imported_order(
    work: UnitOfWork, unit: Unit, incident: Incident, command: FollowUnit, ctx: Context
) -> Assignment:
    if incident.is_open:
        handle_row(work, incident, ctx)
    order = Order(
        id=ctx.new_id(),
        version=1,
        incident_id=incident.id,
        text=command.label,
        via=command.source_id,
        ordered_by=ctx.act.actor,
        ordered_at=command.at,
    )
    work.add(order)
    return assign(work, order, unit, AssignmentKind.ACTIVE, ctx)


def _step(work: UnitOfWork, assignment: Assignment, command: FollowUnit, ctx: Context) -> None:
    status = _ORDER_STATUS.get(command.step)
    if status is not None:
        advance(work, assignment, status, command.at)
        if command.step is UnitStep.ACCEPTED:
            hear_answered(work, assignment, command.at, ctx)
        hear_repeat(work, assignment, ctx)
        return
    field = _STEP_FIELD[command.step]
    if getattr(assignment, field) != command.at:
        _stamp(work, assignment, field, command.at)


def _stamp(work: UnitOfWork, assignment: Assignment, field: str, at: datetime) -> None:
    fields: dict[str, Any] = {field: at}
    if runs_backwards(assignment, field, at):
        fields["time_reversed"] = True
    work.change(assignment, **fields)


def _late_step(work: UnitOfWork, assignment: Assignment, command: FollowUnit) -> None:
    """A step of an assignment that has ended: the time is kept, the unit is left alone."""
    field = _STEP_FIELD[command.step]
    if field == "ordered_at" or getattr(assignment, field) is None:
        _stamp(work, assignment, field, command.at)


def _off_incident(
    work: UnitOfWork, unit: Unit, chain: list[Incident], command: FollowUnit, ctx: Context
) -> None:
    assignment = _assignment(work, chain, unit)
    if assignment is not None and assignment.closed_at is None:
        refused = command.step is UnitStep.REFUSED
        reason = CloseReason.REFUSED if refused else CloseReason.DONE
        close_assignment(work, assignment, reason, ctx)
        _say(work, unit, command, ctx)
    elif _is_news(unit, command) and holding(work, unit.id) is None:
        _say(work, unit, command, ctx)


def _is_news(unit: Unit, command: FollowUnit) -> bool:
    """Of a unit that was off the incident before it said so: something else than we have, and
    not from before we had it, as far as two clocks can tell."""
    status = _UNIT_STATUS.get(command.step)
    known = command.at + SKEW_ALLOWED < unit.status_since
    return status is not None and status is not unit.status and not known


def _say(work: UnitOfWork, unit: Unit, command: FollowUnit, ctx: Context) -> None:
    """A requested unit shows how far it is, too; steps that are no status leave a word only."""
    status = _UNIT_STATUS.get(command.step)
    unit = work.get(Unit, unit.id)
    if status in _OFF_IT:
        hear_calling_off(work, unit.id, ctx)
    if status is None:
        work.change(unit, status_reason=command.label)
    else:
        since = heard_at(command.at, ctx)
        work.change(unit, status=status, status_since=since, status_reason=command.label)
