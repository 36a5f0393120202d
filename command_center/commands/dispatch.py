"""Orders: give one, hear it answered, follow it, release the unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from command_center.commands.conflicts import lost_to
from command_center.commands.intake import SKEW_ALLOWED
from command_center.commands.order_out import order_out, stand_down_out
from command_center.commands.owners import in_this_shift
from command_center.commands.promises import Promised
from command_center.commands.registry import Context, Result, verb
from command_center.commands.signs import demand_own, sign_of_life
from command_center.commands.tell import tell_reporters
from command_center.commands.unheard import hear_calling_off, hear_repeat
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.incident import Incident, IncidentStatus
from command_center.domain.moves import check_move
from command_center.domain.permissions import Permission
from command_center.domain.unit import (
    Agency,
    Assignment,
    AssignmentKind,
    CloseReason,
    Order,
    OrderStatus,
    Unit,
    UnitStatus,
)
from command_center.ports import UnitOfWork

ORDER_LENGTH = 1000

# What a unit says about itself, as progress on the order that holds it.
PROGRESS = {
    UnitStatus.EN_ROUTE: OrderStatus.EN_ROUTE,
    UnitStatus.ON_SCENE: OrderStatus.ON_SCENE,
}
HOLDING = (AssignmentKind.ACTIVE, AssignmentKind.REQUESTED)
STEP_FIELD = {
    OrderStatus.ACCEPTED: "accepted_at",
    OrderStatus.EN_ROUTE: "en_route_at",
    OrderStatus.ON_SCENE: "on_scene_at",
}


@dataclass(frozen=True, slots=True)
class OrderUnits:
    """Send units to an incident. A unit of an agency that is not ours to order is asked instead.
    A unit that is on another incident is taken from it and that is logged; but `holders`, one for
    each unit, are the assignments that were seen to hold them ("" for none), and who holds a unit
    that was seen free, or on something else, was first: Conflict. `address` is the incident's as
    it was painted with the words of the order: Conflict if it has been corrected since. `promised`
    goes into the log and decides nothing."""

    incident_id: str
    unit_ids: tuple[str, ...]
    text: str
    via: str = "radio"
    holders: tuple[str, ...] | None = None
    address: str | None = None
    promised: Promised = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class AcknowledgeOrder:
    """The unit has heard its order. `holder`, here and below, is the assignment that was seen to
    hold the unit, "" for none: Conflict if another holds it by now."""

    unit_id: str
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class SetUnitStatus:
    """What a unit says of itself, or an operator on its behalf. `observed_at` by its clock."""

    unit_id: str
    status: UnitStatus
    observed_at: datetime | None = None
    reason: str = ""
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class ReleaseUnit:
    """Take a unit off its incident."""

    unit_id: str
    holder: str | None = None


def handle_row(work: UnitOfWork, incident: Incident, ctx: Context) -> Incident:
    """Ordering implies verifying, owning and handling, by the person who orders."""
    fields: dict[str, Any] = {}
    if incident.verified_at is None:
        fields |= {"verified_at": ctx.at, "verified_by": ctx.act.actor}
    if incident.owner_id is None and in_this_shift(work, ctx):
        fields |= {"owner_id": ctx.act.actor, "claimed_at": ctx.at}
    if incident.first_order_at is None:
        fields["first_order_at"] = ctx.at
    if incident.status is not IncidentStatus.HANDLED:
        check_move("incident", incident.status, IncidentStatus.HANDLED)
        fields["status"] = IncidentStatus.HANDLED
    if not fields:
        return incident
    handled = work.change(incident, **fields)
    tell_reporters(work, handled, "in_progress", ctx)
    return handled


def heard_at(at: datetime, ctx: Context) -> datetime:
    """Since when a unit has its status. A clock ahead of ours must not keep it fresh: then it is
    as old as the moment we heard."""
    return at if at <= ctx.now + SKEW_ALLOWED else ctx.now


def demand_painted(work: UnitOfWork, incident: Incident, address: str | None) -> None:
    """Nobody is sent to where the incident was a moment ago."""
    if address is not None and incident.address != address:
        raise lost_to(work, "incident", incident.id, "address", address=incident.address)


def holding(work: UnitOfWork, unit_id: str) -> Assignment | None:
    """The assignment that holds the unit now."""
    return holding_of(standing_of(work, unit_id))


def standing_of(work: UnitOfWork, unit_id: str) -> list[Assignment]:
    """All open assignments of the unit, read together: two questions may hear two answers."""
    return work.find(Assignment, unit_id=unit_id, closed_at=None)


def holding_of(standing: Sequence[Assignment]) -> Assignment | None:
    """Of a unit's open assignments the one that holds it."""
    for kind in HOLDING:
        for row in standing:
            if row.kind is kind:
                return row
    return None


