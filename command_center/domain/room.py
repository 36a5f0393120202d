"""The room itself: who works in it, what feeds it, what it watches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RoomKind(StrEnum):
    LIVE = "live"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True)
class Room:
    """One per database. `epoch` changes when a backup is restored. `pack` names the city's data."""

    id: str
    version: int
    name: str
    kind: RoomKind
    epoch: str
    pack: str


class Role(StrEnum):
    OPERATOR = "operator"
    SHIFT_LEAD = "shift_lead"
    LIAISON = "liaison"
    ADMINISTRATOR = "administrator"
    OBSERVER = "observer"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Staff:
    id: str
    version: int
    name: str
    initials: str
    role: Role
    seat: str


@dataclass(frozen=True, slots=True)
class Shift:
    id: str
    version: int
    name: str
    lead_id: str | None
    starts_at: datetime
    ends_at: datetime | None


class SituationLevel(StrEnum):
    """Of one place of an operation: orderly, disorderly, breaking the law."""

    GREEN = "hijau"
    YELLOW = "kuning"
    RED = "merah"


@dataclass(frozen=True, slots=True)
class Operation:
    """`levels` = {place name: level}; the day counter runs to `target_day` (ISO date) if set."""

    id: str
    version: int
    name: str
    starts_at: datetime
    ends_at: datetime | None
    target_day: str | None
    levels: dict[str, str]


class SourceKind(StrEnum):
    PULL = "pull"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Source:
    """Where reports come from. `cursor` is how far its records are stored; secrets are not here."""

    id: str
    version: int
    name: str
    kind: SourceKind
    url: str
    enabled: bool
    cursor: str


@dataclass(frozen=True, slots=True)
class Camera:
    """`id` is the stream's own id where the directory has one: names repeat, record ids change."""

    id: str
    version: int
    label: str
    name: str
    url: str
    owner: str
    kind: str
    lat: float | None
    lon: float | None
    enabled: bool


class AlarmType(StrEnum):
    ORDER_UNANSWERED = "order_unanswered"
    UNOWNED_P1 = "unowned_p1"
    COVERAGE_EMPTY = "coverage_empty"
    SOURCE_DOWN = "source_down"
    CAMERA_DOWN = "camera_down"
    CLOCK_SKEWED = "clock_skewed"
    RECORD_CONFLICT = "record_conflict"
    UNIT_SILENT = "unit_silent"


@dataclass(frozen=True, slots=True)
class Alarm:
    """One truth for every seat. `rank` 1 is the most urgent; `subject` = what it is about."""

    id: str
    version: int
    type: AlarmType
    rank: int
    subject_kind: str
    subject_id: str
    params: dict[str, str]
    raised_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    cleared_at: datetime | None
