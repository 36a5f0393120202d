"""The room's own table of points: set, and everything that it had ranked ranked again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from command_center.advice.triage import Table
from command_center.advice.triage.faults import RowFault, TableWrong
from command_center.advice.triage.reach import Reach, reach_of
from command_center.advice.triage.reading import kept_table
from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.commands.suggesting import (
    SETTING,
    Ground,
    Standing,
    facts_of_incident,
    judged,
    said_of,
    standing_ground,
    standing_of,
    suggested,
)
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.incident import (
    OPEN_STATUSES,
    Incident,
    IncidentReport,
    MergeLink,
    Report,
)
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


def rescore_open(work: UnitOfWork, standing: Standing, reach: Reach, ctx: Context) -> int:
    """Rank every open incident anew that the table had ranked and that the edit reaches; how many
    came to another rank."""
    ground = standing_ground(work, standing, ctx)
    moved = 0
    for status in sorted(OPEN_STATUSES):
        for incident in work.find(Incident, status=status):
            reasons = incident.priority_reason
            held = suggested(reasons) and reach.holds(incident.category, reasons)
            if held or (suggested(reasons) and reach.words and _heard(work, incident, reach)):
                moved += _rescore(work, incident, standing, ground, ctx)
    return moved


def rescore(work: UnitOfWork, incident_id: str, standing: Standing, ctx: Context) -> bool:
    """Rank one incident anew, as after a further report of it; whether it came to another rank."""
    incident = work.get(Incident, incident_id)
    if not incident.is_open or not suggested(incident.priority_reason):
        return False
    ground = standing_ground(work, standing, ctx)
    return _rescore(work, incident, standing, ground, ctx)


def _rescore(
    work: UnitOfWork, incident: Incident, standing: Standing, ground: Ground, ctx: Context
) -> bool:
    losers = work.find(Incident, merged_into=incident.id)
    if losers and _lent(work, incident):
        return False
    ids = (incident.id, *(loser.id for loser in losers))
    said = [said_of(report) for id in ids for report in _reports(work, id)]
    facts = facts_of_incident(incident, said, ground)
    suggestion = judged(facts, standing, ctx)
    work.change(incident, priority=suggestion.priority, priority_reason=suggestion.reasons)
    return suggestion.priority is not incident.priority


def _heard(work: UnitOfWork, incident: Incident, reach: Reach) -> bool:
    ids = (incident.id, *(one.id for one in work.find(Incident, merged_into=incident.id)))
    return reach.heard(report.text for id in ids for report in _reports(work, id))


def _lent(work: UnitOfWork, incident: Incident) -> bool:
    """Whether it has its priority from one that was merged into it: un-merging gives it back."""
    links = work.find(MergeLink, winner_id=incident.id, unmerged_at=None)
    return any("priority" in link.taken for link in links)


def _reports(work: UnitOfWork, incident_id: str) -> Iterator[Report]:
    for link in work.find(IncidentReport, incident_id=incident_id, detached_at=None):
        yield work.get(Report, link.report_id)
