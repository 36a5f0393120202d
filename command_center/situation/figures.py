"""The figures of the bottom strip. Percentiles, never averages; what was left out is counted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.situation.situation import Situation
from command_center.situation.tally import Interval


@dataclass(frozen=True, slots=True)
class Percentile:
    """`seconds` None: nothing to measure. `used` rows went in, `left_out` had a missing or
    reversed time."""

    seconds: float | None
    used: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Figures:
    report_to_scene_p50: Percentile
    verified_to_order_p90: Percentile
    active: int
    today: int


def nearest_rank(values: Sequence[float], share: float) -> float | None:
    """The nearest-rank percentile: a value that occurred, not one between two."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def _percentile(interval: Interval, share: float) -> Percentile:
    seconds = interval.seconds
    return Percentile(nearest_rank(seconds, share), len(seconds), interval.left_out)


def figures(situation: Situation, day: str) -> Figures:
    """Of the incidents that carry the local `day` (ISO date); merged and cancelled ones apart."""
    tally = situation.day(day)
    return Figures(
        report_to_scene_p50=_percentile(tally.report_to_scene, 0.5),
        verified_to_order_p90=_percentile(tally.verified_to_order, 0.9),
        active=situation.open_count,
        today=tally.incidents,
    )


def reports_per_minute(situation: Situation, now: datetime, minutes: int = 60) -> list[int]:
    """Reports received in each of the last `minutes` whole minutes, oldest first."""
    last = now.replace(second=0, microsecond=0)
    return [situation.reports_in(last - timedelta(minutes=back)) for back in range(minutes)][::-1]
