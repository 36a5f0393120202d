"""The room itself: who works in it, what feeds it, what it watches."""

from __future__ import annotations

from sqlalchemy import Index, Table

from command_center.domain.place import PlaceKind
from command_center.domain.room import AlarmType, Role, RoomKind, SourceKind
from command_center.storage.tables.columns import (
    METADATA,
    PARAGRAPH,
    TOPOLOGY,
    by,
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
        written(),
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
        written(),
    ),
)

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
        written(),
    ),
)
Index("ix_alarm_cleared_at", alarm.c.cleared_at)
