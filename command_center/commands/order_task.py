"""What is said to a unit after its order and counts once it was heard: a corrected address, that it
is called off, the order once more."""

from __future__ import annotations

import math
from dataclasses import dataclass

from command_center.commands.conflicts import lost_to
from command_center.commands.dispatch import (
    HOLDING,
    advance,
    close_assignment,
    heard_at,
    holding,
)
from command_center.commands.family import family
from command_center.commands.registry import Context, Result, verb
from command_center.commands.signs import demand_own, sign_of_life
from command_center.commands.unheard import TEXT_LENGTH, hear_repeat, mark_heard, raise_task
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.domain.place import LocatedBy
from command_center.domain.unit import (
    Assignment,
    CloseReason,
    Order,
    OrderStatus,
    OrderTask,
    TaskKind,
    Unit,
    UnitStatus,
)
from command_center.ports import UnitOfWork

ADDRESS_LENGTH, REASON_LENGTH = 200, 200
UNDER_WAY = (UnitStatus.ORDERED, UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE)


@dataclass(frozen=True, slots=True)
class CorrectAddress:
    """The incident is elsewhere than it said. `before` is the address that was seen: Conflict if
    somebody has corrected it otherwise since. Without a point it is where `area` says, else where
    it was; every unit ordered there must hear `text` ("" = the address)."""

    incident_id: str
    address: str
    before: str | None = None
    lat: float | None = None
    lon: float | None = None
    area: str = ""
    text: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelOrder:
    """Call a unit off. Its order ends at once; the unit stays as it was, and red, until it has
    heard so. A job that only waits for the unit is dropped, which nobody need hear."""

    assignment_id: str
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class RepeatOrder:
    """Say the order once more; it waits for an answer from now on."""

    assignment_id: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class HearTask:
    """The unit has heard it, so it says or whoever writes this heard it say."""

    task_id: str


@verb(CorrectAddress, "incident.address_corrected", Permission.TRIAGE)
def correct_address(work: UnitOfWork, command: CorrectAddress, ctx: Context) -> Result:
    incident = work.get(Incident, command.incident_id)
    if not incident.is_open:
        raise OperatorError("incident_not_open", number=incident.number, status=incident.status)
    address = " ".join(command.address.split())
    if not address:
        raise OperatorError("address_empty")
    if len(address) > ADDRESS_LENGTH or len(command.text) > TEXT_LENGTH:
        raise OperatorError("text_too_long", limit=ADDRESS_LENGTH)
    if command.before is not None and incident.address not in (command.before, address):
        raise lost_to(work, "incident", incident.id, "address", address=incident.address)
    was = incident.address
    corrected = work.change(incident, address=address, **_where(command, ctx))
    text = command.text.strip() or address
    told = {"incident_id": incident.id, "address": address, "was": was, "text": text}
    if corrected is incident:
        return {**told, "tasks": [], "assignments": []}
    sent = [
        assignment
        for member in family(work, incident.id)
        for assignment in work.find(Assignment, incident_id=member, closed_at=None)
        if assignment.kind in HOLDING
    ]
    tasks = [raise_task(work, row, TaskKind.ADDRESS, text, ctx).id for row in sent]
    ids = [row.id for row in sent]
    reason = command.reason[:REASON_LENGTH]
    return {**told, "tasks": tasks, "assignments": ids, "reason": reason}


def _where(command: CorrectAddress, ctx: Context) -> dict[str, object]:
    """The fields of the new place; none if only its words change."""
    lat, lon = command.lat, command.lon
    if (lat is None) != (lon is None):
        raise OperatorError("point_incomplete")
    if lat is not None and lon is not None:
        if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):
            raise OperatorError("point_impossible")
        how, area = LocatedBy.TYPED, ctx.city.area_at(lat, lon)
        return {"lat": lat, "lon": lon, "accuracy_m": None, "located_by": how, "area_code": area}
    if not command.area:
        return {}
    code = ctx.city.area_named(command.area)
    point = ctx.city.label_point(code) if code else None
    if code is None or point is None:
        raise OperatorError("unknown_area", area=command.area[:80])
    how = LocatedBy.KELURAHAN
    accuracy = 1500.0
    return {
        "lat": point[0],
        "lon": point[1],
        "accuracy_m": accuracy,
        "located_by": how,
        "area_code": code,
    }


