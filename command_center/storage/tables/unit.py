"""Agencies, units and what they are doing."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table
from sqlalchemy import text as sql

from command_center.domain.unit import (
    AssignmentKind,
    CloseReason,
    OrderStatus,
    ReferralVia,
    TaskKind,
    UnitStatus,
    WelfareOutcome,
    WelfareStep,
)
from command_center.storage.tables.columns import (
    METADATA,
    PARAGRAPH,
    by,
    flag,
    flat,
    ident,
    json,
    key,
    number,
    one_of,
    text,
    time,
    written,
)

agency = Table(
    "agency",
    METADATA,
    *flat(
        key(),
        text("code", 40),
        text("name"),
        text("short", 40),
        flag("ours"),
        flag("orderable"),
        one_of("via", ReferralVia),
        text("reach", 500),
        number("answer_s"),
        number("outcome_s"),
        written(),
    ),
)

unit = Table(
    "unit",
    METADATA,
    *flat(
        key(),
        text("call_sign"),
        ident("agency_id", "agency"),
        text("kind", 40),
        json("capabilities", PARAGRAPH),
        number("crew"),
        text("home", 40, null=True),
        ident("parent_id", "unit", null=True),
        one_of("status", UnitStatus),
        time("status_since"),
        text("status_reason"),
        written(),
    ),
)

Index("ix_unit_call_sign", unit.c.call_sign)

dispatch_order = Table(
    "dispatch_order",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident"),
        text("text", PARAGRAPH),
        text("via", 40),
        by("ordered_by"),
        time("ordered_at"),
        written(),
    ),
)
Index("ix_dispatch_order_incident_id", dispatch_order.c.incident_id)

assignment = Table(
    "assignment",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident"),
        ident("unit_id", "unit"),
        ident("order_id", "dispatch_order"),
        one_of("kind", AssignmentKind),
        one_of("status", OrderStatus),
        time("ordered_at"),
        time("accepted_at", null=True),
        time("en_route_at", null=True),
        time("on_scene_at", null=True),
        time("transport_at", null=True),
        time("hospital_at", null=True),
        time("closed_at", null=True),
        one_of("close_reason", CloseReason, null=True),
        flag("time_reversed"),
        written(),
        CheckConstraint("(closed_at IS NULL) = (close_reason IS NULL)", name="closed_whole"),
        CheckConstraint("time_reversed OR accepted_at >= ordered_at", name="accepted_after"),
        CheckConstraint("time_reversed OR en_route_at >= ordered_at", name="en_route_after"),
        CheckConstraint("time_reversed OR on_scene_at >= ordered_at", name="on_scene_after"),
        CheckConstraint("time_reversed OR closed_at >= ordered_at", name="closed_after"),
    ),
)
Index("ix_assignment_incident_id", assignment.c.incident_id)

OPEN = sql("closed_at IS NULL")
Index("ix_assignment_unit_open", assignment.c.unit_id, sqlite_where=OPEN, postgresql_where=OPEN)
OPEN_ACTIVE = sql("closed_at IS NULL AND kind = 'active'")
Index(
    "ux_assignment_unit_active",
    assignment.c.unit_id,
    unique=True,
    sqlite_where=OPEN_ACTIVE,
    postgresql_where=OPEN_ACTIVE,
)
Index(
    "ux_assignment_incident_unit_open",
    assignment.c.incident_id,
    assignment.c.unit_id,
    unique=True,
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)

order_conflict = Table(
    "order_conflict",
    METADATA,
    *flat(
        key(),
        ident("unit_id", "unit"),
        ident("standing_id", "assignment"),
        ident("reported_id", "assignment"),
        time("raised_at"),
        time("resolved_at", null=True),
        by("resolved_by", null=True),
        ident("kept_id", "assignment", null=True),
        written(),
        CheckConstraint("standing_id <> reported_id", name="two_orders"),
        CheckConstraint(
            "(resolved_at IS NULL) = (resolved_by IS NULL)"
            " AND (resolved_at IS NULL) = (kept_id IS NULL)",
            name="resolved_whole",
        ),
    ),
)
UNRESOLVED = sql("resolved_at IS NULL")
Index(
    "ix_order_conflict_unresolved",
    order_conflict.c.unit_id,
    sqlite_where=UNRESOLVED,
    postgresql_where=UNRESOLVED,
)

order_task = Table(
    "order_task",
    METADATA,
    *flat(
        key(),
        ident("assignment_id", "assignment"),
        one_of("kind", TaskKind),
        text("text", 1_000),
        time("raised_at"),
        by("raised_by"),
        time("heard_at", null=True),
        by("heard_by", null=True),
        written(),
        CheckConstraint("(heard_at IS NULL) = (heard_by IS NULL)", name="heard_whole"),
    ),
)
Index("ix_order_task_assignment_id", order_task.c.assignment_id)
UNHEARD = sql("heard_at IS NULL")
Index("ix_order_task_unheard", order_task.c.id, sqlite_where=UNHEARD, postgresql_where=UNHEARD)

welfare_check = Table(
    "welfare_check",
    METADATA,
    *flat(
        key(),
        ident("unit_id", "unit"),
        one_of("step", WelfareStep),
        flag("moving"),
        time("started_at"),
        time("step_at"),
        by("step_by"),
        one_of("outcome", WelfareOutcome, null=True),
        time("ended_at", null=True),
        by("ended_by", null=True),
        text("reason", 500),
        written(),
        CheckConstraint(
            "(ended_at IS NULL) = (outcome IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)",
            name="ended_whole",
        ),
        CheckConstraint("outcome <> 'given_up' OR length(reason) > 0", name="given_up_why"),
    ),
)
LOOKED_FOR = sql("ended_at IS NULL")
Index(
    "ux_welfare_check_unit_open",
    welfare_check.c.unit_id,
    unique=True,
    sqlite_where=LOOKED_FOR,
    postgresql_where=LOOKED_FOR,
)

road_closure = Table(
    "road_closure",
    METADATA,
    *flat(
        key(),
        text("name"),
        json("line", PARAGRAPH),
        text("reason", 500),
        time("closed_at"),
        by("closed_by"),
        time("until", null=True),
        time("opened_at", null=True),
        written(),
    ),
)
CLOSED = sql("opened_at IS NULL")
Index("ix_road_closure_closed", road_closure.c.id, sqlite_where=CLOSED, postgresql_where=CLOSED)
