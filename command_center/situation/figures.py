"""The figures of the bottom strip. Percentiles, never averages; what was left out is counted."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from command_center.domain.clocks import Clock, LeftOut
from command_center.situation.measuring import samples
from command_center.situation.situation import Situation
from command_center.situation.tally import DayTally, Measured

FEW = 10
"""Under so many samples a percentile says little and is marked."""
SHARES = (0.5, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Spread:
    """What was measured of one clock: `used` samples, their seconds at p50, p90 and p95 (None of
    nothing), and how many were left out, by reason. What still runs is no loss and apart."""

    used: int
    p50: float | None
    p90: float | None
    p95: float | None
    left: Mapping[LeftOut, int] = field(default_factory=dict)
    running: int = 0
    within: int | None = None
    newest: datetime | None = None

    @property
    def left_out(self) -> int:
        return sum(self.left.values())

    @property
    def few(self) -> bool:
        return self.used < FEW

    def at(self, share: float) -> float | None:
        """The percentile of SHARES."""
        return (self.p50, self.p90, self.p95)[SHARES.index(share)]


@dataclass(frozen=True, slots=True)
class Figures:
    clocks: Mapping[Clock, Spread]
    active: int
    today: int

    def of(self, clock: Clock) -> Spread:
        """Nothing measured where the day has none of it."""
        return self.clocks.get(clock) or spread((), {})


def nearest_rank(values: Sequence[float], share: float) -> float | None:
    """The nearest-rank percentile of sorted values: one that occurred, not one between two."""
    if not values:
        return None
    return values[max(0, math.ceil(share * len(values)) - 1)]


def spread(
    ordered: Sequence[float],
    left: Mapping[LeftOut, int],
    goal_s: float | None = None,
    newest: float | None = None,
) -> Spread:
    """Of sorted seconds; `within` = how many of them took at most `goal_s`."""
    p50, p90, p95 = (nearest_rank(ordered, share) for share in SHARES)
    within = None if goal_s is None else sum(1 for seconds in ordered if seconds <= goal_s)
    lost: dict[LeftOut, int] = {
        reason: n for reason, n in left.items() if n > 0 and reason is not LeftOut.RUNNING
    }
    at = None if newest is None else datetime.fromtimestamp(newest, UTC)
    running = left.get(LeftOut.RUNNING, 0)
    return Spread(len(ordered), p50, p90, p95, lost, running, within, at)


def _spread(measured: Measured) -> Spread:
    return spread(measured.seconds, measured.left, newest=measured.newest)


def figures(situation: Situation, day: str, midnight: datetime | None = None) -> Figures:
    """Of the incidents that carry the local `day` (ISO date), and of the calls of the 24 hours
    from `midnight`, its beginning; without it no call is counted."""
    tally = situation.day(day)
    measured = dict(tally.clocks)
    if midnight is not None:
        measured |= situation.tallies.calls(midnight.astimezone(UTC))
    return Figures(_spreads(measured), situation.open_count, tally.incidents)


def clocks_since(situation: Situation, since: datetime) -> Mapping[Clock, Spread]:
    """Of incidents that were opened and orders that were given from `since` on, of any day."""
    tally = DayTally()
    for incident in situation.all("incident"):
        tally.put(incident.id, (one for one in samples(situation, incident) if one.at >= since))
    return _spreads(tally.clocks)


def _spreads(measured: Mapping[Clock, Measured]) -> Mapping[Clock, Spread]:
    spreads = {clock: _spread(found) for clock, found in measured.items()}
    return {clock: s for clock, s in spreads.items() if s.used or s.left or s.running}


def reports_per_minute(situation: Situation, now: datetime, minutes: int = 60) -> list[int]:
    """Reports received in each of the last `minutes` whole minutes, oldest first."""
    last = now.replace(second=0, microsecond=0)
    return [situation.reports_in(last - timedelta(minutes=back)) for back in range(minutes)][::-1]
