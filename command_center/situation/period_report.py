"""What a shift, a day or a month was: every clock, cut every way, beside the period before.

The rows and the rules are those of the history of the clocks; only the rows are read once for all
clocks that belong to them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from functools import partial

import numpy as np

from command_center.columns.coded import Coded
from command_center.columns.samples import USED, Codes, Samples, Times
from command_center.domain.clocks import (
    OF_CALLS,
    OF_INCIDENTS,
    OF_ORDERS,
    Clock,
    LeftOut,
    Sample,
)
from command_center.situation.figures import Spread
from command_center.situation.local_time import DAY_US, EPOCH, HOUR_US, LocalTime
from command_center.situation.ranked import Numbers, Ranked
from command_center.situation.slowest import Slowest

LATE_REASON = "Alasan lewat target"
"""A note that begins so says why a clock of its incident ran too long."""
KINDS = (tuple(OF_INCIDENTS), tuple(OF_ORDERS), tuple(sorted(OF_CALLS)))
"""The clocks of incidents, of orders and of calls."""
_HOURS = 24
_SORTING = 2
"""Threads: sorting a million times lets the interpreter go."""
_ONE = timedelta(microseconds=1)


class Cut(StrEnum):
    """What there is a row for. `AGENCY` of orders alone; `COURSE`: each hour or day of it."""

    SOURCE = "source"
    CATEGORY = "category"
    KECAMATAN = "kecamatan"
    AGENCY = "agency"
    HOUR = "hour"
    COURSE = "course"


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` until before `until`, beside the time from `before` until `since`; `daily`: its
    course has a point for each day, otherwise for each hour."""

    since: datetime
    until: datetime
    before: datetime
    daily: bool = False

    @property
    def earlier(self) -> Period:
        """The time before it, which is beside nothing."""
        return Period(self.before, self.since, self.before, self.daily)


Groups = tuple[tuple[str, Spread], ...]


@dataclass(frozen=True, slots=True)
class ClockTold:
    """`late` = how many took longer than `goal_s` (None: there is no target); `slowest` of those,
    the worst first."""

    clock: Clock
    goal_s: float | None
    whole: Spread
    cuts: Mapping[Cut, Groups]
    slowest: tuple[Sample, ...] = ()

    @property
    def late(self) -> int:
        return 0 if self.whole.within is None else self.whole.used - self.whole.within

    @property
    def number(self) -> int:
        """Of what there was, whether it could be measured or not."""
        return total(self.whole)

    def counts(self, cut: Cut) -> Mapping[str, int]:
        return {name: total(spread) for name, spread in self.cuts.get(cut, ())}


@dataclass(frozen=True, slots=True)
class Told:
    """One period. A clock of which there was nothing says so."""

    period: Period
    clocks: Mapping[Clock, ClockTold]
    read: int

    @property
    def incidents(self) -> ClockTold:
        """Each incident once."""
        return self.clocks[Clock.VERIFY]

    @property
    def orders(self) -> ClockTold:
        """Each order once."""
        return self.clocks[Clock.ACCEPT]

    @property
    def calls(self) -> ClockTold:
        return self.clocks[Clock.ANSWER]

    @property
    def apart(self) -> Mapping[LeftOut, int]:
        """How many incidents are not measured at all, by why."""
        whole = (LeftOut.CANCELLED, LeftOut.MERGED, LeftOut.IMPORTED, LeftOut.LATE)
        left = self.incidents.whole.left
        return {why: left[why] for why in whole if left.get(why)}


@dataclass(frozen=True, slots=True)
class PeriodReport:
    told: Told
    before: Told
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why it took so long, by incident, where somebody wrote it down."""


def total(spread: Spread) -> int:
    return spread.used + spread.left_out + spread.running


NameOf = Callable[[str], str]


class _Coder:
    """A number for each name that `name_of` makes of what stands in a row."""

    def __init__(self, name_of: NameOf) -> None:
        self._name_of = name_of
        self._known: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._told_of: Sequence[str] = ()
        self._of_told: Numbers = np.empty(0, np.int32)

    def codes(self, words: Sequence[str]) -> Numbers:
        if isinstance(words, Coded):
            return self._table(words.names)[words.numbers]
        known = self._known
        for word in set(words) - known.keys():
            name = self._name_of(word)
            known[word] = self._numbers.setdefault(name, len(self._numbers))
        return np.array(list(map(known.__getitem__, words)), np.int32)

    def _table(self, names: Sequence[str]) -> Numbers:
        """The number for each of them: they are the same ones from page to page, and grow."""
        if names is not self._told_of:
            self._told_of, self._of_told = names, np.empty(0, np.int32)
        new = names[len(self._of_told) :]
        if new:
            self._of_told = np.concatenate([self._of_told, self.codes(new)])
        return self._of_told

    @property
    def names(self) -> list[str]:
        return list(self._numbers)


@dataclass(eq=False, slots=True)
class _Rows:
    """What is kept of the rows of one kind: their codes, and each clock's verdicts."""

    coders: Mapping[Cut, _Coder]
    codes: dict[Cut, list[Numbers]] = field(default_factory=dict)
    took: dict[Clock, list[Times]] = field(default_factory=dict)
    left: dict[Clock, list[Codes]] = field(default_factory=dict)


def _same(word: str) -> str:
    return word


