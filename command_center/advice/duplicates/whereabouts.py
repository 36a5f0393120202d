"""Where an incident is, from the points it was told from."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

METRES = math.radians(1) * 6_371_008.8
"""Of a degree of latitude."""
TOGETHER_M = 200.0
"""Two reports from within so far bear each other out."""
NOWHERE = (math.inf, math.inf)


def middle_of(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Far from everywhere where there is none."""
    if not points:
        return NOWHERE
    lats, lons = zip(*points, strict=True)
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def apart_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    north, east = one[0] - other[0], one[1] - other[1]
    return math.hypot(north, east * math.cos(math.radians(one[0]))) * METRES


def core_of(points: Collection[tuple[float, float]]) -> list[tuple[float, float]]:
    """Those that another one bears out, if any is: who reports from elsewhere is left out."""
    known = list(points)
    if len(known) < 3:
        return known
    narrow = math.cos(math.radians(known[0][0]))
    borne: list[tuple[float, float]] = []
    for at, (lat, lon) in enumerate(known):
        for other, (there, beyond) in enumerate(known):
            north, east = (lat - there) * METRES, (lon - beyond) * METRES * narrow
            if other != at and north * north + east * east < TOGETHER_M**2:
                borne.append((lat, lon))
                break
    return borne or known
