"""What a recommendation answers: cards with their reasons as codes; sentences are the screen's."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from command_center.advice.recommend.coverage import Hole
from command_center.domain.incident import Priority

Value = str | int | float | bool


class Why(StrEnum):
    """Reasons, in the order in which a card gives them."""

    CLOSEST_IDLE = "closest_idle"
    MEETS_TARGET = "meets_target"
    MISSES_TARGET = "misses_target"
    PULLED = "pulled"
    PULL_RAISES = "pull_raises"
    JOB_KEEPS = "job_keeps"
    JOB_RELIEF = "job_relief"
    JOB_WAITS = "job_waits"
    JOB_LATE = "job_late"
    ASKED = "asked"
    NOT_WANTED = "not_wanted"
    AT_HOME = "at_home"
    STALE = "stale"
    NO_POSITION = "no_position"
    UNDER_FLOOR = "under_floor"


@dataclass(frozen=True, slots=True)
class Reason:
    code: Why
    params: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Seconds: expected, and the ends of the interval."""

    seconds: float
    low_s: float
    high_s: float


@dataclass(frozen=True, slots=True)
class KnockOn:
    """What a pull does to the job that gives up its unit: it `waits_s` more, for `next_unit` or,
    "", for whoever is free first; `raised` to `priority` because it was pulled from too often."""

    incident_id: str
    number: str
    priority: Priority
    waits_s: float
    next_unit: str
    pulls: int
    raised: bool
    abandoned: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One unit that could go. `fills`: which wants it answers, by their place in the need; `asked`:
    another agency's, it counts when it accepts; `gain_s`: how much sooner than the best idle one,
    inf if no unit is idle."""

    unit_id: str
    call_sign: str
    eta: Arrival
    meets_target: bool
    asked: bool
    fills: tuple[int, ...]
    holes: tuple[Hole, ...]
    knock_on: KnockOn | None
    gain_s: float | None
    reasons: tuple[Reason, ...]

    @property
    def under_floor(self) -> bool:
        return any(hole.under_floor for hole in self.holes)

    @property
    def loss(self) -> float:
        """Of the city's expected coverage, 0 to 1."""
        return sum(hole.loss for hole in self.holes)
