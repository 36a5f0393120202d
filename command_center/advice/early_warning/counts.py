"""How many incidents lie in each area and window: kept up to date, one incident at a time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

import numpy as np

from command_center.advice.early_warning.zones import Ints, Zones

DAY_S = 86_400.0
DAYS_BEFORE = tuple(range(2, 14))
"""The same hours of these days ago are what is usual; yesterday may belong to what goes on."""


class Counts:
    """Of `replicas` streams at once that differ only in where things happened. The last window is
    the baseline. Times in seconds, never falling."""

    def __init__(
        self, zones: Zones, windows_s: tuple[float, ...], baseline_s: float, replicas: int = 1
    ) -> None:
        self.zones = zones
        self.windows_s = (*windows_s, baseline_s)
        self.cells = np.zeros((replicas, len(zones.codes) + 2, len(self.windows_s)))
        self.total = np.zeros(len(self.windows_s))
        self.first_s: float | None = None
        self.times: list[float] = []
        self._areas: list[Ints] = []
        self._gone: set[int] = set()
        self._begin = [0] * len(self.windows_s)
        self._each = np.arange(replicas)
        self._live: list[float] = []

    def push(self, at_s: float, areas: Ints) -> int:
        """One incident, in each replica at its own area; its number."""
        at_s = max(at_s, self.times[-1]) if self.times else at_s
        self.first_s = at_s if self.first_s is None else self.first_s
        self.times.append(at_s)
        self._areas.append(areas)
        insort(self._live, at_s)
        if len(areas) == 1:
            self.cells[0, int(areas[0])] += 1
        else:
            self.cells[self._each, areas] += 1
        self.total += 1
        self._expire(at_s)
        return len(self.times) - 1

    def _expire(self, at_s: float) -> None:
        for window, length_s in enumerate(self.windows_s):
            begin, edge = self._begin[window], at_s - length_s
            while self.times[begin] <= edge:
                if begin not in self._gone:
                    self._count(begin, window, -1)
                begin += 1
            self._begin[window] = begin

    def _count(self, number: int, window: int, by: int) -> None:
        areas = self._areas[number]
        if len(areas) == 1:  # the room itself, once for each window an incident leaves
            self.cells[0, int(areas[0]), window] += by
        else:
            self.cells[self._each, areas, window] += by
        self.total[window] += by

    def remove(self, number: int) -> None:
        """It turned out to be part of another, or nothing."""
        if number in self._gone:
            return
        self._count_where_it_lies(number, -1)
        self._gone.add(number)
        del self._live[bisect_left(self._live, self.times[number])]

    def restore(self, number: int) -> None:
        """What was removed is an incident of its own after all: at its own time, in the windows
        that still reach back to it."""
        if number not in self._gone:
            return
        self._count_where_it_lies(number, 1)
        self._gone.remove(number)
        insort(self._live, self.times[number])

    def _count_where_it_lies(self, number: int, by: int) -> None:
        for window, begin in enumerate(self._begin):
            if begin <= number:
                self._count(number, window, by)

    def within(self, areas: frozenset[int], since_s: float) -> list[int]:
        """Numbers of what counts in those areas after `since_s`, oldest first (first replica)."""
        start = bisect_right(self.times, since_s)
        return [
            number
            for number in range(start, len(self.times))
            if number not in self._gone and int(self._areas[number][0]) in areas
        ]

    def usual(self, at_s: float, lengths_s: tuple[float, ...]) -> list[list[int]]:
        """How many came in the same hours of earlier days: a line of days for each length."""
        known, live = (self.first_s or at_s) + max(lengths_s), self._live
        ends = [end for day in DAYS_BEFORE if (end := at_s - day * DAY_S) >= known]
        upto = [bisect_right(live, end) for end in ends]
        return [
            [upto[day] - bisect_right(live, end - length_s) for day, end in enumerate(ends)]
            for length_s in lengths_s
        ]
