"""Which open incidents may be the same happening: near in place and time, same category first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from command_center.domain.incident import Incident
from command_center.geo.distance import distance_m

NEAR_M = 300.0
SOON_S = 15 * 60.0


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
    """Every other open incident as a candidate: likely ones first, then by distance, then time."""
    found = [_compare(subject, other, near_m, soon_s) for other in others if other.is_open]
    found = [candidate for candidate in found if candidate.incident_id != subject.id]
    return sorted(found, key=_rank)


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
