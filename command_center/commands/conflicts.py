"""Who was first, for whoever comes second: found out where a command cannot be done as seen."""

from __future__ import annotations

from datetime import datetime

from command_center.domain.errors import Conflict
from command_center.ports import UnitOfWork


def lost_to(work: UnitOfWork, entity: str, id: str, field: str = "", **theirs: object) -> Conflict:
    """The conflict of a command about a row that somebody else has changed since it was seen.
    `field`: what of it; `theirs`: how it stands now, else what the last change set."""
    newest = work.newest_change(entity, id, field)
    if newest is None:
        return Conflict(entity, id, theirs=theirs)
    entry = newest.entry
    if not theirs:
        for change in entry.changes:
            if (change.entity, change.id) == (entity, id):
                theirs.update(change.set)
    at = datetime.fromisoformat(entry.recorded_at)
    return Conflict(entity, id, by=entry.actor, at=at, theirs=theirs)