def standing_order(work: UnitOfWork, assignment_id: str) -> Assignment:
    """The order as it stands. OperatorError if it has ended: the unit has vanished from it."""
    assignment = work.get(Assignment, assignment_id)
    if assignment.closed_at is not None:
        unit = work.get(Unit, assignment.unit_id)
        raise OperatorError("order_is_over", unit=unit.call_sign)
    return assignment


def call_off(work: UnitOfWork, assignment: Assignment, text: str, ctx: Context) -> OrderTask | None:
    """End the order and have the unit hear it; None if it never knew of it."""
    unit = work.get(Unit, assignment.unit_id)
    was = {
        "status": unit.status,
        "status_since": unit.status_since,
        "status_reason": unit.status_reason,
    }
    close_assignment(work, assignment, CloseReason.CANCELLED, ctx)
    if assignment.kind not in HOLDING:
        return None
    if unit.status in UNDER_WAY:
        work.change(work.get(Unit, unit.id), **was)
    return raise_task(work, assignment, TaskKind.CANCEL, text, ctx)


@verb(CancelOrder, "order.cancelled", Permission.DISPATCH)
def cancel_order(work: UnitOfWork, command: CancelOrder, ctx: Context) -> Result:
    reason = reason_of(command.reason)
    assignment = standing_order(work, command.assignment_id)
    task = call_off(work, assignment, command.text.strip() or reason, ctx)
    return {
        "incident_id": assignment.incident_id,
        "unit_id": assignment.unit_id,
        "task_id": task.id if task else None,
        "reason": reason,
    }


def reason_of(text: str) -> str:
    reason = text.strip()
    if not reason:
        raise OperatorError("order_needs_reason")
    if len(reason) > REASON_LENGTH:
        raise OperatorError("text_too_long", limit=REASON_LENGTH)
    return reason


@verb(RepeatOrder, "order.repeated", Permission.DISPATCH)
def repeat_order(work: UnitOfWork, command: RepeatOrder, ctx: Context) -> Result:
    assignment = standing_order(work, command.assignment_id)
    if assignment.kind not in HOLDING:
        unit = work.get(Unit, assignment.unit_id)
        raise OperatorError("order_not_given_yet", unit=unit.call_sign)
    if len(command.text) > TEXT_LENGTH:
        raise OperatorError("text_too_long", limit=TEXT_LENGTH)
    text = command.text.strip() or work.get(Order, assignment.order_id).text
    task = raise_task(work, assignment, TaskKind.REPEAT, text, ctx)
    return {
        "incident_id": assignment.incident_id,
        "unit_id": assignment.unit_id,
        "task_id": task.id,
        "assignments": [assignment.id],
        "text": text,
    }


@verb(HearTask, "order.heard", Permission.SET_UNIT_STATUS)
def hear_task(work: UnitOfWork, command: HearTask, ctx: Context) -> Result:
    task = work.get(OrderTask, command.task_id)
    assignment = work.get(Assignment, task.assignment_id)
    unit = work.get(Unit, assignment.unit_id)
    demand_own(work, unit, ctx)
    told = {"incident_id": assignment.incident_id, "unit_id": unit.id, "task_id": task.id}
    if task.heard_at is not None:
        return told
    mark_heard(work, task, ctx)
    sign_of_life(work, unit.id, ctx)
    if task.kind is TaskKind.CANCEL:
        _free(work, unit, ctx)
    elif assignment.closed_at is None and assignment.status is OrderStatus.ORDERED:
        advance(work, assignment, OrderStatus.ACCEPTED, ctx.at)
        hear_repeat(work, assignment, ctx)
    return told


def _free(work: UnitOfWork, unit: Unit, ctx: Context) -> None:
    """It knows that it is called off: free, unless something else holds it by now or it has said
    what it does instead."""
    if unit.status in UNDER_WAY and holding(work, unit.id) is None:
        since = heard_at(ctx.at, ctx)
        work.change(unit, status=UnitStatus.AVAILABLE, status_since=since, status_reason="")
