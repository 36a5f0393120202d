"""How long to wait after a failure."""

from __future__ import annotations

import random


class Backoff:
    """1, 2, 4 ... `ceiling_s` seconds, each +-20 % so that sixteen seats do not knock together."""

    def __init__(self, ceiling_s: float = 60.0, rng: random.Random | None = None) -> None:
        self._ceiling_s = ceiling_s
        self._rng = rng or random.Random()
        self.failures = 0

    def next_s(self) -> float:
        base = min(self._ceiling_s, 2.0**self.failures)
        self.failures += 1
        return base * self._rng.uniform(0.8, 1.2)

    def reset(self) -> None:
        self.failures = 0
