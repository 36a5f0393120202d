"""The room's own answering ladder and clocks of 110."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.calls import SECONDS, SETTING, CallRules
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.ports import UnitOfWork

MOST_RUNGS, NAME_LONGEST = 8, 40
RUNG_S = (1, 600)
CLOCK_S = (0, 86_400)


@dataclass(frozen=True, slots=True)
class SetCallRules:
    """`version` is that of the setting as it was seen, 0 for none: Conflict if it moved on."""

    rules: CallRules
    version: int = 0


@verb(SetCallRules, "call.rules", Permission.REASSIGN)
def set_call_rules(work: UnitOfWork, command: SetCallRules, ctx: Context) -> Result:
    _demand_sense(command.rules)
    value = command.rules.as_value()
    kept = work.find(RoomSetting, id=SETTING)
    if (kept[0].version if kept else 0) != command.version:
        raise lost_to(work, "room_setting", SETTING, "value")
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(SETTING, 1, value))
    return {"setting": SETTING}


def _demand_sense(rules: CallRules) -> None:
    least, most = RUNG_S
    named = all(0 < len(rung.name) <= NAME_LONGEST for rung in rules.ladder)
    timed = all(least <= rung.seconds <= most for rung in rules.ladder)
    clocks = all(CLOCK_S[0] <= getattr(rules, name) <= CLOCK_S[1] for name in SECONDS)
    if not (0 < len(rules.ladder) <= MOST_RUNGS and named and timed and clocks):
        raise OperatorError("call_ladder_wrong", most=MOST_RUNGS, seconds=most)
