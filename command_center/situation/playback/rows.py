"""The rows of a room as they stood after an entry of its log, moved both ways through it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from command_center.domain.log import StoredEntry
from command_center.ports import RowsSnapshot
from command_center.situation.fold import OutOfStep

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]


class PastRows:
    """Rows are never changed in place, so that a copy of the tables costs their keys alone."""

    def __init__(self, snapshot: RowsSnapshot) -> None:
        self.seq = snapshot.seq
        self.hash = snapshot.hash
        self.epoch = snapshot.epoch
        self._tables: Tables = {
            entity: {row["id"]: dict(row) for row in rows} for entity, rows in snapshot.rows.items()
        }

    def copy(self) -> PastRows:
        other = PastRows(RowsSnapshot(self.seq, self.hash, self.epoch, {}))
        other._tables = {entity: dict(table) for entity, table in self._tables.items()}
        return other

    def snapshot(self) -> RowsSnapshot:
        rows: Mapping[str, Any] = {
            entity: list(table.values()) for entity, table in self._tables.items()
        }
        return RowsSnapshot(self.seq, self.hash, self.epoch, rows)

    def forward(self, stored: StoredEntry) -> None:
        """The next entry. What it changes of a row that is not here is left out: the row was done
        with before the time that is looked at."""
        if stored.seq != self.seq + 1:
            raise OutOfStep(f"{self.seq} -> {stored.seq}")
        for change in stored.entry.changes:
            table = self._tables.setdefault(change.entity, {})
            before = table.get(change.id, {})
            if before or change.version == 1:
                named = {"id": change.id, "version": change.version}
                table[change.id] = {**before, **change.set, **named}
        self.seq, self.hash = stored.seq, stored.hash

    def back(self, entries: Iterable[StoredEntry], before: bytes) -> None:
        """Take back the newest entries, given in the order of the log; `before` is the hash of the
        one they follow."""
        for stored in reversed(list(entries)):
            if stored.seq != self.seq:
                raise OutOfStep(f"{self.seq} <- {stored.seq}")
            for change in reversed(stored.entry.changes):
                table = self._tables.get(change.entity, {})
                after = table.get(change.id)
                if after is None:
                    continue
                if after["version"] != change.version:
                    raise OutOfStep(f"{change.entity} {after['version']} <- {change.version}")
                if change.version == 1:
                    del table[change.id]
                else:
                    table[change.id] = {**after, **change.was, "version": change.version - 1}
            self.seq -= 1
        self.hash = before
