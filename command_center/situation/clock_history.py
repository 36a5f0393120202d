"""One clock over a time that is past: collected as columns, told as percentiles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from command_center.columns.samples import USED, Codes, Samples, Times
from command_center.domain.clocks import Clock, Sample
from command_center.situation.figures import Spread
from command_center.situation.local_time import DAY_US, HOUR_US, LocalTime, at
from command_center.situation.ranked import Numbers, Ranked
from command_center.situation.slowest import Slowest

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


GroupsOf = Callable[[Samples], Sequence[str]]
Name = TypeVar("Name", str, datetime)


def _numbered(known: dict[Name, int], names: Sequence[Name]) -> Numbers:
    """The number each got when it was first met."""
    for name in dict.fromkeys(names):
        known.setdefault(name, len(known))
    return np.array(list(map(known.__getitem__, names)), np.int32)


class Collector:
    """`groups_of` names the group of each sample in the slice that is asked for."""

    def __init__(self, question: Question, zone: tzinfo, groups_of: GroupsOf) -> None:
        self._question = question
        self._local = LocalTime(zone)
        self._groups_of = groups_of
        self._groups: dict[str, int] = {}
        self._starts: dict[datetime, int] = {}
        self._pages: list[_Page] = []
        self._slowest = Slowest()
        self.read = 0

    def take(self, samples: Sequence[Sample], read: int) -> None:
        """A page of them, of `read` rows."""
        self.read += read
        if not len(samples):
            return
        clock = self._question.clock
        columns = samples if isinstance(samples, Samples) else Samples.of(samples, clock)
        names, only = self._groups_of(columns), self._question.only
        width = HOUR_US if self._question.bucket is Bucket.HOUR else DAY_US
        local_us = self._local.of(columns.at_us)
        _, first, which = np.unique(local_us // width, return_index=True, return_inverse=True)
        begun = [self._start(at(us)) for us in columns.at_us[first].tolist()]
        starts = _numbered(self._starts, begun)[which]
        groups = _numbered(self._groups, names)
        asked = columns.left == USED
        if only is not None:
            asked &= groups == self._groups.get(only, -1)
        self._slowest.take(columns, asked.nonzero()[0])
        self._pages.append(_Page(columns.took_us, columns.left, groups, starts))

    def _start(self, moment: datetime) -> datetime:
        """Where the bucket of a time begins."""
        local = moment.astimezone(self._local.zone).replace(minute=0, second=0, microsecond=0)
        return local if self._question.bucket is Bucket.HOUR else local.replace(hour=0)

    def answer(self) -> Answer:
        question, goal_s = self._question, self._question.goal_s
        every = asked = _Page.of(self._pages)
        self._pages = [every]
        if question.only is not None:
            asked = every.where(every.group == self._groups.get(question.only, -1))
        groups = zip(self._groups, every.told(every.group, len(self._groups), goal_s), strict=True)
        points = zip(self._starts, asked.told(asked.start, len(self._starts), goal_s), strict=True)
        whole = Ranked(asked.took_us, asked.left).whole(goal_s)
        met = sorted((point for point in points if _any(point[1])), key=lambda point: point[0])
        return Answer(
            question,
            whole,
            tuple(sorted(groups, key=lambda group: (-group[1].used, group[0]))),
            tuple(met[-MOST_POINTS:]),
            self._slowest.told(),
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
        return Ranked(self.took_us, self.left).by(by, count, goal_s)
