"""Incidents that belong together and stay two."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident, IncidentLink, IncidentStatus, LinkKind
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

MOST_LINKS = 50


@dataclass(frozen=True, slots=True)
class LinkIncidents:
    """The two have to do with each other, closed ones, too; `kind` is what the first has to do with
    the other. `before` is what stood there for whoever says so, None: nothing; Conflict if somebody
    has said otherwise since."""

    incident_id: str
    other_id: str
    kind: LinkKind = LinkKind.RELATED
    before: LinkKind | None = None


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
    kind = seen_from(first, command.incident_id, command.kind)
    told = {
        "incident_id": command.incident_id,
        "other_id": command.other_id,
        "kind": command.kind.value,
    }
    standing = work.find(IncidentLink, incident_id=first, other_id=second, ended_at=None)
    for id in (command.incident_id, command.other_id):
        incident = work.get(Incident, id)
        if incident.status is IncidentStatus.MERGED:
            status = incident.status
            raise OperatorError("incident_not_open", number=incident.number, status=status)
        if not standing and len(links_of(work, id)) >= MOST_LINKS:
            raise OperatorError("links_too_many", number=incident.number, limit=MOST_LINKS)
    if standing:
        link = standing[0]
        stands = seen_from(first, command.incident_id, link.kind)
        if stands not in (command.kind, command.before):
            raise lost_to(work, "incident_link", link.id, "kind", link_kind=stands.value)
        if link.kind is kind:
            return told
        work.change(link, kind=kind)
        return {**told, "was": stands.value, "link_id": link.id}
    link = IncidentLink(ctx.new_id(), 1, first, second, ctx.now, ctx.act.actor, None, kind)
    work.add(link)
    return {**told, "link_id": link.id}


def seen_from(first_id: str, incident_id: str, kind: LinkKind) -> LinkKind:
    """A kind that is kept for `first_id` as `incident_id`, one of the two, has it; and back."""
    return kind if incident_id == first_id else kind.reversed


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
