"""How far our drives are off, learnt from the room's own arrivals."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
"""Quantiles of the interval (80 %) and of the figure itself."""

PRIOR_WEIGHT = 20.0
"""As many arrivals as it takes until a group's own quantiles count half."""

SHORTEST_S = 30.0
"""A shorter drive says more about parking than about the streets."""

MOST_OFF = 5.0
"""A ratio beyond it in either direction is an order that was paused or a key pressed late: it
counts as this much."""


class HourClass(StrEnum):
    """Parts of the local day by traffic; weekdays and weekends alike while arrivals are few."""

    NIGHT = "night"
    PEAK = "peak"
    DAY = "day"
    EVENING = "evening"


def hour_class(hour: int) -> HourClass:
    """Of a local hour 0 to 23: night 22-5, peak 6-8 and 16-18, day 9-15, evening 19-21."""
    if hour >= 22 or hour < 6:
        return HourClass.NIGHT
    if 6 <= hour < 9 or 16 <= hour < 19:
        return HourClass.PEAK
    return HourClass.DAY if hour < 16 else HourClass.EVENING


@dataclass(frozen=True, slots=True)
class Arrival:
    """One drive that came to its end: seconds we said before calibration, seconds it took, the
    local hour it began, what drove (`car`, `motorcycle`), what we reckoned by (`road`,
    `straight`)."""

    predicted_s: float
    observed_s: float
    hour: int
    vehicle: str = "car"
    by: str = "road"


@dataclass(frozen=True, slots=True)
class Ratios:
    """Observed over predicted: the 10th, 50th and 90th percentile; `n` arrivals are behind it."""

    low: float
    middle: float
    high: float
    n: int = 0


PRIOR: Mapping[str, Ratios] = {
    "road": Ratios(0.65, 1.0, 1.7),
    "straight": Ratios(0.55, 1.0, 2.0),
}
"""Before the first arrival: our assumption of how far a guess of speeds goes wrong."""

Key = tuple[str, ...]


@dataclass(frozen=True)
class Calibration:
    """Ratios by (by, vehicle, hour class), each falling back to what stands above it."""

    groups: Mapping[Key, Ratios] = field(default_factory=dict)

    def of(self, by: str, vehicle: str, hour: int) -> Ratios:
        keys: tuple[Key, ...] = ((by, vehicle, hour_class(hour).value), (by, vehicle), (by,))
        for key in keys:
            if key in self.groups:
                return self.groups[key]
        return PRIOR[by]


def calibrate(arrivals: Iterable[Arrival]) -> Calibration:
    """Quantiles of the ratio, each group's own drawn towards those of the group above it (hour
    class to vehicle, vehicle to all, all to PRIOR) as far as its arrivals are few.

    The order of the arrivals does not matter. What no drive can be (not finite, shorter than
    SHORTEST_S, of an unknown kind) is left out.
    """
    logs: dict[Key, list[float]] = defaultdict(list)
    for one in arrivals:
        if not _usable(one):
            continue
        ratio = min(max(one.observed_s / one.predicted_s, 1 / MOST_OFF), MOST_OFF)
        key: Key = (one.by, one.vehicle, hour_class(one.hour).value)
        for length in (1, 2, 3):
            logs[key[:length]].append(math.log(ratio))
    groups: dict[Key, Ratios] = {}
    for key in sorted(logs, key=lambda key: (len(key), key)):
        above = groups[key[:-1]] if len(key) > 1 else PRIOR[key[0]]
        groups[key] = _drawn(sorted(logs[key]), above)
    return Calibration(groups)


def _usable(one: Arrival) -> bool:
    spans = (one.predicted_s, one.observed_s)
    return (
        all(math.isfinite(span) for span in spans)
        and one.predicted_s >= SHORTEST_S
        and one.observed_s > 0
        and 0 <= one.hour < 24
        and one.by in PRIOR
    )


def _drawn(logs: Sequence[float], above: Ratios) -> Ratios:
    own = np.quantile(logs, (LOW, MIDDLE, HIGH))
    stands = np.log((above.low, above.middle, above.high))
    share = len(logs) / (len(logs) + PRIOR_WEIGHT)
    low, middle, high = np.exp(share * own + (1 - share) * stands)
    return Ratios(float(low), float(middle), float(high), len(logs))
