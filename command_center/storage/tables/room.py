"""The room itself: who works in it, what feeds it, what it watches."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Table, UniqueConstraint
from sqlalchemy import text as sql

from command_center.domain.place import PlaceKind
from command_center.domain.room import AlarmType, EvidenceState, Role, RoomKind, SourceKind
from command_center.storage.tables.columns import (
    METADATA,
    PARAGRAPH,
    TOPOLOGY,
    by,
    degrees,
    flag,
    flat,
    ident,
    json,
    key,
    number,
    one_of,
    position,
    text,
    time,
    written,
)

room = Table(
    "room",
    METADATA,
    *flat(
        key(),
        text("name"),
        one_of("kind", RoomKind),
        text("epoch"),
        text("pack"),
        time("restored_at", null=True),
        written(),
    ),
)

staff = Table(
    "staff",
    METADATA,
    *flat(
        key(),
        text("name"),
        text("initials", 10),
        one_of("role", Role),
        text("seat"),
        text("login", 60),
        ident("agency_id", "agency", null=True),
        time("left_at", null=True),
        written(),
    ),
)
SIGNS_IN = sql("login <> '' AND left_at IS NULL")
Index(
    "ux_staff_login",
    staff.c.login,
    unique=True,
    sqlite_where=SIGNS_IN,
    postgresql_where=SIGNS_IN,
)

workstation = Table(
    "workstation",
    METADATA,
    *flat(
        key(),
        text("name", 60),
        text("letter", 3),
        text("public_key", 64),
        time("added_at"),
        time("retired_at", null=True),
        written(),
        UniqueConstraint("name"),
        UniqueConstraint("letter"),
    ),
)

shift = Table(
    "shift",
    METADATA,
    *flat(
        key(),
        text("name"),
        ident("lead_id", "staff", null=True),
        time("starts_at"),
        time("ends_at", null=True),
        written(),
    ),
)

operation = Table(
    "operation",
    METADATA,
    *flat(
        key(),
        text("name"),
        time("starts_at"),
        time("ends_at", null=True),
        text("target_day", 10, null=True),
        json("levels"),
        written(),
    ),
)

source = Table(
    "source",
    METADATA,
    *flat(
        key(),
        text("name"),
        one_of("kind", SourceKind),
        text("url", 2_000),
        flag("enabled"),
        text("cursor", 2_000),
        text("profile", 40),
        text("mapping"),
        text("reply_url", 2_000),
        json("options", PARAGRAPH),
        written(),
    ),
)

place = Table(
    "place",
    METADATA,
    *flat(
        key(),
        text("code", 40),
        text("name"),
        one_of("kind", PlaceKind),
        position(),
        text("parent", 40, null=True),
        json("nicknames", PARAGRAPH),
        text("source"),
        written(),
    ),
)

Index("ix_place_code", place.c.code)

boundaries = Table(
    "boundaries",
    METADATA,
    *flat(
        key(),
        text("name"),
        json("topology", TOPOLOGY),
        time("imported_at"),
        written(),
    ),
)

camera = Table(
    "camera",
    METADATA,
    *flat(
        key(),
        text("label"),
        text("name"),
        text("url", 2_000),
        text("owner"),
        text("kind", 40),
        position(),
        flag("enabled"),
        text("main_url", 2_000),
        text("control_url", 2_000),
        text("directory", 100),
        text("area", 40),
        degrees("heading_deg"),
        degrees("field_deg"),
        number("retention_h"),
        number("poll_s"),
        text("alias"),
        text("note", PARAGRAPH),
        json("masks"),
        flag("static"),
        ident("unit_id", "unit", null=True),
        time("gone_at", null=True),
        written(),
    ),
)

camera_lease = Table(
    "camera_lease",
    METADATA,
    *flat(
        key(),
        by("holder_id"),
        text("workstation", 100),
        time("taken_at"),
        time("until"),
        written(),
    ),
)

evidence = Table(
    "evidence",
    METADATA,
    *flat(
        key(),
        ident("camera_id", "camera"),
        ident("incident_id", "incident", null=True),
        one_of("state", EvidenceState),
        time("requested_at"),
        by("requested_by"),
        text("workstation", 100),
        number("before_s"),
        number("after_s"),
        text("file", 100),
        number("size"),
        text("sha256", 64),
        text("manifest_sha256", 64),
        time("first_at", null=True),
        time("last_at", null=True),
        Column("drift_s", Float, nullable=True),
        text("reason", 100),
        flag("hold"),
        text("hold_reason", PARAGRAPH),
        written(),
    ),
)
Index("ix_evidence_requested_at", evidence.c.requested_at)

alarm = Table(
    "alarm",
    METADATA,
    *flat(
        key(),
        one_of("type", AlarmType),
        number("rank", 1),
        text("subject_kind", 40),
        text("subject_id", 100),
        json("params", PARAGRAPH),
        time("raised_at"),
        time("acknowledged_at", null=True),
        by("acknowledged_by", null=True),
        time("cleared_at", null=True),
        time("shelved_until", null=True),
        written(),
    ),
)
Index("ix_alarm_cleared_at", alarm.c.cleared_at)

room_setting = Table("room_setting", METADATA, *flat(key(), json("value"), written()))
