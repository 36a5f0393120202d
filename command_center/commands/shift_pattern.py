"""Which pattern of shifts the room works by."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.advice.shift_patterns import shift_patterns
from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.domain.shift_pattern import PATTERN_SETTING, as_value
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SetShiftPattern:
    """`pattern`: the id of one of the shipped patterns. `before` is the version of the setting that
    was seen, 0 = there was none: Conflict if it has moved on."""

    pattern: str
    before: int = 0


@verb(SetShiftPattern, "room.shift_pattern", Permission.REASSIGN)
def set_shift_pattern(work: UnitOfWork, command: SetShiftPattern, ctx: Context) -> Result:
    known = {pattern.id: pattern for pattern in shift_patterns()}
    if command.pattern not in known:
        said = ", ".join(known)
        raise OperatorError("unknown_shift_pattern", pattern=command.pattern[:40], known=said)
    kept = work.find(RoomSetting, id=PATTERN_SETTING)
    if (kept[0].version if kept else 0) != command.before:
        raise lost_to(work, "room_setting", PATTERN_SETTING, "value")
    value = as_value(known[command.pattern])
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(PATTERN_SETTING, 1, value))
    return {"pattern": known[command.pattern].name}
