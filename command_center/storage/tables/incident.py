"""Reports and the incidents made of them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table, UniqueConstraint
from sqlalchemy import text as sql

from command_center.domain.incident import (
    HIGHEST_ALARM,
    AttachmentState,
    Disposition,
    IncidentStatus,
    LinkKind,
    Priority,
    ReporterKind,
    TakeOverAnswer,
)
from command_center.domain.place import LocatedBy
from command_center.storage.tables.columns import (
    DOCUMENT,
    METADATA,
    PARAGRAPH,
    by,
    flag,
    flat,
    ident,
    json,
    key,
    metres,
    number,
    one_of,
    position,
    real,
    text,
    time,
    written,
)

report = Table(
    "report",
    METADATA,
    *flat(
        key(),
        ident("source_id", "source"),
        text("external_id"),
        text("category"),
        text("text", DOCUMENT),
        one_of("reporter", ReporterKind),
        time("occurred_at", null=True),
        time("received_at"),
        position(),
        metres("accuracy_m"),
        one_of("located_by", LocatedBy),
        text("area_code", 40, null=True),
        text("address", 500),
        flag("clock_skewed"),
        text("channel", 40),
        flag("late"),
        text("reporter_ref", 64),
        by("subject_id", null=True),
        written(),
    ),
)
Index("ix_report_source_id_external_id", report.c.source_id, report.c.external_id)

incident = Table(
    "incident",
    METADATA,
    *flat(
        key(),
        number("number", 1),
        text("day", 10),
        one_of("status", IncidentStatus),
        one_of("priority", Priority),
        json("priority_reason", PARAGRAPH),
        text("category"),
        text("title", 500),
        ident("owner_id", "staff", null=True),
        time("claimed_at", null=True),
        time("opened_at"),
        time("occurred_at", null=True),
        time("verified_at", null=True),
        by("verified_by", null=True),
        time("first_order_at", null=True),
        time("first_on_scene_at", null=True),
        time("closed_at", null=True),
        one_of("disposition", Disposition, null=True),
        ident("merged_into", "incident", null=True),
        position(),
        metres("accuracy_m"),
        one_of("located_by", LocatedBy),
        text("area_code", 40, null=True),
        text("address", 500),
        ident("operation_id", "operation", null=True),
        text("alias", 40, null=True),
        flag("time_reversed"),
        written(),
        UniqueConstraint("day", "number"),
        CheckConstraint("time_reversed OR closed_at >= opened_at", name="closed_after"),
        CheckConstraint(
            "status <> 'selesai' OR (closed_at IS NOT NULL AND disposition IS NOT NULL)",
            name="closed_with_disposition",
        ),
        CheckConstraint(
            "status <> 'digabung' OR merged_into IS NOT NULL", name="merged_into_something"
        ),
        CheckConstraint("merged_into <> id", name="merged_into_another"),
    ),
)
OPEN = sql("status IN ('baru', 'terverifikasi', 'ditangani')")
Index("ix_incident_open", incident.c.id, sqlite_where=OPEN, postgresql_where=OPEN)
Index("ix_incident_closed_at", incident.c.closed_at)
Index("ix_incident_merged_into", incident.c.merged_into)

incident_report = Table(
    "incident_report",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident"),
        ident("report_id", "report"),
        time("attached_at"),
        by("attached_by"),
        time("detached_at", null=True),
        written(),
    ),
)
Index("ix_incident_report_incident_id", incident_report.c.incident_id)
Index("ix_incident_report_report_id", incident_report.c.report_id)

merge_link = Table(
    "merge_link",
    METADATA,
    *flat(
        key(),
        ident("winner_id", "incident"),
        ident("loser_id", "incident"),
        one_of("loser_status", IncidentStatus),
        json("taken"),
        time("merged_at"),
        by("merged_by"),
        time("unmerged_at", null=True),
        written(),
        CheckConstraint("winner_id <> loser_id", name="two_incidents"),
    ),
)
Index("ix_merge_link_winner_id", merge_link.c.winner_id)
MERGED = sql("unmerged_at IS NULL")
Index(
    "ux_merge_link_loser_merged",
    merge_link.c.loser_id,
    unique=True,
    sqlite_where=MERGED,
    postgresql_where=MERGED,
)
Index("ix_merge_link_loser_id", merge_link.c.loser_id)

take_over = Table(
    "take_over",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident"),
        by("asked_by"),
        by("asked_of"),
        text("reason", 500),
        time("asked_at"),
        time("due_at"),
        one_of("answer", TakeOverAnswer, null=True),
        time("answered_at", null=True),
        by("answered_by", null=True),
        written(),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answered_whole"),
    ),
)
UNANSWERED = sql("answer IS NULL")
Index(
    "ux_take_over_incident_unanswered",
    take_over.c.incident_id,
    unique=True,
    sqlite_where=UNANSWERED,
    postgresql_where=UNANSWERED,
)

note = Table(
    "note",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident", null=True),
        text("text", PARAGRAPH),
        by("author_id"),
        time("at"),
        time("struck_at", null=True),
        written(),
    ),
)
Index("ix_note_incident_id_at", note.c.incident_id, note.c.at)

snapshot = Table(
    "snapshot",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident"),
        ident("camera_id", "camera"),
        text("file", 500),
        text("sha256", 64),
        number("width", 1),
        number("height", 1),
        time("captured_at"),
        by("taken_by"),
        written(),
        CheckConstraint("length(sha256) = 64", name="sha256_whole"),
    ),
)
Index("ix_snapshot_incident_id", snapshot.c.incident_id)

attachment = Table(
    "attachment",
    METADATA,
    *flat(
        key(),
        ident("report_id", "report"),
        text("reference", 2_000),
        one_of("state", AttachmentState),
        text("media_type", 100),
        number("size"),
        text("sha256", 64),
        text("file"),
        text("reason"),
        time("asked_at"),
        time("stored_at", null=True),
        written(),
        CheckConstraint("(state = 'stored') = (length(sha256) = 64)", name="stored_whole"),
    ),
)
Index("ix_attachment_report_id", attachment.c.report_id)
WANTED = sql("state = 'requested'")
Index("ix_attachment_wanted", attachment.c.id, sqlite_where=WANTED, postgresql_where=WANTED)

handling = Table(
    "handling",
    METADATA,
    *flat(
        ident("id", "incident", primary=True),
        ident("parent_id", "incident", null=True),
        time("due_at", null=True),
        flag("may_leave"),
        time("set_at"),
        by("set_by"),
        Column("alarm_level", Integer, nullable=False),
        written(),
        CheckConstraint("parent_id <> id", name="parent_another"),
        CheckConstraint(f"alarm_level BETWEEN 1 AND {HIGHEST_ALARM}", name="alarm_level_range"),
    ),
)
Index("ix_handling_parent_id", handling.c.parent_id)

incident_link = Table(
    "incident_link",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident"),
        ident("other_id", "incident"),
        time("linked_at"),
        by("linked_by"),
        time("ended_at", null=True),
        one_of("kind", LinkKind),
        written(),
        CheckConstraint("incident_id <> other_id", name="two_incidents"),
    ),
)
LINKED = sql("ended_at IS NULL")
Index(
    "ux_incident_link_both",
    incident_link.c.incident_id,
    incident_link.c.other_id,
    unique=True,
    sqlite_where=LINKED,
    postgresql_where=LINKED,
)
Index("ix_incident_link_other_id", incident_link.c.other_id)

duplicate_answer = Table(
    "duplicate_answer",
    METADATA,
    *flat(
        key(),
        ident("report_id", "report"),
        ident("incident_id", "incident"),
        flag("same"),
        real("points"),
        json("features", PARAGRAPH),
        time("answered_at"),
        by("answered_by"),
        written(),
    ),
)
Index("ix_duplicate_answer_report_id", duplicate_answer.c.report_id)

checklist_mark = Table(
    "checklist_mark",
    METADATA,
    *flat(
        key(),
        ident("incident_id", "incident"),
        text("item", 80),
        time("done_at"),
        by("done_by"),
        time("undone_at", null=True),
        written(),
    ),
)
STANDING = sql("undone_at IS NULL")
Index(
    "ux_checklist_mark_item",
    checklist_mark.c.incident_id,
    checklist_mark.c.item,
    unique=True,
    sqlite_where=STANDING,
    postgresql_where=STANDING,
)
