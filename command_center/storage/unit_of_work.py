"""One open transaction: rows change, and each batch of changes becomes one entry of the log."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from command_center.domain.errors import Conflict, NotFound, OperatorError, Outrun
from command_center.domain.log import Change, StoredEntry
from command_center.ports import EntryHead, Outcome
from command_center.storage import log, statements
from command_center.storage.codec import Codec, codec_named, codec_of
from command_center.storage.errors import Duplicate
from command_center.storage.link import Link
from command_center.storage.times import to_us

Row = TypeVar("Row")
Head = tuple[int, bytes]


@dataclasses.dataclass(slots=True)
class _Batch:
    """The command at work: its op_id, what it changed, and the log's head if held."""

    op_id: str | None = None
    op_stored: bool = False
    changes: tuple[Change, ...] = ()
    related: frozenset[tuple[str, str]] = frozenset()
    head: Head | None = None


class SqlTransaction:
    """`ports.Transaction` over one link. `outcome_of` names the op_id that the changes after it
    belong to: rows carry it from the moment they are written."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._batch = _Batch()
        self._depth = 0
        self.appended = 0

    def get(self, kind: type[Row], id: str) -> Row:
        codec = codec_of(kind)
        values = self._link.one(statements.select(codec.entity, ("id",)), (id,))
        if values is None:
            raise NotFound(codec.entity, id)
        row: Row = codec.row(values)
        return row

    def find(self, kind: type[Row], /, **equal: object) -> list[Row]:
        codec = codec_of(kind)
        given = {name: codec.to_db(name, value) for name, value in equal.items()}
        null = tuple(name for name, value in given.items() if value is None)
        same = tuple(name for name in given if name not in null)
        sql = statements.select(codec.entity, same, null)
        return [codec.row(values) for values in self._link.all(sql, [given[n] for n in same])]

    def add(self, row: Any) -> None:
        if row.version != 1:
            raise ValueError(f"a new {type(row).__name__} has version {row.version}, not 1")
        codec = codec_of(type(row))
        fields = {name: getattr(row, name) for name in codec.fields}
        values = [codec.to_db(name, value) for name, value in fields.items()]
        self._write(codec.entity, row, statements.insert(codec.entity), [*values, self._op()])
        after = {name: codec.to_json(name, value) for name, value in fields.items()}
        self._record(row, Change(codec.entity, row.id, 1, after, {}))

    def change(self, row: Row, **fields: object) -> Row:
        codec = codec_of(type(row))
        new = {name: value for name, value in fields.items() if getattr(row, name) != value}
        if not new:
            return row
        old: Any = row
        sql = statements.update(codec.entity, tuple(new))
        values = [codec.to_db(name, value) for name, value in new.items()]
        written = self._write(codec.entity, row, sql, [*values, self._op(), old.id, old.version])
        if written.rowcount == 0:
            raise self._conflict(codec.entity, old.id)
        self._record(row, _change(codec, old, new))
        changed: Row = dataclasses.replace(old, version=old.version + 1, **new)
        self._relate(changed)
        return changed

    def next_number(self, day: str) -> int:
        return int(self._link.one(statements.NEXT_NUMBER, (day,))[0])

    def newest_change(self, entity: str, id: str, field: str = "") -> StoredEntry | None:
        codec_named(entity)  # an unknown entity is a bug, not SQL
        if field:
            return self._newest_of(entity, id, field)
        found = self._link.one(statements.newest_change(entity), (id,))
        return log.stored(found) if found else None

    def _newest_of(self, entity: str, id: str, field: str) -> StoredEntry | None:
        for found in self._link.all(statements.NEWEST_ABOUT, (entity, id)):
            stored = log.stored(found)
            for change in stored.entry.changes:
                if (change.entity, change.id) == (entity, id) and field in change.set:
                    return stored
        return None

    def outcome_of(self, op_id: str) -> Outcome | None:
        if self._batch.changes:
            raise RuntimeError("changes of another operation wait for their log entry")
        found = self._link.one(statements.ENTRY_OF_OP, (op_id,))
        self._batch.op_id, self._batch.op_stored = op_id, False
        return log.outcome(log.stored(found)) if found else None

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        before = dataclasses.replace(self._batch)
        appended = self.appended
        self._depth += 1
        name = f"step_{self._depth}"
        self._link.demand_transaction()
        self._link.run(f"SAVEPOINT {name}")
        try:
            yield
            self._link.run(f"RELEASE SAVEPOINT {name}")
        except BaseException as error:
            self._batch, self.appended = before, appended
            if self._link.in_transaction:
                self._link.run(f"ROLLBACK TO SAVEPOINT {name}")
                self._link.run(f"RELEASE SAVEPOINT {name}")
                self.explain(error)
            raise
        finally:
            self._depth -= 1

    def append(self, entry_head: EntryHead) -> StoredEntry | None:
        batch = self._batch
        if batch.op_id is not None and batch.op_id != entry_head.op_id:
            raise ValueError("append() names another op_id than outcome_of() did")
        if not batch.changes and not entry_head.always:
            return None
        seq, previous = batch.head or self._hold_head()
        entry = log.entry_of(entry_head, batch.changes)
        body = log.encode(entry)
        stored = StoredEntry(seq + 1, log.chained(previous, body), entry)
        recorded = to_us(entry_head.recorded_at)
        row = (stored.seq, stored.hash, entry.op_id, entry.kind, recorded, body)
        self._link.run(statements.INSERT_ENTRY, row)
        self._index(stored, batch.related)
        self._batch = _Batch(head=(stored.seq, stored.hash))
        self.appended += 1
        return stored

    def explain(self, error: BaseException) -> None:
        """Tell a Conflict who won. Only possible once the failed statement is rolled back."""
        if not isinstance(error, Conflict) or error.params.get("by"):
            return
        params = error.params
        found = self.newest_change(str(params["entity"]), str(params["id"]))
        if found is not None:
            error.params.update(_winner(found, str(params["entity"]), str(params["id"])))

    def _conflict(self, entity: str, id: str) -> Exception:
        if self._link.one(statements.select(entity, ("id",)), (id,)) is None:
            return NotFound(entity, id)
        return Outrun(entity, id)

    def _op(self) -> str:
        op_id = self._batch.op_id
        if op_id is None:
            raise RuntimeError("changes belong to an operation: call outcome_of(op_id) first")
        if not self._batch.op_stored:
            try:
                self._link.run(statements.INSERT_OP, (op_id,))
            except Duplicate as error:
                # the same command acted elsewhere since outcome_of: ask again
                raise OperatorError("database_busy") from error
            self._batch.op_stored = True
        return op_id

    def _write(self, entity: str, row: Any, sql: str, parameters: Sequence[Any]) -> Any:
        try:
            return self._link.run(sql, parameters)
        except Duplicate as error:
            # an assignment that is refused was refused for its unit
            held = ("unit", row.unit_id) if entity == "assignment" else (entity, row.id)
            raise Outrun(*held) from error

    def _record(self, row: Any, change: Change) -> None:
        self._batch.changes += (change,)
        self._relate(row)

    def _relate(self, row: Any) -> None:
        self._batch.related |= frozenset(log.related(row))

    def _hold_head(self) -> Head:
        seq, digest = self._link.one(statements.HEAD + self._link.dialect.lock_row)
        return int(seq), bytes(digest)

    def _index(self, stored: StoredEntry, related: frozenset[tuple[str, str]]) -> None:
        found = sorted(log.subjects(stored.entry, related))
        for start in range(0, len(found), 100):
            part = found[start : start + 100]
            values = [value for entity, id in part for value in (entity, id, stored.seq)]
            self._link.run(statements.insert_subjects(len(part)), values)


def _change(codec: Codec, old: Any, new: dict[str, object]) -> Change:
    after = {name: codec.to_json(name, value) for name, value in new.items()}
    before = {name: codec.to_json(name, getattr(old, name)) for name in new}
    return Change(codec.entity, old.id, old.version + 1, after, before)


def _winner(found: StoredEntry, entity: str, id: str) -> dict[str, object]:
    theirs: dict[str, object] = {}
    for change in found.entry.changes:
        if (change.entity, change.id) == (entity, id):
            theirs.update(change.set)
    at = datetime.fromisoformat(found.entry.recorded_at)
    return {"by": found.entry.actor, "at": at, "theirs": theirs}
