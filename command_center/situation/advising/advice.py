"""What the room is told about whom to send: plain values, the same from the same room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from command_center.advice.eta import By
from command_center.advice.recommend.cards import Card
from command_center.domain.incident import Priority
from command_center.situation.advising.plan import Plan


@dataclass(frozen=True, slots=True)
class Drive:
    """An arrival as it was told: seconds until the unit is there, turnout included, the ends of the
    80 % interval, and `drive_s`, the drive before calibration and turnout, from which we learn.
    inf = it does not get there, or nobody knows where it is; `why` = the word of advice.eta.Why."""

    seconds: float
    low_s: float
    high_s: float
    drive_s: float
    by: By
    why: str
    at_home: bool
    vehicle: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A card and what else is shown of its unit. `fills` = the words of the wants it answers;
    `age_s` of its position, None: it sends none."""

    card: Card
    kind: str
    crew: int
    agency: str
    fills: tuple[str, ...]
    drive: Drive
    age_s: float | None

    @property
    def unit_id(self) -> str:
        return self.card.unit_id

    @property
    def call_sign(self) -> str:
        return self.card.call_sign


@dataclass(frozen=True, slots=True)
class Advice:
    """`offers` best first. `why_straight`: why no roads are reckoned with, "" = they are."""

    incident_id: str
    at: datetime
    priority: Priority
    target_s: float
    plan: Plan
    offers: tuple[Offer, ...]
    why_straight: str


@dataclass(frozen=True, slots=True)
class Relief:
    """Who would be at the place of a job next, and in how many seconds."""

    unit_id: str
    call_sign: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Prices:
    """What sending some units to an incident means: when each is there, and who is next at the job
    each would leave; a job that is not here has nobody."""

    incident_id: str
    drives: Mapping[str, Drive]
    reliefs: Mapping[str, Relief]


def as_bytes(advice: Advice | Prices) -> bytes:
    """The same advice in the same bytes, whatever order it came about in."""
    return msgspec.json.encode(advice, order="deterministic")
