"""The words of each incident, for finding it years later. Kept by triggers; never in the log."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Identity, Index, Table, Text
from sqlalchemy.dialects.postgresql import TSVECTOR

from command_center.storage.tables.columns import METADATA, Id, Sequence64

# `n` counts in the order of storing, so that the newest are found first and a page goes on where
# the last one ended. An incident of which much is said has several pieces. On SQLite the words are
# in a full-text table beside it, incident_words.
incident_text = Table(
    "incident_text",
    METADATA,
    Column("n", Sequence64, Identity(), primary_key=True),
    Column(
        "incident_id",
        Id,
        ForeignKey("incident.id", ondelete="RESTRICT"),
        nullable=False,
    ),
    Column("text", Text, nullable=False),
    Column("words", Text().with_variant(TSVECTOR(), "postgresql"), nullable=True),
)
Index("ix_incident_text_incident_id_n", incident_text.c.incident_id, incident_text.c.n)
Index("ix_incident_text_words", incident_text.c.words, postgresql_using="gin").ddl_if(
    dialect="postgresql"
)
