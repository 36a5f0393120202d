"""One clock over a time that is past: collected sample by sample, told as percentiles."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from command_center.domain.clocks import Clock, LeftOut, Sample
from command_center.situation.figures import Spread, spread

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


class _Heap:
    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.left: Counter[LeftOut] = Counter()

    def add(self, sample: Sample) -> None:
        if sample.seconds is not None:
            self.seconds.append(sample.seconds)
        elif sample.left is not None:
            self.left[sample.left] += 1

    def told(self, goal_s: float | None) -> Spread:
        return spread(sorted(self.seconds), self.left, goal_s)


class Collector:
    """`group_of` names the group of a sample in the slice that is asked for."""

    def __init__(self, question: Question, zone: tzinfo, group_of: Callable[[Sample], str]) -> None:
        self._question = question
        self._zone = zone
        self._group_of = group_of
        self._whole = _Heap()
        self._groups: defaultdict[str, _Heap] = defaultdict(_Heap)
        self._points: defaultdict[datetime, _Heap] = defaultdict(_Heap)
        self._slowest: list[tuple[float, int, Sample]] = []
        self._numbered = 0
        # every zone of the world is some quarters of an hour away from UTC
        self._starts: dict[datetime, datetime] = {}
        self.read = 0

    def take(self, samples: Iterable[Sample], read: int) -> None:
        """A page of them, of `read` rows."""
        only = self._question.only
        for sample in samples:
            group = self._group_of(sample)
            self._groups[group].add(sample)
            if only is None or group == only:
                self._whole.add(sample)
                self._points[self._bucket(sample.at)].add(sample)
                self._remember(sample)
        self.read += read

    def _bucket(self, at: datetime) -> datetime:
        quarter = at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)
        start = self._starts.get(quarter)
        if start is None:
            local = quarter.astimezone(self._zone).replace(minute=0)
            start = local if self._question.bucket is Bucket.HOUR else local.replace(hour=0)
            self._starts[quarter] = start
        return start

    def _remember(self, sample: Sample) -> None:
        if sample.seconds is None:
            return
        # the number keeps equal ones apart, in an order that is the same every time
        self._numbered += 1
        item = (sample.seconds, -self._numbered, sample)
        if len(self._slowest) < OUTLIERS:
            heapq.heappush(self._slowest, item)
        elif item > self._slowest[0]:
            heapq.heapreplace(self._slowest, item)

    def answer(self) -> Answer:
        goal_s = self._question.goal_s
        groups = [(name, heap.told(goal_s)) for name, heap in self._groups.items()]
        groups.sort(key=lambda group: (-group[1].used, group[0]))
        points = sorted(self._points.items())[-MOST_POINTS:]
        slowest = sorted(self._slowest, reverse=True)
        return Answer(
            self._question,
            self._whole.told(goal_s),
            tuple(groups),
            tuple((start, heap.told(goal_s)) for start, heap in points),
            tuple(item[2] for item in slowest),
            self.read,
        )
