"""A command that lost, sent once more by whoever still wants it: against what stands there now."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from command_center.commands.alarms import ShelveAlarm
from command_center.commands.cameras import AttachCamera, NoteCamera, RenameCamera
from command_center.commands.dispatch import (
    AcknowledgeOrder,
    OrderUnits,
    ReleaseUnit,
    SetUnitStatus,
)
from command_center.commands.levels import SetSituationLevel
from command_center.commands.triage import CloseIncident, SetPriority, UnmergeIncident
from command_center.domain.errors import Conflict
from command_center.domain.incident import Disposition, Priority
from command_center.domain.room import SituationLevel


def again(command: Any, conflict: Conflict) -> Any | None:
    """`command` as it is to be sent by a person who has seen `conflict` and insists; None where
    nobody can insist. If what stands there changes once more, that is another conflict."""
    theirs = conflict.params["theirs"]
    if not isinstance(theirs, dict):
        return None
    if isinstance(command, OrderUnits):
        return _order_again(command, str(conflict.params["id"]), theirs)
    if isinstance(command, CloseIncident):
        return _close_again(command, theirs)
    if type(command) not in _SEEN:
        return None
    name, key, as_seen = _SEEN[type(command)]
    if theirs.get(key) is None and key != "unit_id":
        return None
    return dataclasses.replace(command, **{name: as_seen(theirs.get(key))})


def _same(value: Any) -> Any:
    return value


# How a command says what its person has seen: its field, the name of that among what the winner
# set, and the one as the other.
_SEEN: Mapping[type[Any], tuple[str, str, Callable[[Any], Any]]] = {
    SetPriority: ("before", "priority", Priority),
    UnmergeIncident: ("winner_id", "merged_into", _same),
    AcknowledgeOrder: ("holder", "assignment_id", _same),
    SetUnitStatus: ("holder", "assignment_id", _same),
    ReleaseUnit: ("holder", "assignment_id", _same),
    RenameCamera: ("before", "alias", _same),
    NoteCamera: ("before", "note", _same),
    AttachCamera: ("before", "unit_id", lambda unit_id: unit_id or ""),
    SetSituationLevel: ("before", "level", SituationLevel),
    ShelveAlarm: ("before", "shelved_until", datetime.fromisoformat),
}


def _order_again(command: OrderUnits, unit_id: str, theirs: dict[str, Any]) -> OrderUnits | None:
    holder = theirs.get("assignment_id")
    if holder is None:
        return None
    seen = dict(zip(command.unit_ids, command.holders or (), strict=False))
    holders = tuple(holder if id == unit_id else seen.get(id, "") for id in command.unit_ids)
    return dataclasses.replace(command, holders=holders)


def _close_again(command: CloseIncident, theirs: dict[str, Any]) -> CloseIncident | None:
    if theirs.get("assignment_id"):
        seen = (*(command.on_it or ()), str(theirs["assignment_id"]))
        return dataclasses.replace(command, on_it=seen)
    if theirs.get("disposition"):
        return dataclasses.replace(command, before=Disposition(theirs["disposition"]))
    return None


def instead(command: OrderUnits, unit_id: str, other_id: str) -> OrderUnits:
    """The order with another unit, seen free, in place of one that was lost."""
    seen = dict(zip(command.unit_ids, command.holders or (), strict=False))
    units = tuple(other_id if id == unit_id else id for id in command.unit_ids)
    holders = tuple("" if id == unit_id else seen.get(id, "") for id in command.unit_ids)
    return dataclasses.replace(command, unit_ids=units, holders=holders)
