"""What a unit was told about its order and has to hear: the rows, for the verbs that write them."""

from __future__ import annotations

from datetime import datetime

from command_center.commands.order_out import task_out
from command_center.commands.registry import Context
from command_center.domain.unit import Assignment, OrderTask, TaskKind
from command_center.ports import UnitOfWork

TEXT_LENGTH = 1000


def raise_task(
    work: UnitOfWork, assignment: Assignment, kind: TaskKind, text: str, ctx: Context
) -> OrderTask:
    """Something more to be heard. Of one kind only the last word counts: what was not heard yet is
    said anew, and waits from now on."""
    text = text[:TEXT_LENGTH]
    task_out(work, ctx, assignment, kind, text)
    for standing in work.find(OrderTask, assignment_id=assignment.id, heard_at=None):
        if standing.kind is kind:
            return work.change(standing, text=text, raised_at=ctx.now, raised_by=ctx.act.actor)
    task = OrderTask(
        id=ctx.new_id(),
        version=1,
        assignment_id=assignment.id,
        kind=kind,
        text=text,
        raised_at=ctx.now,
        raised_by=ctx.act.actor,
        heard_at=None,
        heard_by=None,
    )
    work.add(task)
    return task


def mark_heard(work: UnitOfWork, task: OrderTask, ctx: Context) -> OrderTask:
    at = max(min(ctx.at, ctx.now), task.raised_at)
    return work.change(task, heard_at=at, heard_by=ctx.act.actor)


def unheard_of(work: UnitOfWork, unit_id: str) -> list[tuple[OrderTask, Assignment]]:
    """What the unit has not heard yet, of whichever of its orders."""
    found = []
    for task in work.find(OrderTask, heard_at=None):
        assignment = work.get(Assignment, task.assignment_id)
        if assignment.unit_id == unit_id:
            found.append((task, assignment))
    return found


def hear_calling_off(work: UnitOfWork, unit_id: str, ctx: Context) -> None:
    """The unit shows by what it does next that it knows it was called off."""
    for task, _ in unheard_of(work, unit_id):
        if task.kind is TaskKind.CANCEL:
            mark_heard(work, task, ctx)


def hear_answered(work: UnitOfWork, assignment: Assignment, at: datetime, ctx: Context) -> None:
    """What the unit's own system answers `at` to its order it says of all it was told before."""
    for task in work.find(OrderTask, assignment_id=assignment.id, heard_at=None):
        if task.kind is not TaskKind.CANCEL and task.raised_at <= at:
            mark_heard(work, task, ctx)


def hear_repeat(work: UnitOfWork, assignment: Assignment, ctx: Context) -> None:
    """Who answers the order has heard it, however often it was said."""
    for task in work.find(OrderTask, assignment_id=assignment.id, heard_at=None):
        if task.kind is TaskKind.REPEAT:
            mark_heard(work, task, ctx)
