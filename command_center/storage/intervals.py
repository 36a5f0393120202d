"""The clocks of everything that ever happened in the room, page after page.

By the primary key, which sorts by time, so that a page costs the same wherever it begins; the
reader's own times are looked through row by row. Nothing of a person is read.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

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
            rows, samples, last = read(self._own.get(), since, until, after, limit)
        found = [s for s in samples if s.clock is clock and since <= s.at < until]
        return SamplePage(found, last if len(rows) == limit else None, len(rows))

    def close(self) -> None:
        with self._lock:
            self._own.close()


_Read = tuple[Sequence[Any], Iterable[Sample], str | None]


def _incidents(
    link: Link, since: datetime, until: datetime, after: str | None, limit: int
) -> _Read:
    rows = link.all(_INCIDENTS, (after or first_id(since - _SLACK), limit))
    wanted = [row for row in rows if to_us(since) <= row[7] < to_us(until)]
    known = _sources(link, [row[0] for row in wanted])

    def samples() -> Iterator[Sample]:
        for row in wanted:
            yield from incident_samples(_incident(row), *known.get(row[0], ("", False)))

    return rows, samples(), rows[-1][0] if rows else None


def _orders(link: Link, since: datetime, until: datetime, after: str | None, limit: int) -> _Read:
    rows = link.all(_ORDERS, (after or first_id(since - _SLACK), limit))
    wanted = [row for row in rows if to_us(since) <= row[3] < to_us(until)]
    known = _sources(link, sorted({row[8] for row in wanted}))

    def samples() -> Iterator[Sample]:
        for row in wanted:
            accepted, moved, there, closed = map(_time, row[4:8])
            order = OrderTimes(
                AssignmentKind(row[1]), _some(CloseReason, row[2]), from_us(row[3]),
                accepted, moved, there, closed,
            )  # fmt: skip
            yield from order_samples(order, _incident(row[8:]), *known.get(row[8], ("", False)))

    return rows, samples(), rows[-1][0] if rows else None


def _calls(link: Link, since: datetime, until: datetime, after: str | None, limit: int) -> _Read:
    at, id = (after or f"{to_us(since) - 1} ").split(" ", 1)
    rows = link.all(_CALLS, (int(at), id, to_us(until), limit))

    def samples() -> Iterator[Sample]:
        for _, source, state, rang, claimed, ended, incident, area, back in rows:
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
        id, number, IncidentStatus(status), _some(Disposition, disposition), Priority(priority),
        category, area, from_us(opened), verified, ordered, there, closed,
    )  # fmt: skip


def _time(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else from_us(microseconds)


def _some(kind: Callable[[str], Any], value: str | None) -> Any:
    return None if value is None else kind(value)
