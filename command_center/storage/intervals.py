"""The clocks of everything that ever happened in the room, page after page, as columns.

By the primary key, which sorts by time, so that a page costs the same wherever it begins; the
reader's own times are looked through in each page. Nothing of a person is read.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import compress, repeat
from operator import not_
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Engine

from command_center.columns.samples import Samples, Times
from command_center.columns.verdicts import (
    NEVER,
    CallColumns,
    IncidentColumns,
    OrderColumns,
    call_verdicts,
    incident_verdicts,
    order_verdicts,
)
from command_center.domain.clocks import OF_CALLS, OF_ORDERS, Clock
from command_center.domain.ids import first_id
from command_center.domain.partner import CallState
from command_center.domain.unit import AssignmentKind
from command_center.ports import SamplePage
from command_center.storage.link import Link, OwnLink
from command_center.storage.times import to_us

PAGE = 5_000
# An id is made when its row is, and the row says when it happened: by a clock that may be off,
# never by a day.
_SLACK = timedelta(days=1)


def _times(*names: str) -> str:
    """No NULL among them: a column of numbers is a column of numbers."""
    return ", ".join(f"COALESCE({name}, {NEVER})" for name in names)


_OF_INCIDENT = (
    'i.id, i."number", i.status, i.disposition, i.priority, i.category,'
    " COALESCE(i.area_code, ''), i.opened_at, "
    + _times("i.verified_at", "i.first_order_at", "i.first_on_scene_at", "i.closed_at")
)
_INCIDENTS = f"SELECT {_OF_INCIDENT} FROM incident i WHERE i.id > ? ORDER BY i.id LIMIT ?"  # noqa: S608
_ORDERS = (
    f"SELECT a.id, a.kind, a.close_reason, a.ordered_at,"  # noqa: S608
    f" {_times('a.accepted_at', 'a.en_route_at', 'a.on_scene_at', 'a.closed_at')}, {_OF_INCIDENT}"
    " FROM assignment a JOIN incident i ON i.id = a.incident_id WHERE a.id > ?"
    " ORDER BY a.id LIMIT ?"
)
_CALLS = (
    "SELECT id, source_id, state, ringing_at,"  # noqa: S608
    f" {_times('claimed_at', 'ended_at', 'called_back_at')}, COALESCE(incident_id, ''),"
    " COALESCE(area_code, '') FROM phone_call WHERE (ringing_at, id) > (?, ?) AND ringing_at < ?"
    " ORDER BY ringing_at, id LIMIT ?"
)
_SOURCES = (
    "SELECT l.incident_id, l.id, r.source_id, r.late FROM incident_report l"
    " JOIN report r ON r.id = l.report_id WHERE l.detached_at IS NULL AND l.incident_id {among}"
)
_FROM_TO = "BETWEEN ? AND ?"
Known = tuple[dict[str, str], set[str]]
"""Where the first report of each incident came from, and those of which all reports came late."""


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
            found, last, rows = read(self._own.get(), _Part(clock, since, until, after, limit))
        return SamplePage(found, last if rows == limit else None, rows)

    def close(self) -> None:
        with self._lock:
            self._own.close()


_Read = tuple[Samples, str | None, int]
"""The samples, where the next page begins, and how many rows were looked at."""


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

    def wanted(self, rows: Sequence[Any], at: int, width: int) -> list[Sequence[Any]]:
        """The columns of those whose column `at` lies in the period."""
        since, until = to_us(self.since), to_us(self.until)
        return _turned([row for row in rows if since <= row[at] < until], width)


def _turned(rows: Sequence[Any], width: int) -> list[Sequence[Any]]:
    return list(zip(*rows, strict=True)) if rows else [()] * width


def _numbers(column: Sequence[Any]) -> Times:
    return np.array(column, np.int64)


def _incidents(link: Link, part: _Part) -> _Read:
    rows = link.all(_INCIDENTS, (part.first, part.limit))
    columns = part.wanted(rows, 7, 12)
    ids = columns[0]
    # they are in order, so that their reports are looked for from the first to the last
    known = _sources(link, _FROM_TO, (ids[0], ids[-1])) if ids else ({}, set())
    sources, incidents = _about(columns, known)
    verdicts = incident_verdicts(part.clock, incidents)
    return (
        _samples(part.clock, incidents.opened, verdicts, columns, sources),
        rows[-1][0] if rows else None,
        len(rows),
    )


def _orders(link: Link, part: _Part) -> _Read:
    rows = link.all(_ORDERS, (part.first, part.limit))
    answers = [row for row in rows if row[1] != AssignmentKind.POSTING]
    columns = part.wanted(answers, 3, 20)
    orders = OrderColumns(columns[1], columns[2], *map(_numbers, columns[3:8]))
    ids, dialect = sorted(set(columns[8])), link.dialect
    known = _sources(link, dialect.among, (dialect.as_list(ids),)) if ids else ({}, set())
    sources, incidents = _about(columns[8:], known)
    verdicts = order_verdicts(part.clock, orders, incidents)
    return (
        _samples(part.clock, orders.ordered, verdicts, columns[8:], sources),
        rows[-1][0] if rows else None,
        len(rows),
    )


def _calls(link: Link, part: _Part) -> _Read:
    at, id = (part.after or f"{to_us(part.since) - 1} ").split(" ", 1)
    rows = link.all(_CALLS, (int(at), id, to_us(part.until), part.limit))
    given_up = part.clock is Clock.CALLBACK
    asked = [row for row in rows if row[2] == CallState.ABANDONED] if given_up else rows
    _, sources, state, rang, claimed, ended, back, incidents, areas = part.wanted(asked, 3, 9)
    calls = CallColumns(state, *map(_numbers, (rang, claimed, ended, back)))
    nothing = ("",) * len(state)
    found = Samples(
        part.clock,
        calls.rang,
        *call_verdicts(part.clock, calls),
        ids=incidents,
        numbers=(0,) * len(state),
        sources=sources,
        categories=nothing,
        areas=areas,
        priorities=nothing,
    )
    return found, f"{rows[-1][3]} {rows[-1][0]}" if rows else None, len(rows)


def _sources(link: Link, among: str, parameters: Sequence[Any]) -> Known:
    """In any order: sorting thousands for the few that have two reports takes longer."""
    rows = link.all(_SOURCES.format(among=among), parameters)
    incidents, ids, sources, late = _turned(rows, 4)
    told = set(compress(incidents, late))
    found = dict(zip(incidents, sources, strict=True))
    if len(found) < len(rows):
        told -= set(compress(incidents, map(not_, late)))
        by_report = sorted(zip(ids, incidents, sources, strict=True), reverse=True)
        found = {incident: source for _, incident, source in by_report}
    return found, told


def _about(columns: Sequence[Sequence[Any]], known: Known) -> tuple[Sequence[str], IncidentColumns]:
    """Of the columns of _OF_INCIDENT: the source of each, and what its clocks are made of."""
    sources, all_late = known
    ids = columns[0]
    late = np.array([id in all_late for id in ids] if all_late else [False] * len(ids), np.bool_)
    incidents = IncidentColumns(columns[2], columns[3], late, *map(_numbers, columns[7:12]))
    return list(map(sources.get, ids, repeat(""))), incidents


def _samples(
    clock: Clock,
    at_us: Times,
    verdicts: tuple[Times, Any],
    columns: Sequence[Sequence[Any]],
    sources: Sequence[str],
) -> Samples:
    return Samples(
        clock,
        at_us,
        *verdicts,
        ids=columns[0],
        numbers=columns[1],
        sources=sources,
        categories=columns[5],
        areas=columns[6],
        priorities=columns[4],
    )
