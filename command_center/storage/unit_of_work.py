"""One open transaction: rows change, and each batch of changes becomes one entry of the log."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from command_center.domain.errors import Conflict, DoneElsewhere, NotAllowed, NotFound, Outrun
from command_center.domain.log import Change, StoredEntry
from command_center.domain.permissions import may_write
from command_center.domain.unit import Assignment, OrderTask, Unit
from command_center.ports import Among, Entered, EntryHead, Outcome, Undertaking
from command_center.storage import log, statements
from command_center.storage.codec import Codec, codec_named, codec_of
from command_center.storage.entries import Entries, Tokens, Waiting, entries_of
from command_center.storage.errors import Duplicate
from command_center.storage.link import SQLITE, Link
from command_center.storage.remembered import Remembered
from command_center.storage.times import to_us

Row = TypeVar("Row")


@dataclasses.dataclass(slots=True)
class _Batch:
    """The command at work: its op_id, as what it is done, and what it changed."""

    op_id: str | None = None
    op_stored: bool = False
    undertaking: Undertaking | None = None
    changes: tuple[Change, ...] = ()
    related: frozenset[tuple[str, str]] = frozenset()


class SqlTransaction:
    """`ports.Transaction` over one link. `outcome_of` names the op_id that the changes after it
    belong to: rows carry it from the moment they are written."""

    def __init__(self, link: Link, tokens: Tokens) -> None:
        """`tokens`: of the session in which something is done, b"" without one."""
        self._link = link
        self._entries: Entries = entries_of(link, tokens)
        self._batch = _Batch()
        self._depth = 0
        self._adding: list[tuple[str, tuple[str, str]]] = []
        self._absent: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._remembered = Remembered()
        self.appended = 0

    def get(self, kind: type[Row], id: str) -> Row:
        codec = codec_of(kind)
        values = self._link.one(statements.select(codec.entity, ("id",)), (id,))
        if values is None:
            raise NotFound(codec.entity, id)
        row: Row = codec.row(values)
        return row

    def recall(self, kind: type[Row], id: str) -> Row:
        entity = codec_of(kind).entity
        row: Row = self._remembered.row(entity, id) or self.get(kind, id)
        self._remembered.keep(entity, row)
        return row

    def find(self, kind: type[Row], /, **equal: object) -> list[Row]:
        codec, sql, asked = self._question(kind, equal)
        return self._remembered.found(
            codec.entity, sql, asked, lambda: self._rows(codec, sql, asked)
        )

    def hold(self, kind: type[Row], /, *, alone: bool, **equal: object) -> list[Row]:
        if self._link.dialect is SQLITE:  # where the writer holds the whole file
            return self.find(kind, **equal)
        codec, sql, asked = self._question(kind, equal)

        def ask() -> list[Row]:
            held = sql + statements.HOLD[alone]
            rows = self._rows(codec, held, asked)
            # what somebody changed while we waited for it is left out, and what came instead
            # is seen by the next question only
            return rows or self._rows(codec, held, asked)

        return self._remembered.held(codec.entity, sql, asked, ask, alone=alone)

    def _rows(self, codec: Codec, sql: str, asked: Sequence[object]) -> list[Any]:
        return [codec.row(values) for values in self._link.all(sql, asked)]

    def _question(
        self, kind: type[Any], equal: Mapping[str, object]
    ) -> tuple[Codec, str, list[object]]:
        codec, dialect = codec_of(kind), self._link.dialect
        one: dict[str, object] = {}
        null: list[str] = []
        many: dict[str, object] = {}
        for name, value in equal.items():
            if isinstance(value, Among):
                wanted = [codec.to_db(name, each) for each in value.values]
                many[name] = dialect.as_list(wanted)
            elif value is None:
                null.append(name)
            else:
                one[name] = codec.to_db(name, value)
        sql = statements.select(codec.entity, tuple(one), tuple(null), tuple(many), dialect.among)
        return codec, sql, [*one.values(), *many.values()]

    def add(self, row: Any) -> None:
        if row.version != 1:
            raise ValueError(f"a new {type(row).__name__} has version {row.version}, not 1")
        codec = codec_of(type(row))
        self._demand_may(codec.entity, row)
        fields = {name: getattr(row, name) for name in codec.fields}
        values = [codec.to_db(name, value) for name, value in fields.items()]
        self._write(codec.entity, row, statements.insert(codec.entity), [*values, self._op()])
        self._remembered.wrote(codec.entity, row)
        after = {name: codec.to_json(name, value) for name, value in fields.items()}
        self._record(row, Change(codec.entity, row.id, 1, after, {}))

    def change(self, row: Row, **fields: object) -> Row:
        codec = codec_of(type(row))
        new = {name: value for name, value in fields.items() if getattr(row, name) != value}
        if not new:
            return row
        old: Any = row
        self._demand_may(codec.entity, old, changed=True)
        sql = statements.update(codec.entity, tuple(new))
        values = [codec.to_db(name, value) for name, value in new.items()]
        written = self._write(codec.entity, row, sql, [*values, self._op(), old.id, old.version])
        if written.rowcount == 0:
            raise self._conflict(codec.entity, old.id)
        self._record(row, _change(codec, old, new))
        changed: Row = dataclasses.replace(old, version=old.version + 1, **new)
        self._remembered.wrote(codec.entity, changed)
        self._relate(changed)
        return changed

    def next_number(self, day: str) -> int:
        """Whoever has taken one holds the counter until the commit and knows the next."""
        if self._depth and day in self._numbers:
            self._link.later(statements.TAKE_NUMBER, (day,))
            self._numbers[day] += 1
        else:
            self._numbers[day] = int(self._link.one(statements.NEXT_NUMBER, (day,))[0])
        return self._numbers[day]

    def newest_change(self, entity: str, id: str, field: str = "") -> StoredEntry | None:
        codec_named(entity)  # an unknown entity is a bug, not SQL
        if field:
            return self._newest_of(entity, id, field)
        sql = statements.newest_change(entity)
        found = self._link.one(sql, (id,))
        if found is not None and found[1] is None and self._entries.flush(found[0]):
            found = self._link.one(sql, (id,))
        return log.stored(found[1:]) if found and found[1] is not None else None

    def _newest_of(self, entity: str, id: str, field: str) -> StoredEntry | None:
        for found in self._link.all(statements.NEWEST_ABOUT, (entity, id)):
            stored = log.stored(found)
            for change in stored.entry.changes:
                if (change.entity, change.id) == (entity, id) and _sets(change, field):
                    return stored
        return None

    def outcome_of(self, op_id: str) -> Outcome | None:
        if self._batch.changes:
            raise RuntimeError("changes of another operation wait for their log entry")
        self._entries.flush(op_id)
        self._batch = _Batch(op_id)
        if op_id in self._absent:
            self._absent.discard(op_id)
            return None
        found = self._link.one(statements.ENTRY_OF_OP, (op_id,))
        return log.outcome(log.stored(found)) if found else None

    def expect(self, op_ids: Sequence[str]) -> None:
        asked = self._link.dialect.as_list(list(op_ids))
        sql = statements.STORED_OPS.format(among=self._link.dialect.among)
        self._absent = set(op_ids) - {str(row[0]) for row in self._link.all(sql, (asked,))}

    def undertake(self, undertaking: Undertaking) -> None:
        self._batch.undertaking = undertaking

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        before = dataclasses.replace(self._batch)
        appended, mark, numbers = self.appended, self._entries.mark(), dict(self._numbers)
        self._depth += 1
        name = f"step_{self._depth}"
        self._link.demand_transaction()
        # an outer one has to stand before an inner one can take back what waits
        say = self._link.later if self._depth == 1 else self._link.run
        say(f"SAVEPOINT {name}")
        try:
            yield
            self._link.run(f"RELEASE SAVEPOINT {name}")
        except BaseException as error:
            self._batch, self.appended, self._numbers = before, appended, numbers
            self._entries.back_to(mark)
            self._remembered.forget()
            meant = self._meant(error) if isinstance(error, Duplicate) else error
            unsaid = self._link.unsaid(f"SAVEPOINT {name}")
            if self._link.in_transaction:
                if not unsaid:
                    self._link.plainly(f"ROLLBACK TO SAVEPOINT {name}")
                    self._link.plainly(f"RELEASE SAVEPOINT {name}")
                self.explain(meant)
            if meant is error:
                raise
            raise meant from error
        finally:
            self._depth -= 1
            self._adding = []

    def append(self, entry_head: EntryHead) -> Entered | None:
        batch = self._batch
        if batch.op_id is not None and batch.op_id != entry_head.op_id:
            raise ValueError("append() names another op_id than outcome_of() did")
        if not batch.changes and not entry_head.always:
            return None
        entry = log.entry_of(entry_head, batch.changes)
        entered = Entered(entry)
        found = sorted(log.subjects(entry, batch.related))
        recorded = to_us(entry_head.recorded_at)
        body = log.encode(entry)
        self._entries.append(Waiting(entered, recorded, body, found, batch.undertaking))
        self._batch = _Batch()
        self.appended += 1
        return entered

    def commit(self) -> None:
        """Entries that waited get their place in the log, and all of it is stored."""
        self._link.demand_transaction()
        self._entries.commit()

    def forget(self) -> None:
        """All of it was rolled back."""
        self._batch, self.appended, self._numbers = _Batch(), 0, {}
        self._remembered.forget()
        self._entries = entries_of(self._link, lambda _: b"")

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
            self._entries.begin(op_id, self._batch.undertaking, alone=not self._depth)
            self._batch.op_stored = True
        return op_id

    def _write(self, entity: str, row: Any, sql: str, parameters: Sequence[Any]) -> Any:
        """The answer to a change; a new row inside a savepoint goes with what is asked next."""
        try:
            if self._depth and sql == statements.insert(entity):
                self._adding.append((entity, _held(entity, row)))
                self._link.later(sql, parameters)
                return None
            return self._link.run(sql, parameters)
        except Duplicate as error:
            raise Outrun(*_held(entity, row)) from error

    def _meant(self, error: Duplicate) -> Exception:
        """Of several rows that were on their way together, the constraint says which."""
        table = str(error).partition("_")[2]
        of_table = [held for entity, held in self._adding if table.startswith(entity)]
        if not of_table:
            return DoneElsewhere()
        return Outrun(*of_table[-1])

    def _record(self, row: Any, change: Change) -> None:
        self._batch.changes += (change,)
        self._relate(row)

    def _relate(self, row: Any) -> None:
        if isinstance(row, OrderTask):
            row = self.get(Assignment, row.assignment_id)
        self._batch.related |= frozenset(log.related(row))

    def _demand_may(self, entity: str, row: Any, *, changed: bool = False) -> None:
        """What PostgreSQL demands of the rows as well, where there is one."""
        done = self._batch.undertaking
        if done is None:
            return
        if not may_write(entity, done.permission, changed=changed):
            raise NotAllowed("entity_not_permitted", entity=entity, kind=done.kind)
        if done.agency_id is None or entity not in {"unit", "assignment"}:
            return
        unit = row if entity == "unit" else self.get(Unit, row.unit_id)
        if unit.agency_id != done.agency_id:
            raise NotAllowed("other_agency", unit=unit.call_sign)


def _change(codec: Codec, old: Any, new: dict[str, object]) -> Change:
    after = {name: codec.to_json(name, value) for name, value in new.items()}
    before = {name: codec.to_json(name, getattr(old, name)) for name in new}
    return Change(codec.entity, old.id, old.version + 1, after, before)


def _held(entity: str, row: Any) -> tuple[str, str]:
    """An assignment that is refused was refused for its unit."""
    return ("unit", row.unit_id) if entity == "assignment" else (entity, row.id)


def _sets(change: Change, field: str) -> bool:
    """Whether it set the field; "levels/KPU" is one key of a field that has many."""
    name, _, key = field.partition("/")
    if name not in change.set or not key:
        return name in change.set
    after, before = change.set[name], change.was.get(name) or {}
    return bool(after.get(key) != before.get(key))


def _winner(found: StoredEntry, entity: str, id: str) -> dict[str, object]:
    theirs: dict[str, object] = {}
    for change in found.entry.changes:
        if (change.entity, change.id) == (entity, id):
            theirs.update(change.set)
    at = datetime.fromisoformat(found.entry.recorded_at)
    return {"by": found.entry.actor, "at": at, "theirs": theirs}
