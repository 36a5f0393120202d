"""The words of an order to the unit's own system, written with the order. That it took them is not
that the unit has heard: that is for its answer, the radio or its position to say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from command_center.commands.registry import Context
from command_center.commands.tell import tell
from command_center.contract.messages import OrderMessage
from command_center.domain.incident import Incident
from command_center.domain.log import Change
from command_center.domain.order_routes import SETTING, OrderRoute, RouteVia, route_for, routes_of
from command_center.domain.referral import Delivery
from command_center.domain.room import RoomSetting
from command_center.domain.unit import (
    Agency,
    Assignment,
    AssignmentKind,
    Order,
    OrderTask,
    TaskKind,
    Unit,
)
from command_center.ports import UnitOfWork

ABOUT = "assignment"
_HOLDING = (AssignmentKind.ACTIVE, AssignmentKind.REQUESTED)
_HEARD = {"heard_at", "heard_by"}
_AFTER = timedelta(microseconds=1)
Said = Literal["order", "repeat", "address", "stand_down"]
_SAID: dict[TaskKind, Said] = {
    TaskKind.CANCEL: "stand_down",
    TaskKind.ADDRESS: "address",
    TaskKind.REPEAT: "repeat",
}


def order_out(work: UnitOfWork, ctx: Context, assignment: Assignment, text: str) -> None:
    """The order itself, in the words it was given."""
    _say(work, ctx, assignment, "order", text)


def task_out(
    work: UnitOfWork, ctx: Context, assignment: Assignment, kind: TaskKind, text: str
) -> None:
    """What is said to the unit after its order."""
    _say(work, ctx, assignment, _SAID[kind], text)


def stand_down_out(work: UnitOfWork, ctx: Context, assignment: Assignment) -> None:
    """It is not needed any more; one that only waited for the unit was never sent."""
    if assignment.kind in _HOLDING:
        _say(work, ctx, assignment, "stand_down", "")


def undone_out(work: UnitOfWork, ctx: Context, changes: Sequence[Change]) -> None:
    """After these were put back: an order that never was is called off, one that stands again is
    given again, and an address that is not corrected any more is as it was."""
    for change in changes:
        if change.entity == "order_task" and not change.set.keys() <= _HEARD:
            _address_out(work, ctx, work.get(OrderTask, change.id))
        if change.entity != ABOUT:
            continue
        row = work.get(Assignment, change.id)
        begun = change.version == 1 or "kind" in change.set
        if begun and AssignmentKind(change.set.get("kind", AssignmentKind.STACKED)) in _HOLDING:
            _say(work, ctx, row, "stand_down", "")
        elif row.closed_at is None and change.set.get("closed_at") and row.kind in _HOLDING:
            order_out(work, ctx, row, work.get(Order, row.order_id).text)


def _address_out(work: UnitOfWork, ctx: Context, task: OrderTask) -> None:
    row = work.get(Assignment, task.assignment_id)
    if task.kind is TaskKind.ADDRESS and row.closed_at is None:
        _say(work, ctx, row, "address", work.get(Incident, row.incident_id).address)


def _say(work: UnitOfWork, ctx: Context, assignment: Assignment, said: Said, text: str) -> None:
    unit = work.get(Unit, assignment.unit_id)
    route = route_of(work, unit)
    if route is None:
        return
    incident = work.get(Incident, assignment.incident_id)
    before = work.find(Delivery, incident_id=incident.id, about_kind=ABOUT, about_id=assignment.id)
    body = OrderMessage(
        id="",
        at=max([ctx.now, *(row.made_at + _AFTER for row in before)]),
        order=assignment.id,
        kind=said,
        call_sign=unit.call_sign,
        number=f"{incident.day}/{incident.number:04d}",
        text=text,
        address=incident.address,
        lat=incident.lat,
        lon=incident.lon,
        requested=assignment.kind is AssignmentKind.REQUESTED,
    )
    contract = route.via is RouteVia.CONTRACT
    tell(
        work,
        ctx,
        reach=route.to if contract else route.id,
        kind="order",
        body=body,
        about_kind=ABOUT,
        about_id=assignment.id,
        incident_id=incident.id,
        channel=route.via.value,
    )


def route_of(work: UnitOfWork, unit: Unit) -> OrderRoute | None:
    """How its own system is reached; None: it is told by voice."""
    kept = work.find(RoomSetting, id=SETTING)
    routes = routes_of(kept[0].value) if kept else ()
    return (
        route_for(routes, unit.call_sign, unit.kind, _agency_code(work, unit)) if routes else None
    )


def _agency_code(work: UnitOfWork, unit: Unit) -> str:
    found = work.find(Agency, id=unit.agency_id)
    return found[0].code if found else ""
