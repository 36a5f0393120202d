"""What a room sets of its handovers: when they open, and the columns of the book."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.handover import MOST_OPENS_MIN, SETTING, HandoverRules
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.ports import UnitOfWork

MOST_COLUMNS, COLUMN = 12, 40


@dataclass(frozen=True, slots=True)
class SetHandoverRules:
    """`before` is the version of the setting that was seen, 0 = there was none."""

    rules: HandoverRules
    before: int = 0


@verb(SetHandoverRules, "room.handover", Permission.REASSIGN)
def set_rules(work: UnitOfWork, command: SetHandoverRules, ctx: Context) -> Result:
    rules = command.rules
    if not 0 <= rules.opens_min <= MOST_OPENS_MIN:
        raise OperatorError("handover_minutes", most=MOST_OPENS_MIN)
    if len(rules.columns) > MOST_COLUMNS or any(len(name) > COLUMN for name in rules.columns):
        raise OperatorError("text_too_long", limit=COLUMN)
    kept = work.find(RoomSetting, id=SETTING)
    if (kept[0].version if kept else 0) != command.before:
        raise lost_to(work, "room_setting", SETTING, "value")
    if kept:
        work.change(kept[0], value=rules.as_value())
    else:
        work.add(RoomSetting(SETTING, 1, rules.as_value()))
    return {"opens_min": rules.opens_min, "columns": len(rules.columns)}
