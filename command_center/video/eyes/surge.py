"""Whether an index is far above what this camera shows at this hour of the week."""

from __future__ import annotations

import math
from collections import deque

import numpy as np

from command_center.video.eyes.plane import F32

HOURS = 168
MINUTE_S = 60.0
FLOOR = 1e-4
WINDOW_S = 20.0
HOLD_S = 20.0
CLEAR_S = 30.0
LEAST_SD = 0.35
BEGINS, ENDS = 4.0, 2.0  # standard deviations of the logarithm
LEAST_MINUTES, LEAST_POOLED = 20, 60
MEMORY = 600  # minutes a bin remembers; older ones fade


class HourOfWeek:
    """Mean and variance of the logarithm of an index per hour of the week, (168, 3) float32:
    minutes, mean, sum of squared deviations."""

    def __init__(self, table: F32 | None = None) -> None:
        self.table = np.zeros((HOURS, 3), np.float32) if table is None else table

    def learn(self, hour: int, value: float) -> None:
        """One more minute whose mean was `value`."""
        n, mean, squares = (float(x) for x in self.table[hour])
        if n >= MEMORY:
            squares *= (MEMORY - 1) / n
            n = MEMORY - 1
        x = math.log(value + FLOOR)
        delta = x - mean
        mean += delta / (n + 1)
        self.table[hour] = (n + 1, mean, squares + delta * (x - mean))

    def usual(self, hour: int) -> tuple[float, float] | None:
        """Mean and deviation of the logarithm: of this hour, else of the hours around it on all
        days; None while too little is known."""
        own = self._pooled([hour], LEAST_MINUTES)
        if own is not None:
            return own
        near = [(day * 24 + hour % 24 + off) % HOURS for day in range(7) for off in (-1, 0, 1)]
        return self._pooled(near, LEAST_POOLED)

    def _pooled(self, hours: list[int], least: int) -> tuple[float, float] | None:
        rows = self.table[hours].astype(float)
        n = rows[:, 0].sum()
        if n < least:
            return None
        mean = float((rows[:, 0] * rows[:, 1]).sum() / n)
        squares = float((rows[:, 2] + rows[:, 0] * (rows[:, 1] - mean) ** 2).sum())
        return mean, max(math.sqrt(squares / n), LEAST_SD)


class SurgeWatch:
    """Fed with an index; says when a surge begins (True) or is over (False)."""

    def __init__(self, hours: HourOfWeek) -> None:
        self.hours = hours
        self.standing = False
        self.value = self.usual = 0.0
        self._recent: deque[tuple[float, float]] = deque()
        self._minute: list[float] = []
        self._minute_s = 0.0
        self._since_s: float | None = None

    def feed(self, index: float, hour: int, now_s: float) -> bool | None:
        """`hour` of the week, 0..167, as the baseline counts them."""
        self._recent.append((now_s, index))
        while now_s - self._recent[0][0] > WINDOW_S:
            self._recent.popleft()
        self._learn(index, hour, now_s)
        usual = self.hours.usual(hour)
        if usual is None:
            return None
        self.value = sum(value for _, value in self._recent) / len(self._recent)
        self.usual = math.exp(usual[0]) - FLOOR
        above = (math.log(self.value + FLOOR) - usual[0]) / usual[1]
        turning = above < ENDS if self.standing else above > BEGINS
        if not turning:
            self._since_s = None
            return None
        self._since_s = self._since_s if self._since_s is not None else now_s
        if now_s - self._since_s < (CLEAR_S if self.standing else HOLD_S):
            return None
        self._since_s, self.standing = None, not self.standing
        return self.standing

    def _learn(self, index: float, hour: int, now_s: float) -> None:
        """Whole minutes, and none of a surge."""
        if not self._minute:
            self._minute_s = now_s
        self._minute.append(index)
        if now_s - self._minute_s >= MINUTE_S:
            if not self.standing and self._since_s is None:
                self.hours.learn(hour, sum(self._minute) / len(self._minute))
            self._minute.clear()
