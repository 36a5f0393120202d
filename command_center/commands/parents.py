"""One event in several places: an incident of its own for each (anak) under one (induk)."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.conflicts import lost_to
from command_center.commands.plan import decide, handling_of
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Handling, Incident
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

MOST_CHILDREN = 200


@dataclass(frozen=True, slots=True)
class SetParent:
    """`incident_id` is one place of the event `parent_id`, None: it stands by itself. `before` is
    what it belonged to for whoever says so: Conflict if somebody has said otherwise since."""

    incident_id: str
    parent_id: str | None
    before: str | None = None


@verb(SetParent, "incident.parent", Permission.TRIAGE)
def set_parent(work: UnitOfWork, command: SetParent, ctx: Context) -> Result:
    incident = _open(work, command.incident_id)
    standing = handling_of(work, incident.id)
    stands = standing.parent_id if standing else None
    if stands not in (command.before, command.parent_id):
        raise lost_to(work, "handling", incident.id, "parent_id", parent_id=stands)
    if command.parent_id is not None:
        _check(work, incident, _open(work, command.parent_id))
    if command.parent_id is not None or standing is not None:
        decide(work, incident, ctx, parent_id=command.parent_id)
    return {"incident_id": incident.id, "parent_id": command.parent_id, "from_id": stands}


def _open(work: UnitOfWork, incident_id: str) -> Incident:
    incident = work.get(Incident, incident_id)
    if not incident.is_open:
        raise OperatorError("incident_not_open", number=incident.number, status=incident.status)
    return incident


def _check(work: UnitOfWork, child: Incident, parent: Incident) -> None:
    """Two levels and no circle: whoever reads a row sees at once what it belongs to."""
    if child.id == parent.id:
        raise OperatorError("parent_of_itself")
    above = handling_of(work, parent.id)
    if above is not None and above.parent_id is not None:
        raise OperatorError("parent_is_child", number=parent.number)
    if work.find(Handling, parent_id=child.id):
        raise OperatorError("child_is_parent", number=child.number)
    if len(work.find(Handling, parent_id=parent.id)) >= MOST_CHILDREN:
        raise OperatorError("children_too_many", number=parent.number, limit=MOST_CHILDREN)


def open_children(work: UnitOfWork, incident_id: str) -> list[int]:
    """Numbers of the places of an event that nobody has ended, in order."""
    rows = work.find(Handling, parent_id=incident_id)
    children = [work.get(Incident, row.id) for row in rows]
    return sorted(child.number for child in children if child.is_open)
