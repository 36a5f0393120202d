"""The change of shift, its items, and what is written into the book of a shift."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint
from sqlalchemy import text as sql

from command_center.domain.book import BookKind
from command_center.domain.handover import Accepted, HandoverEnd, ItemKind
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

handover = Table(
    "handover",
    METADATA,
    *flat(
        key(),
        ident("shift_id", "shift"),
        text("next_name"),
        by("out_lead_id"),
        by("in_lead_id", null=True),
        time("begun_at"),
        text("workstation", 100),
        text("state_hash", 64),
        number("items"),
        number("log_seq"),
        time("out_signed_at", null=True),
        time("in_signed_at", null=True),
        time("ended_at", null=True),
        one_of("outcome", HandoverEnd, null=True),
        by("ended_by", null=True),
        text("reason", 400),
        ident("next_shift_id", "shift", null=True),
        written(),
        CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)", name="outcome_whole"),
        CheckConstraint("in_lead_id <> out_lead_id OR outcome = 'forced'", name="two_leads"),
        CheckConstraint(
            "outcome <> 'signed' OR out_signed_at IS NOT NULL AND in_signed_at IS NOT NULL",
            name="both_signed",
        ),
    ),
)
# One at a time: two leads may press the key in the same moment, on two workstations.
GOES_ON = sql("ended_at IS NULL")
Index(
    "ux_handover_shift_id",
    handover.c.shift_id,
    unique=True,
    sqlite_where=GOES_ON,
    postgresql_where=GOES_ON,
)

handover_item = Table(
    "handover_item",
    METADATA,
    *flat(
        key(),
        ident("handover_id", "handover"),
        one_of("kind", ItemKind),
        text("subject_id", 100),
        text("title"),
        flag("red"),
        json("facts", PARAGRAPH),
        text("digest", 64),
        flag("late"),
        one_of("accepted", Accepted, null=True),
        time("accepted_at", null=True),
        by("accepted_by", null=True),
        text("accepted_digest", 64),
        written(),
        CheckConstraint(
            "(accepted IS NULL) = (accepted_by IS NULL)"
            " AND (accepted IS NULL) = (accepted_at IS NULL)",
            name="accepted_whole",
        ),
        UniqueConstraint("handover_id", "kind", "subject_id"),
    ),
)

book_entry = Table(
    "book_entry",
    METADATA,
    *flat(
        key(),
        ident("shift_id", "shift"),
        one_of("kind", BookKind),
        time("at"),
        text("text", PARAGRAPH),
        text("action", PARAGRAPH),
        by("author_id"),
        time("entered_at"),
        ident("corrects_id", "book_entry", null=True),
        time("struck_at", null=True),
        by("struck_by", null=True),
        text("struck_reason"),
        written(),
        CheckConstraint("(struck_at IS NULL) = (struck_by IS NULL)", name="struck_whole"),
    ),
)
Index("ix_book_entry_at", book_entry.c.at)
