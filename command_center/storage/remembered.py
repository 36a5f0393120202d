"""What one transaction need not ask its database again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

SETTLED = frozenset({"room_setting", "operation", "source", "early_episode", "shift"})
"""What a room sets once in a while, and what every report is seen against."""


class Remembered:
    """Rows as this transaction read or wrote them. It lasts as long as its commit may be outrun by
    somebody else's anyhow; a step that is taken back forgets, so that what is tried again reads."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], list[Any]] = {}
        self._rows: dict[tuple[str, str], Any] = {}
        self._held: dict[tuple[object, ...], bool] = {}

    def found(
        self, entity: str, sql: str, asked: Sequence[object], ask: Callable[[], list[Any]]
    ) -> list[Any]:
        """Rows of a question: of what is settled, asked once."""
        if entity not in SETTLED:
            return ask()
        key = (sql, *map(repr, asked))
        if key not in self._found:
            self._found[key] = ask()
        return list(self._found[key])

    def held(
        self,
        entity: str,
        sql: str,
        asked: Sequence[object],
        ask: Callable[[], list[Any]],
        *,
        alone: bool,
    ) -> list[Any]:
        """As `found`, of what was asked in a way that holds it, and no less than `alone`."""
        key = (sql, *map(repr, asked))
        if key not in self._held or alone > self._held[key]:
            self._found.pop(key, None)
            self._held[key] = alone
        return self.found(entity, sql, asked, ask)

    def row(self, entity: str, id: str) -> Any | None:
        return self._rows.get((entity, id))

    def keep(self, entity: str, row: Any) -> None:
        self._rows[entity, row.id] = row

    def wrote(self, entity: str, row: Any) -> None:
        self.keep(entity, row)
        if entity in SETTLED:
            self._found.clear()
            self._held.clear()

    def forget(self) -> None:
        self._found.clear()
        self._held.clear()
        self._rows.clear()
