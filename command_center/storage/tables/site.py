"""Places that are watched over, the polling stations of an election, and what is said of both."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table, UniqueConstraint
from sqlalchemy import text as sql

from command_center.domain.place import LocatedBy
from command_center.domain.site import DialogueKind, ElectionKind, SiteKind, SubjectKind
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
    position,
    real,
    text,
    time,
    written,
)

site = Table(
    "site",
    METADATA,
    *flat(
        key(),
        text("code", 60),
        one_of("kind", SiteKind),
        text("name"),
        text("short", 40),
        text("address", 400),
        text("holder"),
        json("contacts", PARAGRAPH),
        text("area_code", 40, null=True),
        position(),
        one_of("located", LocatedBy),
        text("source", 400),
        time("listed_at"),
        time("closed_at", null=True),
        written(),
    ),
)
CODED = sql("code <> ''")
Index("ux_site_code", site.c.code, unique=True, sqlite_where=CODED, postgresql_where=CODED)

election = Table(
    "election",
    METADATA,
    *flat(
        key(),
        text("code", 40),
        text("name"),
        one_of("kind", ElectionKind),
        text("day", 10),
        text("source", 400),
        written(),
        UniqueConstraint("code"),
    ),
)

polling_station = Table(
    "polling_station",
    METADATA,
    *flat(
        key(),
        ident("election_id", "election"),
        text("area_code", 40),
        text("kpu_code", 40),
        number("number", 1),
        Column("voters", Integer, nullable=True),
        CheckConstraint("voters >= 0", name="voters_range"),
        text("location", 400),
        position(),
        one_of("located", LocatedBy),
        text("source", 400),
        time("gone_at", null=True),
        written(),
        UniqueConstraint("election_id", "area_code", "number"),
    ),
)

assessment = Table(
    "assessment",
    METADATA,
    *flat(
        key(),
        one_of("subject_kind", SubjectKind),
        text("subject_id", 100),
        ident("operation_id", "operation", null=True),
        json("scores", PARAGRAPH),
        number("criteria_version"),
        real("value"),
        CheckConstraint("value BETWEEN 0 AND 100", name="value_range"),
        text("level", 40),
        text("note", PARAGRAPH),
        text("author"),
        text("source", 400),
        time("at"),
        by("entered_by"),
        time("struck_at", null=True),
        written(),
    ),
)
Index("ix_assessment_subject_id", assessment.c.subject_id)

dialogue = Table(
    "dialogue",
    METADATA,
    *flat(
        key(),
        one_of("kind", DialogueKind),
        ident("site_id", "site", null=True),
        text("area_code", 40, null=True),
        time("at"),
        text("who"),
        text("summary", PARAGRAPH),
        text("agreed", PARAGRAPH),
        ident("assessment_id", "assessment", null=True),
        by("entered_by"),
        time("struck_at", null=True),
        written(),
        CheckConstraint("site_id IS NOT NULL OR area_code IS NOT NULL", name="somewhere"),
    ),
)

friction_note = Table(
    "friction_note",
    METADATA,
    *flat(
        key(),
        text("area_code", 40),
        by("subject_id"),
        text("source", 400),
        time("at"),
        by("author"),
        time("expires_at"),
        time("struck_at", null=True),
        written(),
    ),
)
