"""A unit on an incident, and a situation of a few rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from command_center.domain.entities import ENTITY_NAMES, as_fields, to_json
from command_center.domain.incident import Incident, Priority
from command_center.domain.place import LocatedBy
from command_center.domain.unit import (
    Assignment,
    AssignmentKind,
    OrderStatus,
    OrderTask,
    TaskKind,
    Unit,
    UnitStatus,
)
from command_center.ports import Position, RowsSnapshot
from command_center.situation.situation import Situation
from tests.ui import scene
from tests.ui.scene import NOW

TKP = (-7.9770, 112.6340)


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def situation_of(rows: Iterable[Any]) -> Situation:
    tables: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        tables.setdefault(ENTITY_NAMES[type(row)], []).append(to_json(as_fields(row)))
    situation = Situation()
    situation.load(RowsSnapshot(0, bytes(32), "e", tables))
    return situation


def incident_at(
    number: int = 1, lat: float | None = TKP[0], lon: float | None = TKP[1], **given: Any
) -> Incident:
    made = scene.incident(number, "Massa", Priority.P2, 600)
    where = {"lat": lat, "lon": lon, "accuracy_m": 10.0, "located_by": LocatedBy.GPS}
    return replace(made, **{**where, **given})


def on_its_way(
    status: OrderStatus = OrderStatus.EN_ROUTE,
    *,
    accepted_s: float | None = 300,
    en_route_s: float | None = None,
    since_s: float = 300,
    kind: AssignmentKind = AssignmentKind.ACTIVE,
    incident: Incident | None = None,
) -> tuple[Unit, Assignment, Incident]:
    """A unit that was ordered five minutes ago and has got as far as `status`."""
    incident = incident or incident_at()
    shown = {
        OrderStatus.ORDERED: UnitStatus.ORDERED,
        OrderStatus.ACCEPTED: UnitStatus.ORDERED,
        OrderStatus.EN_ROUTE: UnitStatus.EN_ROUTE,
        OrderStatus.ON_SCENE: UnitStatus.ON_SCENE,
    }[status]
    unit = replace(scene.unit_rows()[0], status=shown, status_since=ago(since_s))
    assignment = Assignment(
        id="a1",
        version=1,
        incident_id=incident.id,
        unit_id=unit.id,
        order_id="o1",
        kind=kind,
        status=status,
        ordered_at=ago(310),
        accepted_at=None if accepted_s is None else ago(accepted_s),
        en_route_at=None if en_route_s is None else ago(en_route_s),
        on_scene_at=None,
        transport_at=None,
        hospital_at=None,
        closed_at=None,
        close_reason=None,
        time_reversed=False,
    )
    return unit, assignment, incident


def task(kind: TaskKind, raised_s: float, *, heard_s: float | None = None) -> OrderTask:
    heard = None if heard_s is None else ago(heard_s)
    return OrderTask("t1", 1, "a1", kind, "x", ago(raised_s), "s", heard, "s" if heard else None)


def drive(situation: Situation, unit: Unit, *heard: tuple[float, float, float]) -> None:
    """Positions one after the other: (seconds ago, metres north of the incident, metres/s)."""
    for seconds, north_m, speed_mps in heard:
        lat = TKP[0] + north_m / 111_195
        position = Position(unit.id, lat, TKP[1], 6.0, speed_mps, None, ago(seconds))
        situation.place({unit.id: position})
