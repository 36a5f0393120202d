"""Places, decisions, tasks and the order of battle of an operation."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table
from sqlalchemy import text as sql

from command_center.domain.operation import (
    Authority,
    Branch,
    DecisionKind,
    ForceStage,
    PartKind,
    TaskKind,
)
from command_center.domain.room import SituationLevel
from command_center.storage.tables.columns import (
    METADATA,
    PARAGRAPH,
    by,
    flag,
    flat,
    ident,
    key,
    number,
    one_of,
    text,
    time,
    written,
)

# What refers to its own table is a plain id, as a table of which a row restricts another cannot be
# dropped by SQLite.
STANDING = sql("left_at IS NULL")


def _single(name: str, *columns: Column[str]) -> None:
    """At most one of them while they stand."""
    Index(name, *columns, unique=True, sqlite_where=STANDING, postgresql_where=STANDING)


operation_place = Table(
    "operation_place",
    METADATA,
    *flat(
        key(),
        ident("operation_id", "operation"),
        text("name", 80),
        ident("site_id", "site", null=True),
        text("control"),
        time("added_at"),
        time("left_at", null=True),
        written(),
    ),
)
_single("ux_operation_place_name", operation_place.c.operation_id, operation_place.c.name)

decision = Table(
    "decision",
    METADATA,
    *flat(
        key(),
        ident("operation_id", "operation"),
        text("place", 80),
        one_of("kind", DecisionKind),
        one_of("level", SituationLevel, null=True),
        one_of("was", SituationLevel, null=True),
        text("text", PARAGRAPH),
        text("ordered_by"),
        one_of("authority", Authority, null=True),
        flag("unusual"),
        text("reason", PARAGRAPH),
        one_of("force_stage", ForceStage, null=True),
        by("revokes", null=True),
        time("at"),
        by("entered_by"),
        written(),
    ),
)
Index("ix_decision_operation_id", decision.c.operation_id)
# a decision is taken back once
Index("ux_decision_revokes", decision.c.revokes, unique=True)

hearing = Table(
    "hearing",
    METADATA,
    *flat(
        key(),
        ident("decision_id", "decision"),
        text("who"),
        text("how", 80),
        time("at"),
        by("entered_by"),
        time("struck_at", null=True),
        written(),
    ),
)
Index("ix_hearing_decision_id", hearing.c.decision_id)

plan_task = Table(
    "plan_task",
    METADATA,
    *flat(
        key(),
        ident("operation_id", "operation"),
        text("place", 80),
        ident("decision_id", "decision"),
        one_of("level", SituationLevel),
        one_of("kind", TaskKind),
        text("text", 400),
        text("subject", PARAGRAPH),
        text("owner"),
        time("due_at"),
        time("done_at", null=True),
        by("done_by", null=True),
        flag("dropped"),
        text("note", PARAGRAPH),
        written(),
    ),
)
Index("ix_plan_task_decision_id", plan_task.c.decision_id)

operation_part = Table(
    "operation_part",
    METADATA,
    *flat(
        key(),
        ident("operation_id", "operation"),
        one_of("kind", PartKind),
        text("name", 80),
        by("parent_id", null=True),
        text("area_code", 40, null=True),
        time("left_at", null=True),
        written(),
    ),
)
_single(
    "ux_operation_part_name",
    operation_part.c.operation_id,
    operation_part.c.kind,
    operation_part.c.name,
)

force = Table(
    "force",
    METADATA,
    *flat(
        key(),
        ident("operation_id", "operation"),
        one_of("branch", Branch),
        text("name", 120),
        by("parent_id", null=True),
        number("strength"),
        text("leader"),
        text("call_sign", 40),
        ident("part_id", "operation_part", null=True),
        ident("talk_group_id", "operation_part", null=True),
        text("area_code", 40, null=True),
        text("note", 400),
        text("source", 400),
        time("left_at", null=True),
        written(),
    ),
)
_single("ux_force_name", force.c.operation_id, force.c.branch, force.c.name)
