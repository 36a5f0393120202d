"""What a search for a place has found, weighed and put in order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from command_center.domain.place import Place
from command_center.geo.candidates import Candidate, Reason, Sure, Why
from command_center.geo.distance import distance_m
from command_center.geo.streets import LatLon, Street

LEAST_SCORE, CERTAIN, _LIKELY = 60.0, 90.0, 78.0
RIVAL, _RIVAL_M = 4.0, 400.0
_MUST_LOOK = frozenset({Reason.PART, Reason.OTHERS_AS_GOOD, Reason.CROSSING_BETWEEN})
_FAR_FROM_SURE = frozenset({Reason.BEGUN, Reason.INSIDE, Reason.AREA_DIFFERS})


@dataclass(slots=True)
class Found:
    """A subject, or a place made of two, on its way to be a candidate."""

    place: Place
    score: float
    matched: str
    accuracy_m: float | None
    why: list[Why] = field(default_factory=list)
    street: Street | None = None
    area_at: LatLon | None = None


def ranked(found: Sequence[Found]) -> list[Candidate]:
    """Best first; what others are as good for as the best is told."""
    order = sorted(found, key=lambda one: (-one.score, one.place.name, one.place.code))
    order = [one for one in order if one.score >= LEAST_SCORE]
    rivals = [
        one
        for one in order[1:]
        if order[0].score - one.score <= RIVAL and off_m(order[0], one) > _RIVAL_M
    ]
    for one in [order[0], *rivals] if rivals else []:
        one.why.append(Why(Reason.OTHERS_AS_GOOD, str(len(rivals))))
    return [
        Candidate(
            one.place,
            next(iter(_points_of(one.place)), one.area_at),
            max(0.0, min(one.score, 100.0)),
            _sure(one, first=one is order[0]),
            one.accuracy_m,
            one.matched,
            tuple(one.why),
        )
        for one in order
    ]


def _sure(one: Found, *, first: bool) -> Sure:
    reasons = {why.reason for why in one.why}
    if reasons & _FAR_FROM_SURE or one.score < _LIKELY:
        return Sure.POSSIBLE
    if not first or one.score < CERTAIN or reasons & _MUST_LOOK:
        return Sure.LIKELY
    return Sure.CERTAIN


def off_m(one: Found, other: Found) -> float:
    """Metres between what is known of the two; an area is at no distance of its namesake's."""
    points = [_points(each) for each in (one, other)]
    return min((distance_m(*a, *b) for a, b in product(*points)), default=math.inf)


def _points(one: Found) -> Sequence[LatLon]:
    return one.street.points if one.street is not None else _points_of(one.place)


def _points_of(place: Place) -> Sequence[LatLon]:
    return [(place.lat, place.lon)] if place.lat is not None and place.lon is not None else []


def keep(found: dict[str, Found], one: Found) -> None:
    known = found.get(one.place.code)
    if known is None or known.score < one.score:
        found[one.place.code] = one
