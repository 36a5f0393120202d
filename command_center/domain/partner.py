"""Telephone and radio: calls of 110, partners of the neighbourhoods, what was said on the air."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CallState(StrEnum):
    RINGING = "ringing"
    CLAIMED = "claimed"
    ENDED = "ended"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True)
class PhoneCall:
    """`call_id` is the exchange's; `caller_ref` tells numbers apart without naming them, the
    number itself is sealed under `subject_id`; `step` of the answering ladder, 0 = ours."""

    id: str
    version: int
    source_id: str
    call_id: str
    caller_ref: str
    subject_id: str | None
    called: str
    state: CallState
    step: int
    ringing_at: datetime
    claimed_at: datetime | None
    claimed_by: str | None
    ended_at: datetime | None
    incident_id: str | None
    area_code: str | None
    called_back_at: datetime | None
    called_back_by: str | None
    outcome: str


@dataclass(frozen=True, slots=True)
class PrankMark:
    """Somebody marked a number. It is shown with its next call and changes nothing by itself."""

    id: str
    version: int
    caller_ref: str
    call_id: str | None
    reason: str
    marked_at: datetime
    marked_by: str
    struck_at: datetime | None


class PartnerKind(StrEnum):
    SENKOM = "senkom"
    SISKAMLING = "siskamling"
    POLISI_RW = "polisi_rw"
    BHABINKAMTIBMAS = "bhabinkamtibmas"
    LINMAS = "linmas"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Partner:
    """Of a kelurahan and, where known, an RW ("" for the whole kelurahan)."""

    id: str
    version: int
    kind: PartnerKind
    name: str
    call_sign: str
    area_code: str | None
    rw: str
    reach: str
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class NightWatch:
    """A line of the ronda roster. `weekday` 0 = Monday; times are local, HH:MM."""

    id: str
    version: int
    area_code: str | None
    rw: str
    weekday: int
    starts: str
    ends: str
    people: int
    contact: str
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class RadioLine:
    """What was said on the air, as it was said. `activity` counts on the monthly board."""

    id: str
    version: int
    channel: str
    call_sign: str
    partner_id: str | None
    text: str
    activity: str
    at: datetime
    incident_id: str | None
    entered_by: str
    struck_at: datetime | None


class RatingLevel(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Rating:
    """How vulnerable an area or a place is to `topic`, by whom and since when."""

    id: str
    version: int
    area_code: str | None
    place: str
    rw: str
    topic: str
    level: RatingLevel
    note: str
    source_id: str | None
    author: str
    rated_at: datetime