def held_as_seen(work: UnitOfWork, unit_id: str, seen: str | None) -> Assignment | None:
    """What holds the unit; Conflict, saying who gave the order, if that is not what was seen. That
    it has been let go meanwhile is no conflict."""
    held = holding(work, unit_id)
    _demand_seen(work, held, seen)
    return held


def _demand_seen(work: UnitOfWork, held: Assignment | None, seen: str | None) -> None:
    if held is None or seen in (None, held.id):
        return
    order = work.get(Order, held.order_id)
    theirs: dict[str, object] = {"incident_id": held.incident_id, "assignment_id": held.id}
    raise Conflict("unit", held.unit_id, by=order.ordered_by, at=order.ordered_at, theirs=theirs)


# The steps of an assignment in the order the world takes them.
STEPS = (
    "ordered_at",
    "accepted_at",
    "en_route_at",
    "on_scene_at",
    "transport_at",
    "hospital_at",
    "closed_at",
)


def runs_backwards(assignment: Assignment, step: str, at: datetime) -> bool:
    """Whether `at` for `step` lies before an earlier step or after a later one. That a unit was
    taken away says nothing about its clock."""
    place = STEPS.index(step)
    times = [getattr(assignment, name) for name in STEPS]
    if assignment.close_reason is CloseReason.SUPERSEDED:
        times[-1] = None
    return any(t is not None and t > at for t in times[:place]) or any(
        t is not None and t < at for t in times[place + 1 :]
    )


def close_assignment(
    work: UnitOfWork, assignment: Assignment, reason: CloseReason, ctx: Context
) -> None:
    """End an assignment; a unit it held becomes available unless it says otherwise later. One that
    was only reported, or waited for the unit, never held it."""
    work.change(
        assignment,
        closed_at=ctx.at,
        close_reason=reason,
        time_reversed=assignment.time_reversed or runs_backwards(assignment, "closed_at", ctx.at),
    )
    if assignment.kind not in HOLDING:
        return
    unit = work.get(Unit, assignment.unit_id)
    if reason is not CloseReason.SUPERSEDED and unit.status in (
        UnitStatus.ORDERED,
        UnitStatus.EN_ROUTE,
        UnitStatus.ON_SCENE,
    ):
        since = heard_at(ctx.at, ctx)
        work.change(unit, status=UnitStatus.AVAILABLE, status_since=since, status_reason="")


def assign(
    work: UnitOfWork, order: Order, unit: Unit, kind: AssignmentKind, ctx: Context
) -> Assignment:
    """Put a unit on the order's incident; a newer order closes the one that held it."""
    held = holding(work, unit.id)
    return _assign_as_read(work, order, work.get(Unit, unit.id), held, kind, ctx)


def _assign_as_read(
    work: UnitOfWork,
    order: Order,
    unit: Unit,
    held: Assignment | None,
    kind: AssignmentKind,
    ctx: Context,
) -> Assignment:
    """`unit` and what holds it as they were read when it was decided: whoever changes either in
    between is found out by its version, or by the one row that may hold a unit."""
    if held is not None:
        if held.incident_id == order.incident_id:
            raise OperatorError("unit_already_on_it", unit=unit.call_sign)
        close_assignment(work, held, CloseReason.SUPERSEDED, ctx)
    for waiting in work.find(
        Assignment, unit_id=unit.id, incident_id=order.incident_id, closed_at=None
    ):
        if waiting.kind is AssignmentKind.STACKED:
            close_assignment(work, waiting, CloseReason.SUPERSEDED, ctx)
    assignment = new_assignment(order, unit, kind, ctx)
    work.add(assignment)
    if kind is AssignmentKind.ACTIVE:
        since = heard_at(ctx.at, ctx)
        work.change(unit, status=UnitStatus.ORDERED, status_since=since, status_reason="")
    return assignment


