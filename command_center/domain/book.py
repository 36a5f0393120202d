"""The running log of a shift (buku mutasi): what people write beside what the room knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class BookKind(StrEnum):
    """Which column a free entry belongs to."""

    EVENT = "event"
    STRENGTH = "strength"
    INVENTORY = "inventory"
    DETAINEES = "detainees"


@dataclass(frozen=True, slots=True)
class BookEntry:
    """A line somebody wrote. It is never changed: struck through, with why, and `corrects_id` of
    another one names it. `action` is what was done, "" nothing."""

    id: str
    version: int
    shift_id: str
    kind: BookKind
    at: datetime
    text: str
    action: str
    author_id: str
    entered_at: datetime
    corrects_id: str | None
    struck_at: datetime | None
    struck_by: str | None
    struck_reason: str
