"""A busy unit and another job: the job waits behind, the unit is pulled, or its job is called off.

What was shown as the price of it when it was decided is kept with the decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from command_center.commands.dispatch import (
    ORDER_LENGTH,
    assign,
    demand_painted,
    handle_row,
    heard_at,
    held_as_seen,
    holding_of,
    new_assignment,
    standing_of,
)
from command_center.commands.order_out import order_out
from command_center.commands.order_task import call_off, reason_of, standing_order
from command_center.commands.promises import Promised
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.domain.unit import (
    Agency,
    Assignment,
    AssignmentKind,
    Order,
    Unit,
    UnitStatus,
)
from command_center.ports import UnitOfWork

MOST_STACKED = 5
MOST_COSTS, COST_LENGTH = 40, 200


class Reassign(StrEnum):
    """`stack`: the new job waits behind the one it is on. `pull`: it goes now, and the job it
    leaves needs somebody else. `cancel`: its job is called off, and it gets no other."""

    STACK = "stack"
    PULL = "pull"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class StackUnit:
    """The job waits until the unit is done with the one it is on. `holder`: the assignment that
    was seen to hold the unit; Conflict if another does by now."""

    unit_id: str
    incident_id: str
    text: str
    holder: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class StartStacked:
    """The unit is free: the job that waited for it is its order now. `address` as it was painted
    with the words of the order."""

    assignment_id: str
    text: str = ""
    address: str | None = None


@dataclass(frozen=True, slots=True)
class ReassignUnit:
    """Decide between the job a unit is on (`holder`, as seen) and another one. `costs` = what the
    preview showed (coverage before and after, the waits, ETA, age of the position), by name;
    `promised` = when the unit would be there."""

    unit_id: str
    choice: Reassign
    reason: str
    holder: str
    incident_id: str = ""
    text: str = ""
    address: str | None = None
    costs: Mapping[str, str] = field(default_factory=dict)
    promised: Promised = field(default_factory=dict, compare=False)


@verb(StackUnit, "unit.stacked", Permission.DISPATCH)
def stack_unit(work: UnitOfWork, command: StackUnit, ctx: Context) -> Result:
    held_as_seen(work, command.unit_id, command.holder)
    return _stack(work, command.unit_id, command.incident_id, command.text, command.address, ctx)


def _stack(
    work: UnitOfWork, unit_id: str, incident_id: str, text: str, address: str | None, ctx: Context
) -> dict[str, object]:
    incident = open_incident(work, incident_id)
    demand_painted(work, incident, address)
    unit = work.get(Unit, unit_id)
    standing = standing_of(work, unit.id)
    if any(one.incident_id == incident.id for one in standing):
        raise OperatorError("unit_already_on_it", unit=unit.call_sign)
    if holding_of(standing) is None:
        raise OperatorError("unit_is_free", unit=unit.call_sign)
    if sum(one.kind is AssignmentKind.STACKED for one in standing) >= MOST_STACKED:
        raise OperatorError("stack_full", unit=unit.call_sign, limit=MOST_STACKED)
    order = _order(work, incident, text, ctx)
    waiting = new_assignment(order, unit, AssignmentKind.STACKED, ctx)
    work.add(waiting)
    return {"incident_id": incident.id, "unit_id": unit.id, "assignment_id": waiting.id}


def _order(work: UnitOfWork, incident: Incident, text: str, ctx: Context) -> Order:
    order = Order(
        id=ctx.new_id(),
        version=1,
        incident_id=incident.id,
        text=text[:ORDER_LENGTH],
        via="radio",
        ordered_by=ctx.act.actor,
        ordered_at=ctx.at,
    )
    work.add(order)
    return order


def open_incident(work: UnitOfWork, incident_id: str) -> Incident:
    incident = work.get(Incident, incident_id)
    if not incident.is_open:
        raise OperatorError("incident_not_open", number=incident.number, status=incident.status)
    return incident


@verb(StartStacked, "stacked.started", Permission.DISPATCH)
def start_stacked(work: UnitOfWork, command: StartStacked, ctx: Context) -> Result:
    waiting = standing_order(work, command.assignment_id)
    unit = work.get(Unit, waiting.unit_id)
    incident = open_incident(work, waiting.incident_id)
    order = work.get(Order, waiting.order_id)
    text = (command.text.strip() or order.text)[:ORDER_LENGTH]
    told = {
        "incident_id": incident.id,
        "unit_id": unit.id,
        "assignment_id": waiting.id,
        "text": text,
    }
    if waiting.kind in (AssignmentKind.ACTIVE, AssignmentKind.REQUESTED):
        return told  # somebody else has started it
    if waiting.kind is not AssignmentKind.STACKED:
        raise OperatorError("order_does_not_wait", unit=unit.call_sign)
    demand_painted(work, incident, command.address)
    held = holding_of(standing_of(work, unit.id))
    if held is not None:
        raise _still_held(work, held)
    _demand_on_duty(unit)
    handle_row(work, incident, ctx)
    work.change(order, text=text)
    orderable = work.get(Agency, unit.agency_id).orderable
    kind = AssignmentKind.ACTIVE if orderable else AssignmentKind.REQUESTED
    started = work.change(waiting, kind=kind, ordered_at=max(ctx.at, waiting.ordered_at))
    order_out(work, ctx, started, text)
    if orderable:
        since = heard_at(ctx.at, ctx)
        work.change(unit, status=UnitStatus.ORDERED, status_since=since, status_reason="")
    return told


def _still_held(work: UnitOfWork, held: Assignment) -> Conflict:
    order = work.get(Order, held.order_id)
    theirs: dict[str, object] = {"incident_id": held.incident_id, "assignment_id": held.id}
    by, at = order.ordered_by, order.ordered_at
    return Conflict("unit", held.unit_id, by=by, at=at, theirs=theirs)


def _demand_on_duty(unit: Unit) -> None:
    if unit.status in (UnitStatus.UNAVAILABLE, UnitStatus.OFF_DUTY):
        raise OperatorError("unit_not_on_duty", unit=unit.call_sign)


@verb(ReassignUnit, "unit.reassigned", Permission.DISPATCH)
def reassign_unit(work: UnitOfWork, command: ReassignUnit, ctx: Context) -> Result:
    reason = reason_of(command.reason)
    costs = costs_of(command.costs)
    unit = work.get(Unit, command.unit_id)
    held = held_as_seen(work, unit.id, command.holder or None)
    if held is None:
        raise OperatorError("unit_is_free", unit=unit.call_sign)
    told = {
        "unit_id": unit.id,
        "choice": command.choice.value,
        "reason": reason,
        "costs": costs,
        "left_id": held.incident_id,
    }
    if command.choice is Reassign.STACK:
        text, address = command.text, command.address
        return {**told, **_stack(work, unit.id, command.incident_id, text, address, ctx)}
    if command.choice is Reassign.CANCEL:
        task = call_off(work, held, command.text.strip() or reason, ctx)
        task_id = task.id if task else None
        return {**told, "incident_id": held.incident_id, "task_id": task_id}
    return {**told, **_pull(work, unit, command, ctx)}


def _pull(work: UnitOfWork, unit: Unit, command: ReassignUnit, ctx: Context) -> dict[str, object]:
    incident = open_incident(work, command.incident_id)
    demand_painted(work, incident, command.address)
    _demand_on_duty(unit)
    handle_row(work, incident, ctx)
    order = _order(work, incident, command.text, ctx)
    orderable = work.get(Agency, unit.agency_id).orderable
    kind = AssignmentKind.ACTIVE if orderable else AssignmentKind.REQUESTED
    assignment = assign(work, order, unit, kind, ctx)
    order_out(work, ctx, assignment, order.text)
    return {"incident_id": incident.id, "assignment_id": assignment.id}


def costs_of(given: Mapping[str, str]) -> dict[str, str]:
    """What was seen, short enough for the log."""
    kept = list(given.items())[:MOST_COSTS]
    return {str(name)[:COST_LENGTH]: str(value)[:COST_LENGTH] for name, value in kept}
