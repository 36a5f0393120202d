"""One clock over a time that is past: collected as columns, told as percentiles."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from command_center.columns.samples import REASONS, USED, Codes, Samples, Times
from command_center.domain.clocks import Clock, LeftOut, Sample
from command_center.situation.figures import SHARES, Spread

OUTLIERS = 100
MOST_POINTS = 2_000


class Slice(StrEnum):
    """What the table has a row for."""

    SOURCE = "source"
    CATEGORY = "category"
    KECAMATAN = "kecamatan"
    SHIFT = "shift"
    PRIORITY = "priority"


class Bucket(StrEnum):
    """What the chart has a point for."""

    HOUR = "hour"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Question:
    """`only` = the one group of `by` that counts, None: all. `goal_s` None: there is no target."""

    clock: Clock
    since: datetime
    until: datetime
    by: Slice
    only: str | None = None
    bucket: Bucket = Bucket.DAY
    goal_s: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """`groups` by their name, of all samples whatever `only` says; `points` by the local time
    their bucket begins; `outliers` the slowest first; `read` rows were looked at."""

    question: Question
    whole: Spread
    groups: tuple[tuple[str, Spread], ...]
    points: tuple[tuple[datetime, Spread], ...]
    outliers: tuple[Sample, ...]
    read: int


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_QUARTER_US, _HOUR_US, _DAY_US = 900_000_000, 3_600_000_000, 86_400_000_000
"""Every zone of the world is some quarters of an hour away from UTC, and none changes that twice in
a day."""

Numbers = NDArray[np.int32]
GroupsOf = Callable[[Samples], Sequence[str]]
Name = TypeVar("Name", str, datetime)


def _numbered(known: dict[Name, int], names: Sequence[Name]) -> Numbers:
    """The number each got when it was first met."""
    for name in dict.fromkeys(names):
        known.setdefault(name, len(known))
    return np.array(list(map(known.__getitem__, names)), np.int32)


def _at(microseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds)


class Collector:
    """`groups_of` names the group of each sample in the slice that is asked for."""

    def __init__(self, question: Question, zone: tzinfo, groups_of: GroupsOf) -> None:
        self._question = question
        self._zone = zone
        self._groups_of = groups_of
        self._groups: dict[str, int] = {}
        self._starts: dict[datetime, int] = {}
        self._pages: list[_Page] = []
        self._slowest: list[tuple[int, Sample]] = []
        self._ahead: dict[int, int] = {}
        self.read = 0

    def take(self, samples: Sequence[Sample], read: int) -> None:
        """A page of them, of `read` rows."""
        self.read += read
        if not len(samples):
            return
        clock = self._question.clock
        columns = samples if isinstance(samples, Samples) else Samples.of(samples, clock)
        names, only = self._groups_of(columns), self._question.only
        width = _HOUR_US if self._question.bucket is Bucket.HOUR else _DAY_US
        local_us = columns.at_us + self._ahead_us(columns.at_us)
        _, first, which = np.unique(local_us // width, return_index=True, return_inverse=True)
        begun = [self._start(_at(at)) for at in columns.at_us[first].tolist()]
        starts = _numbered(self._starts, begun)[which]
        groups = _numbered(self._groups, names)
        asked = columns.left == USED
        if only is not None:
            asked &= groups == self._groups.get(only, -1)
        self._remember(columns, asked.nonzero()[0])
        self._pages.append(_Page(columns.took_us, columns.left, groups, starts))

    def _start(self, at: datetime) -> datetime:
        """Where the bucket of a time begins."""
        local = at.astimezone(self._zone).replace(minute=0, second=0, microsecond=0)
        return local if self._question.bucket is Bucket.HOUR else local.replace(hour=0)

    def _ahead_us(self, at_us: Times) -> Times:
        """How far the zone is ahead of UTC at each; looked up once a day where it does not change
        in it."""
        days, which = np.unique(at_us // _DAY_US, return_inverse=True)
        found = np.array([self._ahead_at(day * _DAY_US) for day in days.tolist()], np.int64)
        next_ = np.array([self._ahead_at((day + 1) * _DAY_US) for day in days.tolist()], np.int64)
        ahead, changes = found[which], (found != next_)[which]
        if changes.any():
            quarters, which = np.unique(at_us[changes] // _QUARTER_US, return_inverse=True)
            each = [self._ahead_at(quarter * _QUARTER_US) for quarter in quarters.tolist()]
            ahead[changes] = np.array(each, np.int64)[which]
        return ahead

    def _ahead_at(self, us: int) -> int:
        known = self._ahead.get(us)
        if known is None:
            ahead = _at(us).astimezone(self._zone).utcoffset() or timedelta(0)
            known = self._ahead[us] = ahead // timedelta(microseconds=1)
        return known

    def _remember(self, columns: Samples, places: NDArray[np.intp]) -> None:
        """The slowest; of equal ones those that came before."""
        if len(self._slowest) == OUTLIERS:
            places = places[columns.took_us[places] > self._slowest[-1][0]]
        order = np.argsort(-columns.took_us[places], kind="stable")[:OUTLIERS]
        new = [(int(columns.took_us[place]), columns[place]) for place in places[order].tolist()]
        if new:
            both = sorted([*self._slowest, *new], key=lambda one: -one[0])
            self._slowest = both[:OUTLIERS]

    def answer(self) -> Answer:
        question, goal_s = self._question, self._question.goal_s
        every = asked = _Page.of(self._pages)
        self._pages = [every]
        if question.only is not None:
            asked = every.where(every.group == self._groups.get(question.only, -1))
        groups = zip(self._groups, every.told(every.group, len(self._groups), goal_s), strict=True)
        points = zip(self._starts, asked.told(asked.start, len(self._starts), goal_s), strict=True)
        [whole] = asked.told(np.zeros_like(asked.start), 1, goal_s)
        met = sorted((point for point in points if _any(point[1])), key=lambda point: point[0])
        return Answer(
            question,
            whole,
            tuple(sorted(groups, key=lambda group: (-group[1].used, group[0]))),
            tuple(met[-MOST_POINTS:]),
            tuple(sample for _, sample in self._slowest),
            self.read,
        )


def _any(spread: Spread) -> bool:
    return bool(spread.used or spread.left or spread.running)


@dataclass(frozen=True, eq=False, slots=True)
class _Page:
    """k samples: what is left of them once they have a group and a bucket, (k,) each."""

    took_us: Times
    left: Codes
    group: Numbers
    start: Numbers

    @staticmethod
    def of(pages: Sequence[_Page]) -> _Page:
        nothing = np.empty(0, np.int64)
        return _Page(
            np.concatenate([nothing, *(page.took_us for page in pages)]),
            np.concatenate([nothing.astype(np.int8), *(page.left for page in pages)]),
            np.concatenate([nothing.astype(np.int32), *(page.group for page in pages)]),
            np.concatenate([nothing.astype(np.int32), *(page.start for page in pages)]),
        )

    def where(self, flags: NDArray[np.bool_]) -> _Page:
        """Some of them."""
        return _Page(self.took_us[flags], self.left[flags], self.group[flags], self.start[flags])

    def told(self, by: Numbers, count: int, goal_s: float | None) -> list[Spread]:
        """One for each number of `by` (k,), which are below `count`."""
        if not count:
            return []
        used = self.left == USED
        of, took = by[used], self.took_us[used]
        ordered = took[np.lexsort((took, of))] / 1e6
        ends = np.cumsum(np.bincount(of, minlength=count))
        lost = np.zeros((count, len(REASONS)), np.int64)
        np.add.at(lost, (by[~used], self.left[~used]), 1)
        parts = np.split(ordered, ends[:-1])
        return [_spread(part, row, goal_s) for part, row in zip(parts, lost.tolist(), strict=True)]


def _spread(ordered: NDArray[np.float64], lost: list[int], goal_s: float | None) -> Spread:
    """`figures.spread` of sorted seconds, and of how many were left out by REASONS."""
    n = len(ordered)
    ranks = [max(0, math.ceil(share * n) - 1) for share in SHARES]
    p50, p90, p95 = (float(ordered[rank]) if n else None for rank in ranks)
    within = None if goal_s is None else int(np.searchsorted(ordered, goal_s, "right"))
    left = dict(zip(REASONS, lost, strict=True))
    running = left.pop(LeftOut.RUNNING)
    return Spread(
        n, p50, p90, p95, {why: many for why, many in left.items() if many}, running, within
    )
