"""The fold itself: rows by entity, kept by applying after-images in log order."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from sys import intern
from typing import Any

from command_center.domain.entities import ENTITIES, from_json
from command_center.domain.log import Change


class OutOfStep(Exception):
    """An entry does not continue what was folded: the holder must load a snapshot again."""


class Tables:
    """`rows[entity][id]` is the row's newest image as a frozen dataclass."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {name: {} for name in ENTITIES}

    def load(self, rows: Mapping[str, Any]) -> None:
        for entity, values in rows.items():
            kind = ENTITIES[entity]
            loaded = (kind(**_shared(from_json(kind, row))) for row in values)
            self.rows[entity] = {row.id: row for row in loaded}

    def apply(self, change: Change) -> tuple[Any | None, Any]:
        """(row before, row after); (None, None) for a change of a row that was never loaded:
        whether that matters is for the caller to say, who knows what was left out."""
        kind = ENTITIES[change.entity]
        table = self.rows[change.entity]
        fields = _shared(from_json(kind, change.set))
        before = table.get(change.id)
        if before is None:
            if change.version != 1:
                return None, None
            after = kind(**{**fields, "id": intern(change.id), "version": 1})
        else:
            if change.version != before.version + 1:
                raise OutOfStep(f"{change.entity} {before.version} -> {change.version}")
            after = dataclasses.replace(before, version=change.version, **fields)
        table[after.id] = after
        return before, after


def _shared(fields: dict[str, Any]) -> dict[str, Any]:
    """The same, each text once for all rows that say it: a row's id is in the five that belong to
    it, and every entry brings its own copy."""
    return {name: intern(said) if type(said) is str else said for name, said in fields.items()}


class Index:
    """One-to-many index of row ids by the value of a field; None is not indexed."""

    def __init__(self) -> None:
        self._ids: defaultdict[str, dict[str, None]] = defaultdict(dict)

    def move(self, id: str, old: str | None, new: str | None) -> None:
        if old == new:
            return
        if old is not None:
            self._ids[old].pop(id, None)
            if not self._ids[old]:
                del self._ids[old]
        if new is not None:
            self._ids[new][id] = None

    def known(self) -> tuple[str, ...]:
        """The values some row has, in the order they were first seen."""
        return tuple(self._ids)

    def get(self, key: str) -> tuple[str, ...]:
        """Ids in the order they were first seen."""
        return tuple(self._ids.get(key, ()))


class ByTime:
    """Ids of rows by a time of theirs. Rows come nearly in that order, so that each is put at or
    near the end."""

    def __init__(self) -> None:
        self._keys: list[tuple[datetime, str]] = []

    def add(self, at: datetime, id: str) -> None:
        insort(self._keys, (at, id))

    def remove(self, at: datetime, id: str) -> None:
        """It is there."""
        del self._keys[bisect_left(self._keys, (at, id))]

    def newest(self) -> Iterator[str]:
        """Newest first."""
        return (id for _, id in reversed(self._keys))
