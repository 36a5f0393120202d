"""Who works when, and who came."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint
from sqlalchemy import text as sql

from command_center.domain.roster import CheckState, RollState, SwapState
from command_center.storage.tables.columns import (
    METADATA,
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

regu = Table(
    "regu",
    METADATA,
    *flat(key(), text("name", 60), time("disbanded_at", null=True), written()),
)

personnel = Table(
    "personnel",
    METADATA,
    *flat(
        key(),
        text("nrp", 20),
        text("name", 80),
        text("rank", 40),
        ident("agency_id", "agency"),
        text("position", 60),
        ident("regu_id", "regu", null=True),
        ident("unit_id", "unit", null=True),
        ident("staff_id", "staff", null=True),
        time("left_at", null=True),
        written(),
        UniqueConstraint("nrp"),
    ),
)

duty = Table(
    "duty",
    METADATA,
    *flat(
        key(),
        text("day", 10),
        number("number"),
        text("pattern", 40),
        time("starts_at"),
        time("ends_at"),
        ident("regu_id", "regu"),
        ident("personnel_id", "personnel", null=True),
        time("struck_at", null=True),
        written(),
        CheckConstraint("ends_at > starts_at", name="in_order"),
    ),
)
Index("ix_duty_day", duty.c.day)
Index("ix_duty_ends_at", duty.c.ends_at)

duty_swap = Table(
    "duty_swap",
    METADATA,
    *flat(
        key(),
        ident("giver_id", "personnel"),
        ident("giver_duty_id", "duty"),
        ident("taker_id", "personnel"),
        ident("taker_duty_id", "duty", null=True),
        text("reason", 400),
        time("ends_at"),
        one_of("state", SwapState),
        by("asked_by"),
        time("asked_at"),
        by("decided_by", null=True),
        time("decided_at", null=True),
        text("why", 400),
        written(),
        CheckConstraint("giver_id <> taker_id", name="between_two"),
    ),
)

roll_call = Table(
    "roll_call",
    METADATA,
    *flat(
        key(),
        time("starts_at"),
        time("ends_at"),
        by("opened_by"),
        time("opened_at"),
        by("finished_by", null=True),
        time("finished_at", null=True),
        written(),
        UniqueConstraint("starts_at"),
    ),
)

roll_mark = Table(
    "roll_mark",
    METADATA,
    *flat(
        key(),
        ident("roll_call_id", "roll_call"),
        ident("personnel_id", "personnel"),
        ident("regu_id", "regu", null=True),
        ident("unit_id", "unit", null=True),
        one_of("state", RollState),
        text("reason", 200),
        flag("listed"),
        time("at"),
        by("said_by"),
        written(),
        UniqueConstraint("roll_call_id", "personnel_id"),
    ),
)

unit_check = Table(
    "unit_check",
    METADATA,
    *flat(
        key(),
        ident("roll_call_id", "roll_call"),
        ident("unit_id", "unit"),
        one_of("vehicle", CheckState),
        one_of("radio", CheckState),
        one_of("weapon", CheckState),
        one_of("equipment", CheckState),
        text("note", 200),
        time("at"),
        by("said_by"),
        written(),
        UniqueConstraint("roll_call_id", "unit_id"),
    ),
)

seating = Table(
    "seating",
    METADATA,
    *flat(
        key(),
        ident("workstation_id", "workstation"),
        ident("personnel_id", "personnel"),
        time("since"),
        time("until", null=True),
        written(),
    ),
)
SITS = sql("until IS NULL")
Index(
    "ux_seating_workstation_id",
    seating.c.workstation_id,
    unique=True,
    sqlite_where=SITS,
    postgresql_where=SITS,
)
