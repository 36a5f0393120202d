"""How often chance alone reaches what was seen: the tail of replayed days."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from command_center.advice.early_warning.zones import Floats

EULER = 0.5772156649
LEAST_SPREAD, MOST_SPREAD = 0.8, 2.0
TAIL = 0.7
"""Days above this quantile make the tail."""


@dataclass(frozen=True, slots=True)
class Scale:
    """`middle` and `spread`: of the greatest likelihood a day, by kind of look (each number of
    neighbours and window of the scan, then each window of poisson); `start`, `often`, `fall`: so
    many days of 1 reach `start`, and e times fewer each `fall` more. `found`: how high injected
    clusters came, rising, by the same measure."""

    middle: Floats
    spread: Floats
    start: float
    often: float
    fall: float
    found: tuple[float, ...] = ()

    def rate_a_day(self, height: float) -> float:
        return min(1.0, self.often * math.exp(-(height - self.start) / self.fall))

    def power(self, height: float, rarest: float) -> float:
        """The share of injected clusters that came so high; 1/2 where none were tried. Beyond most
        of them it falls no faster than chance does, so that what is stronger is never believed
        less. Rates below `rarest` a day count as that."""
        if not self.found:
            return 0.5
        many, rate = len(self.found), max(self.rate_a_day(height), rarest)
        lower = [one for one in self.found if one < height]
        reached = (many - len(lower)) / many
        for at, one in enumerate(lower):
            like = (many - at) / many * rate / max(self.rate_a_day(one), rarest)
            reached = max(reached, like)
        return reached

    def heights(self, raw: Floats) -> Floats:
        return (raw - self.middle) / self.spread


def fitted(greatest: Floats) -> Scale:
    """`greatest` (days, kinds of look): the greatest likelihood of each day that chance made."""
    spread = np.clip(greatest.std(axis=0) * math.sqrt(6.0) / math.pi, LEAST_SPREAD, MOST_SPREAD)
    middle = np.maximum(greatest.mean(axis=0) - EULER * spread, 0.0)
    days = ((greatest - middle) / spread).max(axis=1)
    above = days[days > 0]
    start = max(float(np.quantile(days, TAIL)), float(above.min()) if len(above) else 0.0)
    over = days[days >= start]
    often = max(len(over), 1) / len(days)
    fall = float(np.clip((over - start).mean() if len(over) else 1.0, LEAST_SPREAD, MOST_SPREAD))
    return Scale(middle, spread, start, often, fall)


def young_scale(kinds: int) -> Scale:
    """While nothing can be replayed: only what is glaring. By it a stream that was measured had
    0.15 episodes of chance a day in its first five days (docs/early-detection.md)."""
    return Scale(np.full(kinds, 3.0), np.full(kinds, 2.0), 3.0, 0.7, 1.5)


def as_value(scale: Scale) -> dict[str, Any]:
    """As the room keeps it."""
    return {
        "middle": [round(float(one), 3) for one in scale.middle],
        "spread": [round(float(one), 3) for one in scale.spread],
        "tail": [round(one, 4) for one in (scale.start, scale.often, scale.fall)],
        "found": [round(one, 2) for one in scale.found],
    }


def of_value(value: Mapping[str, Any], kinds: int) -> Scale:
    """ValueError where it is none of so many kinds of look."""
    middle, spread = _numbers(value.get("middle")), _numbers(value.get("spread"))
    tail, found = _numbers(value.get("tail")), _numbers(value.get("found"))
    if len(middle) != kinds or len(spread) != kinds or len(tail) != 3:
        raise ValueError("scale of another plan")
    if min(spread) <= 0 or not 0 < tail[1] <= 1 or tail[2] <= 0:
        raise ValueError("scale out of range")
    start, often, fall = tail
    return Scale(np.array(middle), np.array(spread), start, often, fall, tuple(sorted(found)))


def _numbers(given: object) -> Sequence[float]:
    if not isinstance(given, list) or not all(isinstance(one, (int, float)) for one in given):
        raise ValueError("no list of numbers")
    numbers = [float(one) for one in given]
    if not all(math.isfinite(one) for one in numbers):
        raise ValueError("not finite")
    return numbers
