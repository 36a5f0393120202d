"""The slower half of an audit: what stands beside the bytes of an entry against what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec

from command_center.domain.log import LogEntry
from command_center.storage.audit import stream
from command_center.storage.damage import Damage, DamageKind
from command_center.storage.link import Link
from command_center.storage.log import SUBJECTS, decode
from command_center.storage.times import us_as_iso

MOST = 100
Told = Callable[[int], None]
Subject = tuple[str, str]
_ENTRIES = (
    "SELECT e.seq, e.op_id, e.kind, e.recorded_at, e.body, o.op_id FROM event_log e"
    " LEFT JOIN op o ON o.op_id = e.op_id ORDER BY e.seq"
)
_SUBJECTS = 'SELECT seq, "entity", "id" FROM event_subject ORDER BY seq'
_OPEN = (
    "SELECT o.op_id FROM op o WHERE NOT EXISTS"
    " (SELECT 1 FROM event_log e WHERE e.op_id = o.op_id) LIMIT 100"
)
_RELATED = frozenset(SUBJECTS.values())


def check_index(link: Link, told: Told = lambda _read: None) -> Iterator[Damage]:
    """Columns, subjects and operations of every entry, at most 100 findings. Within a transaction
    of `link`; as the owner of a PostgreSQL database."""
    return islice(_damages(link, told), MOST)


def _damages(link: Link, told: Told) -> Iterator[Damage]:
    subjects = _Subjects(row for rows in stream(link, _SUBJECTS, name="subjects") for row in rows)
    for rows in stream(link, _ENTRIES):
        for row in rows:
            yield from _of_entry(row, subjects)
        told(int(rows[-1][0]))
    for seq, left in subjects.rest():
        yield Damage(DamageKind.SUBJECT_DIFFERS, seq, seq, "{} {}".format(*left))
    for (op_id,) in link.all(_OPEN):
        yield Damage(DamageKind.OPERATION_DIFFERS, 0, 0, str(op_id))


def _of_entry(row: Any, subjects: _Subjects) -> Iterator[Damage]:
    seq, op_id, kind, recorded_at, body, operation = row
    there = subjects.of(seq)
    try:
        entry = decode(bytes(body))
    except (msgspec.MsgspecError, TypeError):
        return  # the chain says that
    columns = {"op_id": entry.op_id == op_id, "kind": entry.kind == kind}
    columns["recorded_at"] = entry.recorded_at == us_as_iso(recorded_at)
    for name, same in columns.items():
        if not same:
            yield Damage(DamageKind.COLUMN_DIFFERS, seq, seq, name)
    if entry.changes and operation is None:
        yield Damage(DamageKind.OPERATION_DIFFERS, seq, seq, entry.op_id)
    for about in sorted(_differing(entry, there)):
        yield Damage(DamageKind.SUBJECT_DIFFERS, seq, seq, "{} {}".format(*about))


def _differing(entry: LogEntry, there: set[Subject]) -> set[Subject]:
    """Missing ones, and those too many that no changed row can belong to."""
    changed = {(change.entity, change.id) for change in entry.changes}
    odd = {about for about in there - changed if about[0] not in _RELATED}
    return (changed - there) | odd


class _Subjects:
    """Subjects in the order of their entries, taken entry by entry."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows = iter(rows)
        self._next = next(self._rows, None)
        self._lost: list[tuple[int, Subject]] = []

    def of(self, seq: int) -> set[Subject]:
        found = set()
        while self._next is not None and int(self._next[0]) <= seq:
            at, entity, id = self._next
            if int(at) == seq:
                found.add((str(entity), str(id)))
            else:  # an entry that is not there
                self._lost.append((int(at), (str(entity), str(id))))
            self._next = next(self._rows, None)
        return found

    def rest(self) -> Iterator[tuple[int, Subject]]:
        yield from self._lost
        while self._next is not None:
            yield int(self._next[0]), (str(self._next[1]), str(self._next[2]))
            self._next = next(self._rows, None)
