"""Tasks of the room: made and ended by the shift lead, done by whoever is there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.commands.addressees import Addressee, known
from command_center.commands.conflicts import lost_to
from command_center.commands.place_words import ADDRESS, line, needed, paragraph
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.instruction import AddresseeKind, Repeats, RoomTask, TaskTurn
from command_center.domain.permissions import Permission
from command_center.ports import Among, UnitOfWork

MOST_TASKS = 200
MOST_AFTER_MIN = 24 * 60
MOST_AHEAD = timedelta(days=8)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
WHOLE_ROOM = Addressee(AddresseeKind.ROOM)


@dataclass(frozen=True, slots=True)
class MakeTask:
    """What belongs to another way of coming again is not looked at: `first_at` of one that comes
    once, `after_min` of one of every shift, `at` and `days` of the others."""

    title: str
    text: str = ""
    repeats: Repeats = Repeats.SHIFT
    first_at: datetime | None = None
    after_min: int = 0
    at: str = ""
    days: tuple[int, ...] = ()
    owner: Addressee = WHOLE_ROOM


@dataclass(frozen=True, slots=True)
class EndRoomTask:
    """It comes no more, because of `reason`. What was done stays."""

    task_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class DoTask:
    """Done for the time it was due then."""

    task_id: str
    due_at: datetime
    note: str = ""


@verb(MakeTask, "room_task.made", Permission.REASSIGN)
def make_task(work: UnitOfWork, command: MakeTask, ctx: Context) -> Result:
    title = needed(command.title, "task_needs_title")
    if _standing_now(work) >= MOST_TASKS:
        raise OperatorError("task_many", most=MOST_TASKS)
    known(work, command.owner)
    first_at, after_min, at, days = _when(command, ctx)
    task = RoomTask(
        id=ctx.new_id(),
        version=1,
        title=title,
        text=paragraph(command.text),
        repeats=command.repeats,
        first_at=first_at,
        after_min=after_min,
        at=at,
        days=days,
        owner_kind=command.owner.kind,
        owner=command.owner.id,
        made_by=ctx.act.actor,
        made_at=ctx.at,
        ended_at=None,
        ended_by=None,
        reason="",
    )
    work.add(task)
    return {"task_id": task.id, "title": title}


def _standing_now(work: UnitOfWork) -> int:
    """How many come still: one that comes once does not after it was done."""
    standing = work.find(RoomTask, ended_at=None)
    once = [task for task in standing if task.repeats is Repeats.ONCE]
    if len(standing) < MOST_TASKS or not once:
        return len(standing)
    turns = work.find(TaskTurn, task_id=Among({task.id for task in once}), struck_at=None)
    done = {(turn.task_id, turn.due_at) for turn in turns}
    return len(standing) - sum((task.id, task.first_at) in done for task in once)


def _when(command: MakeTask, ctx: Context) -> tuple[datetime | None, int, str, tuple[int, ...]]:
    """(first_at, after_min, at, days) as they are kept."""
    if command.repeats is Repeats.ONCE:
        if command.first_at is None or command.first_at <= ctx.at:
            raise OperatorError("task_needs_time")
        return command.first_at, 0, "", ()
    if command.repeats is Repeats.SHIFT:
        if not 0 <= command.after_min <= MOST_AFTER_MIN:
            raise OperatorError("task_after_range", most=MOST_AFTER_MIN)
        return None, command.after_min, "", ()
    if not _TIME.fullmatch(command.at):
        raise OperatorError("task_bad_time", at=command.at[:20])
    if command.repeats is Repeats.DAILY:
        return None, 0, command.at, ()
    days = tuple(sorted(set(command.days)))
    if not days or not all(0 <= day < 7 for day in days):
        raise OperatorError("task_needs_days", text="")
    return None, 0, command.at, days


@verb(EndRoomTask, "room_task.ended", Permission.REASSIGN)
def end_task(work: UnitOfWork, command: EndRoomTask, ctx: Context) -> Result:
    task = _standing(work, command.task_id)
    reason = needed(command.reason, "task_needs_reason")
    work.change(task, ended_at=max(ctx.now, task.made_at), ended_by=ctx.act.actor, reason=reason)
    return {"task_id": task.id, "title": task.title}


@verb(DoTask, "room_task.done", Permission.TRIAGE)
def do_task(work: UnitOfWork, command: DoTask, ctx: Context) -> Result:
    task = _standing(work, command.task_id)
    if not task.made_at <= command.due_at <= ctx.now + MOST_AHEAD:
        raise OperatorError("task_no_turn")
    done = work.find(TaskTurn, task_id=task.id, due_at=command.due_at, struck_at=None)
    if done:
        raise lost_to(work, "task_turn", done[0].id)
    note, at = line(command.note, ADDRESS), min(ctx.at, ctx.now)
    turn = TaskTurn(ctx.new_id(), 1, task.id, command.due_at, at, ctx.act.actor, note, None)
    work.add(turn)
    return {"task_id": task.id, "turn_id": turn.id, "title": task.title}


def _standing(work: UnitOfWork, task_id: str) -> RoomTask:
    task = work.get(RoomTask, task_id)
    if task.ended_at is not None:
        raise OperatorError("task_is_over", title=task.title)
    return task
