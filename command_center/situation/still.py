"""The rows of a situation as they stood, for another thread to read while the situation goes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from command_center.situation.situation import Situation

Rows = Mapping[str, dict[str, Any]]
"""{entity: {id: row}}; rows are frozen."""


def rows_now(situation: Situation) -> Rows:
    """On the thread that owns it: no row is copied, only where they are found."""
    return {entity: dict(rows) for entity, rows in situation.tables.rows.items()}


class StillSituation(Situation):
    """Every row and what is found by them. Figures of a day, positions and health are not of it."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.tables.rows.update(rows)
        for entity, held in rows.items():
            for row in held.values():
                self._index(entity, None, row)
