"""What a key of the page does to one order, and what takes it back."""

from __future__ import annotations

from collections.abc import Mapping

from command_center.commands.dispatch import AcknowledgeOrder, SetUnitStatus
from command_center.commands.order_task import HearTask, RepeatOrder
from command_center.domain.unit import TaskKind, UnitStatus
from command_center.situation.answers import Unanswered
from command_center.ui.actions.action import undo_of, undo_result
from command_center.ui.actions.many import Job

PROGRESS: Mapping[str, UnitStatus] = {
    "en_route": UnitStatus.EN_ROUTE,
    "on_scene": UnitStatus.ON_SCENE,
}


def job_of(one: Unanswered, asked: str) -> Job | None:
    """None where it says nothing: who was called off is on no way, and hears nothing repeated."""
    unit_id, order = one.unit.id, one.order
    if asked == "heard" and one.task is not None:
        return HearTask(one.task.id), undo_result("order_task", "task_id")
    if asked == "heard":
        return AcknowledgeOrder(unit_id, order.id), undo_of("assignment", order.id)
    if one.task is not None and (asked in PROGRESS or one.task.kind is TaskKind.CANCEL):
        return None
    if asked in PROGRESS:
        command = SetUnitStatus(unit_id, PROGRESS[asked], holder=order.id)
        return command, undo_of("unit", unit_id)
    return RepeatOrder(order.id), undo_result("order_task", "task_id")
