"""Who may sign in, who has, and what is sealed: beside the log, because secrets are not logged."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)

from command_center.storage.tables.columns import METADATA, Id


def _staff() -> ForeignKey:
    return ForeignKey("staff.id", ondelete="RESTRICT")


# `verifier` = SHA-256 of the argon2id hash of the password under `salt` and `params`: whoever
# reads it can neither sign in with it nor guess faster than argon2id lets them.
credential = Table(
    "credential",
    METADATA,
    Column("staff_id", Id, _staff(), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("params", String(100), nullable=False),
    Column("verifier", LargeBinary, nullable=False),
    Column("set_at", BigInteger, nullable=False),
    Column("must_change", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", BigInteger, nullable=True),
    CheckConstraint("length(salt) BETWEEN 16 AND 64", name="salt_length"),
    CheckConstraint("length(verifier) = 32", name="verifier_length"),
    CheckConstraint("must_change IN (0, 1)", name="must_change_flag"),
    CheckConstraint("failures >= 0", name="failures_range"),
)

# `token_hash` = SHA-256 of what the workstation holds in memory only.
session = Table(
    "session",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("staff_id", Id, _staff(), nullable=False),
    Column("workstation", String(100), nullable=False),
    Column("db_role", String(100), nullable=False),
    Column("started_at", BigInteger, nullable=False),
    Column("ends_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger, nullable=True),
)
Index("ix_session_staff_id", session.c.staff_id)

# The program's own tables of who may do what, as the database was last told them by its owner.
role_permission = Table(
    "role_permission",
    METADATA,
    Column("role", String(40), primary_key=True),
    Column("permission", String(40), primary_key=True),
    sqlite_with_rowid=False,
)
verb_permission = Table(
    "verb_permission",
    METADATA,
    Column("kind", String(100), primary_key=True),
    Column("permission", String(40), nullable=False),
    sqlite_with_rowid=False,
)
entity_permission = Table(
    "entity_permission",
    METADATA,
    Column("entity", String(40), primary_key=True),
    Column("permission", String(40), primary_key=True),
    sqlite_with_rowid=False,
)

# The key of a subject is destroyed on its day: what was sealed with it is then noise for ever.
sealed_key = Table(
    "sealed_key",
    METADATA,
    Column("subject_id", Id, primary_key=True),
    Column("key", LargeBinary, nullable=True),
    Column("made_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("destroyed_at", BigInteger, nullable=True),
    CheckConstraint("(key IS NULL) = (destroyed_at IS NOT NULL)", name="destroyed_whole"),
)
sealed_item = Table(
    "sealed_item",
    METADATA,
    Column("id", Id, primary_key=True),
    Column(
        "subject_id",
        Id,
        ForeignKey("sealed_key.subject_id", ondelete="RESTRICT"),
        nullable=False,
    ),
    Column("what", String(40), nullable=False),
    Column("incident_id", Id, nullable=True),
    Column("box", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
    CheckConstraint("length(box) <= 65536", name="box_length"),
)
Index("ix_sealed_item_subject_id", sealed_item.c.subject_id)
Index("ix_sealed_item_incident_id", sealed_item.c.incident_id)

# What tells reporters apart without naming them: the same number gives the same mark in this room
# and another one in every other. Every workstation computes with it; it is never in the log.
room_key = Table(
    "room_key",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("key", LargeBinary, nullable=False),
    CheckConstraint("length(key) = 32", name="key_length"),
    CheckConstraint("id IN ('reporters')", name="id_known"),
)
