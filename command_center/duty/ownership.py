"""Whose incidents are whose: the most urgent ones that are nobody's, and what each seat carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from command_center.domain.incident import Incident, Priority
from command_center.domain.room import AlarmType
from command_center.domain.targets import Targets
from command_center.domain.unit import AssignmentKind, OrderStatus
from command_center.duty.due import Due
from command_center.situation.calm import rings
from command_center.situation.planned import begins_at, is_ahead
from command_center.situation.situation import Situation

HOLDING = (AssignmentKind.ACTIVE, AssignmentKind.REQUESTED)


def unowned_p1(situation: Situation, now: datetime, targets: Targets) -> Iterator[Due]:
    """For every seat first, then for whoever leads the shift as well; over once it is owned. What a
    shift took over is nobody's again, and its time begins with the shift."""
    shift = situation.shift
    for incident in situation.open_of(Priority.P1):
        if incident.owner_id is not None:
            continue
        since = begins_at(situation, incident)
        if shift is not None:
            since = max(since, shift.starts_at)
        waited = (now - since).total_seconds()
        if waited <= targets.own_p1_s or not rings(situation, incident):
            continue
        params = {"number": str(incident.number), "title": incident.title}
        yield Due(AlarmType.UNOWNED_P1, "incident", incident.id, params)
        if waited > targets.own_p1_lead_s:
            yield Due(AlarmType.UNOWNED_P1_LEAD, "incident", incident.id, params)


@dataclass(frozen=True, slots=True)
class Workload:
    """What one person has in hand: open incidents of theirs that are not merely planned, how many
    of those are P1, unverified, and orders given on them that nobody has answered."""

    staff_id: str
    incidents: int = 0
    p1: int = 0
    unverified: int = 0
    unanswered: int = 0
    oldest_at: datetime | None = None


def workloads(situation: Situation, now: datetime) -> dict[str, Workload]:
    """By person, for those who own anything; whoever is not there carries nothing."""
    found: dict[str, Workload] = {}
    for incident in situation.open_incidents():
        owner = incident.owner_id
        if owner is not None and not is_ahead(situation, incident, now):
            found[owner] = _with(found.get(owner) or Workload(owner), situation, incident)
    return found


def _with(load: Workload, situation: Situation, incident: Incident) -> Workload:
    oldest = load.oldest_at
    return Workload(
        staff_id=load.staff_id,
        incidents=load.incidents + 1,
        p1=load.p1 + (incident.priority is Priority.P1),
        unverified=load.unverified + (incident.verified_at is None),
        unanswered=load.unanswered + _unanswered(situation, incident),
        oldest_at=incident.opened_at if oldest is None else min(oldest, incident.opened_at),
    )


def _unanswered(situation: Situation, incident: Incident) -> int:
    return sum(
        order.kind in HOLDING and order.status is OrderStatus.ORDERED
        for order in situation.on_it(incident.id)
    )
