"""The texts of the room's reports, edited as a whole; every version stays in the log."""

from __future__ import annotations

from dataclasses import dataclass, replace

from command_center.advice.report_templates import demand_sound, in_force
from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.entities import iso
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SetReportTemplate:
    """`before` is the version that was edited, 0 = the shipped one: Conflict if it has moved on."""

    template: str
    text: str
    before: int = 0


@verb(SetReportTemplate, "room.report_template", Permission.REASSIGN)
def set_report_template(work: UnitOfWork, command: SetReportTemplate, ctx: Context) -> Result:
    template = replace(in_force(command.template, None, 0), text=command.text)
    kept = work.find(RoomSetting, id=template.setting)
    before = kept[0].version if kept else 0
    if before != command.before:
        raise lost_to(work, "room_setting", template.setting, "value")
    demand_sound(template)
    value = {"text": command.text, "author": ctx.act.actor, "at": iso(ctx.now)}
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(template.setting, 1, value))
    return {"version": before + 1, "name": template.name}
