"""Every incident the queue knows with the tabs it belongs to; counts are the sizes of the tabs."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Set
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from command_center.domain.incident import OPEN_STATUSES, IncidentStatus
from command_center.situation.queue import QueueRow, queue_row
from command_center.situation.situation import Situation

Key = tuple[bool, bool, str, bool, bool, float, str]


class Tab(StrEnum):
    """ALL is open incidents and those that ended since the window loaded; merged ones stand in
    the incident they were merged into and are no rows. Only in ALL are those of a flood that
    stand back for its lead; what arrived late, or is planned for later, is not in NEW."""

    ACTIVE = "active"
    NEW = "new"
    LATE = "late"
    ALL = "all"


class Ledger:
    """`rows` by incident id. Lateness is that of the last `put` or `overdue`."""

    def __init__(self) -> None:
        self.rows: dict[str, QueueRow] = {}
        self._keys: dict[str, Key] = {}
        self._tabs: dict[Tab, dict[str, None]] = {tab: {} for tab in Tab}
        self._due: list[tuple[datetime, str]] = []

    def load(self, situation: Situation, now: datetime) -> list[str]:
        """Take the situation as the whole truth; answers what changed, what is gone included."""
        here = {incident.id for incident in situation.all("incident")}
        gone = [id for id in self.rows if id not in here]
        return self.put([*gone, *here], situation, now)

    def put(self, ids: Iterable[str], situation: Situation, now: datetime) -> list[str]:
        """Take these incidents as they stand now, or are gone; answers those whose row changed."""
        changed = []
        for id in ids:
            incident = situation.incident(id)
            if incident is None:
                if id in self.rows:
                    self._drop(id)
                    changed.append(id)
                continue
            row = queue_row(situation, incident, situation.clocks.targets)
            if not incident.is_open:
                row = replace(row, due_from=None, due_at=None)
            if self.rows.get(id) == row:
                continue
            changed.append(id)
            self.rows[id] = row
            if row.due_at is not None and row.due_at >= now:
                heapq.heappush(self._due, (row.due_at, id))
            if row.is_ahead(now) and row.planned_at is not None:
                heapq.heappush(self._due, (row.planned_at, id))
            self._judge(row, now)
        return changed

    def _drop(self, id: str) -> None:
        del self.rows[id], self._keys[id]
        for members in self._tabs.values():
            members.pop(id, None)

    def overdue(self, now: datetime) -> list[str]:
        """The incidents whose target was missed, or whose time has come, since the last look."""
        missed: dict[str, None] = {}
        while self._due and self._due[0][0] < now:
            _, id = heapq.heappop(self._due)
            row = self.rows.get(id)
            if row is None:
                continue
            late = id not in self._tabs[Tab.LATE] and row.is_late(now)
            if late or (row.planned_at is not None and self._keys[id][1]):
                self._judge(row, now)
                missed[id] = None
        return list(missed)

    def _judge(self, row: QueueRow, now: datetime) -> None:
        is_open = row.status in OPEN_STATUSES
        belongs = {
            Tab.ACTIVE: is_open and not row.folded,
            Tab.NEW: row.status is IncidentStatus.NEW
            and not (row.folded or row.belated or row.is_ahead(now)),
            Tab.LATE: is_open and row.is_late(now) and not row.folded,
            Tab.ALL: row.status is not IncidentStatus.MERGED,
        }
        for tab, member in belongs.items():
            if member:
                self._tabs[tab][row.id] = None
            else:
                self._tabs[tab].pop(row.id, None)
        self._keys[row.id] = (not is_open, *row.order(now))

    def members(self, tab: Tab) -> Set[str]:
        return self._tabs[tab].keys()

    def count(self, tab: Tab) -> int:
        return len(self._tabs[tab])

    def is_late(self, id: str) -> bool:
        return id in self._tabs[Tab.LATE]

    def key(self, id: str, tab: Tab) -> Key | None:
        """Where the incident stands in the tab; None if it does not."""
        return self._keys[id] if id in self._tabs[tab] else None