class PeriodCollector:
    """`kecamatan_of` an area code and `agency_of` the id of a unit, "" where nobody knows;
    `goals` in seconds."""

    def __init__(
        self,
        period: Period,
        zone: tzinfo,
        goals: Mapping[Clock, float],
        kecamatan_of: NameOf,
        agency_of: NameOf,
    ) -> None:
        self.period = period
        self._local = LocalTime(zone)
        self._goals = goals
        self._names: Mapping[Cut, NameOf] = {
            Cut.SOURCE: _same,
            Cut.CATEGORY: _same,
            Cut.KECAMATAN: kecamatan_of,
            Cut.AGENCY: agency_of,
        }
        self._kinds: dict[Clock, _Rows] = {}
        self._slowest = {clock: Slowest() for clock in goals}
        self._width = DAY_US if period.daily else HOUR_US
        since = np.array([(period.since - EPOCH) // _ONE], np.int64)
        last = np.array([(period.until - EPOCH) // _ONE - 1], np.int64)
        self._first = int(self._local.of(since)[0] // self._width)
        self._points = int(self._local.of(last)[0] // self._width) - self._first + 1
        self.read = 0
        """Rows so far."""

    def take(self, page: Sequence[Samples], read: int) -> None:
        """The clocks of `read` rows of one kind: of incidents, of orders or of calls."""
        self.read += read
        coded: set[Clock] = set()
        for columns in page:
            if len(columns):
                self._put(columns, coded)

    def _put(self, columns: Samples, coded: set[Clock]) -> None:
        """The rows of a clock in `coded` have their codes already."""
        clock = columns.clock
        # a call that was given up has a clock more than the others
        of = clock if clock in OF_CALLS else OF_ORDERS[0] if clock in OF_ORDERS else OF_INCIDENTS[0]
        rows = self._kinds.setdefault(of, self._new_rows())
        if of not in coded:
            coded.add(of)
            for cut, codes in self._codes(columns, rows).items():
                rows.codes.setdefault(cut, []).append(codes)
        rows.took.setdefault(clock, []).append(columns.took_us)
        rows.left.setdefault(clock, []).append(columns.left)
        goal_s = self._goals.get(clock)
        if goal_s is not None:
            late = (columns.left == USED) & (columns.took_us > round(goal_s * 1e6))
            self._slowest[clock].take(columns, late.nonzero()[0])

    def _new_rows(self) -> _Rows:
        return _Rows({cut: _Coder(name_of) for cut, name_of in self._names.items()})

    def _codes(self, columns: Samples, rows: _Rows) -> Mapping[Cut, Numbers]:
        words = {
            Cut.SOURCE: columns.sources,
            Cut.CATEGORY: columns.categories,
            Cut.KECAMATAN: columns.areas,
        }
        if columns.units:
            words[Cut.AGENCY] = columns.units
        found = {cut: rows.coders[cut].codes(said) for cut, said in words.items()}
        local_us = self._local.of(columns.at_us)
        found[Cut.HOUR] = (local_us // HOUR_US % _HOURS).astype(np.int32)
        course = local_us // self._width - self._first
        found[Cut.COURSE] = np.clip(course, 0, self._points - 1).astype(np.int32)
        return found

    def told(self) -> Told:
        clocks = {clock: self._nothing(clock) for clock in Clock}
        with ThreadPoolExecutor(_SORTING, "report") as pool:
            for rows in self._kinds.values():
                codes = {cut: np.concatenate(pages) for cut, pages in rows.codes.items()}
                rows.codes = {cut: [whole] for cut, whole in codes.items()}
                found = pool.map(partial(self._clock_told, rows=rows, codes=codes), rows.took)
                clocks |= {clock.clock: clock for clock in found}
        return Told(self.period, clocks, self.read)

    def _nothing(self, clock: Clock) -> ClockTold:
        goal_s = self._goals.get(clock)
        nothing = Spread(0, None, None, None, within=None if goal_s is None else 0)
        return ClockTold(clock, goal_s, nothing, {})

    def _clock_told(self, clock: Clock, rows: _Rows, codes: Mapping[Cut, Numbers]) -> ClockTold:
        took, left = np.concatenate(rows.took[clock]), np.concatenate(rows.left[clock])
        ranked, goal_s = Ranked(took, left), self._goals.get(clock)
        cuts: dict[Cut, Groups] = {}
        for cut, group in codes.items():
            names = self._named(cut, rows)
            spreads = zip(names, ranked.by(group, len(names), goal_s), strict=True)
            cuts[cut] = tuple(
                (name, spread) for name, spread in spreads if cut is Cut.COURSE or total(spread)
            )
        slowest = self._slowest[clock].told() if goal_s is not None else ()
        return ClockTold(clock, goal_s, ranked.whole(goal_s), cuts, slowest)

    def _named(self, cut: Cut, rows: _Rows) -> Sequence[str]:
        if cut is Cut.HOUR:
            return [f"{hour:02}" for hour in range(_HOURS)]
        if cut is Cut.COURSE:
            return [self._point(at) for at in range(self._points)]
        return rows.coders[cut].names

    def _point(self, at: int) -> str:
        """ "2026-11-21", or "2026-11-21 14" of an hour."""
        begins = EPOCH + (self._first + at) * self._width * _ONE
        return f"{begins:%Y-%m-%d}" if self.period.daily else f"{begins:%Y-%m-%d %H}"
