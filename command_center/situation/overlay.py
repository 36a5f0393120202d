"""What is only kept at this workstation, shown as if the room had it: the same handlers run over
the rows of the situation, and what they did is taken off again before anything real is folded."""

from __future__ import annotations

import dataclasses
import logging
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from command_center.commands.catalogue import verbs
from command_center.commands.offline import as_replayed, decode, decode_act
from command_center.commands.registry import City, Context, Triage
from command_center.domain.entities import ENTITY_NAMES, as_fields, iso, to_json
from command_center.domain.errors import NotFound, OperatorError
from command_center.domain.ids import ids_of
from command_center.domain.log import Act, Change, LogEntry, StoredEntry
from command_center.ports import Among
from command_center.situation.fold import Tables
from command_center.situation.situation import Situation, Touched
from command_center.storage.outbox import Item, ItemState

log = logging.getLogger(__name__)
Row = TypeVar("Row")
Subject = tuple[str, str]
NO_NUMBER = 0
"""Of an incident that only this workstation knows: the room gives the number."""


class AlreadyThere(OperatorError):
    """The room has what is to be added: its entry came before the answer."""


class TablesWork:
    """`ports.UnitOfWork` over the rows of a situation; nothing is changed but its own copies."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.rows: dict[Subject, Any] = {}
        self.changes: list[Change] = []

    def get(self, kind: type[Row], id: str) -> Row:
        entity = ENTITY_NAMES[kind]
        row: Row | None = self.rows.get((entity, id)) or self._tables.rows[entity].get(id)
        if row is None:
            raise NotFound(entity, id)
        return row

    def recall(self, kind: type[Row], id: str) -> Row:
        return self.get(kind, id)

    def find(self, kind: type[Row], /, **equal: object) -> list[Row]:
        entity = ENTITY_NAMES[kind]
        own = {id: row for (name, id), row in self.rows.items() if name == entity}
        tests = [(name, _wanted(value)) for name, value in equal.items()]
        found = {
            id: row
            for id, row in {**self._tables.rows[entity], **own}.items()
            if all(getattr(row, name) in wanted for name, wanted in tests)
        }
        return [found[id] for id in sorted(found)]

    def add(self, row: Any) -> None:
        entity = ENTITY_NAMES[type(row)]
        if row.id in self._tables.rows[entity] or (entity, row.id) in self.rows:
            raise AlreadyThere("already_there", entity=entity)
        self.rows[entity, row.id] = row
        self.changes.append(Change(entity, row.id, 1, to_json(as_fields(row)), {}))

    def change(self, row: Row, **fields: object) -> Row:
        new = {name: value for name, value in fields.items() if getattr(row, name) != value}
        if not new:
            return row
        old: Any = row
        entity = ENTITY_NAMES[type(row)]
        changed: Row = dataclasses.replace(old, **new)
        self.rows[entity, old.id] = changed
        self.changes.append(Change(entity, old.id, old.version, to_json(new), {}))
        return changed

    def next_number(self, day: str) -> int:
        return NO_NUMBER

    def newest_change(self, entity: str, id: str, field: str = "") -> StoredEntry | None:
        return None


def _wanted(value: object) -> Collection[object]:
    return frozenset(value.values) if isinstance(value, Among) else (value,)


@dataclass(frozen=True, slots=True)
class _Laid:
    entity: str
    id: str
    before: Any | None
    after: Any


class Overlay:
    """Owned by the thread of its situation. Rows keep the version the room knows: a command of
    this desk is then never refused for a change that only this desk has."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._city: City | None = None
        self._triage: Triage | None = None
        self._verbs = verbs()
        self._items: dict[str, Item] = {}
        self._arrived: set[str] = set()
        self._laid: list[_Laid] = []
        self._entries: list[LogEntry] = []

    def prepare(self, city: City, triage: Triage) -> None:
        """What handlers may ask. Nothing is shown before."""
        self._city, self._triage = city, triage

    @property
    def items(self) -> tuple[Item, ...]:
        """What waits for the room or a person, in the order it was kept."""
        return tuple(i for i in self._items.values() if i.state is not ItemState.STORED)

    def take(self, items: Iterable[Item]) -> Touched:
        """These are all that are kept now."""
        touched = self.lift()
        self._items = {item.op_id: item for item in items}
        self._arrived &= self._items.keys()
        touched.merge(self.lay())
        return touched

    def arrived(self, op_id: str) -> None:
        """An entry of the room was folded."""
        if op_id in self._items:
            self._arrived.add(op_id)

    def lift(self) -> Touched:
        """Leave only what the room has said."""
        touched, situation = Touched(), self._situation
        for laid in reversed(self._laid):
            if situation.get(laid.entity, laid.id) is laid.after:
                touched.merge(situation.put(laid.entity, laid.id, laid.before))
        self._laid.clear()
        self._entries.clear()
        situation.kept.clear()
        return touched

    def lay(self) -> Touched:
        """Show what the room has not said yet."""
        touched = Touched()
        for item in self._items.values():
            if self._is_missing(item):
                touched.merge(self._run(item))
        return touched

    def _is_missing(self, item: Item) -> bool:
        if item.op_id in self._arrived or item.state is ItemState.REFUSED:
            return False
        if item.state is ItemState.STORED:
            return item.seq is not None and item.seq > self._situation.seq
        return True

    def _run(self, item: Item) -> Touched:
        touched = Touched()
        if self._city is None or self._triage is None:
            return touched
        work = TablesWork(self._situation.tables)
        try:
            act = as_replayed(decode_act(item.act), item.kept_at)
            command = decode(item.kind, item.command)
            at = act.occurred_at or item.kept_at
            new_id = ids_of(item.op_id, item.kept_at)
            ctx = Context(act, at, at, new_id, self._city, self._triage)
            result = self._verbs[type(command)].handler(work, command, ctx)
        except OperatorError as error:
            log.info("not shown before the room says so: %s", error.code)
            return touched
        for (entity, id), row in work.rows.items():
            self._laid.append(_Laid(entity, id, self._situation.get(entity, id), row))
            touched.merge(self._situation.put(entity, id, row))
        self._situation.kept.update(Counter(_subjects(work.rows)))
        self._entries.append(_entry(item, act, work.changes, dict(result)))
        return touched

    def entries(self, incident_ids: Collection[str]) -> list[StoredEntry]:
        """About these incidents, in the order they were kept; they have no place in the log."""
        return [
            StoredEntry(NO_NUMBER, b"", entry)
            for entry in self._entries
            if not _about(entry).isdisjoint(incident_ids)
        ]


def _subjects(rows: dict[Subject, Any]) -> set[Subject]:
    """The incidents and units that the rows are, or belong to."""
    found = {subject for subject in rows if subject[0] in ("incident", "unit")}
    for row in rows.values():
        for field, entity in (("incident_id", "incident"), ("unit_id", "unit")):
            if id := getattr(row, field, None):
                found.add((entity, id))
    return found


def _about(entry: LogEntry) -> set[str]:
    ids = {change.id for change in entry.changes if change.entity == "incident"}
    ids |= {str(change.set.get("incident_id")) for change in entry.changes}
    result = entry.inputs.get("result", {})
    return {*ids, str(result.get("incident_id"))}


def _entry(item: Item, act: Act, changes: list[Change], result: dict[str, Any]) -> LogEntry:
    at = iso(item.kept_at)
    inputs = {"result": to_json(result)}
    return LogEntry(
        kind=item.kind,
        v=1,
        op_id=item.op_id,
        actor=act.actor,
        workstation=act.workstation,
        shift=act.shift,
        occurred_at=iso(act.occurred_at or item.kept_at),
        recorded_at=at,
        reason=act.reason,
        changes=tuple(changes),
        inputs=inputs,
    )
