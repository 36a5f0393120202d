"""Reports and the incidents made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from command_center.domain.place import LocatedBy


class Priority(StrEnum):
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"


class IncidentStatus(StrEnum):
    NEW = "baru"
    VERIFIED = "terverifikasi"
    HANDLED = "ditangani"
    CLOSED = "selesai"
    MERGED = "digabung"
    CANCELLED = "dibatalkan"


HIGHEST_ALARM = 5
OPEN_STATUSES = frozenset({IncidentStatus.NEW, IncidentStatus.VERIFIED, IncidentStatus.HANDLED})


class Disposition(StrEnum):
    """How an incident ended."""

    RESOLVED = "resolved"
    REFERRED = "referred"
    FALSE_REPORT = "false_report"
    PRANK = "prank"
    NOT_FOUND = "not_found"
    DUPLICATE = "duplicate"
    IMPORTED = "imported"


class ReporterKind(StrEnum):
    """What the reporter asked of us: open, confidential or anonymous."""

    OPEN = "open"
    CONFIDENTIAL = "rahasia"
    ANONYMOUS = "anonim"


@dataclass(frozen=True, slots=True)
class Report:
    """One raw message from one source. Immutable: `version` stays 1.

    `channel` is the way inside the source (`wadul`, `panic`, `activity`, `case`, `call`, `radio`);
    `late`: it reached the room so long after it happened that it is no news; `reporter_ref` tells
    reporters apart without naming them ("" unknown); `subject_id` is whom the room sealed.
    """

    id: str
    version: int
    source_id: str
    external_id: str
    category: str
    text: str
    reporter: ReporterKind
    occurred_at: datetime | None
    received_at: datetime
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    located_by: LocatedBy
    area_code: str | None
    address: str
    clock_skewed: bool
    channel: str = ""
    late: bool = False
    reporter_ref: str = ""
    subject_id: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """What the room handles. `number` counts per WIB `day`; `owner_id` None means loudly unowned.

    `opened_at` is when the room first knew; `priority_reason` are codes of the rules that fired.
    """

    id: str
    version: int
    number: int
    day: str
    status: IncidentStatus
    priority: Priority
    priority_reason: tuple[str, ...]
    category: str
    title: str
    owner_id: str | None
    claimed_at: datetime | None
    opened_at: datetime
    occurred_at: datetime | None
    verified_at: datetime | None
    verified_by: str | None
    first_order_at: datetime | None
    first_on_scene_at: datetime | None
    closed_at: datetime | None
    disposition: Disposition | None
    merged_into: str | None
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    located_by: LocatedBy
    area_code: str | None
    address: str
    operation_id: str | None
    alias: str | None
    time_reversed: bool

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSES


@dataclass(frozen=True, slots=True)
class IncidentReport:
    """A report attached to an incident. Detached rather than deleted."""

    id: str
    version: int
    incident_id: str
    report_id: str
    attached_at: datetime
    attached_by: str
    detached_at: datetime | None


@dataclass(frozen=True, slots=True)
class MergeLink:
    """`loser_id` was merged into `winner_id`; both keep their reports and units, so that
    un-merging restores what was. `taken` = {field: [winner's before, winner's after]}."""

    id: str
    version: int
    winner_id: str
    loser_id: str
    loser_status: IncidentStatus
    taken: dict[str, list[str]]
    merged_at: datetime
    merged_by: str
    unmerged_at: datetime | None


class TakeOverAnswer(StrEnum):
    """`passed`: the incident changed hands, by consent or after the grace."""

    PASSED = "passed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Somebody asks for another's incident. Unanswered until `due_at` it passes to them."""

    id: str
    version: int
    incident_id: str
    asked_by: str
    asked_of: str
    reason: str
    asked_at: datetime
    due_at: datetime
    answer: TakeOverAnswer | None
    answered_at: datetime | None
    answered_by: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """A line a person adds to the timeline of an incident (or of the shift: incident None)."""

    id: str
    version: int
    incident_id: str | None
    text: str
    author_id: str
    at: datetime
    struck_at: datetime | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A picture kept from a camera. `file` is a name made by us, never by a user."""

    id: str
    version: int
    incident_id: str
    camera_id: str
    file: str
    sha256: str
    width: int
    height: int
    captured_at: datetime
    taken_by: str


class AttachmentState(StrEnum):
    REQUESTED = "requested"
    STORED = "stored"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a report. `reference` is where its source keeps it; `media_type` what
    its content is, whatever it was called; `file` a name made by us; `reason` why it was refused.
    """

    id: str
    version: int
    report_id: str
    reference: str
    state: AttachmentState
    media_type: str
    size: int
    sha256: str
    file: str
    reason: str
    asked_at: datetime
    stored_at: datetime | None


@dataclass(frozen=True, slots=True)
class Handling:
    """What the room has decided about an incident beside its state; `id` is the incident's.

    `parent_id`: it is one place of a larger event; `due_at`: it is planned, and rings then;
    `may_leave`: a unit on it may be sent away to a more urgent one; `alarm_level`: how much of what
    the run cards plan for it is wanted, from 1 to `HIGHEST_ALARM`, each level with those below it.
    """

    id: str
    version: int
    parent_id: str | None
    due_at: datetime | None
    may_leave: bool
    set_at: datetime
    set_by: str
    alarm_level: int = 1


class LinkKind(StrEnum):
    """What an incident has to do with another, read from the first of the two: it is the effect of
    the other, its cause, by the same person, at the same place, or related in some other way."""

    RELATED = "related"
    EFFECT = "effect"
    CAUSE = "cause"
    SAME_PERSON = "same_person"
    SAME_PLACE = "same_place"

    @property
    def reversed(self) -> LinkKind:
        """The same, read from the other incident."""
        return _REVERSED.get(self, self)


_REVERSED = {LinkKind.EFFECT: LinkKind.CAUSE, LinkKind.CAUSE: LinkKind.EFFECT}


@dataclass(frozen=True, slots=True)
class IncidentLink:
    """Two incidents that belong together and stay two. `ended_at`: no longer. `kind` is what
    `incident_id` has to do with `other_id`."""

    id: str
    version: int
    incident_id: str
    other_id: str
    linked_at: datetime
    linked_by: str
    ended_at: datetime | None
    kind: LinkKind = LinkKind.RELATED


@dataclass(frozen=True, slots=True)
class DuplicateAnswer:
    """A person's word on whether a report is about an incident. `features` = what the scorecard saw
    by name, `points` their sum; kept so that its weights can be learnt again."""

    id: str
    version: int
    report_id: str
    incident_id: str
    same: bool
    points: float
    features: dict[str, float]
    answered_at: datetime
    answered_by: str


@dataclass(frozen=True, slots=True)
class ChecklistMark:
    """A step of the category's procedure that was done; `item` is its code."""

    id: str
    version: int
    incident_id: str
    item: str
    done_at: datetime
    done_by: str
    undone_at: datetime | None
