"""The clocks of everything that ever happened in the room, page after page, as columns.

By the primary key, which sorts by time, so that a page costs the same wherever it begins; the
reader's own times are looked through in each page. Nothing of a person is read.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import compress, repeat
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Engine

from command_center.columns.samples import Samples, Times
from command_center.columns.verdicts import (
    NEVER,
    CallColumns,
    Flags,
    IncidentColumns,
    OrderColumns,
    Verdicts,
    call_verdicts,
    incident_verdicts,
    order_verdicts,
)
from command_center.domain.clocks import OF_CALLS, OF_ORDERS, Clock
from command_center.domain.ids import first_id
from command_center.domain.partner import CallState
from command_center.domain.unit import AssignmentKind
from command_center.ports import ClocksPage, SamplePage
from command_center.storage.first_sources import FirstSources, Known
from command_center.storage.link import Link, OwnLink
from command_center.storage.packed import Packed, clean
from command_center.storage.times import from_us, to_us

PAGE = 5_000
# An id is made when its row is, and the row says when it happened: by a clock that may be off,
# never by a day.
_SLACK = timedelta(days=1)
_SOON_US = 3_600_000_000
_FEW = 250


_TIMES = ("i.opened_at", "i.verified_at", "i.first_order_at", "i.first_on_scene_at", "i.closed_at")
_NUMBER = 'i."number"'
_WORDS = ("i.id", "i.status", "i.disposition", "i.priority", clean("i.category"), "i.area_code")
_INCIDENTS = Packed(
    (*_TIMES, _NUMBER), _WORDS, "FROM incident i WHERE i.id > ? ORDER BY i.id LIMIT ?"
)
_ORDERS = Packed(
    ("a.ordered_at", "a.accepted_at", "a.en_route_at", "a.on_scene_at", "a.closed_at", _NUMBER),
    ("a.id", "a.kind", "a.close_reason", "a.unit_id", *_WORDS),
    "FROM assignment a JOIN incident i ON i.id = a.incident_id WHERE a.id > ?"
    " ORDER BY a.id LIMIT ?",
)
_CALLS = (
    f"SELECT id, source_id, state, ringing_at, COALESCE(claimed_at, {NEVER}),"  # noqa: S608
    f" COALESCE(ended_at, {NEVER}), COALESCE(called_back_at, {NEVER}),"
    " COALESCE(incident_id, ''), COALESCE(area_code, '') FROM phone_call"
    " WHERE (ringing_at, id) > (?, ?) AND ringing_at < ?"
    " ORDER BY ringing_at, id LIMIT ?"
)
_SOURCES = Packed(
    ("CASE WHEN r.late THEN 1 ELSE 0 END",),
    ("l.id", "l.incident_id", "r.source_id"),
    "FROM incident_report l JOIN report r ON r.id = l.report_id"
    " WHERE l.detached_at IS NULL AND l.incident_id {among}",
)
_FROM_TO = "BETWEEN ? AND ?"


class SqlIntervals:
    """On a connection of its own; from any thread, one question at a time. With `met` in common,
    a reading of orders need not look for what one of incidents has just found."""

    def __init__(self, engine: Engine, met: FirstSources) -> None:
        self._own = OwnLink(engine)
        self._met = met
        self._lock = threading.Lock()

    def page(
        self, clock: Clock, since: datetime, until: datetime, after: str | None, limit: int = PAGE
    ) -> SamplePage:
        """See `ports.History`."""
        page = self.pages((clock,), since, until, after, limit)
        return SamplePage(page.samples[0], page.after, page.read)

    def pages(
        self,
        clocks: Sequence[Clock],
        since: datetime,
        until: datetime,
        after: str | None = None,
        limit: int = PAGE,
    ) -> ClocksPage:
        """See `ports.History`; `clocks` are all of one kind."""
        kind = clocks[0]
        read = _calls if kind in OF_CALLS else _orders if kind in OF_ORDERS else _incidents
        part = _Part(clocks, since, until, after, limit, self._met)
        with self._lock:
            if after is None:
                self._met.forget()
            found, last, rows = read(self._own.get(), part)
        return ClocksPage(found, last if rows == limit else None, rows)

    def close(self) -> None:
        with self._lock:
            self._own.close()


_Read = tuple[list[Samples], str | None, int]
"""The samples of each clock, where the next page begins, and how many rows were looked at."""


class _Part(NamedTuple):
    """What a page is asked for."""

    clocks: Sequence[Clock]
    since: datetime
    until: datetime
    after: str | None
    limit: int
    met: FirstSources

    @property
    def first(self) -> str:
        return self.after or first_id(self.since - _SLACK)

    def holds(self, at_us: Times) -> Flags:
        """Which of the times lie in the period."""
        return (at_us >= to_us(self.since)) & (at_us < to_us(self.until))

    def wanted(self, rows: Sequence[Any], at: int, width: int) -> list[Sequence[Any]]:
        """The columns of those whose column `at` lies in the period."""
        since, until = to_us(self.since), to_us(self.until)
        return _turned([row for row in rows if since <= row[at] < until], width)


def _turned(rows: Sequence[Any], width: int) -> list[Sequence[Any]]:
    return list(zip(*rows, strict=True)) if rows else [()] * width


def _numbers(column: Sequence[Any]) -> Times:
    return np.array(column, np.int64)


def _incidents(link: Link, part: _Part) -> _Read:
    page = _INCIDENTS.read(link, (part.first, part.limit))
    wanted = part.holds(page.numbers[:, 0])
    numbers, words = page.numbers[wanted], _some(page.words, wanted)
    # they are in order, so that their reports are looked for from the first to the last
    known: Known = ({}, set())
    if words[0] and page.first and page.last:
        known = _sources(link, _FROM_TO, (page.first, page.last))
        part.met.learn(page.first, page.last, known)
    sources, incidents = _about(numbers, words, known)
    verdicts = incident_verdicts(part.clocks, incidents)
    return _samples(part, numbers, words, sources, verdicts), page.last, page.many


def _orders(link: Link, part: _Part) -> _Read:
    page = _ORDERS.read(link, (part.first, part.limit))
    wanted = part.holds(page.numbers[:, 0])
    wanted &= np.array([kind != AssignmentKind.POSTING for kind in page.words[1]], np.bool_)
    numbers, words = page.numbers[wanted], _some(page.words, wanted)
    orders = OrderColumns(words[1], words[2], *numbers.T[:5])
    known = _sources_of_orders(link, sorted(set(words[4])), numbers[:, 0], part.met)
    sources, incidents = _about(np.zeros((len(numbers), 5), np.int64), words[4:], known)
    verdicts = order_verdicts(part.clocks, orders, incidents)
    found = _samples(part, numbers[:, [0, 5]], words[4:], sources, verdicts)
    return [replace(row, units=words[3]) for row in found], page.last, page.many


def _sources_of_orders(link: Link, ids: list[str], ordered_us: Times, met: FirstSources) -> Known:
    """Those that no reading of incidents has met are looked for. Most orders follow soon upon their
    incident, and a range of those is looked through faster than a list of many."""
    (found, late), missing = met.of(ids)
    if len(missing) > _FEW:
        begins = first_id(from_us(int(ordered_us.min()) - _SOON_US))
        more, others = _sources(link, _FROM_TO, (begins, missing[-1]))
        found, late = found | more, late | others
        missing = [id for id in missing if id not in found]
    if missing:
        dialect = link.dialect
        more, others = _sources(link, dialect.among, (dialect.as_list(missing),))
        found, late = found | more, late | others
    return found, late


def _some(words: Sequence[list[str]], wanted: Flags) -> list[list[str]]:
    if wanted.all():
        return list(words)
    kept = wanted.tolist()
    return [list(compress(column, kept)) for column in words]


def _calls(link: Link, part: _Part) -> _Read:
    at, id = (part.after or f"{to_us(part.since) - 1} ").split(" ", 1)
    rows = link.all(_CALLS, (int(at), id, to_us(part.until), part.limit))
    found = [_of_calls(clock, part, rows) for clock in part.clocks]
    return found, f"{rows[-1][3]} {rows[-1][0]}" if rows else None, len(rows)


def _of_calls(clock: Clock, part: _Part, rows: Sequence[Any]) -> Samples:
    given_up = clock is Clock.CALLBACK
    asked = [row for row in rows if row[2] == CallState.ABANDONED] if given_up else rows
    _, sources, state, rang, claimed, ended, back, incidents, areas = part.wanted(asked, 3, 9)
    calls = CallColumns(state, *map(_numbers, (rang, claimed, ended, back)))
    nothing = ("",) * len(state)
    return Samples(
        clock,
        calls.rang,
        *call_verdicts(clock, calls),
        ids=incidents,
        numbers=(0,) * len(state),
        sources=sources,
        categories=nothing,
        areas=areas,
        priorities=nothing,
    )


def _sources(link: Link, among: str, parameters: Sequence[Any]) -> Known:
    """In any order: sorting thousands for the few that have two reports takes longer."""
    page = _SOURCES.read(link, parameters, among=among)
    ids, incidents, sources = page.words
    late = page.numbers[:, 0] == 1
    told = set(compress(incidents, late.tolist()))
    found = dict(zip(incidents, sources, strict=True))
    if len(found) < page.many:
        told -= set(compress(incidents, (~late).tolist()))
        by_report = sorted(zip(ids, incidents, sources, strict=True), reverse=True)
        found = {incident: source for _, incident, source in by_report}
    return found, told


def _about(
    numbers: Times, words: Sequence[list[str]], known: Known
) -> tuple[list[str], IncidentColumns]:
    """Of _TIMES and _WORDS: the source of each, and what its clocks are made of."""
    sources, all_late = known
    ids, status, disposition, *_ = words
    late = np.array([id in all_late for id in ids] if all_late else [False] * len(ids), np.bool_)
    incidents = IncidentColumns(status, disposition, late, *numbers.T[:5])
    return list(map(sources.get, ids, repeat(""))), incidents


def _samples(
    part: _Part,
    numbers: Times,
    words: Sequence[list[str]],
    sources: Sequence[str],
    verdicts: Sequence[Verdicts],
) -> list[Samples]:
    ids, _, _, priorities, categories, areas = words
    return [
        Samples(
            clock,
            numbers[:, 0],
            *verdict,
            ids=ids,
            numbers=numbers[:, -1],
            sources=sources,
            categories=categories,
            areas=areas,
            priorities=priorities,
        )
        for clock, verdict in zip(part.clocks, verdicts, strict=True)
    ]
