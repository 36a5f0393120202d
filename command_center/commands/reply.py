"""One reply of a desk to everybody who reported an incident or what was merged into it."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.family import handled_as
from command_center.commands.registry import Context, Result, verb
from command_center.commands.tell import reply_to_reporters
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

REPLY_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class ReplyToReporters:
    """Each source that can be answered hears `text` for each of its reports, as the reporter will
    read it."""

    incident_id: str
    text: str


@verb(ReplyToReporters, "reporters.replied", Permission.TRIAGE)
def reply(work: UnitOfWork, command: ReplyToReporters, ctx: Context) -> Result:
    text = command.text.strip()
    if not text:
        raise OperatorError("reply_empty")
    if len(text) > REPLY_LONGEST:
        raise OperatorError("reply_too_long", limit=REPLY_LONGEST)
    incident = handled_as(work, work.get(Incident, command.incident_id))
    told = reply_to_reporters(work, incident, text, ctx)
    if not told:
        raise OperatorError("reply_nobody", number=incident.number)
    return {"incident_id": incident.id, "told": told, "text": text}
