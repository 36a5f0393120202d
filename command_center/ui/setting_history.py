"""What the room has written of a table that it edits, from the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from command_center.ports import History

MOST_VERSIONS = 100


@dataclass(frozen=True, slots=True)
class Written:
    """`number` is the setting's version; `value` as it is kept, nobody has looked into it yet."""

    number: int
    value: dict[str, Any]

    @property
    def author(self) -> str:
        return str(self.value.get("author", ""))

    @property
    def at(self) -> str:
        return str(self.value.get("at", ""))


def written(history: History, setting: str, up_to: int) -> Iterator[Written]:
    """Oldest first. Waits for the database."""
    for stored in history.about("room_setting", setting, up_to, MOST_VERSIONS):
        for change in stored.entry.changes:
            value = change.set.get("value") if change.entity == "room_setting" else None
            if change.id == setting and isinstance(value, dict):
                yield Written(change.version, value)
