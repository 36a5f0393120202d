"""How long to wait before trying a camera again."""

import random

STEPS_S = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
JITTER = 0.2


def delay_s(failures: int, rng: random.Random) -> float:
    """Seconds before the next try after `failures` (1, 2, ...) in a row, +-20 %."""
    step = STEPS_S[min(max(failures, 1), len(STEPS_S)) - 1]
    return step * rng.uniform(1 - JITTER, 1 + JITTER)
