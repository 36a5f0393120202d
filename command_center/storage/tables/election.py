"""How an election is guarded, and what its polling stations tell on the day."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Float, Index, Table, UniqueConstraint

from command_center.domain.election import Force
from command_center.domain.polling_day import DayWord, EscortStep
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

election_stage = Table(
    "election_stage",
    METADATA,
    *flat(
        key(),
        ident("election_id", "election"),
        text("name"),
        text("starts_on", 10),
        text("ends_on", 10),
        text("source", 400),
        time("kept_at"),
        time("struck_at", null=True),
        written(),
        CheckConstraint("ends_on >= starts_on", name="in_order"),
    ),
)

station_pattern = Table(
    "station_pattern",
    METADATA,
    *flat(
        key(),
        ident("election_id", "election"),
        json("rules", PARAGRAPH),
        text("source", 400),
        by("set_by"),
        time("set_at"),
        written(),
        UniqueConstraint("election_id"),
    ),
)

force_pool = Table(
    "force_pool",
    METADATA,
    *flat(
        key(),
        ident("election_id", "election"),
        one_of("force", Force),
        text("name"),
        number("strength", 1),
        text("area_code", 40, null=True),
        Column("lat", Float, nullable=False),
        Column("lon", Float, nullable=False),
        CheckConstraint("lat BETWEEN -90 AND 90", name="lat_range"),
        CheckConstraint("lon BETWEEN -180 AND 180", name="lon_range"),
        text("source", 400),
        time("withdrawn_at", null=True),
        written(),
        UniqueConstraint("election_id", "force", "name"),
    ),
)

station_group = Table(
    "station_group",
    METADATA,
    *flat(
        key(),
        ident("election_id", "election"),
        text("area_code", 40),
        json("numbers", PARAGRAPH),
        text("level", 40),
        text("pattern", 40),
        number("police"),
        number("linmas"),
        json("posted", PARAGRAPH),
        by("adopted_by"),
        time("adopted_at"),
        time("ended_at", null=True),
        written(),
    ),
)

station_message = Table(
    "station_message",
    METADATA,
    *flat(
        key(),
        ident("election_id", "election"),
        ident("station_id", "polling_station"),
        one_of("word", DayWord),
        time("at"),
        text("text", 400),
        by("entered_by"),
        ident("incident_id", "incident", null=True),
        time("struck_at", null=True),
        written(),
        CheckConstraint("incident_id IS NULL OR word = 'gangguan'", name="trouble_only"),
    ),
)
Index("ix_station_message_station_id", station_message.c.station_id)
Index("ix_station_message_at", station_message.c.at)

ballot_escort = Table(
    "ballot_escort",
    METADATA,
    *flat(
        key(),
        ident("election_id", "election"),
        text("cargo"),
        text("origin"),
        text("destination"),
        text("escort"),
        time("planned_at"),
        one_of("step", EscortStep),
        time("left_at", null=True),
        time("arrived_at", null=True),
        time("handed_at", null=True),
        text("handed_to"),
        time("kept_at"),
        time("struck_at", null=True),
        written(),
    ),
)
