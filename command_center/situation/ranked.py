"""What was measured of one clock, sorted once, told of any groups."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from command_center.columns.samples import REASONS, USED, Codes, Times
from command_center.domain.clocks import LeftOut
from command_center.situation.figures import SHARES, Spread

Numbers = NDArray[np.int32]
_SMALL = 2**16


class Ranked:
    """k samples, as `took_us` and `left` of `Samples`."""

    def __init__(self, took_us: Times, left: Codes) -> None:
        used = (left == USED).nonzero()[0]
        order = np.argsort(took_us[used], kind="stable")
        self._used, self._lost = used[order], (left != USED).nonzero()[0]
        self._took_us = took_us[self._used]
        self._reasons = left[self._lost].astype(np.int64)

    def whole(self, goal_s: float | None = None) -> Spread:
        """Of all of them."""
        lost = np.bincount(self._reasons, minlength=len(REASONS)).tolist()
        return _spread(self._took_us, lost, self._within(goal_s))

    def by(self, group: Numbers, count: int, goal_s: float | None = None) -> list[Spread]:
        """One for each number of `group` (k,), which are below `count`."""
        if not count:
            return []
        mine = group[self._used]
        # numbers of two bytes are sorted without comparing them
        keys = mine.astype(np.uint16) if count < _SMALL else mine
        sorted_us = self._took_us[np.argsort(keys, kind="stable")]
        ends = np.cumsum(np.bincount(mine, minlength=count)).tolist()
        within = self._within(goal_s)
        met = None if within is None else np.bincount(mine[:within], minlength=count).tolist()
        lost = self._lost_of(group, count)
        return [
            _spread(sorted_us[start:end], lost[at], None if met is None else met[at])
            for at, (start, end) in enumerate(zip([0, *ends], ends, strict=False))
        ]

    def _within(self, goal_s: float | None) -> int | None:
        if goal_s is None:
            return None
        return int(np.searchsorted(self._took_us, round(goal_s * 1e6), "right"))

    def _lost_of(self, group: Numbers, count: int) -> list[list[int]]:
        cells = group[self._lost].astype(np.int64) * len(REASONS) + self._reasons
        table = np.bincount(cells, minlength=count * len(REASONS))
        found: list[list[int]] = table.reshape(count, len(REASONS)).tolist()
        return found


def _spread(ordered_us: Times, lost: list[int], within: int | None) -> Spread:
    """`figures.spread` of sorted microseconds, and of how many were left out by REASONS."""
    n = len(ordered_us)
    ranks = [max(0, math.ceil(share * n) - 1) for share in SHARES]
    p50, p90, p95 = (float(ordered_us[rank]) / 1e6 if n else None for rank in ranks)
    left = dict(zip(REASONS, lost, strict=True))
    running = left.pop(LeftOut.RUNNING)
    return Spread(
        n, p50, p90, p95, {why: many for why, many in left.items() if many}, running, within
    )
