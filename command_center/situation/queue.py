"""What one row of the incident queue says, and in which order rows stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.domain.incident import Incident, IncidentStatus, Priority
from command_center.domain.targets import Targets
from command_center.domain.unit import AssignmentKind, OrderStatus
from command_center.situation.calm import belated, stands_back
from command_center.situation.planned import begins_at, planned_at
from command_center.situation.situation import Situation


@dataclass(frozen=True, slots=True)
class UnitChip:
    """`disputed`: two desks have sent it, and nobody has decided yet."""

    call_sign: str
    status: OrderStatus
    requested: bool
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class SourceChip:
    source_id: str
    count: int


@dataclass(frozen=True, slots=True)
class QueueRow:
    """`due_from`..`due_at` is the running target (None: nothing is due any more). `number` is 0
    while only this workstation knows the incident, by its `alias`; `kept` counts what is said of
    it here and nowhere else. `belated`: it came late and is no news, and `opened_at` is when it
    happened. `flood_reports` and `flood_reporters` count the flood it leads, 0 none; `folded`: it
    stands back for the lead of its flood; `danger`: in a flood, it says that somebody is in danger.
    `planned_at`: it is no news before. `parent`: number of the event it is one place of, 0 none;
    `children`: how many of its own places are open. `alarm_level`: see `alarm_level`.
    """

    id: str
    number: int
    priority: Priority
    status: IncidentStatus
    verified: bool
    title: str
    category: str
    address: str
    area_code: str | None
    owner_id: str | None
    owner_initials: str
    opened_at: datetime
    due_from: datetime | None
    due_at: datetime | None
    sources: tuple[SourceChip, ...]
    units: tuple[UnitChip, ...]
    merged: int
    alias: str = ""
    kept: int = 0
    belated: bool = False
    folded: bool = False
    danger: bool = False
    flood_reports: int = 0
    flood_reporters: str = ""
    planned_at: datetime | None = None
    parent: int = 0
    children: int = 0
    alarm_level: int = 1

    def is_late(self, now: datetime) -> bool:
        return self.due_at is not None and now > self.due_at

    def is_ahead(self, now: datetime) -> bool:
        """Planned, and not due yet."""
        return self.planned_at is not None and self.planned_at > now

    def age_s(self, now: datetime) -> float:
        return max(0.0, (now - self.opened_at).total_seconds())

    def order(self, now: datetime) -> tuple[bool, str, bool, bool, float, str]:
        """What is now before what is planned, then priority, then news before what came late, then
        missed targets, then newest first: the key rows are sorted by."""
        newest = -self.opened_at.timestamp()
        late = self.is_late(now)
        ahead = self.is_ahead(now)
        return (ahead, self.priority.value, self.belated, not late, newest, self.id)


def running_target(
    incident: Incident, on_scene: bool, targets: Targets, begins_at: datetime | None = None
) -> tuple[datetime, datetime] | None:
    """(from, due) of the next step nobody has taken yet; None once somebody is on scene. A planned
    one `begins_at` when it is due."""
    begins_at = begins_at or incident.opened_at
    if on_scene or incident.first_on_scene_at is not None:
        return None
    if incident.first_order_at is not None:
        return begins_at, begins_at + timedelta(seconds=targets.on_scene_s)
    if incident.verified_at is not None:
        verified_at = max(incident.verified_at, begins_at)
        return verified_at, verified_at + timedelta(seconds=targets.order_s)
    return begins_at, begins_at + timedelta(seconds=targets.verify_s)


def queue_row(situation: Situation, incident: Incident, targets: Targets) -> QueueRow:
    chips = _unit_chips(situation, incident.id)
    on_scene = any(chip.status is OrderStatus.ON_SCENE for chip in chips)
    due = running_target(incident, on_scene, targets, begins_at(situation, incident))
    owner = situation.staff(incident.owner_id) if incident.owner_id else None
    old = belated(situation, incident)
    flood = situation.floods.of(incident.id)
    leads = flood is not None and flood.lead_id == incident.id
    if old:
        due = None
    return QueueRow(
        id=incident.id,
        number=incident.number,
        priority=incident.priority,
        status=incident.status,
        verified=incident.status is not IncidentStatus.NEW,
        title=incident.title,
        category=incident.category,
        address=incident.address,
        area_code=incident.area_code,
        owner_id=incident.owner_id,
        owner_initials=owner.initials if owner else "",
        opened_at=(incident.occurred_at or incident.opened_at) if old else incident.opened_at,
        due_from=due[0] if due else None,
        due_at=due[1] if due else None,
        sources=_source_chips(situation, incident.id),
        units=chips,
        merged=len(situation.merged_into(incident.id)),
        alias=incident.alias or "",
        kept=situation.kept["incident", incident.id],
        belated=old,
        planned_at=planned_at(situation, incident.id),
        parent=_parent(situation, incident.id),
        children=len(open_children(situation, incident.id)),
        alarm_level=alarm_level(situation, incident.id),
        folded=stands_back(situation, incident),
        danger=flood is not None and incident.id in flood.dangers,
        flood_reports=flood.reports if flood is not None and leads else 0,
        flood_reporters=flood.reporters if flood is not None and leads else "",
    )


def open_children(situation: Situation, incident_id: str) -> list[str]:
    """Ids of the places of an event that nobody has ended."""
    children = situation.of_incidents.children(incident_id)
    return [id for id in children if situation.is_open(id)]


def alarm_level(situation: Situation, incident_id: str) -> int:
    """How much of its plan is wanted: the highest level of it and of what was merged into it."""
    own = situation.of_incidents.own_alarm_level
    return max(map(own, situation.family(incident_id)))


def _parent(situation: Situation, incident_id: str) -> int:
    handling = situation.of_incidents.handling(incident_id)
    parent = situation.incident(handling.parent_id or "") if handling is not None else None
    return parent.number if parent is not None else 0


def _unit_chips(situation: Situation, incident_id: str) -> tuple[UnitChip, ...]:
    chips = []
    disputed = {id for row in situation.disputes() for id in (row.standing_id, row.reported_id)}
    for assignment in situation.on_it(incident_id):
        unit = situation.unit(assignment.unit_id)
        if unit is not None:
            requested = assignment.kind is AssignmentKind.REQUESTED
            apart = assignment.id in disputed
            chips.append(UnitChip(unit.call_sign, assignment.status, requested, apart))
    return tuple(chips)


def _source_chips(situation: Situation, incident_id: str) -> tuple[SourceChip, ...]:
    counts = Counter(report.source_id for report in situation.reports(incident_id))
    return tuple(SourceChip(source, count) for source, count in counts.items())
