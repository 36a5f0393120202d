"""The read lane: past entries on a connection of its own."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Engine

from command_center.domain.clocks import Clock
from command_center.domain.instruction import ToldHit
from command_center.domain.log import StoredEntry
from command_center.domain.partner import PhoneCall
from command_center.ports import (
    ActivityCount,
    CallsBefore,
    ClocksPage,
    FalseReport,
    Hit,
    SamplePage,
)
from command_center.storage import log
from command_center.storage.activity import read_activities
from command_center.storage.call_history import read_calls_before
from command_center.storage.false_reports import read_false_reports
from command_center.storage.intervals import SqlIntervals
from command_center.storage.link import OwnLink
from command_center.storage.search import PAGE, SqlSearch
from command_center.storage.statements import ENTRIES_AFTER, HEAD, RECORDED_AT
from command_center.storage.times import to_us
from command_center.storage.told import read_told

_BATCH, _FEW = 1_000, 20
_UNIT_ID = "SELECT id FROM unit WHERE call_sign = ?"
_ABOUT = (
    "SELECT e.seq, e.hash, e.body FROM event_subject s JOIN event_log e ON e.seq = s.seq"
    ' WHERE s."entity" = ? AND s."id" = ? AND s.seq <= ? ORDER BY s.seq DESC LIMIT ?'
)
_OPENINGS = (
    "SELECT e.seq, e.hash, e.body FROM"
    ' (SELECT min(seq) AS seq FROM event_subject WHERE "entity" = ? GROUP BY "id") f'
    " JOIN event_log e ON e.seq = f.seq WHERE f.seq <= ? ORDER BY f.seq DESC LIMIT ?"
)
_NOTES = (
    "SELECT incident_id, text FROM note WHERE incident_id {among} AND struck_at IS NULL"
    " AND text LIKE ? ORDER BY incident_id, id"
)


class SqlHistory:
    """`ports.History`; may be asked from any thread, one question at a time."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine)
        self._search = SqlSearch(engine)
        self._intervals, self._whole = SqlIntervals(engine), SqlIntervals(engine)
        self._lock = threading.Lock()

    def about(self, entity: str, id: str, up_to: int, limit: int) -> Sequence[StoredEntry]:
        """The newest `limit` entries about a subject up to seq `up_to`, oldest first."""
        rows = self._ask(_ABOUT, (entity, id, up_to, limit))
        return [log.stored(row) for row in reversed(rows)]

    def openings(self, entity: str, up_to: int) -> Iterator[StoredEntry]:
        while rows := self._ask(_OPENINGS, (entity, up_to, _FEW)):
            yield from map(log.stored, rows)
            up_to = rows[-1][0] - 1

    def find(self, text: str, before: int | None = None, limit: int = PAGE) -> Sequence[Hit]:
        """May take longer than the rest, so on a connection of its own."""
        return self._search.find(text, before, limit)

    def entries(self, after: int = 0) -> Iterator[StoredEntry]:
        while rows := self._ask(ENTRIES_AFTER, (after, _BATCH)):
            yield from map(log.stored, rows)
            after = rows[-1][0]

    def stored_by(self, at: datetime) -> int:
        """The seq of the last entry recorded by then, 0 before the first; clocks that were set
        back meanwhile make it one nearby."""
        low, high, wanted = 0, int(self._ask_values(HEAD)[0]), to_us(at)
        while low < high:
            middle = (low + high + 1) // 2
            if int(self._ask_values(RECORDED_AT, (middle,))[0]) <= wanted:
                low = middle
            else:
                high = middle - 1
        return low

    def activities(self, since: datetime, until: datetime) -> Sequence[ActivityCount]:
        with self._lock:
            return read_activities(self._own.get(), since, until)

    def told(self, text: str, limit: int = 50) -> Sequence[ToldHit]:
        with self._lock:
            return read_told(self._own.get(), text, limit)

    def calls_before(self, call: PhoneCall, limit: int) -> CallsBefore:
        with self._lock:
            return read_calls_before(self._own.get(), call, limit)

    def false_reports(self, refs: Sequence[str], since: datetime) -> Sequence[FalseReport]:
        with self._lock:
            return read_false_reports(self._own.get(), refs, since)

    def samples(
        self, clock: Clock, since: datetime, until: datetime, after: str | None = None
    ) -> SamplePage:
        """May be asked thousands of times in a row, so on a connection of its own."""
        return self._intervals.page(clock, since, until, after)

    def clocks(self, since: datetime, until: datetime) -> Generator[ClocksPage, None, None]:
        """Takes its time, so on a connection of its own."""
        return self._whole.whole(since, until)

    def notes_beginning(self, words: str, incidents: Sequence[str]) -> Sequence[tuple[str, str]]:
        with self._lock:
            link = self._own.get()
            asked = (link.dialect.as_list(list(incidents)), f"{words}%")
            return link.all(_NOTES.format(among=link.dialect.among), asked)

    def unit_id(self, call_sign: str) -> str | None:
        """The unit of that call sign, as committed."""
        rows = self._ask(_UNIT_ID, (call_sign,))
        return str(rows[0][0]) if rows else None

    def close(self) -> None:
        with self._lock:
            self._own.close()
        self._search.close()
        self._intervals.close()
        self._whole.close()

    def _ask_values(self, sql: str, parameters: tuple[object, ...] = ()) -> tuple[Any, ...]:
        with self._lock:
            return tuple(self._own.get().one(sql, parameters))

    def _ask(self, sql: str, parameters: tuple[object, ...]) -> list[log.Row]:
        with self._lock:
            return self._own.get().all(sql, parameters)
