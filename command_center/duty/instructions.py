"""Instructions that were not heard in time, and tasks that nobody has done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

from command_center.domain.entities import iso
from command_center.domain.room import AlarmType
from command_center.duty.due import Due
from command_center.situation.instructions import open_tasks, unheard_instructions
from command_center.situation.situation import Situation

LATE = timedelta(minutes=15)
"""A task that is due shows at once; it rings once it is so much overdue."""
QUOTED = 80


def unheard_in_time(situation: Situation, now: datetime) -> Iterator[Due]:
    for one in unheard_instructions(situation, now):
        if one.instruction.due_at <= now:
            text = " ".join(one.instruction.text.split())[:QUOTED]
            yield Due(
                AlarmType.INSTRUCTION_UNHEARD, "instruction", one.instruction.id, {"text": text}
            )


def overdue_tasks(situation: Situation, now: datetime, zone: tzinfo) -> Iterator[Due]:
    for one in open_tasks(situation, now, zone):
        if one.due_at + LATE <= now:
            params = {"title": one.task.title, "at": iso(one.due_at)}
            yield Due(AlarmType.TASK_OVERDUE, "room_task", one.task.id, params)
