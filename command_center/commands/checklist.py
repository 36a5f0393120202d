"""The steps of a category's procedure that were done for an incident, and the room's own book of
procedures over the one this program ships."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from command_center.advice.procedures import (
    SETTING,
    Procedure,
    as_value,
    check_procedure,
    procedure_of,
    procedures_of,
)
from command_center.commands.conflicts import lost_to
from command_center.commands.local import is_late
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.incident import ChecklistMark, Incident
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class TickItem:
    """The step `item` of the incident's procedure is done."""

    incident_id: str
    item: str


@dataclass(frozen=True, slots=True)
class UntickItem:
    """It is not done after all."""

    incident_id: str
    item: str


@dataclass(frozen=True, slots=True)
class SetProcedure:
    """The room's own procedure of a category; one without text and items is the shipped one again.
    `before` is the version of the setting that was edited, 0 = there was none: Conflict if it has
    moved on."""

    category: str
    procedure: Procedure
    before: int = 0


def _setting(work: UnitOfWork) -> RoomSetting | None:
    found = work.find(RoomSetting, id=SETTING)
    return found[0] if found else None


def _mark(work: UnitOfWork, incident_id: str, item: str) -> ChecklistMark | None:
    found = work.find(ChecklistMark, incident_id=incident_id, item=item, undone_at=None)
    return found[0] if found else None


@verb(TickItem, "checklist.ticked", Permission.TRIAGE)
def tick(work: UnitOfWork, command: TickItem, ctx: Context) -> Result:
    incident = work.get(Incident, command.incident_id)
    if not incident.is_open and not is_late(ctx):
        raise OperatorError("incident_not_open", number=incident.number, status=incident.status)
    kept = _setting(work)
    procedure = procedure_of(incident.category, procedures_of(kept.value if kept else None))
    if command.item not in {item.code for item in procedure.items}:
        raise OperatorError("unknown_checklist_item", item=command.item[:80])
    if _mark(work, incident.id, command.item) is None:
        mark = ChecklistMark(
            id=ctx.new_id(),
            version=1,
            incident_id=incident.id,
            item=command.item,
            done_at=min(ctx.at, ctx.now),
            done_by=ctx.act.actor,
            undone_at=None,
        )
        work.add(mark)
    return {"incident_id": incident.id, "item": command.item}


@verb(UntickItem, "checklist.unticked", Permission.TRIAGE)
def untick(work: UnitOfWork, command: UntickItem, ctx: Context) -> Result:
    incident = work.get(Incident, command.incident_id)
    mark = _mark(work, incident.id, command.item)
    if mark is not None:
        work.change(mark, undone_at=max(ctx.now, mark.done_at))
    return {"incident_id": incident.id, "item": command.item[:80]}


@verb(SetProcedure, "room.procedure", Permission.REASSIGN)
def set_procedure(work: UnitOfWork, command: SetProcedure, ctx: Context) -> Result:
    standing = _setting(work)
    if (standing.version if standing else 0) != command.before:
        raise lost_to(work, "room_setting", SETTING, "value")
    check_procedure(command.category, command.procedure)
    value: Mapping[str, object] = standing.value if standing else {}
    new = as_value(value, command.category, command.procedure)
    if standing is None:
        work.add(RoomSetting(SETTING, 1, new))
    else:
        work.change(standing, value=new)
    return {"category": command.category}
