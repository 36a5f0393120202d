"""Who is on what: the orders of a room by unit and by incident."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from command_center.domain.incident import Incident
from command_center.domain.unit import Assignment, AssignmentKind, CloseReason
from command_center.situation.advising.copied import RoomCopy

HOLDING = (AssignmentKind.ACTIVE, AssignmentKind.REQUESTED)


@dataclass(frozen=True, slots=True)
class Work:
    """`held` = the order that holds a unit; `on_it` = the orders that hold one for an incident and
    what was merged into it, oldest first; `pulls` = how often a unit was taken from it;
    `waiting` = how many open incidents nobody is on; `levels` = the alarm level of incidents that
    have a higher one than the first, what was merged into them included."""

    held: Mapping[str, Assignment]
    on_it: Mapping[str, Sequence[Assignment]]
    pulls: Mapping[str, int]
    waiting: int
    levels: Mapping[str, int]


def work_of(copy: RoomCopy) -> Work:
    incidents: Mapping[str, Incident] = copy.rows["incident"]
    held: dict[str, Assignment] = {}
    on_it: defaultdict[str, list[Assignment]] = defaultdict(list)
    pulls: Counter[str] = Counter()
    merged = {id for id, row in incidents.items() if row.merged_into}
    for order in copy.rows["assignment"].values():
        about = order.incident_id
        if about in merged:
            about = whole(incidents, about)
        if order.closed_at is not None:
            if order.close_reason is CloseReason.SUPERSEDED:
                pulls[about] += 1
        elif order.kind in HOLDING:
            on_it[about].append(order)
            other = held.get(order.unit_id)
            if other is None or _rank(order) < _rank(other):
                held[order.unit_id] = order
    for orders in on_it.values():
        orders.sort(key=lambda order: (order.ordered_at, order.id))
    waiting = sum(row.is_open and id not in on_it for id, row in incidents.items())
    return Work(held, dict(on_it), pulls, waiting, _levels(copy, incidents))


def _levels(copy: RoomCopy, incidents: Mapping[str, Incident]) -> dict[str, int]:
    levels: dict[str, int] = {}
    for row in copy.rows["handling"].values():
        if row.alarm_level > 1:
            about = whole(incidents, row.id)
            levels[about] = max(levels.get(about, 1), row.alarm_level)
    return levels


def _rank(order: Assignment) -> tuple[bool, str]:
    return (order.kind is not AssignmentKind.ACTIVE, order.id)


def whole(incidents: Mapping[str, Incident], incident_id: str) -> str:
    """The incident that this one was merged into, itself if it was not."""
    seen = {incident_id}
    while (row := incidents.get(incident_id)) is not None and row.merged_into:
        if row.merged_into in seen:
            break
        incident_id = row.merged_into
        seen.add(incident_id)
    return incident_id


def counts(order: Assignment) -> bool:
    """Another agency's unit counts once it has accepted."""
    return order.kind is AssignmentKind.ACTIVE or order.accepted_at is not None
