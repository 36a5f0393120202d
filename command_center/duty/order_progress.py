"""Orders on their way: not answered, not heard as they were changed, not driven to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from command_center.domain.room import AlarmType
from command_center.domain.targets import Targets
from command_center.domain.unit import (
    Assignment,
    AssignmentKind,
    OrderStatus,
    TaskKind,
    Unit,
)
from command_center.duty.due import Due
from command_center.geo.distance import distance_m
from command_center.situation.answers import counts
from command_center.situation.arrivals import NEAR_M, precise_point
from command_center.situation.situation import Situation
from command_center.situation.tracks import Track

HOLDING = (AssignmentKind.ACTIVE, AssignmentKind.REQUESTED)
SET_OFF = (OrderStatus.ACCEPTED, OrderStatus.EN_ROUTE)


def _held(situation: Situation) -> Iterator[tuple[Unit, Assignment]]:
    for unit in situation.busy_units():
        for assignment in situation.unit_assignments(unit.id):
            if assignment.kind in HOLDING:
                yield unit, assignment


def _params(situation: Situation, unit: Unit, assignment: Assignment) -> dict[str, str]:
    """What its sentence says, and what whoever answers it acts on: say it again, or send the next
    unit to the incident."""
    incident = situation.incident(assignment.incident_id)
    return {
        "unit": unit.call_sign,
        "number": str(incident.number) if incident else "",
        "unit_id": unit.id,
        "incident_id": assignment.incident_id,
    }


def unanswered_orders(situation: Situation, now: datetime, targets: Targets) -> Iterator[Due]:
    """Orders nobody has said "heard" to in time."""
    for unit, assignment in _held(situation):
        if assignment.status is not OrderStatus.ORDERED:
            continue
        waits_since = _waits_since(situation, assignment, targets)
        if (now - waits_since).total_seconds() > targets.answer_s:
            params = _params(situation, unit, assignment)
            yield Due(AlarmType.ORDER_UNANSWERED, "assignment", assignment.id, params)


def _waits_since(situation: Situation, assignment: Assignment, targets: Targets) -> datetime:
    """An order that was late and was said once more has as long again, and then rings anew. Saying
    it twice in time puts nothing off."""
    late_at = assignment.ordered_at + timedelta(seconds=targets.answer_s)
    said = [
        task.raised_at
        for task in situation.of_units.unheard(assignment.unit_id)
        if task.assignment_id == assignment.id and task.kind is TaskKind.REPEAT
    ]
    return max((at for at in said if at >= late_at), default=assignment.ordered_at)


def unheard_changes(situation: Situation, now: datetime, targets: Targets) -> Iterator[Due]:
    """What a unit was told after its order and has not heard in time."""
    for task in situation.of_units.all_unheard():
        assignment = situation.get("assignment", task.assignment_id)
        unit = situation.unit(assignment.unit_id) if assignment is not None else None
        if assignment is None or unit is None or not counts(task, assignment):
            continue
        if (now - task.raised_at).total_seconds() > targets.answer_s:
            params = {**_params(situation, unit, assignment), "task": task.kind.value}
            yield Due(AlarmType.CHANGE_UNHEARD, "order_task", task.id, params)


def not_moving(situation: Situation, now: datetime, targets: Targets) -> Iterator[Due]:
    """Units that have heard their order and have not set off in time: by where they are if that is
    known, else by what they have said."""
    for unit, assignment in _held(situation):
        heard_at = assignment.accepted_at or assignment.en_route_at
        if assignment.status not in SET_OFF or heard_at is None:
            continue
        if (now - heard_at).total_seconds() <= targets.set_off_s:
            continue
        if _stands(situation, assignment, heard_at, now, targets):
            params = _params(situation, unit, assignment)
            yield Due(AlarmType.UNIT_NOT_MOVING, "assignment", assignment.id, params)


def _stands(
    situation: Situation,
    assignment: Assignment,
    heard_at: datetime,
    now: datetime,
    targets: Targets,
) -> bool:
    track = situation.tracks.of(assignment.unit_id)
    if track is None or (now - track.last.at).total_seconds() > targets.position_stale_s:
        return assignment.status is OrderStatus.ACCEPTED
    if (now - track.first_at).total_seconds() <= targets.set_off_s:
        return False  # this window has not watched it for long enough
    moved = track.moved_at is not None and track.moved_at > heard_at
    return not moved and not _is_there(situation, assignment, track)


def _is_there(situation: Situation, assignment: Assignment, track: Track) -> bool:
    incident = situation.incident(assignment.incident_id)
    point = precise_point(incident) if incident is not None else None
    if point is None:
        return False
    return distance_m(track.last.lat, track.last.lon, *point) <= NEAR_M
