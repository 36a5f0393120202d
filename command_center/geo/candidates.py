"""Where words about a place may point, how sure that is, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from command_center.domain.place import Place


class Reason(StrEnum):
    """Why a candidate is one. `about` of the `Why` says which name or how many metres."""

    NAME = "name"
    NICKNAME = "nickname"
    SHORTENED = "shortened"
    PART = "part_of_name"
    BEGUN = "begins_so"
    MISTYPED = "mistyped"
    INSIDE = "among_other_words"
    ADDRESS = "its_address"
    NEAR = "stands_near"
    SIDE = "side_not_placed"
    CROSSING = "crossing"
    CROSSING_BETWEEN = "crossing_between"
    CROSSING_UNKNOWN = "crossing_unknown"
    DETAIL_UNKNOWN = "detail_unknown"
    LONG_STREET = "long_street"
    AREA_POINT = "point_of_area"
    AREA_AGREES = "area_agrees"
    AREA_DIFFERS = "area_differs"
    OTHERS_AS_GOOD = "others_as_good"


class Sure(StrEnum):
    """CERTAIN: the one place of this name. LIKELY and POSSIBLE: a person must look."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Why:
    reason: Reason
    about: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`place` has name and kind, its parent is the area it lies in; `at` is (lat, lon) in degrees,
    of its area if nobody knows better, None if not even that. `score` 0..100 orders candidates;
    `accuracy_m` says how far off the point may be."""

    place: Place
    at: tuple[float, float] | None
    score: float
    sure: Sure
    accuracy_m: float | None
    matched: str
    why: tuple[Why, ...]

    def row(self) -> dict[str, Any]:
        """For machines."""
        place, (lat, lon) = self.place, self.at or (None, None)
        return {
            "id": place.code,
            "kind": place.kind.value,
            "name": place.name,
            "lat": lat,
            "lon": lon,
            "accuracy_m": self.accuracy_m,
            "area": place.parent,
            "score": round(self.score, 1),
            "sure": self.sure.value,
            "matched": self.matched,
            "why": [
                {"reason": why.reason.value, **({"about": why.about} if why.about else {})}
                for why in self.why
            ],
        }
