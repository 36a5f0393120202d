"""Telephone and radio, and the neighbourhoods' own watch."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint
from sqlalchemy import text as sql

from command_center.domain.partner import CallState, PartnerKind, RatingLevel
from command_center.storage.tables.columns import (
    METADATA,
    PARAGRAPH,
    by,
    flat,
    ident,
    key,
    number,
    one_of,
    text,
    time,
    written,
)

phone_call = Table(
    "phone_call",
    METADATA,
    *flat(
        key(),
        ident("source_id", "source"),
        text("call_id"),
        text("caller_ref", 64),
        by("subject_id", null=True),
        text("called", 60),
        one_of("state", CallState),
        number("step"),
        time("ringing_at"),
        time("claimed_at", null=True),
        by("claimed_by", null=True),
        time("ended_at", null=True),
        ident("incident_id", "incident", null=True),
        text("area_code", 40, null=True),
        time("called_back_at", null=True),
        by("called_back_by", null=True),
        text("outcome", 500),
        written(),
        UniqueConstraint("source_id", "call_id"),
    ),
)
Index("ix_phone_call_caller_ref", phone_call.c.caller_ref)
Index("ix_phone_call_ringing_at", phone_call.c.ringing_at)

prank_mark = Table(
    "prank_mark",
    METADATA,
    *flat(
        key(),
        text("caller_ref", 64),
        ident("call_id", "phone_call", null=True),
        text("reason", 500),
        time("marked_at"),
        by("marked_by"),
        time("struck_at", null=True),
        written(),
    ),
)
Index("ix_prank_mark_caller_ref", prank_mark.c.caller_ref)

partner = Table(
    "partner",
    METADATA,
    *flat(
        key(),
        one_of("kind", PartnerKind),
        text("name"),
        text("call_sign", 40),
        text("area_code", 40, null=True),
        text("rw", 20),
        text("reach"),
        time("left_at", null=True),
        written(),
    ),
)
CALLED = sql("call_sign <> '' AND left_at IS NULL")
Index("ix_partner_call_sign", partner.c.call_sign, sqlite_where=CALLED, postgresql_where=CALLED)

night_watch = Table(
    "night_watch",
    METADATA,
    *flat(
        key(),
        text("area_code", 40, null=True),
        text("rw", 20),
        number("weekday"),
        text("starts", 5),
        text("ends", 5),
        number("people"),
        text("contact"),
        time("left_at", null=True),
        written(),
        CheckConstraint("weekday <= 6", name="weekday_of_week"),
    ),
)

radio_line = Table(
    "radio_line",
    METADATA,
    *flat(
        key(),
        text("channel", 40),
        text("call_sign", 40),
        ident("partner_id", "partner", null=True),
        text("text", PARAGRAPH),
        text("activity", 40),
        time("at"),
        ident("incident_id", "incident", null=True),
        by("entered_by"),
        time("struck_at", null=True),
        written(),
    ),
)
Index("ix_radio_line_at", radio_line.c.at)
Index("ix_radio_line_incident_id", radio_line.c.incident_id)

rating = Table(
    "rating",
    METADATA,
    *flat(
        key(),
        text("area_code", 40, null=True),
        text("place"),
        text("rw", 20),
        text("topic", 60),
        one_of("level", RatingLevel),
        text("note", PARAGRAPH),
        ident("source_id", "source", null=True),
        text("author"),
        time("rated_at"),
        written(),
    ),
)
Index("ix_rating_area_code", rating.c.area_code)
