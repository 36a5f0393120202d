"""Incidents that belong together and stay two."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident, IncidentLink, IncidentStatus
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

MOST_LINKS = 50


@dataclass(frozen=True, slots=True)
class LinkIncidents:
    """The two have to do with each other; closed ones, too."""

    incident_id: str
    other_id: str


@dataclass(frozen=True, slots=True)
class UnlinkIncidents:
    """They have not."""

    incident_id: str
    other_id: str


@verb(LinkIncidents, "incident.linked", Permission.TRIAGE)
def link_incidents(work: UnitOfWork, command: LinkIncidents, ctx: Context) -> Result:
    if command.incident_id == command.other_id:
        raise OperatorError("link_with_itself")
    first, second = sorted((command.incident_id, command.other_id))
    told = {"incident_id": command.incident_id, "other_id": command.other_id}
    for id in (command.incident_id, command.other_id):
        incident = work.get(Incident, id)
        if incident.status is IncidentStatus.MERGED:
            status = incident.status
            raise OperatorError("incident_not_open", number=incident.number, status=status)
        if len(links_of(work, id)) >= MOST_LINKS:
            raise OperatorError("links_too_many", number=incident.number, limit=MOST_LINKS)
    if work.find(IncidentLink, incident_id=first, other_id=second, ended_at=None):
        return told
    link = IncidentLink(ctx.new_id(), 1, first, second, ctx.now, ctx.act.actor, None)
    work.add(link)
    return {**told, "link_id": link.id}


def links_of(work: UnitOfWork, incident_id: str) -> list[IncidentLink]:
    """Those that stand, whichever of the two the incident is."""
    one = work.find(IncidentLink, incident_id=incident_id, ended_at=None)
    return one + work.find(IncidentLink, other_id=incident_id, ended_at=None)


@verb(UnlinkIncidents, "incident.unlinked", Permission.TRIAGE)
def unlink_incidents(work: UnitOfWork, command: UnlinkIncidents, ctx: Context) -> Result:
    first, second = sorted((command.incident_id, command.other_id))
    for id in (first, second):
        work.get(Incident, id)
    told = {"incident_id": command.incident_id, "other_id": command.other_id}
    for link in work.find(IncidentLink, incident_id=first, other_id=second, ended_at=None):
        work.change(link, ended_at=max(ctx.now, link.linked_at))
        told["link_id"] = link.id
    return told
