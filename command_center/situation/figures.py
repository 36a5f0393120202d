"""The figures of the bottom strip. Percentiles, never averages; what was left out is counted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.domain.incident import Incident, IncidentStatus
from command_center.situation.situation import Situation


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


def _interval(incidents: Iterable[Incident], start: str, end: str, share: float) -> Percentile:
    values: list[float] = []
    left_out = 0
    for incident in incidents:
        first, last = getattr(incident, start), getattr(incident, end)
        if last is None and incident.is_open:
            continue  # still running: neither measured nor left out
        seconds = (last - first).total_seconds() if first and last else -1.0
        if seconds < 0:
            left_out += 1
        else:
            values.append(seconds)
    return Percentile(nearest_rank(values, share), len(values), left_out)


def figures(situation: Situation, day: str) -> Figures:
    """Of the incidents that carry the local `day` (ISO date); merged and cancelled ones apart."""
    skipped = (IncidentStatus.MERGED, IncidentStatus.CANCELLED)
    today = [i for i in situation.all("incident") if i.day == day]
    counted = [i for i in today if i.status not in skipped]
    return Figures(
        report_to_scene_p50=_interval(counted, "opened_at", "first_on_scene_at", 0.5),
        verified_to_order_p90=_interval(counted, "verified_at", "first_order_at", 0.9),
        active=sum(1 for _ in situation.open_incidents()),
        today=len(today),
    )


def reports_per_minute(situation: Situation, now: datetime, minutes: int = 60) -> list[int]:
    """Reports received in each of the last `minutes` whole minutes, oldest first."""
    end = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
    counts = [0] * minutes
    for report in situation.all("report"):
        back = math.floor((end - report.received_at).total_seconds() / 60)
        if 0 <= back < minutes:
            counts[minutes - 1 - back] += 1
    return counts
