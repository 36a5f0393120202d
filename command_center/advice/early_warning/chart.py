"""The whole city against the same hours of the days before: what the scan cannot see, because it
compares places with each other.

After EARS C2 (Hutwagner et al. 2003): a moving baseline with a guard before it, on square roots, so
that busy and quiet hours vary alike; how rare, by the t of a prediction.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

WINDOWS_S = (7_200.0, 21_600.0)
LEAST_DAYS, LEAST_COUNT = 7, 5
PART = 0.25
"""Of the false episodes that a plan allows: it has far fewer ways to be wrong than the scan."""


def rate_a_day(count: int, before: Sequence[int], window_s: float) -> float:
    """How often a day so many would come by chance, given how many came in the same hours of the
    days `before` (one number each); inf where too few days are known, or it is no more than
    usual."""
    from scipy.special import stdtr  # noqa: PLC0415 - not before something has happened

    days = len(before)
    if days < LEAST_DAYS or count < LEAST_COUNT or count * days <= sum(before):
        return math.inf
    roots = [2.0 * math.sqrt(one + 0.375) for one in before]
    middle = sum(roots) / days
    spread = math.sqrt(sum((one - middle) ** 2 for one in roots) / (days - 1))
    wide = max(1.0, spread) * math.sqrt(1.0 + 1.0 / days)
    far = (2.0 * math.sqrt(count + 0.375) - middle) / wide
    looks = 2.0 * 86_400.0 / window_s
    return float(stdtr(days - 1, -far)) * looks
