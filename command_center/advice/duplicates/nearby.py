"""Which open incidents may be the same happening: near in place and time, same category first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from heapq import nsmallest

import numpy as np

from command_center.domain.incident import Incident
from command_center.geo.distance import distance_m, distances_m

NEAR_M = 300.0
SOON_S = 15 * 60.0
MOST = 50
"""What nobody reads further than."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """`distance_m` None: one of the two has no point. `likely`: same category, near and soon."""

    incident_id: str
    likely: bool
    distance_m: float | None
    apart_s: float


def duplicates_of(
    subject: Incident, others: Iterable[Incident], near_m: float = NEAR_M, soon_s: float = SOON_S
) -> list[Duplicate]:
    """The other open incidents as candidates: likely ones first, then by distance, then time. Of
    very many only those near it or soon after it and MOST others are looked at."""
    rows = [other for other in others if other.id != subject.id and other.is_open]
    if len(rows) > MOST:
        rows = _likeliest(subject, rows, near_m, soon_s)
    return sorted((_compare(subject, other, near_m, soon_s) for other in rows), key=_rank)


def _likeliest(
    subject: Incident, rows: Sequence[Incident], near_m: float, soon_s: float
) -> list[Incident]:
    """The nearest MOST, all that are near and soon, and the soonest MOST of those without a
    point."""
    since = subject.opened_at
    without = [row for row in rows if row.lat is None or row.lon is None]
    if subject.lat is None or subject.lon is None:
        return nsmallest(MOST, rows, key=lambda row: abs(row.opened_at - since))
    placed = [row for row in rows if row.lat is not None and row.lon is not None]
    lats = np.array([row.lat for row in placed], dtype=np.float64)
    lons = np.array([row.lon for row in placed], dtype=np.float64)
    metres = distances_m(subject.lat, subject.lon, lats, lons)
    nearest = np.argsort(metres, kind="stable")
    soon = timedelta(seconds=soon_s)
    found = [placed[at] for at in nearest[:MOST]]
    beyond = (placed[at] for at in nearest[MOST:] if metres[at] <= near_m)
    found += [row for row in beyond if abs(row.opened_at - since) <= soon]
    found += nsmallest(MOST, without, key=lambda row: abs(row.opened_at - since))
    return found


def _compare(subject: Incident, other: Incident, near_m: float, soon_s: float) -> Duplicate:
    apart_s = abs((subject.opened_at - other.opened_at).total_seconds())
    metres = _metres(subject, other)
    near = metres is not None and metres <= near_m
    likely = near and apart_s <= soon_s and other.category == subject.category
    return Duplicate(other.id, likely, metres, apart_s)


def _metres(a: Incident, b: Incident) -> float | None:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return distance_m(a.lat, a.lon, b.lat, b.lon)


def _rank(candidate: Duplicate) -> tuple[bool, float, float, str]:
    metres = candidate.distance_m if candidate.distance_m is not None else float("inf")
    return not candidate.likely, metres, candidate.apart_s, candidate.incident_id
