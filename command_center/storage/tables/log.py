"""The log and what stands beside the rows of the room."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from command_center.storage.tables.columns import METADATA, Id, Sequence64

event_log = Table(
    "event_log",
    METADATA,
    Column("seq", Sequence64, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, nullable=False),
    Column("op_id", Id, nullable=False, unique=True),
    Column("kind", String(100), nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),  # the exact bytes that are hashed
    CheckConstraint("seq > 0", name="seq_range"),
    CheckConstraint("length(hash) = 32", name="hash_length"),
)

log_head = Table(
    "log_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

event_subject = Table(
    "event_subject",
    METADATA,
    Column("entity", String(40), primary_key=True),
    Column("id", Id, primary_key=True),
    Column(
        "seq",
        Sequence64,
        ForeignKey("event_log.seq", ondelete="RESTRICT", deferrable=True, initially="DEFERRED"),
        primary_key=True,
        autoincrement=False,
    ),
    sqlite_with_rowid=False,
)
# While an operation's promise is open, SQLite looks for whoever refers to each entry it is given:
# without this, in every subject the room ever had.
Index("ix_event_subject_seq", event_subject.c.seq).ddl_if(dialect="sqlite")

# Rows name their operation here and the operation promises its log entry by the commit. A
# promise made by the rows themselves would cost SQLite a search of every table per entry.
op = Table(
    "op",
    METADATA,
    Column(
        "op_id",
        Id,
        ForeignKey("event_log.op_id", ondelete="RESTRICT", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    ),
    # what PostgreSQL checked the operation's rows against; none for the owner of the database
    Column("kind", String(100), nullable=True),
    Column("session_id", Id, nullable=True),
    # entity/id/version of each row it wrote, a line each: the entry has to tell them all
    Column("touched", Text, nullable=True),
    sqlite_with_rowid=False,
)

# What a workstation signed and every workstation keeps a copy of, away from the database.
signed_head = Table(
    "signed_head",
    METADATA,
    Column("seq", Sequence64, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("workstation_id", Id, ForeignKey("workstation.id", ondelete="RESTRICT"), nullable=False),
    Column("signature", LargeBinary, nullable=False),
    CheckConstraint("length(hash) = 32", name="hash_length"),
    CheckConstraint("length(signature) = 64", name="signature_length"),
)

day_counter = Table(
    "day_counter",
    METADATA,
    Column("day", String(10), primary_key=True),
    Column("last", Integer, nullable=False),
    CheckConstraint("last > 0", name="last_range"),
)

allowed_move = Table(
    "allowed_move",
    METADATA,
    Column("machine", String(40), primary_key=True),
    Column("old", String(40), primary_key=True),
    Column("new", String(40), primary_key=True),
    sqlite_with_rowid=False,
)

lease = Table(
    "lease",
    METADATA,
    Column("name", String(100), primary_key=True),
    Column("holder", String(100), nullable=False),
    Column("until", BigInteger, nullable=False),
)

telemetry_position = Table(
    "telemetry_position",
    METADATA,
    Column("unit_id", Id, primary_key=True),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("accuracy_m", Float),
    Column("speed_mps", Float),
    Column("course_deg", Float),
    Column("at", BigInteger, nullable=False),
)

# Who is at work on what this moment; a line older than a few seconds means nobody.
telemetry_presence = Table(
    "telemetry_presence",
    METADATA,
    Column("workstation_id", Id, primary_key=True),
    Column("staff_id", Id, nullable=False),
    Column("entity", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("field", String(40), nullable=False),
    Column("at", BigInteger, nullable=False),
)

telemetry_health = Table(
    "telemetry_health",
    METADATA,
    Column("kind", String(40), primary_key=True),
    Column("id", Id, primary_key=True),
    Column("state", String(40), nullable=False),
    Column("code", String(100), nullable=False),
    Column("params", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("last_ok_at", BigInteger),
    Column("next_try_at", BigInteger),
)
