"""The rows that advice is worked out from, taken at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from command_center.domain.targets import Targets, targets_in
from command_center.ports import Position
from command_center.situation.situation import Situation

TABLES = (
    "unit", "assignment", "incident", "handling", "agency", "room_setting", "road_closure",
    "welfare_check", "operation", "operation_place", "site",
)  # fmt: skip


@dataclass(frozen=True, eq=False, slots=True)
class RoomCopy:
    """`rows[entity][id]`. Rows never change and the tables are the copy's own, so that any thread
    may read it; the copy costs less than a millisecond for thousands of rows."""

    rows: Mapping[str, Mapping[str, Any]]
    positions: Mapping[str, Position]

    @property
    def targets(self) -> Targets:
        return targets_in(self.rows["room_setting"])

    @staticmethod
    def of(situation: Situation) -> RoomCopy:
        """On the thread that owns the situation, whose positions are replaced and never edited."""
        tables = situation.tables.rows
        return RoomCopy({name: dict(tables[name]) for name in TABLES}, situation.positions)