def new_assignment(
    order: Order, unit: Unit, kind: AssignmentKind, ctx: Context, *, at: datetime | None = None
) -> Assignment:
    """Ordered `at`, or as the command's time says."""
    return Assignment(
        id=ctx.new_id(),
        version=1,
        incident_id=order.incident_id,
        unit_id=unit.id,
        order_id=order.id,
        kind=kind,
        status=OrderStatus.ORDERED,
        ordered_at=at or ctx.at,
        accepted_at=None,
        en_route_at=None,
        on_scene_at=None,
        transport_at=None,
        hospital_at=None,
        closed_at=None,
        close_reason=None,
        time_reversed=False,
    )


@verb(OrderUnits, "units.ordered", Permission.DISPATCH)
def order_units(work: UnitOfWork, command: OrderUnits, ctx: Context) -> Result:
    if not command.unit_ids:
        raise OperatorError("order_needs_units")
    incident = work.get(Incident, command.incident_id)
    if not incident.is_open:
        raise OperatorError("incident_not_open", number=incident.number, status=incident.status)
    demand_painted(work, incident, command.address)
    units = _to_send(work, command)
    if not units:
        return {"incident_id": incident.id}
    handle_row(work, incident, ctx)
    order = Order(
        id=ctx.new_id(),
        version=1,
        incident_id=incident.id,
        text=command.text[:ORDER_LENGTH],
        via=command.via,
        ordered_by=ctx.act.actor,
        ordered_at=ctx.at,
    )
    work.add(order)
    for unit, held in units:
        orderable = work.get(Agency, unit.agency_id).orderable
        kind = AssignmentKind.ACTIVE if orderable else AssignmentKind.REQUESTED
        order_out(work, ctx, _assign_as_read(work, order, unit, held, kind, ctx), order.text)
    return {"incident_id": incident.id, "order_id": order.id}


def _to_send(work: UnitOfWork, command: OrderUnits) -> list[tuple[Unit, Assignment | None]]:
    """The units that are still to be ordered, and what holds them: whom somebody else sent to the
    same incident meanwhile is on the way already."""
    seen = dict(zip(command.unit_ids, command.holders or (), strict=False))
    units = []
    for unit_id in dict.fromkeys(command.unit_ids):
        unit = work.get(Unit, unit_id)
        held = holding(work, unit_id)
        if held is not None and held.incident_id == command.incident_id:
            if seen.get(unit_id, held.id) != held.id:
                continue
        else:
            _demand_seen(work, held, seen.get(unit_id))
        if unit.status in (UnitStatus.UNAVAILABLE, UnitStatus.OFF_DUTY):
            raise OperatorError("unit_not_on_duty", unit=unit.call_sign)
        units.append((unit, held))
    return units


def advance(work: UnitOfWork, assignment: Assignment, to: OrderStatus, at: datetime) -> Assignment:
    """Move an assignment forward. A step said again, or late, sets its missing time and does not
    move the status back; times that run backwards are stored and flagged."""
    field = STEP_FIELD[to]
    fields: dict[str, Any] = {}
    if getattr(assignment, field) is None:
        fields[field] = at
    order = list(OrderStatus)
    if order.index(to) > order.index(assignment.status):
        check_move("assignment", assignment.status, to)
        fields["status"] = to
    if runs_backwards(assignment, field, at):
        fields["time_reversed"] = True
    return work.change(assignment, **fields) if fields else assignment


