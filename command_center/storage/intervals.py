"""The clocks of everything that ever happened in the room, page after page.

By the primary key, which sorts by time, so that a page costs the same wherever it begins; the
reader's own times are looked through row by row. Nothing of a person is read.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Engine

from command_center.domain.clocks import (
    OF_CALLS,
    OF_ORDERS,
    CallTimes,
    Clock,
    IncidentTimes,
    OrderTimes,
    Sample,
    call_samples,
    incident_samples,
    order_samples,
)
from command_center.domain.ids import first_id
from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.domain.partner import CallState
from command_center.domain.unit import AssignmentKind, CloseReason
from command_center.ports import SamplePage
from command_center.storage.link import Link, OwnLink
from command_center.storage.times import from_us, to_us

PAGE = 2_000
# An id is made when its row is, and the row says when it happened: by a clock that may be off,
# never by a day.
_SLACK = timedelta(days=1)

_OF_INCIDENT = (
    'i.id, i."number", i.status, i.disposition, i.priority, i.category, i.area_code,'
    " i.opened_at, i.verified_at, i.first_order_at, i.first_on_scene_at, i.closed_at"
)
_INCIDENTS = f"SELECT {_OF_INCIDENT} FROM incident i WHERE i.id > ? ORDER BY i.id LIMIT ?"  # noqa: S608
_ORDERS = (
    f"SELECT a.id, a.kind, a.close_reason, a.ordered_at, a.accepted_at, a.en_route_at,"  # noqa: S608
    f" a.on_scene_at, a.closed_at, {_OF_INCIDENT} FROM assignment a"
    " JOIN incident i ON i.id = a.incident_id WHERE a.id > ? ORDER BY a.id LIMIT ?"
)
_CALLS = (
    "SELECT id, source_id, state, ringing_at, claimed_at, ended_at, incident_id, area_code,"
    " called_back_at FROM phone_call WHERE (ringing_at, id) > (?, ?) AND ringing_at < ?"
    " ORDER BY ringing_at, id LIMIT ?"
)
_SOURCES = (
    "SELECT l.incident_id, r.source_id, r.late FROM incident_report l"
    " JOIN report r ON r.id = l.report_id WHERE l.detached_at IS NULL AND l.incident_id {among}"
    " ORDER BY l.id"
)
# Looked up a million times, which an enumeration's own call takes long for.
_KINDS = {kind.value: kind for kind in AssignmentKind}
_REASONS = {reason.value: reason for reason in CloseReason}
_STATUSES = {status.value: status for status in IncidentStatus}
_DISPOSITIONS = {disposition.value: disposition for disposition in Disposition}
_PRIORITIES = {priority.value: priority for priority in Priority}
Known = dict[str, tuple[str, bool]]
"""By incident: where its first report came from, and whether all of them came late."""


class SqlIntervals:
    """On a connection of its own; from any thread, one question at a time."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine)
        self._lock = threading.Lock()

    def page(
        self, clock: Clock, since: datetime, until: datetime, after: str | None, limit: int = PAGE
    ) -> SamplePage:
        """See `ports.History`."""
        read = _calls if clock in OF_CALLS else _orders if clock in OF_ORDERS else _incidents
        with self._lock:
            rows, samples, last = read(self._own.get(), _Part(clock, since, until, after, limit))
            found = [sample for sample in samples if sample.clock is clock]
        return SamplePage(found, last if len(rows) == limit else None, len(rows))

    def close(self) -> None:
        with self._lock:
            self._own.close()


_Read = tuple[Sequence[Any], Iterable[Sample], str | None]


class _Part(NamedTuple):
    """What a page is asked for."""

    clock: Clock
    since: datetime
    until: datetime
    after: str | None
    limit: int

    @property
    def first(self) -> str:
        return self.after or first_id(self.since - _SLACK)

    def wanted(self, rows: Sequence[Any], at: int) -> list[Any]:
        """Those whose column `at` lies in the period."""
        since, until = to_us(self.since), to_us(self.until)
        return [row for row in rows if since <= row[at] < until]


def _incidents(link: Link, part: _Part) -> _Read:
    rows = link.all(_INCIDENTS, (part.first, part.limit))
    wanted = part.wanted(rows, 7)
    known = _sources(link, [row[0] for row in wanted])

    def samples() -> Iterator[Sample]:
        for row in wanted:
            about = known.get(row[0], ("", False))
            yield from incident_samples(_incident(row), *about, part.clock)

    return rows, samples(), rows[-1][0] if rows else None


def _orders(link: Link, part: _Part) -> _Read:
    rows = link.all(_ORDERS, (part.first, part.limit))
    wanted = part.wanted(rows, 3)
    known = _sources(link, sorted({row[8] for row in wanted}))

    def samples() -> Iterator[Sample]:
        for row in wanted:
            accepted, moved, there, closed = map(_time, row[4:8])
            order = OrderTimes(
                _KINDS[row[1]],
                _REASONS.get(row[2]),
                from_us(row[3]),
                accepted,
                moved,
                there,
                closed,
            )
            about = known.get(row[8], ("", False))
            yield from order_samples(order, _incident(row[8:]), *about, part.clock)

    return rows, samples(), rows[-1][0] if rows else None


def _calls(link: Link, part: _Part) -> _Read:
    at, id = (part.after or f"{to_us(part.since) - 1} ").split(" ", 1)
    rows = link.all(_CALLS, (int(at), id, to_us(part.until), part.limit))

    def samples() -> Iterator[Sample]:
        for _, source, state, rang, claimed, ended, incident, area, back in part.wanted(rows, 3):
            call = CallTimes(
                source, CallState(state), from_us(rang), _time(claimed), _time(ended), incident,
                area, _time(back),
            )  # fmt: skip
            yield from call_samples(call)

    last = f"{rows[-1][3]} {rows[-1][0]}" if rows else None
    return rows, samples(), last


def _sources(link: Link, ids: list[str]) -> Known:
    if not ids:
        return {}
    found: Known = {}
    dialect = link.dialect
    for id, source, late in link.all(_SOURCES.format(among=dialect.among), (dialect.as_list(ids),)):
        first, all_late = found.get(id, (source, True))
        found[id] = first, all_late and bool(late)
    return found


def _incident(row: Sequence[Any]) -> IncidentTimes:
    id, number, status, disposition, priority, category, area, opened, *rest = row
    verified, ordered, there, closed = map(_time, rest)
    return IncidentTimes(
        id, number, _STATUSES[status], _DISPOSITIONS.get(disposition), _PRIORITIES[priority],
        category, area, from_us(opened), verified, ordered, there, closed,
    )  # fmt: skip


def _time(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else from_us(microseconds)
