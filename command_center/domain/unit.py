"""Agencies, units and what they are doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReferralVia(StrEnum):
    CONTRACT = "contract"
    EMAIL = "email"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Agency:
    """`ours`: of the Polresta. `orderable`: we may order its units; else we ask.

    What is referred to it goes by `via` to `reach` (a source's id, an e-mail address, a postal
    one); it has `answer_s` to accept and `outcome_s` to say what came of it, 0 = no clock.
    """

    id: str
    version: int
    code: str
    name: str
    short: str
    ours: bool
    orderable: bool
    via: ReferralVia = ReferralVia.LETTER
    reach: str = ""
    answer_s: int = 0
    outcome_s: int = 0


class UnitStatus(StrEnum):
    """Meaning is fixed here; label, glyph and colour are the theme's."""

    AVAILABLE = "available"
    ORDERED = "ordered"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    STAGED = "staged"
    RETURNING = "returning"
    BREAK = "break"
    UNAVAILABLE = "unavailable"
    OFF_DUTY = "off_duty"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that can be sent. `crew` in persons; `home` an area code; `parent_id` its regu,
    pleton or kompi. `status_since` is when the unit says it happened."""

    id: str
    version: int
    call_sign: str
    agency_id: str
    kind: str
    capabilities: tuple[str, ...]
    crew: int
    home: str | None
    parent_id: str | None
    status: UnitStatus
    status_since: datetime
    status_reason: str


class AssignmentKind(StrEnum):
    """`active` holds the unit, `requested` asks for it, `stacked` waits, `posting` stands;
    `reported` was ordered by radio while the room was offline and holds nothing yet."""

    ACTIVE = "active"
    REQUESTED = "requested"
    STACKED = "stacked"
    POSTING = "posting"
    REPORTED = "reported"


class OrderStatus(StrEnum):
    ORDERED = "diperintah"
    ACCEPTED = "diterima"
    EN_ROUTE = "menuju"
    ON_SCENE = "di_tkp"


class CloseReason(StrEnum):
    DONE = "done"
    SUPERSEDED = "diambil_alih"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    UNDONE = "undone"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Assignment:
    """A unit on an incident. `*_at` are the times the unit or the operator gave (`transport_at`,
    `hospital_at`: an ambulance's way on, which is no order status); `time_reversed` marks that
    they do not run forward and were stored all the same."""

    id: str
    version: int
    incident_id: str
    unit_id: str
    order_id: str
    kind: AssignmentKind
    status: OrderStatus
    ordered_at: datetime
    accepted_at: datetime | None
    en_route_at: datetime | None
    on_scene_at: datetime | None
    transport_at: datetime | None
    hospital_at: datetime | None
    closed_at: datetime | None
    close_reason: CloseReason | None
    time_reversed: bool


@dataclass(frozen=True, slots=True)
class Order:
    """The words given to one or more units, by whom and over what (`radio`, `app`, `phone`)."""

    id: str
    version: int
    incident_id: str
    text: str
    via: str
    ordered_by: str
    ordered_at: datetime


@dataclass(frozen=True, slots=True)
class OrderConflict:
    """Two orders to one unit, given apart: `standing_id` is the assignment that held it when
    `reported_id`, ordered by radio elsewhere, became known. `kept_id`: which of them a shift lead
    let stand."""

    id: str
    version: int
    unit_id: str
    standing_id: str
    reported_id: str
    raised_at: datetime
    resolved_at: datetime | None
    resolved_by: str | None
    kept_id: str | None


class TaskKind(StrEnum):
    """What a unit must hear: a corrected address, that it is called off, its order once more."""

    ADDRESS = "address"
    CANCEL = "cancel"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class OrderTask:
    """Something said to a unit about its order that counts once it was heard."""

    id: str
    version: int
    assignment_id: str
    kind: TaskKind
    text: str
    raised_at: datetime
    raised_by: str
    heard_at: datetime | None
    heard_by: str | None


class WelfareStep(StrEnum):
    """How a silent unit is looked for, in this order."""

    RADIO = "radio"
    PHONE = "phone"
    PARTNER = "partner"
    LEAD = "lead"
    DANGER = "danger"


class WelfareOutcome(StrEnum):
    """What became of the search. `HURT`: found, and in danger until it is said to be helped;
    `GIVEN_UP`: not found, and a person decided to look no further."""

    WELL = "well"
    HELPED = "helped"
    MISTAKEN = "mistaken"
    HURT = "hurt"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class WelfareCheck:
    """The search for a sign of life of a unit, from its first step to what became of it.
    `moving`: its position moves all the while; `reason`: why it was given up."""

    id: str
    version: int
    unit_id: str
    step: WelfareStep
    moving: bool
    started_at: datetime
    step_at: datetime
    step_by: str
    outcome: WelfareOutcome | None
    ended_at: datetime | None
    ended_by: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RoadClosure:
    """A stretch of road nobody drives through: `line` = (latitude, longitude) in WGS84 along it.
    `until` is when it is expected to open, `opened_at` when it did."""

    id: str
    version: int
    name: str
    line: tuple[tuple[float, float], ...]
    reason: str
    closed_at: datetime
    closed_by: str
    until: datetime | None
    opened_at: datetime | None