@verb(AcknowledgeOrder, "order.acknowledged", Permission.SET_UNIT_STATUS)
def acknowledge(work: UnitOfWork, command: AcknowledgeOrder, ctx: Context) -> Result:
    demand_own(work, work.get(Unit, command.unit_id), ctx)
    assignment = held_as_seen(work, command.unit_id, command.holder)
    if assignment is None:
        raise OperatorError("unit_has_no_order")
    advance(work, assignment, OrderStatus.ACCEPTED, ctx.at)
    hear_repeat(work, assignment, ctx)
    hear_calling_off(work, command.unit_id, ctx)
    sign_of_life(work, command.unit_id, ctx)
    return {"incident_id": assignment.incident_id}


def first_on_scene(work: UnitOfWork, incident_id: str, at: datetime) -> None:
    incident = work.get(Incident, incident_id)
    if incident.first_on_scene_at is None:
        work.change(incident, first_on_scene_at=at)


@verb(SetUnitStatus, "unit.status", Permission.SET_UNIT_STATUS, always_logged=True)
def set_unit_status(work: UnitOfWork, command: SetUnitStatus, ctx: Context) -> Result:
    unit = work.get(Unit, command.unit_id)
    demand_own(work, unit, ctx)
    at = command.observed_at or ctx.at
    assignment = held_as_seen(work, unit.id, command.holder)
    if command.observed_at is not None and at < unit.status_since:
        return _heard_late(work, command, assignment, at)
    sign_of_life(work, unit.id, ctx)
    progress = PROGRESS.get(command.status)
    if progress is not None and assignment is not None:
        advance(work, assignment, progress, at)
        hear_repeat(work, assignment, ctx)
        if progress is OrderStatus.ON_SCENE:
            first_on_scene(work, assignment.incident_id, at)
    elif command.status is UnitStatus.ORDERED:
        raise OperatorError("status_needs_order", unit=unit.call_sign)
    elif assignment is not None and _frees(command.status):
        close_assignment(work, assignment, CloseReason.DONE, ctx)
    if _frees(command.status):
        hear_calling_off(work, unit.id, ctx)
    if assignment is not None:
        unit = work.get(Unit, unit.id)  # it may have been let go just now, by this
    _say(work, unit, command, heard_at(at, ctx))
    return {"unit_id": unit.id, "incident_id": assignment.incident_id if assignment else None}


def _heard_late(
    work: UnitOfWork, command: SetUnitStatus, assignment: Assignment | None, at: datetime
) -> Result:
    """The unit has said something newer: this is kept, and moves nothing back."""
    about = None if assignment is None else assignment.incident_id
    field = STEP_FIELD.get(PROGRESS.get(command.status, OrderStatus.ORDERED))
    if assignment is not None and field is not None and getattr(assignment, field) is None:
        backwards = assignment.time_reversed or runs_backwards(assignment, field, at)
        times: dict[str, Any] = {field: at, "time_reversed": backwards}
        work.change(assignment, **times)
    late = command.status.value
    return {"unit_id": command.unit_id, "incident_id": about, "late": late}


def _frees(status: UnitStatus) -> bool:
    """A unit that says this is no longer on its incident."""
    return status in (
        UnitStatus.AVAILABLE,
        UnitStatus.RETURNING,
        UnitStatus.BREAK,
        UnitStatus.UNAVAILABLE,
        UnitStatus.OFF_DUTY,
    )


def _say(work: UnitOfWork, unit: Unit, command: SetUnitStatus, since: datetime) -> None:
    check_move("unit", unit.status, command.status)
    reason = command.reason[:200]
    work.change(unit, status=command.status, status_since=since, status_reason=reason)


@verb(ReleaseUnit, "unit.released", Permission.DISPATCH)
def release(work: UnitOfWork, command: ReleaseUnit, ctx: Context) -> Result:
    assignment = held_as_seen(work, command.unit_id, command.holder)
    if assignment is None and command.holder:
        return {"unit_id": command.unit_id}  # somebody else has let it go
    if assignment is None:
        raise OperatorError("unit_has_no_order")
    close_assignment(work, assignment, CloseReason.CANCELLED, ctx)
    stand_down_out(work, ctx, assignment)
    return {"incident_id": assignment.incident_id, "unit_id": command.unit_id}
