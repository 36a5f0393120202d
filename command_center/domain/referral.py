"""What leaves the room: incidents referred, hospitals put on standby, answers to the citizen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from command_center.domain.unit import ReferralVia


class ReferralState(StrEnum):
    SENT = "diteruskan"
    ACCEPTED = "diterima"
    REFUSED = "ditolak"
    DONE = "selesai"
    WITHDRAWN = "ditarik"


@dataclass(frozen=True, slots=True)
class Referral:
    """An incident handed to another agency. `their_number` is its number there; `rule` names a
    legal deadline ("pemilu"), "" = the agency's own clock; `escalated` counts how often nobody
    answered in time; `answered_by` the person who wrote the last answer down, or the system that
    gave it."""

    id: str
    version: int
    incident_id: str
    agency_id: str
    text: str
    via: ReferralVia
    state: ReferralState
    rule: str
    their_number: str
    reason: str
    outcome: str
    referred_at: datetime
    referred_by: str
    answer_due_at: datetime | None
    answered_at: datetime | None
    outcome_due_at: datetime | None
    ended_at: datetime | None
    escalated: int
    answered_by: str = ""


class DeliveryState(StrEnum):
    WAITING = "waiting"
    DELIVERED = "delivered"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message on its way out, written with the act it tells of and sent until it is heard; its
    id goes with it, so that the other side hears it once. `channel` is contract or email, `reach`
    a source's id or an e-mail address; `about` names the row it tells of."""

    id: str
    version: int
    channel: str
    reach: str
    kind: str
    about_kind: str
    about_id: str
    incident_id: str | None
    body: dict[str, Any]
    state: DeliveryState
    made_at: datetime
    ended_at: datetime | None
    reason: str


class NoticeKind(StrEnum):
    ROAD_CLOSED = "road_closed"
    FLOOD = "flood"
    CROWD = "crowd"
    FIRE = "fire"
    OTHER = "other"


class NoticeState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PublicNotice:
    """What the public is told. Only an approved one leaves the room."""

    id: str
    version: int
    kind: NoticeKind
    title: str
    text: str
    area_code: str | None
    lat: float | None
    lon: float | None
    valid_from: datetime
    valid_until: datetime | None
    state: NoticeState
    made_at: datetime
    made_by: str
    approved_at: datetime | None
    approved_by: str | None
    incident_id: str | None


@dataclass(frozen=True, slots=True)
class Visit:
    """A proactive visit (jemput bola) asked of the partner of a neighbourhood (RW)."""

    id: str
    version: int
    incident_id: str
    partner_id: str | None
    area_code: str | None
    rw: str
    text: str
    asked_at: datetime
    asked_by: str
    due_at: datetime | None
    done_at: datetime | None
    outcome: str


@dataclass(frozen=True, slots=True)
class Hospital:
    """`figures` = {name: [value, ISO time it was true, source]}; names are those of EDXL-HAVE and
    ours (ed_status, beds_available_icu, ...)."""

    id: str
    version: int
    code: str
    name: str
    lat: float | None
    lon: float | None
    area_code: str | None
    services: tuple[str, ...]
    phone: str
    source_id: str | None
    figures: dict[str, list[str]]


class StandbyState(StrEnum):
    ASKED = "diminta"
    READY = "siap"
    LIMITED = "terbatas"
    UNABLE = "tidak_bisa"
    CANCELLED = "dibatalkan"


@dataclass(frozen=True, slots=True)
class Standby:
    """A hospital asked to be ready for an incident; `serious` and `light` are how many casualties
    it is told to expect."""

    id: str
    version: int
    incident_id: str
    hospital_id: str
    text: str
    serious: int
    light: int
    state: StandbyState
    asked_at: datetime
    asked_by: str
    due_at: datetime | None
    answered_at: datetime | None
    answer: str


@dataclass(frozen=True, slots=True)
class Casualties:
    """Of one incident, at one hospital or (None) in all: dead (MD), serious (LB), light (LR)."""

    id: str
    version: int
    incident_id: str
    hospital_id: str | None
    dead: int
    serious: int
    light: int
    counted_at: datetime
    counted_by: str
