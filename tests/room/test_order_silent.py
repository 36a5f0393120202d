"""Another unit goes in place of one that does not answer: that is called off, or stays."""

from dataclasses import replace

import pytest

from command_center.commands.alarms import RaiseAlarm
from command_center.commands.dispatch import AcknowledgeOrder, OrderUnits
from command_center.commands.order_silent import KeepSilent, ReplaceSilent
from command_center.commands.undo import Undo
from command_center.domain.errors import OperatorError
from command_center.domain.room import AlarmType
from command_center.domain.unit import Assignment, CloseReason, TaskKind, UnitStatus
from tests.room.desk import Desk

SAMAPTA, LANTAS = "SAMAPTA 12", "LANTAS 03"


@pytest.fixture
def silent(desk: Desk) -> Assignment:
    """LANTAS 03 beside SAMAPTA 12, which has answered; its alarm rings."""
    incident = desk.report(area="Klojen")
    ids = tuple(desk.unit(name).id for name in (SAMAPTA, LANTAS))
    desk.do(OrderUnits(incident, ids, "merapat"))
    desk.do(AcknowledgeOrder(ids[0]))
    held = desk.look().active_assignment(ids[1])
    assert held is not None
    desk.do(RaiseAlarm(AlarmType.ORDER_UNANSWERED, "assignment", held.id), act=desk.room.system)
    return held


def test_it_is_called_off_alone_and_red_until_heard(desk: Desk, silent: Assignment) -> None:
    done = desk.do(ReplaceSilent(silent.id, "tidak menjawab"))
    room = desk.look()
    ended, unit = room.get("assignment", silent.id), room.unit(silent.unit_id)
    assert ended is not None
    assert unit is not None
    assert ended.close_reason is CloseReason.CANCELLED
    assert [unit.unit_id for unit in room.on_it(silent.incident_id)] == [desk.unit(SAMAPTA).id]
    (task,) = room.of_units.all_unheard()
    assert (task.kind, task.text, task.id) == (
        TaskKind.CANCEL, "tidak menjawab", done.result["task_id"],
    )  # fmt: skip
    assert unit.status is UnitStatus.ORDERED
    desk.do(Undo("order_task", task.id, done.op_id))
    assert desk.look().active_assignment(silent.unit_id) is not None
    assert desk.look().of_units.all_unheard() == []


def test_it_stays_only_when_somebody_says_so(desk: Desk, silent: Assignment) -> None:
    told = desk.do(KeepSilent(silent.id)).result
    assert told == {"incident_id": silent.incident_id, "unit_id": silent.unit_id}
    assert desk.look().active_assignment(silent.unit_id) is not None
    (alarm,) = desk.look().open_alarms()
    assert alarm.acknowledged_by == desk.room.act.actor
    desk.do(KeepSilent(silent.id))
    assert desk.kinds()[-2:] == ["order.kept", "order.kept"]


@pytest.mark.parametrize("late", [ReplaceSilent("", "tidak menjawab"), KeepSilent("")])
def test_who_answers_meanwhile_is_not_called_off(
    desk: Desk, silent: Assignment, late: ReplaceSilent | KeepSilent
) -> None:
    desk.do(AcknowledgeOrder(silent.unit_id))
    with pytest.raises(OperatorError) as caught:
        desk.do(replace(late, assignment_id=silent.id))
    assert caught.value.code == "order_just_answered"
    assert caught.value.params["unit"] == LANTAS
    assert desk.look().active_assignment(silent.unit_id) is not None
