"""The room itself: who works in it, what feeds it, what it watches."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class RoomKind(StrEnum):
    LIVE = "live"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True)
class Room:
    """One per database. `epoch` changes when a backup is restored. `pack` names the city's data.
    While `restored_at` is set the room may be read only, until a shift lead confirms it."""

    id: str
    version: int
    name: str
    kind: RoomKind
    epoch: str
    pack: str
    restored_at: datetime | None = None


class Role(StrEnum):
    """`system` is the program's own clockwork; `console` whoever holds the database itself: the
    file of a one-workstation room, the owner's login of a server."""

    OPERATOR = "operator"
    SHIFT_LEAD = "shift_lead"
    LIAISON = "liaison"
    ADMINISTRATOR = "administrator"
    OBSERVER = "observer"
    SYSTEM = "system"
    CONSOLE = "console"


@dataclass(frozen=True, slots=True)
class Staff:
    """A person of the room, or a machine. `login` is the name to sign in with, "" for who cannot;
    a liaison moves units of `agency_id` only; who has left keeps the name on what they did."""

    id: str
    version: int
    name: str
    initials: str
    role: Role
    seat: str
    login: str = ""
    agency_id: str | None = None
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Workstation:
    """A machine of the room. `letter` begins the numbers it gives while offline (`B-03`);
    `public_key` (hexadecimal Ed25519) is what its signed heads of the log are checked with."""

    id: str
    version: int
    name: str
    letter: str
    public_key: str
    added_at: datetime
    retired_at: datetime | None


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
    """How records get here: we ask, a person types, the source sends, or files are laid down."""

    PULL = "pull"
    MANUAL = "manual"
    PUSH = "push"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Source:
    """Where reports come from. `cursor` is how far its records are stored; secrets are not here.

    `profile` is the connector that knows the source ("" for plain contract v1), `mapping` the
    mapping file of a foreign format, `reply_url` where answers go ("" nowhere); `options` are the
    profile's own.
    """

    id: str
    version: int
    name: str
    kind: SourceKind
    url: str
    enabled: bool
    cursor: str
    profile: str = ""
    mapping: str = ""
    reply_url: str = ""
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Camera:
    """`id` is the stream's own id where the directory has one: names repeat, record ids change.

    What the directory says and what the room adds stand apart: `alias`, `note`, `masks` (left,
    top, width, height as fractions of the picture) and `static` (its picture may stand still) are
    the room's and outlive every sync. `main_url` is the better stream for one large tile, "" if
    there is none; `control_url` the ONVIF device service; `unit_id` the unit that carries it.
    `retention_h` is how long its owner keeps its own recording, 0 unknown.
    """

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
    main_url: str = ""
    control_url: str = ""
    directory: str = ""
    area: str = ""
    heading_deg: float | None = None
    field_deg: float | None = None
    retention_h: int = 0
    poll_s: int = 0
    alias: str = ""
    note: str = ""
    masks: tuple[tuple[float, float, float, float], ...] = ()
    static: bool = False
    unit_id: str | None = None
    gone_at: datetime | None = None

    @property
    def title(self) -> str:
        """What the room calls it."""
        return self.alias or self.name

    @property
    def in_use(self) -> bool:
        """Whether the room wants it and its directory still lists it."""
        return self.enabled and self.gone_at is None


@dataclass(frozen=True, slots=True)
class CameraLease:
    """Who may move a camera now; `id` is the camera's."""

    id: str
    version: int
    holder_id: str
    workstation: str
    taken_at: datetime
    until: datetime


class EvidenceState(StrEnum):
    REQUESTED = "requested"
    STORED = "stored"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A clip of a camera as it was sent, asked for and then kept at `workstation`.

    `file` is a name made by us in the room's folder of evidence. `first_at` and `last_at` are by
    the room's clock; `drift_s` is how far the camera's own clock was ahead, None if it has none.
    `reason` says why it failed. A `hold` keeps it from being deleted.
    """

    id: str
    version: int
    camera_id: str
    incident_id: str | None
    state: EvidenceState
    requested_at: datetime
    requested_by: str
    workstation: str
    before_s: int
    after_s: int
    file: str
    size: int
    sha256: str
    manifest_sha256: str
    first_at: datetime | None
    last_at: datetime | None
    drift_s: float | None
    reason: str
    hold: bool
    hold_reason: str


class AlarmType(StrEnum):
    ORDER_UNANSWERED = "order_unanswered"
    UNOWNED_P1 = "unowned_p1"
    COVERAGE_EMPTY = "coverage_empty"
    SOURCE_DOWN = "source_down"
    CAMERA_DOWN = "camera_down"
    CLOCK_SKEWED = "clock_skewed"
    RECORD_CONFLICT = "record_conflict"
    UNIT_SILENT = "unit_silent"
    CAMERA_OUTAGE = "camera_outage"
    CAMERA_TAMPERED = "camera_tampered"
    CROWD_SURGE = "crowd_surge"
    ORDER_CONFLICT = "order_conflict"
    DATABASE_RESTORED = "database_restored"
    BACKUP_FAILED = "backup_failed"
    AUDIT_BROKEN = "audit_broken"
    ACCOUNT_LOCKED = "account_locked"
    PANIC = "panic"
    KENTONGAN = "kentongan"
    DANGER_IN_FLOOD = "danger_in_flood"
    CALL_UNANSWERED = "call_unanswered"
    CALLBACK_DUE = "callback_due"
    REPORT_FLOOD = "report_flood"
    REFERRAL_UNANSWERED = "referral_unanswered"
    STANDBY_UNANSWERED = "standby_unanswered"
    VISIT_OVERDUE = "visit_overdue"
    DELIVERY_FAILED = "delivery_failed"
    SCHEMA_DRIFT = "schema_drift"
    FILE_REFUSED = "file_refused"
    SOURCE_BACKLOG = "source_backlog"
    UNOWNED_P1_LEAD = "unowned_p1_lead"
    P1_SHARE = "p1_share"
    UNIT_NOT_MOVING = "unit_not_moving"
    CHANGE_UNHEARD = "change_unheard"
    PERSONNEL_DANGER = "personnel_danger"
    INCIDENT_DUE = "incident_due"
    EARLY_WARNING = "early_warning"
    INSTRUCTION_UNHEARD = "instruction_unheard"
    TASK_OVERDUE = "task_overdue"
    LEVEL_RAISED = "level_raised"
    PLAN_OVERDUE = "plan_overdue"


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
    shelved_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class RoomSetting:
    """A setting of the whole room, changed by command; `id` is its name."""

    id: str
    version: int
    value: dict[str, Any]
