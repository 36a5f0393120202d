"""What instructions and tasks stand open, and for whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from command_center.domain.instruction import (
    AddresseeKind,
    Instruction,
    InstructionReceipt,
    RoomTask,
    ShiftNote,
    TaskTurn,
)
from command_center.domain.log import Act
from command_center.domain.permissions import Permission, allowed
from command_center.domain.recurring import dues
from command_center.domain.referral import Delivery, Visit
from command_center.domain.room import Role
from command_center.situation.shift_pattern import shift_pattern
from command_center.situation.situation import Situation


@dataclass(frozen=True, slots=True)
class Given:
    """An instruction and its addressees, in the order they were named."""

    instruction: Instruction
    receipts: tuple[InstructionReceipt, ...]

    @property
    def unheard(self) -> tuple[InstructionReceipt, ...]:
        return tuple(receipt for receipt in self.receipts if receipt.heard_at is None)


def instructions(situation: Situation) -> list[Given]:
    """All that are kept here, the newest first."""
    of: defaultdict[str, list[InstructionReceipt]] = defaultdict(list)
    for receipt in situation.all("instruction_receipt"):
        of[receipt.instruction_id].append(receipt)
    rows = sorted(
        situation.all("instruction"), key=lambda row: (row.given_at, row.id), reverse=True
    )
    return [Given(row, tuple(of[row.id])) for row in rows]


def open_instructions(situation: Situation, now: datetime) -> list[Given]:
    """Those that hold, the newest first: what a shift hands on."""
    return [one for one in instructions(situation) if one.instruction.holds(now)]


def unheard_instructions(situation: Situation, now: datetime) -> list[Given]:
    """Those of them that somebody has not heard yet."""
    return [one for one in open_instructions(situation, now) if one.unheard]


def is_for(kind: AddresseeKind, addressee: str, act: Act) -> bool:
    """Whether who acts is the addressee, at this seat."""
    if kind is AddresseeKind.PERSON:
        return addressee == act.actor
    if kind is AddresseeKind.SEAT:
        return addressee == act.workstation
    if kind is AddresseeKind.LEAD:
        return allowed(Role(act.role), Permission.REASSIGN)
    return kind is AddresseeKind.ROOM


def unheard_by(situation: Situation, act: Act, now: datetime) -> list[InstructionReceipt]:
    """What waits for who acts to say that it was heard."""
    return [
        receipt
        for one in unheard_instructions(situation, now)
        for receipt in one.unheard
        if is_for(receipt.kind, receipt.addressee, act)
    ]


def sent_to(situation: Situation, receipt: InstructionReceipt) -> Delivery | None:
    """The newest message about it to the unit's own system, which may be that it was withdrawn,
    while the room still knows of it."""
    if receipt.kind is not AddresseeKind.UNIT:
        return None
    unit = situation.unit(receipt.addressee)
    rows = (
        row
        for row in situation.all("delivery")
        if (row.kind, row.about_id) == ("instruction", receipt.instruction_id)
        and unit is not None
        and row.body["call_sign"] == unit.call_sign
    )
    return max(rows, key=lambda row: (row.made_at, row.id), default=None)


class TaskState(StrEnum):
    OVERDUE = "overdue"
    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TaskStanding:
    """How a task stands for the time it was or is `due_at`; `turn`: how it was done then."""

    task: RoomTask
    state: TaskState
    due_at: datetime
    turn: TaskTurn | None


def tasks(situation: Situation, now: datetime, zone: tzinfo) -> list[TaskStanding]:
    """Every task that comes or is to be done still, what is due first first."""
    starts = shift_pattern(situation).starts
    done: dict[tuple[str, datetime], TaskTurn] = {
        (turn.task_id, turn.due_at): turn
        for turn in situation.all("task_turn")
        if turn.struck_at is None
    }
    found = []
    for task in situation.all("room_task"):
        if task.ended_at is not None:
            continue
        due = dues(task, now, starts, zone)
        if due.last is not None and (task.id, due.last) not in done:
            found.append(TaskStanding(task, TaskState.OVERDUE, due.last, None))
            continue
        at = due.next or due.last
        if at is not None:
            turn = done.get((task.id, at))
            state = TaskState.WAITING if turn is None else TaskState.DONE
            found.append(TaskStanding(task, state, at, turn))
    found.sort(key=lambda one: (one.state is TaskState.DONE, one.due_at, one.task.id))
    return found


def open_tasks(situation: Situation, now: datetime, zone: tzinfo) -> list[TaskStanding]:
    """Those that were due and are not done: what a shift hands on."""
    return [one for one in tasks(situation, now, zone) if one.state is TaskState.OVERDUE]


def open_visits(situation: Situation) -> list[Visit]:
    """Proactive visits of which nobody has said what came of them, what is due first first."""
    rows = [row for row in situation.all("visit") if row.done_at is None and row.due_at is not None]
    return sorted(rows, key=lambda row: (row.due_at, row.id))


def last_done(situation: Situation, task_id: str) -> TaskTurn | None:
    turns: Sequence[TaskTurn] = [
        turn
        for turn in situation.all("task_turn")
        if turn.task_id == task_id and turn.struck_at is None
    ]
    return max(turns, key=lambda turn: turn.done_at, default=None)


def shift_notes(situation: Situation) -> list[ShiftNote]:
    """For the newest shift first."""
    rows = list(situation.all("shift_note"))
    return sorted(rows, key=lambda row: (row.starts_at, row.at, row.id), reverse=True)


def standing_notes(situation: Situation, now: datetime) -> list[ShiftNote]:
    """For the shift that is on, not struck through."""
    rows = shift_notes(situation)
    return [row for row in rows if row.struck_at is None and row.starts_at <= now < row.ends_at]
