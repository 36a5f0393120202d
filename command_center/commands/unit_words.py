"""How the room names and paints what units say of themselves, and when their age is news."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.commands.room_clocks import room_targets
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.domain.unit_words import (
    LIMITS_SETTING,
    WORDS_SETTING,
    UnitLimits,
    Words,
    check_limits,
    check_words,
    limits_value,
    words_value,
)
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SetUnitWords:
    """All of them. `before`, here and below, is the version of the setting that was edited, 0 =
    there was none: Conflict if it has moved on."""

    words: Words
    before: int = 0


@dataclass(frozen=True, slots=True)
class SetUnitLimits:
    """All of them."""

    limits: UnitLimits
    before: int = 0


@verb(SetUnitWords, "unit.words", Permission.REASSIGN)
def set_unit_words(work: UnitOfWork, command: SetUnitWords, ctx: Context) -> Result:
    check_words(command.words)
    return _keep(work, WORDS_SETTING, words_value(command.words), command.before)


@verb(SetUnitLimits, "unit.limits", Permission.REASSIGN)
def set_unit_limits(work: UnitOfWork, command: SetUnitLimits, ctx: Context) -> Result:
    check_limits(command.limits)
    value = limits_value(command.limits, room_targets(work))
    return _keep(work, LIMITS_SETTING, value, command.before)


def _keep(work: UnitOfWork, name: str, value: Mapping[str, Any], before: int) -> Result:
    standing = work.find(RoomSetting, id=name)
    if (standing[0].version if standing else 0) != before:
        raise lost_to(work, "room_setting", name, "value")
    if standing:
        work.change(standing[0], value=dict(value))
    else:
        work.add(RoomSetting(name, 1, dict(value)))
    return {"setting": name}
