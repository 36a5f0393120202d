"""What was entered at a workstation out of the room's reach, when the room hears of it at last."""

from __future__ import annotations

from command_center.commands.owners import nobodys
from command_center.commands.registry import Context
from command_center.commands.tell import tell_reporters, told_as
from command_center.domain.incident import Incident, IncidentStatus
from command_center.ports import UnitOfWork

KEPT_LOCALLY = "kept_locally"
"""The reason in the entry of such an act."""


def is_late(ctx: Context) -> bool:
    return ctx.act.reason == KEPT_LOCALLY


def reopen_for_review(
    work: UnitOfWork, incident_id: str, ctx: Context, *, whenever: bool = False
) -> dict[str, str]:
    """An incident that was ended before this happened was ended without knowing of it: somebody
    must look again. `whenever`: also if it happened before the end. What the entry says of it."""
    incident = work.get(Incident, incident_id)
    if incident.status not in (IncidentStatus.CLOSED, IncidentStatus.CANCELLED):
        return {}
    ended = incident.closed_at
    if not is_late(ctx) or not (whenever or ended is None or ctx.at > ended):
        return {}
    verified = incident.verified_at is not None
    incident = work.change(
        incident,
        status=IncidentStatus.VERIFIED if verified else IncidentStatus.NEW,
        closed_at=None,
        disposition=None,
        **nobodys(work, incident),
    )
    tell_reporters(work, incident, told_as(work, incident), ctx)
    return {"reopened": "event_after_closing"}
