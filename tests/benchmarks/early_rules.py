"""What early detection is measured beside: a count in an hour, and a rule like EARS.

Both look at one area at a time, the second in every stream, and are given the threshold at which
they are wrong as often as is allowed, found on the very days they are then tried on.
"""

from __future__ import annotations

import statistics
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence

from command_center.advice.early_warning.watch import Card
from tests.benchmarks.early_stream import DAY_S, HOUR_S

Score = Callable[[list[float], float], float]
"""(times of one area and stream, now) -> how unusual."""
EARS_S, EARS_DAYS = 4 * HOUR_S, range(2, 9)
LEAST_SPREAD = 0.5


def count_in_an_hour(times: list[float], now_s: float) -> float:
    return len(times) - bisect_right(times, now_s - HOUR_S)


def ears_like(times: list[float], now_s: float) -> float:
    """Standard deviations above the same hours of seven days, the last two left out (C2)."""
    here = len(times) - bisect_right(times, now_s - EARS_S)
    if here < 3:
        return 0.0
    before = [
        bisect_right(times, now_s - day * DAY_S) - bisect_right(times, now_s - day * DAY_S - EARS_S)
        for day in EARS_DAYS
    ]
    return (here - statistics.mean(before)) / max(statistics.stdev(before), LEAST_SPREAD)


def scores(own: Sequence[Card], score: Score, by_kind: bool) -> list[float]:
    """After each card, of its area: the most unusual of the streams it belongs to."""
    known: defaultdict[tuple[str | None, str], list[float]] = defaultdict(list)
    found = []
    for card in own:
        streams = ("all", card.category) if by_kind else ("all",)
        best = 0.0
        for stream in streams:
            times = known[card.area, stream]
            times.append(card.at_s)
            best = max(best, score(times, card.at_s))
        found.append(best)
    return found
