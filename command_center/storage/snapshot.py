"""Everything the room needs to start knowing: rows and the log's head, read together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from command_center.ports import RowsSnapshot
from command_center.storage.codec import codec_named
from command_center.storage.link import Link
from command_center.storage.statements import HEAD, names
from command_center.storage.times import to_us

# What is small, and needed whole.
_FACTS = (
    "room", "staff", "shift", "operation", "source", "agency", "place", "camera", "unit",
)  # fmt: skip

# Open ones, those closed since, those still holding a unit, and what was merged into any of them.
_KEPT = """
WITH RECURSIVE kept (id) AS (
    SELECT id FROM incident WHERE status IN ('baru', 'terverifikasi', 'ditangani')
    UNION SELECT id FROM incident WHERE closed_at >= ?
    UNION SELECT incident_id FROM assignment WHERE closed_at IS NULL
    UNION SELECT loser_id FROM merge_link JOIN kept ON winner_id = kept.id
        WHERE unmerged_at IS NULL
)
"""
_OF_KEPT: Mapping[str, str] = {
    "incident": "id IN (SELECT id FROM kept)",
    "incident_report": "incident_id IN (SELECT id FROM kept)",
    "report": (
        "id IN (SELECT report_id FROM incident_report WHERE incident_id IN (SELECT id FROM kept))"
    ),
    "merge_link": "winner_id IN (SELECT id FROM kept) OR loser_id IN (SELECT id FROM kept)",
    "dispatch_order": "incident_id IN (SELECT id FROM kept)",
    "assignment": "incident_id IN (SELECT id FROM kept)",
    "note": "incident_id IN (SELECT id FROM kept)",
    "snapshot": "incident_id IN (SELECT id FROM kept)",
}
_SINCE: Mapping[str, str] = {
    "note": "incident_id IS NULL AND at >= ?",
    "alarm": "cleared_at IS NULL OR cleared_at >= ?",
}

_Rows = list[dict[str, Any]]


def _read(link: Link, entity: str, rest: str, before: str = "", since: int | None = None) -> _Rows:
    codec = codec_named(entity)
    sql = f'{before}SELECT {names(codec.fields)} FROM "{entity}" {rest}'  # noqa: S608
    values = () if since is None else (since,)
    return [codec.json_row(row) for row in link.run(sql, values)]


def _all(link: Link) -> Iterator[tuple[str, _Rows]]:
    for entity in (*_FACTS, *_OF_KEPT, "alarm"):
        yield entity, _read(link, entity, "ORDER BY id")


def _recent(link: Link, since: int) -> Iterator[tuple[str, _Rows]]:
    for entity in _FACTS:
        yield entity, _read(link, entity, "ORDER BY id")
    for entity, test in _OF_KEPT.items():
        yield entity, _read(link, entity, f"WHERE {test} ORDER BY id", _KEPT, since)
    for entity, test in _SINCE.items():
        yield entity, _read(link, entity, f"WHERE {test} ORDER BY id", since=since)


def read_snapshot(link: Link, closed_since: datetime | None) -> RowsSnapshot:
    """In one read transaction, so that rows and head belong together."""
    with link.transaction(link.dialect.begin_read):
        seq, digest = link.one(HEAD)
        rows: dict[str, _Rows] = {}
        parts = _all(link) if closed_since is None else _recent(link, to_us(closed_since))
        for entity, found in parts:
            rows.setdefault(entity, []).extend(found)
    epoch = rows["room"][0]["epoch"] if rows["room"] else ""
    return RowsSnapshot(int(seq), bytes(digest), epoch, rows)
