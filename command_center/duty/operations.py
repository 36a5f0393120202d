"""Situation levels that were raised, and tasks of a level's plan whose time is over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from command_center.domain.operation import PlanTask
from command_center.domain.room import AlarmType, SituationLevel
from command_center.duty.due import Due
from command_center.situation.operations import places
from command_center.situation.situation import Situation

TEXT_LENGTH = 200
_HEIGHT = {level: height for height, level in enumerate(SituationLevel)}


def raised_levels(situation: Situation) -> Iterator[Due]:
    """Of each place whose level was raised to what it is: one ring a decision, until the place has
    another level. A level that was lowered is told by the badges alone."""
    for operation in situation.operations:
        for place in places(situation, operation):
            last = place.last
            if last is None or last.was is None or last.level is None:
                continue
            if _HEIGHT[last.level] <= _HEIGHT[last.was]:
                continue
            params = {
                "place": place.name,
                "was": last.was.value,
                "level": last.level.value,
                "officer": last.ordered_by or "?",
            }
            yield Due(AlarmType.LEVEL_RAISED, "decision", last.id, params)


def overdue_plan_tasks(situation: Situation, now: datetime) -> Iterator[Due]:
    """One ring for what one call of a plan wanted by the same moment: a plan of twenty lines must
    not be a flood. It is about the first of them, whether that is done or not, so that it stands
    until all are."""
    running = {operation.id for operation in situation.operations}
    called: defaultdict[tuple[str, datetime], list[PlanTask]] = defaultdict(list)
    for task in situation.all("plan_task"):
        if task.operation_id in running and task.due_at <= now:
            called[task.decision_id, task.due_at].append(task)
    for together in called.values():
        together.sort(key=lambda task: task.id)
        still = [task for task in together if task.done_at is None]
        if not still:
            continue
        first = still[0]
        params = {
            "place": first.place,
            "level": first.level.value,
            "count": str(len(still)),
            "text": first.text[:TEXT_LENGTH],
            "owner": first.owner or "?",
        }
        yield Due(AlarmType.PLAN_OVERDUE, "plan_task", together[0].id, params)
