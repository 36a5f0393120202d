"""How many points what is costly to look at can bring, so that few cards need be looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from command_center.advice.duplicates.book import FEATURES, Weights

FloatArray = NDArray[np.float64]
CLOSE_M, NEAR_M, WIDE_M, FAR_M = 100.0, 250.0, 800.0, 600.0
BLIND = ("blind_recent", "blind_same", "blind_place")
STEP_M, STEPS = 10.0, 1_000
MOST_AGES = 12.0
"""The second look at night goes back so many times two hours."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`each` weight in the order of `FEATURES`, and the most points that can come: `by_metres`
    from the distance, by steps of it, the last for what has no point; `most_of_place` where the
    same place was named; `most_blind` where the report has no point; `most_besides` from all else
    but category and age."""

    of: Weights
    weights: Mapping[str, float]
    each: FloatArray
    most_besides: float
    most_of_place: float
    most_blind: float
    by_metres: FloatArray


def limits_of(weights: Weights) -> Limits:
    known = weights.points
    metres = np.arange(STEPS + 1) * STEP_M
    close, near, wide = (np.exp(metres / -m) for m in (CLOSE_M, NEAR_M, WIDE_M))
    points = known["close"] * close + known["near"] * near + known["wide"] * wide
    points += known["far"] * (metres > FAR_M)
    # At that distance or any farther one, and what it may move within a step.
    ahead = np.maximum.accumulate(points[::-1])[::-1] + float(np.abs(np.diff(points)).max())
    blind = known["no_point"] + sum(max(known[name], 0.0) for name in BLIND)
    besides = weights.bias + max(known["recent"], 0.0) + max(known["many"], 0.0)
    besides += max(known["age"], 0.0) * MOST_AGES + max(known["other_place"], 0.0)
    ahead[STEPS] = max(ahead[STEPS], blind)
    each = np.array([known[name] for name in FEATURES])
    return Limits(weights, known, each, besides, max(known["same_place"], 0.0), blind, ahead)
