"""Drives of the room that came to their end, newest first, with what was promised of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine

from command_center.domain.ids import first_id
from command_center.domain.unit import CloseReason
from command_center.storage.link import OwnLink
from command_center.storage.log import decode
from command_center.storage.times import from_us

# The entry that made the order; the primary key sorts by time.
_ARRIVALS = (
    "SELECT a.unit_id, a.en_route_at, a.on_scene_at, a.closed_at, a.close_reason, e.body"
    " FROM assignment a JOIN dispatch_order o ON o.id = a.order_id"
    " JOIN event_log e ON e.op_id = o.op_id"
    " WHERE a.id > ? AND a.en_route_at IS NOT NULL AND a.on_scene_at IS NOT NULL"
    " AND a.kind = 'active' AND NOT a.time_reversed ORDER BY a.id DESC LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Arrived:
    """One unit on one order. `done_at`: it left with the work done, None if it did not; `promised`
    of it (commands.promises), empty if nothing was shown."""

    unit_id: str
    en_route_at: datetime
    on_scene_at: datetime
    done_at: datetime | None
    promised: Mapping[str, Any]


class SqlArrivals:
    """On a connection of its own, for the one thread that asks."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine)

    def newest(self, since: datetime, most: int) -> Sequence[Arrived]:
        """Of orders given since then, at most so many."""
        rows = self._own.get().all(_ARRIVALS, (first_id(since), most))
        return [_arrived(*row) for row in rows]

    def close(self) -> None:
        self._own.close()


def _arrived(
    unit_id: str, moved: int, there: int, closed: int | None, reason: str | None, body: bytes
) -> Arrived:
    done_at = from_us(closed) if closed is not None and reason == CloseReason.DONE else None
    promised = decode(bytes(body)).inputs.get("promised", {}).get(unit_id, {})
    return Arrived(unit_id, from_us(moved), from_us(there), done_at, promised)
