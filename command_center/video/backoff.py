"""How long to wait before trying a camera again."""

import random
from collections import deque

STEPS_S = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
JITTER = 0.2
QUICK_S = 6.0  # a picture that was just there is asked for often: most outages are short
QUICK_STEP_S = 0.5
QUICK_LEAST_S = 0.1
LOSSES_MAX = 3  # in LOSSES_S; a camera that keeps coming and going is held back
LOSSES_S = 60.0


class Retries:
    """One camera's failures in a row, and the wait after each.

    Quick tries after a loss count as one failure. Waits are drawn +-20 % so that cameras which
    failed together are not tried together.
    """

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._losses: deque[float] = deque(maxlen=LOSSES_MAX)
        self._quick_until_s = float("-inf")
        self._slow = 0
        self.failures = 0

    def is_quick(self, now_s: float) -> bool:
        """Whether the camera was lost so recently that it is asked often."""
        return now_s < self._quick_until_s

    def next_s(self, now_s: float, was_live: bool, took_s: float = 0.0) -> float:
        """Seconds to wait after a connection that ended now; `was_live`: it showed pictures;
        else `took_s` is how long the try has taken."""
        if was_live:
            flaps = len(self._losses) == LOSSES_MAX and now_s - self._losses[0] < LOSSES_S
            self._losses.append(now_s)
            if not flaps:
                self._quick_until_s = now_s + QUICK_S
        if self.is_quick(now_s):
            self.failures = max(1, self.failures)
            step_s = self._drawn(QUICK_STEP_S)
            return step_s if was_live else max(QUICK_LEAST_S, step_s - took_s)
        self._slow += 1
        self.failures = max(self.failures, self._slow)
        return self._drawn(STEPS_S[min(self._slow, len(STEPS_S)) - 1])

    def settled(self) -> None:
        """A connection has held for long enough to forget the failures before it."""
        self._slow = self.failures = 0

    def _drawn(self, step_s: float) -> float:
        return step_s * self._rng.uniform(1 - JITTER, 1 + JITTER)
