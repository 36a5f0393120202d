"""What was merged into an incident, and what it was merged into."""

from __future__ import annotations

from command_center.domain.incident import Incident
from command_center.ports import UnitOfWork


def family(work: UnitOfWork, incident_id: str) -> list[str]:
    """The incident and everything merged into it."""
    ids = [incident_id]
    for loser in work.find(Incident, merged_into=incident_id):
        ids.extend(family(work, loser.id))
    return ids


def handled_as(work: UnitOfWork, incident: Incident) -> Incident:
    """The incident that the room handles in its place: itself, unless it was merged."""
    while incident.merged_into is not None:
        incident = work.get(Incident, incident.merged_into)
    return incident
