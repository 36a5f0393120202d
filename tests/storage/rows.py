"""Rows to test with, and the shortest way to write them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from command_center.domain.incident import Incident, IncidentStatus, Priority, Report, ReporterKind
from command_center.domain.log import Act
from command_center.domain.place import LocatedBy
from command_center.domain.room import Role, Room, RoomKind, Source, SourceKind, Staff
from command_center.domain.unit import (
    Agency,
    Assignment,
    AssignmentKind,
    Order,
    OrderStatus,
    Unit,
    UnitStatus,
)
from command_center.ports import EntryHead, Transaction
from command_center.storage.storage import SqlStorage

NOW = datetime(2026, 11, 21, 1, 2, 3, 456789, tzinfo=UTC)
ACT = Act("rina", "WS1", "pagi", "operator")
_counter = itertools.count(1)


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def head(op_id: str, kind: str = "test", **result: Any) -> EntryHead:
    return EntryHead(kind, op_id, ACT, NOW, NOW, {"asked": "this"}, result)


@contextmanager
def acting(storage: SqlStorage, op_id: str = "") -> Iterator[Transaction]:
    """One command of its own: everything done inside is one entry."""
    op_id = op_id or f"op-{next(_counter)}"
    with storage.begin() as work:
        assert work.outcome_of(op_id) is None
        yield work
        work.append(head(op_id))


_ROOM = Room(id="room", version=1, name="Malang", kind=RoomKind.EXERCISE, epoch="e1", pack="malang")


def room(**set: Any) -> Room:
    return replace(_ROOM, **set)


_AGENCY = Agency(
    id="polres", version=1, code="POL", name="Polresta", short="Polres", ours=True, orderable=True
)


def agency(**set: Any) -> Agency:
    return replace(_AGENCY, **set)


_STAFF = Staff(id="rina", version=1, name="Rina", initials="RN", role=Role.OPERATOR, seat="WS1")


def staff(**set: Any) -> Staff:
    return replace(_STAFF, **set)


_SOURCE = Source(
    id="110", version=1, name="110", kind=SourceKind.MANUAL, url="", enabled=True, cursor=""
)


def source(**set: Any) -> Source:
    return replace(_SOURCE, **set)


_UNIT = Unit(
    id="bravo",
    version=1,
    call_sign="BRAVO 1",
    agency_id="polres",
    kind="car",
    capabilities=("traffic", "medic"),
    crew=2,
    home=None,
    parent_id=None,
    status=UnitStatus.AVAILABLE,
    status_since=NOW,
    status_reason="",
)


def unit(**set: Any) -> Unit:
    return replace(_UNIT, **set)


_INCIDENT = Incident(
    id="fire",
    version=1,
    number=1,
    day="2026-11-21",
    status=IncidentStatus.NEW,
    priority=Priority.P1,
    priority_reason=("fire",),
    category="fire",
    title="Kebakaran",
    owner_id=None,
    claimed_at=None,
    opened_at=NOW,
    occurred_at=None,
    verified_at=None,
    verified_by=None,
    first_order_at=None,
    first_on_scene_at=None,
    closed_at=None,
    disposition=None,
    merged_into=None,
    lat=-7.97,
    lon=112.63,
    accuracy_m=25.0,
    located_by=LocatedBy.GPS,
    area_code=None,
    address="",
    operation_id=None,
    alias=None,
    time_reversed=False,
)


def incident(**set: Any) -> Incident:
    return replace(_INCIDENT, **set)


_REPORT = Report(
    id="call",
    version=1,
    source_id="110",
    external_id="x1",
    category="fire",
    text="api besar",
    reporter=ReporterKind.OPEN,
    occurred_at=None,
    received_at=NOW,
    lat=None,
    lon=None,
    accuracy_m=None,
    located_by=LocatedBy.UNKNOWN,
    area_code=None,
    address="",
    clock_skewed=False,
)


def report(**set: Any) -> Report:
    return replace(_REPORT, **set)


_ORDER = Order(
    id="go",
    version=1,
    incident_id="fire",
    text="Meluncur",
    via="radio",
    ordered_by="rina",
    ordered_at=NOW,
)


def order(**set: Any) -> Order:
    return replace(_ORDER, **set)


_ASSIGNMENT = Assignment(
    id="sent",
    version=1,
    incident_id="fire",
    unit_id="bravo",
    order_id="go",
    kind=AssignmentKind.ACTIVE,
    status=OrderStatus.ORDERED,
    ordered_at=NOW,
    accepted_at=None,
    en_route_at=None,
    on_scene_at=None,
    transport_at=None,
    hospital_at=None,
    closed_at=None,
    close_reason=None,
    time_reversed=False,
)


def assignment(**set: Any) -> Assignment:
    return replace(_ASSIGNMENT, **set)


def seed(storage: SqlStorage) -> None:
    """A room with an operator, a source, a unit, one incident with its report, and an order."""
    with acting(storage) as work:
        for row in (room(), agency(), staff(), source(), unit(), incident(), report(), order()):
            work.add(row)
