"""An order that was given by radio while the room could not be told: a fact, never a reservation.

Two workstations apart may each have sent the same unit. The order that the room heard of first
stands, the other is kept beside it, and a shift lead says which of the two holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from command_center.commands.dispatch import (
    close_assignment,
    handle_row,
    heard_at,
    holding,
    holding_of,
    new_assignment,
    standing_of,
)
from command_center.commands.local import reopen_for_review
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.domain.unit import (
    Assignment,
    AssignmentKind,
    CloseReason,
    Order,
    OrderConflict,
    OrderStatus,
    Unit,
    UnitStatus,
)
from command_center.ports import UnitOfWork

ORDER_LENGTH = 1000
_SHOWN_AS = {
    OrderStatus.ORDERED: UnitStatus.ORDERED,
    OrderStatus.ACCEPTED: UnitStatus.ORDERED,
    OrderStatus.EN_ROUTE: UnitStatus.EN_ROUTE,
    OrderStatus.ON_SCENE: UnitStatus.ON_SCENE,
}


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """The unit was sent to the incident over the radio at `ordered_at` (None: now)."""

    incident_id: str
    unit_id: str
    text: str = ""
    ordered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ResolveConflict:
    """Of two orders to one unit the assignment `keep_id` stands; the other one ends."""

    conflict_id: str
    keep_id: str


@verb(ReportOrder, "order.reported", Permission.DISPATCH)
def report_order(work: UnitOfWork, command: ReportOrder, ctx: Context) -> Result:
    at = min(command.ordered_at or ctx.at, ctx.now)
    review = reopen_for_review(work, command.incident_id, ctx, whenever=True)
    incident, unit = work.get(Incident, command.incident_id), work.get(Unit, command.unit_id)
    if not incident.is_open:
        raise OperatorError("incident_not_open", number=incident.number, status=incident.status)
    standing = standing_of(work, unit.id)
    held = holding_of(standing)
    if any(one.incident_id == incident.id for one in standing):
        raise OperatorError("unit_already_on_it", unit=unit.call_sign)
    handle_row(work, incident, ctx)
    order = Order(
        id=ctx.new_id(),
        version=1,
        incident_id=incident.id,
        text=command.text[:ORDER_LENGTH],
        via="radio",
        ordered_by=ctx.act.actor,
        ordered_at=at,
    )
    work.add(order)
    kind = AssignmentKind.ACTIVE if held is None else AssignmentKind.REPORTED
    assignment = new_assignment(order, unit, kind, ctx, at=at)
    work.add(assignment)
    told = {"incident_id": incident.id, "unit_id": unit.id, "assignment_id": assignment.id}
    if held is not None:
        return {**told, **review, "conflict_id": _dispute(work, unit, held, assignment, ctx)}
    _say_ordered(work, unit, at, ctx)
    return {**told, **review}


def _say_ordered(work: UnitOfWork, unit: Unit, at: datetime, ctx: Context) -> None:
    """Unless the unit has said something of itself since."""
    since = heard_at(at, ctx)
    if since >= unit.status_since:
        work.change(unit, status=UnitStatus.ORDERED, status_since=since, status_reason="")


def _dispute(
    work: UnitOfWork, unit: Unit, standing: Assignment, reported: Assignment, ctx: Context
) -> str:
    conflict = OrderConflict(
        ctx.new_id(), 1, unit.id, standing.id, reported.id, ctx.now, None, None, None
    )
    work.add(conflict)
    return conflict.id


@verb(ResolveConflict, "conflict.resolved", Permission.REASSIGN)
def resolve_conflict(work: UnitOfWork, command: ResolveConflict, ctx: Context) -> Result:
    conflict = work.get(OrderConflict, command.conflict_id)
    if conflict.resolved_at is not None:
        raise OperatorError("conflict_resolved", by=conflict.resolved_by)
    if command.keep_id not in (conflict.standing_id, conflict.reported_id):
        raise OperatorError("conflict_other_order")
    kept = work.get(Assignment, command.keep_id)
    reported = work.get(Assignment, conflict.reported_id)
    if kept.id == reported.id:
        _let_hold(work, reported, ctx)
    elif reported.closed_at is None:
        close_assignment(work, reported, CloseReason.CONFLICT, ctx)
    work.change(conflict, resolved_at=ctx.at, resolved_by=ctx.act.actor, kept_id=kept.id)
    return {
        "conflict_id": conflict.id,
        "unit_id": conflict.unit_id,
        "incident_id": kept.incident_id,
    }


def _let_hold(work: UnitOfWork, reported: Assignment, ctx: Context) -> None:
    """Whatever holds the unit by now ends, and it is on the reported order; unless that has ended
    of itself."""
    if reported.closed_at is not None or reported.kind is not AssignmentKind.REPORTED:
        return
    held = holding(work, reported.unit_id)
    if held is not None:
        close_assignment(work, held, CloseReason.CONFLICT, ctx)
    kept = work.change(reported, kind=AssignmentKind.ACTIVE)
    unit = work.get(Unit, kept.unit_id)
    since = heard_at(ctx.at, ctx)
    work.change(unit, status=_SHOWN_AS[kept.status], status_since=since, status_reason="")
