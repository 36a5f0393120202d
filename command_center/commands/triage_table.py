"""The room's own table of points: set, and everything that it had ranked ranked again."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.advice.triage import Table
from command_center.advice.triage.faults import RowFault, TableWrong
from command_center.advice.triage.reach import Reach, reach_of
from command_center.advice.triage.reading import kept_table
from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.commands.rescoring import rescore_open
from command_center.commands.suggesting import SETTING, Standing, standing_of
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SetTriageTable:
    """The whole table as TOML. `before` is the version of the setting that was edited, 0 = there
    was none: Conflict if it has moved on."""

    text: str
    before: int = 0


def readable(text: str) -> Table:
    """The table; OperatorError naming the row, the column and what is wrong."""
    try:
        return kept_table(text)
    except TableWrong as error:
        first = error.faults[0]
        raise OperatorError(
            first.code, **fault_params(first), more=len(error.faults) - 1
        ) from error


def fault_params(fault: RowFault) -> dict[str, object]:
    return {"row": fault.row, "column": fault.column, "value": fault.value}


@verb(SetTriageTable, "triage.table", Permission.REASSIGN)
def set_triage_table(work: UnitOfWork, command: SetTriageTable, ctx: Context) -> Result:
    table = readable(command.text)
    kept = work.find(RoomSetting, id=SETTING)
    before = kept[0].version if kept else 0
    if before != command.before:
        raise lost_to(work, "room_setting", SETTING, "value")
    was = standing_of(kept[0] if kept else None)
    reach = reach_of(was.table, table) if was.readable else Reach(everywhere=True)
    value = {"toml": command.text, "author": ctx.act.actor, "at": iso(ctx.now)}
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(SETTING, 1, value))
    changed = rescore_open(work, Standing(table, before + 1), reach, ctx)
    return {"table": before + 1, "rescored": changed}
