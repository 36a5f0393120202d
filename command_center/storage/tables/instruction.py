"""Instructions and who has heard them, tasks of the room, notes of the shift lead."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table
from sqlalchemy import text as sql

from command_center.domain.instruction import TOLD_BY_LENGTH, AddresseeKind, HeardBy, Repeats
from command_center.storage.tables.columns import (
    METADATA,
    PARAGRAPH,
    by,
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

instruction = Table(
    "instruction",
    METADATA,
    *flat(
        key(),
        text("text", PARAGRAPH),
        text("ordered_by"),
        by("given_by"),
        time("given_at"),
        time("due_at"),
        time("expires_at", null=True),
        ident("incident_id", "incident", null=True),
        time("withdrawn_at", null=True),
        by("withdrawn_by", null=True),
        text("reason"),
        CheckConstraint("due_at >= given_at", name="due_later"),
        CheckConstraint("expires_at IS NULL OR expires_at >= due_at", name="expires_later"),
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawn_whole"),
        written(),
    ),
)
Index("ix_instruction_withdrawn_at", instruction.c.withdrawn_at)

instruction_receipt = Table(
    "instruction_receipt",
    METADATA,
    *flat(
        key(),
        ident("instruction_id", "instruction"),
        one_of("kind", AddresseeKind),
        text("addressee", 100),
        time("heard_at", null=True),
        by("heard_by", null=True),
        one_of("how", HeardBy, null=True),
        ident("radio_line_id", "radio_line", null=True),
        CheckConstraint("(heard_at IS NULL) = (heard_by IS NULL)", name="heard_whole"),
        CheckConstraint("(heard_at IS NULL) = (how IS NULL)", name="how_whole"),
        written(),
        text("told_by", TOLD_BY_LENGTH),
    ),
)
Index(
    "ux_instruction_receipt_addressee",
    instruction_receipt.c.instruction_id,
    instruction_receipt.c.kind,
    instruction_receipt.c.addressee,
    unique=True,
)

room_task = Table(
    "room_task",
    METADATA,
    *flat(
        key(),
        text("title"),
        text("text", PARAGRAPH),
        one_of("repeats", Repeats),
        time("first_at", null=True),
        number("after_min"),
        text("at", 5),
        json("days", 40),
        one_of("owner_kind", AddresseeKind),
        text("owner", 100),
        by("made_by"),
        time("made_at"),
        time("ended_at", null=True),
        by("ended_by", null=True),
        text("reason"),
        CheckConstraint("(repeats = 'sekali') = (first_at IS NOT NULL)", name="first_whole"),
        written(),
    ),
)

_STANDING = sql("struck_at IS NULL")
task_turn = Table(
    "task_turn",
    METADATA,
    *flat(
        key(),
        ident("task_id", "room_task"),
        time("due_at"),
        time("done_at"),
        by("done_by"),
        text("note", 400),
        time("struck_at", null=True),
        written(),
    ),
)
Index(
    "ux_task_turn_due",
    task_turn.c.task_id,
    task_turn.c.due_at,
    unique=True,
    sqlite_where=_STANDING,
    postgresql_where=_STANDING,
)
Index("ix_task_turn_due_at", task_turn.c.due_at)

shift_note = Table(
    "shift_note",
    METADATA,
    *flat(
        key(),
        text("text", PARAGRAPH),
        by("author_id"),
        time("at"),
        time("starts_at"),
        time("ends_at"),
        time("struck_at", null=True),
        by("struck_by", null=True),
        text("reason"),
        CheckConstraint("ends_at > starts_at", name="ends_later"),
        written(),
    ),
)
Index("ix_shift_note_ends_at", shift_note.c.ends_at)
