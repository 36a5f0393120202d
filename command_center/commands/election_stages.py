"""The calendar of an election: its stages, one by one or as the regulation has them."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.advice.election_tables import stage_presets
from command_center.commands.conflicts import lost_to
from command_center.commands.election_words import days, election
from command_center.commands.place_words import ADDRESS, line, needed
from command_center.commands.registry import Context, Result, verb
from command_center.domain.election import ElectionStage
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class KeepStage:
    """A stage with `stage_id` "" is a new one. Local days, ISO, both included. `before`: the
    version that was edited, 0 = whatever stands: Conflict if it has moved on."""

    election_id: str
    name: str
    starts_on: str
    ends_on: str
    source: str = ""
    stage_id: str = ""
    before: int = 0


@dataclass(frozen=True, slots=True)
class TakeCalendar:
    """The stages that the regulation sets around the day of voting; those that stand under the
    same name stay as they are."""

    election_id: str


@dataclass(frozen=True, slots=True)
class StrikeStage:
    stage_id: str


@verb(KeepStage, "stage.kept", Permission.KEEP_PLACES)
def keep_stage(work: UnitOfWork, command: KeepStage, ctx: Context) -> Result:
    starts_on, ends_on = days(command.starts_on, command.ends_on)
    facts = {
        "name": needed(command.name, "stage_needs_name"),
        "starts_on": starts_on,
        "ends_on": ends_on,
        "source": line(command.source, ADDRESS),
    }
    if command.stage_id:
        known = work.get(ElectionStage, command.stage_id)
        if command.before and known.version != command.before:
            raise lost_to(work, "election_stage", known.id)
        work.change(known, **facts)
        return {"stage_id": known.id, "name": facts["name"]}
    of = election(work, command.election_id)
    row = ElectionStage(ctx.new_id(), 1, of.id, **facts, kept_at=ctx.now, struck_at=None)
    work.add(row)
    return {"stage_id": row.id, "name": row.name}


@verb(TakeCalendar, "stages.taken", Permission.KEEP_PLACES)
def take_calendar(work: UnitOfWork, command: TakeCalendar, ctx: Context) -> Result:
    of = election(work, command.election_id)
    wanted = stage_presets(of.kind, of.day)
    if not wanted:
        raise OperatorError("stages_no_calendar")
    standing = {row.name for row in work.find(ElectionStage, election_id=of.id, struck_at=None)}
    new = [one for one in wanted if one.name not in standing]
    for one in new:
        dates = (one.starts_on, one.ends_on, one.source)
        work.add(ElectionStage(ctx.new_id(), 1, of.id, one.name, *dates, ctx.now, None))
    return {"added": len(new), "name": of.name}


@verb(StrikeStage, "stage.struck", Permission.KEEP_PLACES)
def strike_stage(work: UnitOfWork, command: StrikeStage, ctx: Context) -> Result:
    row = work.get(ElectionStage, command.stage_id)
    if row.struck_at is None:
        work.change(row, struck_at=ctx.now)
    return {"stage_id": row.id, "name": row.name}
