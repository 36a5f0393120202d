"""What units have not answered yet: their orders, and what they were told after them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from command_center.domain.unit import (
    Assignment,
    AssignmentKind,
    OrderStatus,
    OrderTask,
    TaskKind,
    Unit,
)
from command_center.situation.situation import Situation

HOLDING = (AssignmentKind.ACTIVE, AssignmentKind.REQUESTED)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """`task` is None where the order itself waits. `since`: when it was said."""

    unit: Unit
    order: Assignment
    task: OrderTask | None
    since: datetime

    @property
    def id(self) -> str:
        return self.task.id if self.task is not None else self.order.id


def unanswered(situation: Situation) -> list[Unanswered]:
    """The oldest first. A repeat of an order that waits itself is that order."""
    found = [
        Unanswered(unit, held, None, held.ordered_at)
        for unit in situation.busy_units()
        for held in situation.unit_assignments(unit.id)
        if held.kind in HOLDING and held.status is OrderStatus.ORDERED
    ]
    for task in situation.of_units.all_unheard():
        order = situation.get("assignment", task.assignment_id)
        unit = situation.unit(order.unit_id) if order is not None else None
        if order is not None and unit is not None and counts(task, order):
            found.append(Unanswered(unit, order, task, task.raised_at))
    found.sort(key=lambda one: (one.since, one.id))
    return found


def counts(task: OrderTask, order: Assignment) -> bool:
    """That it is called off must be heard; what else was said is void once the order has ended. A
    repeated order waits as the order it is until that is answered."""
    if task.kind is TaskKind.CANCEL:
        return True
    repeated = task.kind is TaskKind.REPEAT and order.status is OrderStatus.ORDERED
    return order.closed_at is None and not repeated
