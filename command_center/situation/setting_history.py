"""What the log says of a setting of the room: what it was, and who last changed what in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from command_center.domain.log import Change, LogEntry
from command_center.ports import History

_PAGE = 50


def value_at(history: History, name: str, until: datetime, up_to: int) -> Mapping[str, Any]:
    """What stood just before `until`, by what is stored up to seq `up_to`; {}: nothing was said.
    Waits for the database."""
    for entry, change in _newest_first(history, name, up_to):
        if datetime.fromisoformat(entry.recorded_at) < until:
            return _value(change.set)
    return {}


def last_changes_in(history: History, name: str, up_to: int) -> dict[str, tuple[str, str]]:
    """(when, who) of each key of its value that ever changed, the newest: what was given up, too.
    Waits for the database."""
    found: dict[str, tuple[str, str]] = {}
    for entry, change in _newest_first(history, name, up_to):
        was, said = _value(change.was), _value(change.set)
        for key in was.keys() | said.keys():
            if was.get(key) != said.get(key):
                found.setdefault(key, (entry.recorded_at, entry.actor))
    return found


def _newest_first(history: History, name: str, up_to: int) -> Iterator[tuple[LogEntry, Change]]:
    while found := history.about("room_setting", name, up_to, _PAGE):
        for stored in reversed(found):
            for change in reversed(stored.entry.changes):
                if (change.entity, change.id) == ("room_setting", name):
                    yield stored.entry, change
        up_to = found[0].seq - 1


def _value(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    return fields.get("value") or {}
