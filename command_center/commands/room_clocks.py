"""The targets and clocks that the room has decided for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.domain.targets import SETTING, Targets, demand_sense, targets_in
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SetTargets:
    """All that differs from what the program comes with, in whole seconds by the name of the clock.
    `before` is the version of the setting as it was seen, 0 for none: Conflict if it moved on."""

    seconds: Mapping[str, int]
    before: int = 0


@verb(SetTargets, "room.targets", Permission.ADMINISTER)
def set_targets(work: UnitOfWork, command: SetTargets, ctx: Context) -> Result:
    """Not by who leads a shift: these clocks measure the shift, and ring at its lead."""
    kept = work.find(RoomSetting, id=SETTING)
    demand_sense(command.seconds, kept[0].value if kept else {})
    value = dict(command.seconds)
    if (kept[0].version if kept else 0) != command.before:
        raise lost_to(work, "room_setting", SETTING, "value")
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(SETTING, 1, value))
    return {"setting": SETTING}


def room_targets(work: UnitOfWork) -> Targets:
    """As this room has set them."""
    return targets_in({row.id: row for row in work.find(RoomSetting, id=SETTING)})
