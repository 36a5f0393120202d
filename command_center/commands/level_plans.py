"""The plans of the situation levels: what the room has in force, a plan called for a place, and the
tasks that came of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta

from command_center.advice.level_plans import (
    MOST_LETTERS,
    PLANS_SETTING,
    LevelPlans,
    hospitals_of,
    plans_in_force,
    read_plans,
)
from command_center.commands.conflicts import lost_to
from command_center.commands.hospital import find_hospital
from command_center.commands.levels import decided, level_of, running, standing_decisions
from command_center.commands.place_words import needed, paragraph
from command_center.commands.registry import Context, Result, verb
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.operation import Decision, DecisionKind, PlanTask, TaskKind
from command_center.domain.permissions import Permission
from command_center.domain.room import Operation, RoomSetting, SituationLevel, Staff
from command_center.ports import UnitOfWork

MOST_KEPT = 19_000
"""Of the setting as it is kept, where each new line and each quote takes two letters."""


@dataclass(frozen=True, slots=True)
class SetPlans:
    """The whole table as TOML. `before` is the version of the setting that was edited, 0 = there
    was none: Conflict if it has moved on."""

    text: str
    before: int = 0


@dataclass(frozen=True, slots=True)
class CallPlan:
    """Of the level that stands at the place: its items become tasks. `level` and `plans` (the
    version of the table) are what the person saw: refused where either has moved on."""

    operation_id: str
    place: str
    level: SituationLevel
    plans: int = 0


@dataclass(frozen=True, slots=True)
class EndTask:
    """Done; or `dropped`, which wants a note that says why."""

    task_id: str
    note: str = ""
    dropped: bool = False


@verb(SetPlans, "room.level_plans", Permission.COMMAND_OPERATIONS)
def set_plans(work: UnitOfWork, command: SetPlans, ctx: Context) -> Result:
    kept = work.find(RoomSetting, id=PLANS_SETTING)
    before = kept[0].version if kept else 0
    if before != command.before:
        raise lost_to(work, "room_setting", PLANS_SETTING, "value")
    plans = read_plans(command.text)
    _demand_hospitals(work, plans)
    value = {"toml": command.text, "author": ctx.act.actor, "at": iso(ctx.now)}
    if len(json.dumps(value, ensure_ascii=False)) > MOST_KEPT:
        raise OperatorError("plans_too_long", limit=MOST_LETTERS)
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(PLANS_SETTING, 1, value))
    return {"version": before + 1, "count": len(plans.items)}


@verb(CallPlan, "plan.called", Permission.COMMAND_OPERATIONS)
def call_plan(work: UnitOfWork, command: CallPlan, ctx: Context) -> Result:
    operation = running(work, command.operation_id)
    level = level_of(operation, command.place)
    plans = _in_force(work)
    if level is not command.level:
        raise OperatorError("plan_other_level", place=command.place, level=level.value)
    if plans.version != command.plans:
        raise lost_to(work, "room_setting", PLANS_SETTING, "value")
    items = plans.of(level, command.place)
    if not items:
        raise OperatorError("plan_empty", level=level.value)
    last = _last_level(work, operation, command.place)
    row = decided(
        work,
        ctx,
        operation.id,
        command.place,
        DecisionKind.PLAN,
        _officer(work, last, ctx),
        level=level,
        authority=last.authority if last is not None else None,
    )
    for item in items:
        task = PlanTask(
            id=ctx.new_id(),
            version=1,
            operation_id=operation.id,
            place=command.place,
            decision_id=row.id,
            level=level,
            kind=item.kind,
            text=item.text,
            subject=item.subject,
            owner=item.owner,
            due_at=ctx.now + timedelta(minutes=item.minutes),
            done_at=None,
            done_by=None,
            dropped=False,
            note="",
        )
        work.add(task)
    told = {"place": command.place, "level": level.value, "count": len(items)}
    return {"decision_id": row.id, **told}


@verb(EndTask, "task.ended", Permission.RUN_OPERATIONS)
def end_task(work: UnitOfWork, command: EndTask, ctx: Context) -> Result:
    task = work.get(PlanTask, command.task_id)
    note = needed(command.note, "task_needs_why", 1_000) if command.dropped else command.note
    if task.done_at is None:
        facts = {"done_by": ctx.act.actor, "dropped": command.dropped, "note": paragraph(note)}
        work.change(task, done_at=ctx.now, **facts)
    return {"task_id": task.id, "text": task.text}


def _demand_hospitals(work: UnitOfWork, plans: LevelPlans) -> None:
    """A line that names a hospital nobody knows could ask nobody when it counts."""
    for at, item in enumerate(plans.items, 1):
        for name in hospitals_of(item.subject) if item.kind is TaskKind.HOSPITAL else ():
            if find_hospital(work, name) is None:
                raise OperatorError("plans_wrong", row=at, column="subject", value=name)


def _in_force(work: UnitOfWork) -> LevelPlans:
    kept = work.find(RoomSetting, id=PLANS_SETTING)
    return plans_in_force(kept[0].value, kept[0].version) if kept else plans_in_force(None, 0)


def _last_level(work: UnitOfWork, operation: Operation, place: str) -> Decision | None:
    """The decision that set the level which stands; OperatorError where its plan was called."""
    newest = next(iter(standing_decisions(work, operation, place)), None)
    if newest is not None and newest.kind is DecisionKind.PLAN:
        raise OperatorError("plan_called_already", place=place)
    return newest


def _officer(work: UnitOfWork, last: Decision | None, ctx: Context) -> str:
    """Who ordered the level; whoever calls the plan where nobody did."""
    if last is not None and last.ordered_by:
        return last.ordered_by
    staff = work.find(Staff, id=ctx.act.actor)
    return staff[0].name if staff else ctx.act.actor
