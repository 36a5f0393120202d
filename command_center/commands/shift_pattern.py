"""Which pattern of shifts the room works by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from command_center.advice.shift_patterns import shift_patterns
from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.domain.shift_pattern import PATTERN_SETTING, ShiftPattern, as_value
from command_center.ports import UnitOfWork

_HOUR = re.compile(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class SetShiftPattern:
    """`pattern`: the id of one of the shipped patterns. `starts`: the room's own hours of it, local
    HH:MM, as many as it has shifts; () = the shipped ones. `before` is the version of the setting
    that was seen, 0 = there was none: Conflict if it has moved on."""

    pattern: str
    before: int = 0
    starts: tuple[str, ...] = ()


@verb(SetShiftPattern, "room.shift_pattern", Permission.REASSIGN)
def set_shift_pattern(work: UnitOfWork, command: SetShiftPattern, ctx: Context) -> Result:
    known = {pattern.id: pattern for pattern in shift_patterns()}
    if command.pattern not in known:
        said = ", ".join(known)
        raise OperatorError("unknown_shift_pattern", pattern=command.pattern[:40], known=said)
    kept = work.find(RoomSetting, id=PATTERN_SETTING)
    if (kept[0].version if kept else 0) != command.before:
        raise lost_to(work, "room_setting", PATTERN_SETTING, "value")
    pattern = own_hours(known[command.pattern], command.starts)
    value = as_value(pattern)
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(PATTERN_SETTING, 1, value))
    return {"pattern": pattern.name}


def own_hours(pattern: ShiftPattern, starts: Sequence[str]) -> ShiftPattern:
    """OperatorError where they are no hours, or more or fewer than the pattern has shifts."""
    if not starts:
        return pattern
    hours = tuple(sorted({_hour(said) for said in starts}))
    if len(hours) != len(pattern.starts) or len(starts) != len(hours):
        raise OperatorError("shift_hours_many", pattern=pattern.name, count=len(pattern.starts))
    return replace(pattern, starts=hours)


def _hour(said: str) -> time:
    found = _HOUR.fullmatch(said.strip())
    if found is None:
        raise OperatorError("shift_bad_hour", hour=said.strip()[:10])
    return time(int(found[1]), int(found[2]))
