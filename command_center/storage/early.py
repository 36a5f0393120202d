"""What early detection learns from: when and where incidents were, and how warnings were judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from command_center.domain.early import Verdict
from command_center.domain.ids import first_id
from command_center.storage.link import OwnLink
from command_center.storage.times import from_us, to_us

# The primary key sorts by when the room knew; what was no incident of its own is left out.
_INCIDENTS = (
    "SELECT id, opened_at, occurred_at, category, area_code FROM incident"
    " WHERE id > ? AND opened_at >= ? AND status NOT IN ('digabung', 'dibatalkan')"
    " AND (disposition IS NULL OR disposition NOT IN ('false_report', 'prank', 'duplicate'))"
    " ORDER BY opened_at DESC, id DESC LIMIT ?"
)
_FOLLOWED = "SELECT COUNT(*) FROM early_episode WHERE verdict = ? AND judged_at >= ?"
_FIRST = "SELECT MIN(raised_at) FROM early_episode WHERE raised_at >= ?"
MOST = 60_000


@dataclass(frozen=True, slots=True)
class Happened:
    """An incident as it is counted."""

    id: str
    opened_at: datetime
    occurred_at: datetime | None
    category: str
    area_code: str | None


class SqlHappenings:
    """On a connection of its own, for one thread at a time."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine)

    def since(self, at: datetime) -> Sequence[Happened]:
        """Oldest first, at most the newest `MOST`."""
        rows = self._own.get().all(_INCIDENTS, (first_id(at), to_us(at), MOST))
        return [_happened(*row) for row in reversed(rows)]

    def judged(self, since: datetime) -> tuple[int, datetime | None]:
        """How many warnings were followed up since then, and when the first was raised."""
        link = self._own.get()
        followed = link.one(_FOLLOWED, (Verdict.FOLLOW.value, to_us(since)))[0]
        first = link.one(_FIRST, (to_us(since),))[0]
        return int(followed), from_us(first) if first is not None else None

    def close(self) -> None:
        self._own.close()


def _happened(
    id: str, opened: int, occurred: int | None, category: str, area_code: str | None
) -> Happened:
    when = from_us(occurred) if occurred is not None else None
    return Happened(id, from_us(opened), when, category, area_code)
