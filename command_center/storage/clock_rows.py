"""Incidents and orders of the history, page after page, as columns of their clocks.

By the primary key, which sorts by time, so that a page costs the same wherever it begins; the
rows' own times are looked through in each page. Nothing of a person is read.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import compress, repeat
from typing import Any, NamedTuple

import numpy as np

from command_center.columns.coded import Coded, Phrases
from command_center.columns.samples import Samples, Times
from command_center.columns.verdicts import (
    Flags,
    IncidentColumns,
    OrderColumns,
    Verdicts,
    incident_verdicts,
    order_verdicts,
)
from command_center.domain.clocks import Clock
from command_center.domain.ids import first_id
from command_center.domain.unit import AssignmentKind
from command_center.storage.first_reports import LATE, NO_REPORT, REPORTS, first_reports
from command_center.storage.link import Link
from command_center.storage.met_incidents import Met, MetIncidents
from command_center.storage.packed import BETWEEN, Packed, Raw, clean, phrase
from command_center.storage.times import to_us

LAST_ID = "\U0010ffff"
"""No id sorts behind it."""
# An id is made when its row is, and the row says when it happened: by a clock that may be off,
# never by a day. What is typed in later (from paper, of a radio, out of a book) happened any time
# before: so a reading goes on to the last row of the room, and only looks nothing up about pages
# behind the period that hold nothing of it.
_SLACK = timedelta(days=1)

_NUMBER = 'i."number"'
_SAID = phrase("i.status", "i.disposition", "i.priority", "i.area_code", clean("i.category"))
_INCIDENTS = Packed(
    "i.id",
    ("i.opened_at", "i.verified_at", "i.first_order_at", "i.first_on_scene_at", "i.closed_at",
     _NUMBER),
    ("i.id", _SAID),
    "FROM incident i WHERE i.id > ? ORDER BY i.id LIMIT ?",
)  # fmt: skip
_NAMED = Packed("i.id", (_NUMBER,), ("i.id", _SAID), "FROM incident i WHERE i.id {among}")
_ORDERS = Packed(
    "a.id",
    ("a.ordered_at", "a.accepted_at", "a.en_route_at", "a.on_scene_at", "a.closed_at"),
    ("a.incident_id", phrase("a.kind", "a.close_reason", "a.unit_id")),
    "FROM assignment a WHERE a.id > ? AND a.id <= ? ORDER BY a.id LIMIT ?",
)
_FROM_TO = "l.incident_id > ? AND l.incident_id <= ?"


class AskedIncidents(NamedTuple):
    """A page of incidents and their reports, None where it holds nothing of the period."""

    page: Raw
    reports: Raw | None


_NOTHING = Raw(None, 0, ())


class _About(NamedTuple):
    """What the clocks of k rows need of their incidents."""

    ids: list[str]
    numbers: Times
    status: Coded
    disposition: Coded
    priorities: Coded
    areas: Coded
    categories: Coded
    late: Flags
    sources: Coded


class ClockRows:
    """One reading over `link` of what belongs to the time from `since` until before `until`, at
    most `limit` rows at once. One thread may ask for pages while another makes samples of them."""

    def __init__(self, link: Link, since: datetime, until: datetime, limit: int) -> None:
        self._link, self._asking = link, threading.Lock()
        self._limit = limit
        self._first, self._behind = first_id(since - _SLACK), first_id(until + _SLACK)
        self._period_us = to_us(since), to_us(until)
        self._incidents, self._orders = Phrases(5, BETWEEN), Phrases(3, BETWEEN)
        self._reports = Phrases(2, BETWEEN)
        self._met = MetIncidents(3)

    def ask_incidents(self, after: str | None) -> AskedIncidents:
        """Those behind the id `after`; None: from the first."""
        first = after or self._first
        page = self._ask(_INCIDENTS, (first, self._limit))
        if self._is_behind(first) and not self._holds(_INCIDENTS.columns(page).numbers[:, 0]).any():
            return AskedIncidents(page, None)
        return AskedIncidents(
            page, self._ask(REPORTS, (first, page.last or ""), incidents=_FROM_TO)
        )

    def _is_behind(self, first: str) -> bool:
        """Whether what sorts behind that id was made after the period."""
        return first > self._behind

    def ask_orders(self, after: str | None, up_to: str = LAST_ID) -> Raw:
        """Those behind the id `after`, up to that one."""
        return self._ask(_ORDERS, (after or self._first, up_to, self._limit))

    def incidents(self, clocks: Sequence[Clock], asked: AskedIncidents) -> list[Samples]:
        """By clock."""
        page, reports = asked
        if reports is None:
            page = reports = _NOTHING
        all_numbers, (ids, said) = _INCIDENTS.columns(page)
        met = self._looked_up(ids, said, all_numbers[:, -1], reports)
        self._met.learn(ids, met)
        wanted = self._holds(all_numbers[:, 0])
        times = all_numbers[wanted, :5]
        about = self._about(_some(ids, wanted), met[wanted])
        incidents = IncidentColumns(about.status, about.disposition, about.late, *times.T)
        return _samples(clocks, times[:, 0], about, incident_verdicts(clocks, incidents))

    def orders(self, clocks: Sequence[Clock], asked: Raw) -> list[Samples]:
        """By clock. Incidents that samples were just made of are not looked for again."""
        numbers, (ids, said) = _ORDERS.columns(asked)
        kinds, reasons, units = self._orders.words(self._orders.numbers(said))
        wanted = self._holds(numbers[:, 0]) & ~kinds.among(AssignmentKind.POSTING)
        times, ids = numbers[wanted], _some(ids, wanted)
        about = self._about(ids, self._known(ids))
        orders = OrderColumns(kinds.where(wanted), reasons.where(wanted), *times.T)
        nothing = np.zeros_like(times).T
        incidents = IncidentColumns(about.status, about.disposition, about.late, *nothing)
        verdicts = order_verdicts(clocks, orders, incidents)
        return _samples(clocks, times[:, 0], about, verdicts, units.where(wanted))

    def _ask(self, what: Packed, parameters: Sequence[Any], **holes: str) -> Raw:
        with self._asking:
            return what.ask(self._link, parameters, **holes)

    def _holds(self, at_us: Times) -> Flags:
        """Which of the times lie in the period."""
        since, until = self._period_us
        return (at_us >= since) & (at_us < until)

    def _known(self, ids: list[str]) -> Met:
        met, unknown = self._met.of(ids)
        if unknown:
            dialect = self._link.dialect
            wanted = (dialect.as_list(sorted({ids[place] for place in unknown})),)
            page = self._ask(_NAMED, wanted, among=dialect.among)
            reports = self._ask(REPORTS, wanted, incidents=f"l.incident_id {dialect.among}")
            numbers, (named, said) = _NAMED.columns(page)
            found = self._looked_up(named, said, numbers[:, 0], reports)
            places = {id: place for place, id in enumerate(named)}
            met[unknown] = found[[places[ids[place]] for place in unknown]]
        return met

    def _looked_up(self, ids: list[str], said: list[str], numbers: Times, reports: Raw) -> Met:
        """(k, 3): the phrase of each incident, that of its first report, and its number."""
        told = first_reports(reports)
        first = list(map(told.get, ids, repeat(NO_REPORT)))
        phrases = self._incidents.numbers(said), self._reports.numbers(first)
        return np.column_stack([*phrases, numbers])

    def _about(self, ids: list[str], met: Met) -> _About:
        status, disposition, priority, area, category = self._incidents.words(met[:, 0])
        late, sources = self._reports.words(met[:, 1])
        words = status, disposition, priority, area, category
        return _About(ids, met[:, 2], *words, late.among(LATE), sources)


def _some(ids: list[str], wanted: Flags) -> list[str]:
    return ids if wanted.all() else list(compress(ids, wanted.tolist()))


def _samples(
    clocks: Sequence[Clock],
    at_us: Times,
    about: _About,
    verdicts: Sequence[Verdicts],
    units: Sequence[str] = (),
) -> list[Samples]:
    return [
        Samples(
            clock,
            at_us,
            *verdict,
            ids=about.ids,
            numbers=about.numbers,
            sources=about.sources,
            categories=about.categories,
            areas=about.areas,
            priorities=about.priorities,
            units=units,
        )
        for clock, verdict in zip(clocks, verdicts, strict=True)
    ]
