"""What leaves the room and what comes back of it."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint
from sqlalchemy import text as sql

from command_center.domain.referral import (
    DeliveryState,
    NoticeKind,
    NoticeState,
    ReferralState,
    StandbyState,
)
from command_center.domain.unit import ReferralVia
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
    text,
    time,
    written,
)

referral = Table(
    "referral",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident"),
        ident("agency_id", "agency"),
        text("text", PARAGRAPH),
        one_of("via", ReferralVia),
        one_of("state", ReferralState),
        text("rule", 40),
        text("their_number"),
        text("reason", 500),
        text("outcome", PARAGRAPH),
        time("referred_at"),
        by("referred_by"),
        time("answer_due_at", null=True),
        time("answered_at", null=True),
        time("outcome_due_at", null=True),
        time("ended_at", null=True),
        number("escalated"),
        text("answered_by", 100),
        written(),
    ),
)
Index("ix_referral_incident_id", referral.c.incident_id)

delivery = Table(
    "delivery",
    METADATA,
    *flat(
        key(),
        text("channel", 20),
        text("reach", 500),
        text("kind", 40),
        text("about_kind", 40),
        by("about_id"),
        ident("incident_id", "incident", null=True),
        json("body"),
        one_of("state", DeliveryState),
        time("made_at"),
        time("ended_at", null=True),
        text("reason", 500),
        written(),
        CheckConstraint("(state = 'waiting') = (ended_at IS NULL)", name="ended_whole"),
    ),
)
WAITING = sql("state = 'waiting'")
Index("ix_delivery_waiting", delivery.c.id, sqlite_where=WAITING, postgresql_where=WAITING)
Index("ix_delivery_incident_id", delivery.c.incident_id)

public_notice = Table(
    "public_notice",
    METADATA,
    *flat(
        key(),
        one_of("kind", NoticeKind),
        text("title"),
        text("text", PARAGRAPH),
        text("area_code", 40, null=True),
        position(),
        time("valid_from"),
        time("valid_until", null=True),
        one_of("state", NoticeState),
        time("made_at"),
        by("made_by"),
        time("approved_at", null=True),
        by("approved_by", null=True),
        ident("incident_id", "incident", null=True),
        written(),
        CheckConstraint(
            "state = 'draft' OR approved_at IS NOT NULL OR state = 'withdrawn'",
            name="approved_whole",
        ),
    ),
)

visit = Table(
    "visit",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident"),
        ident("partner_id", "partner", null=True),
        text("area_code", 40, null=True),
        text("rw", 20),
        text("text", PARAGRAPH),
        time("asked_at"),
        by("asked_by"),
        time("due_at", null=True),
        time("done_at", null=True),
        text("outcome", PARAGRAPH),
        written(),
    ),
)
Index("ix_visit_incident_id", visit.c.incident_id)

hospital = Table(
    "hospital",
    METADATA,
    *flat(
        key(),
        text("code", 40),
        text("name"),
        position(),
        text("area_code", 40, null=True),
        json("services", PARAGRAPH),
        text("phone", 60),
        ident("source_id", "source", null=True),
        json("figures"),
        written(),
        UniqueConstraint("code"),
    ),
)

standby = Table(
    "standby",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident"),
        ident("hospital_id", "hospital"),
        text("text", PARAGRAPH),
        number("serious"),
        number("light"),
        one_of("state", StandbyState),
        time("asked_at"),
        by("asked_by"),
        time("due_at", null=True),
        time("answered_at", null=True),
        text("answer", 500),
        written(),
    ),
)
Index("ix_standby_incident_id", standby.c.incident_id)

casualties = Table(
    "casualties",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident"),
        ident("hospital_id", "hospital", null=True),
        number("dead"),
        number("serious"),
        number("light"),
        time("counted_at"),
        by("counted_by"),
        written(),
    ),
)
Index("ix_casualties_incident_id", casualties.c.incident_id)
