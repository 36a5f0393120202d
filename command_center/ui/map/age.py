"""How old a position is, and how that shows: marks of units pale with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

FRESH_S = 30.0
FAINTEST = 0.45
STEP_S = 5
"""Ages are told to this many seconds, so that a second repaints nothing and five of them little."""

Span = tuple[datetime, datetime]


def longest(one: Span | None, other: Span | None) -> Span | None:
    """From the first beginning to the last end."""
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


@dataclass(frozen=True)
class Moment:
    """The clock the ages are painted by."""

    now: datetime
    stale_s: float

    @cached_property
    def step(self) -> datetime:
        """The last whole STEP_S."""
        return datetime.fromtimestamp(self.now.timestamp() // STEP_S * STEP_S, UTC)

    def shade(self, at: datetime) -> float:
        return opacity((self.step - at).total_seconds(), self.stale_s)

    def pales(self, at: datetime) -> tuple[datetime, datetime]:
        """From when to when a mark heard of `at` becomes fainter."""
        return at + timedelta(seconds=FRESH_S), at + timedelta(seconds=self.stale_s)


def opacity(age_s: float, stale_s: float) -> float:
    """Full while fresh, fainter with age, faintest from `stale_s` on."""
    if age_s <= FRESH_S:
        return 1.0
    share = min(1.0, (age_s - FRESH_S) / max(1.0, stale_s - FRESH_S))
    return 1.0 - share * (1.0 - FAINTEST)
