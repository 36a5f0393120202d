"""Undo: a compensating entry that puts back what one entry changed, if nobody moved on since."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from command_center.commands.conflicts import lost_to
from command_center.commands.order_out import undone_out
from command_center.commands.owners import nobodys
from command_center.commands.personnel import demand_empty, demand_free
from command_center.commands.registry import Context, Result, verb
from command_center.commands.tell import tell_taken_back
from command_center.domain.entities import ENTITIES, from_json
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Handling, Incident, TakeOver, TakeOverAnswer
from command_center.domain.log import Change
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.domain.roster import Regu
from command_center.domain.unit import CloseReason
from command_center.ports import UnitOfWork

# What "it never happened" means for a row that the entry made: rows are ended, never deleted.
_ENDINGS = {
    "assignment": "closed_at",
    "incident_report": "detached_at",
    "merge_link": "unmerged_at",
    "note": "struck_at",
    "incident_link": "ended_at",
    "checklist_mark": "undone_at",
    "order_task": "heard_at",
    "site": "closed_at",
    "assessment": "struck_at",
    "dialogue": "struck_at",
    "hearing": "struck_at",
    "election_stage": "struck_at",
    "station_message": "struck_at",
    "ballot_escort": "struck_at",
    "task_turn": "struck_at",
    "radio_line": "struck_at",
    "station_group": "ended_at",
}
UNDOABLE = frozenset(
    {
        "units.ordered",
        "incident.taken",
        "incident.verified",
        "incident.prioritised",
        "incident.merged",
        "incident.unmerged",
        "incident.closed",
        "incident.reopened",
        "unit.status",
        "unit.released",
        "order.acknowledged",
        "note.added",
        "camera.renamed",
        "camera.noted",
        "take_over.asked",
        "take_over.answered",
        "order.cancelled",
        "order.silent",
        "order.heard",
        "order.repeated",
        "unit.stacked",
        "stacked.started",
        "unit.reassigned",
        "units.moved",
        "incident.linked",
        "incident.unlinked",
        "incident.planned",
        "incident.may_leave",
        "incident.alarm_level",
        "incident.address_corrected",
        "checklist.ticked",
        "checklist.unticked",
        "note.struck",
        "site.kept",
        "site.closed",
        "place.rated",
        "rating.struck",
        "dialogue.kept",
        "dialogue.struck",
        "early.judged",
        "decision.heard",
        "hearing.struck",
        "task.ended",
        "stage.kept",
        "stations.told",
        "stage.struck",
        "station_message.struck",
        "escort.kept",
        "escort.moved",
        "escort.struck",
        "instruction.heard",
        "room_task.done",
    }
)


UNDOABLE_PLANS = frozenset({"plan.adopted"})
"""Of an election: only whoever may adopt one may take one back."""

UNDOABLE_ROSTER = frozenset({"regu.kept", "room.shift_pattern"})
"""Only whoever keeps the roster may take one back."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the entry with this `op_id`, the last to touch `entity`/`id`."""

    entity: str
    id: str
    op_id: str


@dataclass(frozen=True, slots=True)
class UndoPlan(Undo):
    """Of a plan that was adopted: the one before it stands again, or none."""


@dataclass(frozen=True, slots=True)
class UndoRoster(Undo):
    """Of a regu or the pattern of shifts: its name and its hours are what they were."""


def _put_back(work: UnitOfWork, change: Change, ctx: Context) -> None:
    kind = ENTITIES[change.entity]
    row: Any = work.get(kind, change.id)
    if row.version != change.version:
        raise lost_to(work, change.entity, change.id)
    if isinstance(row, TakeOver):
        # a question that stood again would be passed by the clock at once
        how = TakeOverAnswer.WITHDRAWN
        work.change(row, answer=how, answered_at=ctx.now, answered_by=ctx.act.actor)
        return
    if change.version > 1:
        fields = from_json(kind, change.was)
        _demand_open(work, fields.get("merged_into"))
        if isinstance(row, Regu):
            demand_free(work, fields.get("name", row.name), row.id)
        row = work.change(row, **fields)
        if isinstance(row, Incident) and row.is_open:
            work.change(row, **nobodys(work, row))
        return
    if isinstance(row, RoomSetting):
        work.change(row, value={})  # whatever was made beside it was made beside a plan
        return
    if isinstance(row, Regu):
        demand_empty(work, row)
        work.change(row, disbanded_at=ctx.now)
        return
    if isinstance(row, Handling):
        work.change(row, parent_id=None, due_at=None, may_leave=False, alarm_level=1)
        return
    ending = _ENDINGS.get(change.entity)
    if ending is not None:
        extra = _beside(change.entity, ctx)
        work.change(row, **{ending: max(ctx.at, _began(row)), **extra})


def _beside(entity: str, ctx: Context) -> dict[str, Any]:
    """What is said beside the time at which such a row ends."""
    if entity == "assignment":
        return {"close_reason": CloseReason.UNDONE}
    return {"heard_by": ctx.act.actor} if entity == "order_task" else {}


def _demand_open(work: UnitOfWork, winner_id: str | None) -> None:
    """Nothing goes back under an incident that has ended, or was merged away itself meanwhile."""
    if winner_id is None or work.get(Incident, winner_id).is_open:
        return
    raise lost_to(work, "incident", winner_id)


def _began(row: Any) -> Any:
    for name in (
        "ordered_at",
        "attached_at",
        "merged_at",
        "raised_at",
        "linked_at",
        "done_at",
        "listed_at",
        "kept_at",
        "adopted_at",
        "at",
    ):
        if hasattr(row, name):
            return getattr(row, name)
    raise TypeError(type(row).__name__)


@verb(Undo, "entry.undone", Permission.TRIAGE)
def undo(work: UnitOfWork, command: Undo, ctx: Context) -> Result:
    return _taken_back(work, command, ctx, UNDOABLE)


@verb(UndoPlan, "plan.undone", Permission.REASSIGN)
def undo_plan(work: UnitOfWork, command: UndoPlan, ctx: Context) -> Result:
    return _taken_back(work, command, ctx, UNDOABLE_PLANS)


@verb(UndoRoster, "roster.undone", Permission.REASSIGN)
def undo_roster(work: UnitOfWork, command: UndoRoster, ctx: Context) -> Result:
    return _taken_back(work, command, ctx, UNDOABLE_ROSTER)


def _taken_back(work: UnitOfWork, command: Undo, ctx: Context, kinds: Collection[str]) -> Result:
    newest = work.newest_change(command.entity, command.id)
    if newest is None or newest.entry.op_id != command.op_id:
        raise lost_to(work, command.entity, command.id)
    if newest.entry.kind not in kinds:
        raise OperatorError("not_undoable", kind=newest.entry.kind)
    last: dict[tuple[str, str], Change] = {}
    for change in newest.entry.changes:
        key = change.entity, change.id
        last[key] = _joined(last.pop(key, None), change)
    # Backwards: each row goes back to where those that were changed after it had not been yet, so
    # an incident is open again before its units are, and a unit free before another holds it.
    for change in reversed(last.values()):
        # what was told was told, and is corrected below
        if change.entity != "delivery":
            _put_back(work, change, ctx)
    tell_taken_back(work, list(last.values()), ctx)
    undone_out(work, ctx, list(last.values()))
    return {"undone": newest.entry.kind}


def _joined(first: Change | None, second: Change) -> Change:
    """Two changes of one row in one entry, as one: the newest image over the oldest."""
    if first is None:
        return second
    return Change(
        entity=second.entity,
        id=second.id,
        version=second.version,
        set={**first.set, **second.set},
        was={**second.was, **first.was},
    )
