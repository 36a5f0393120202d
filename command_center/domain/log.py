"""The log: timeline, audit, change feed and replay in one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one row: after-images in `set`, before-images in `was` ({}: new row)."""

    entity: str
    id: str
    version: int
    set: Fields
    was: Fields


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One command = one batch of changes. Values are JSON's own: times are ISO-8601 text in UTC.

    `occurred_at` is when it happened by the source's clock, `recorded_at` when it was stored.
    """

    kind: str
    v: int
    op_id: str
    actor: str
    workstation: str
    shift: str
    occurred_at: str
    recorded_at: str
    reason: str
    changes: tuple[Change, ...]
    inputs: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry at its place in the chain: `hash` = SHA-256(previous hash || bytes), 32 bytes."""

    seq: int
    hash: bytes
    entry: LogEntry


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something where: never null, also for machines."""

    actor: str
    workstation: str
    shift: str
    role: str
    occurred_at: datetime | None = None
    reason: str = ""
