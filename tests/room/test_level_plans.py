"""A plan called for a place: its tasks with their owners and clocks, once for each level."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.advice.level_plans import LevelPlans, PlanItem, shipped_plans, write_plans
from command_center.commands.level_plans import CallPlan, EndTask, SetPlans
from command_center.commands.levels import RevokeDecision, SetSituationLevel
from command_center.commands.operations import AddPlace, LeavePlace, StartOperation
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.levels import GREEN, RED, YELLOW
from command_center.domain.operation import Authority, PlanTask, TaskKind
from command_center.domain.room import Operation
from command_center.situation.operations import decisions, places, plan_called, tasks
from tests.room.conftest import HandClock
from tests.room.desk import Desk

OP = "op-1"
RAISE = SetSituationLevel(OP, "KPU", YELLOW, GREEN, "AKBP Hendra", Authority.CITY)
CALL = CallPlan(OP, "KPU", YELLOW)
OWN = write_plans(LevelPlans((PlanItem(YELLOW, TaskKind.TELL, "Kodim", "Pamapta", 5),)))


@pytest.fixture
def desk(desk: Desk, clock: HandClock) -> Desk:
    start = desk.room.clock.now()
    desk.do(StartOperation(Operation(OP, 1, "Mantap", start, None, None, {"KPU": "hijau"})))
    clock.turn(60)
    desk.do(RAISE)
    clock.turn(60)
    return desk


def why(desk: Desk, command: Any) -> str:
    with pytest.raises(OperatorError) as refused:
        desk.do(command)
    return refused.value.code


def made(desk: Desk) -> list[PlanTask]:
    return tasks(desk.look(), OP, "KPU")


def test_one_call_makes_every_task_with_its_owner_and_clock(desk: Desk, clock: HandClock) -> None:
    desk.do(CALL)
    items = shipped_plans().of(YELLOW, "KPU")
    assert len(made(desk)) == len(items)
    assert {(t.text, t.owner, t.due_at) for t in made(desk)} == {
        (item.text, item.owner, clock.at + timedelta(minutes=item.minutes)) for item in items
    }
    dues = [task.due_at for task in made(desk)]
    assert dues == sorted(dues)
    assert decisions(desk.look(), OP)[0].ordered_by == "AKBP Hendra"


def test_a_plan_is_called_once_for_each_time_a_level_stands(desk: Desk, clock: HandClock) -> None:
    desk.do(CALL)
    clock.turn(60)
    assert why(desk, CALL) == "plan_called_already"
    level = str(next(d.id for d in decisions(desk.look(), OP) if d.kind == "lapis_ganti"))
    desk.do(RevokeDecision(level, "salah tempat"))
    clock.turn(60)
    assert why(desk, CALL) == "plan_other_level"
    desk.do(RAISE)
    clock.turn(60)
    look = desk.look()
    (place,) = places(look, look.operations[0])
    assert plan_called(look, place, OP) is None
    desk.do(CALL)
    assert plan_called(desk.look(), place, OP) is not None


def test_a_place_that_came_back_may_have_its_plan_called(desk: Desk, clock: HandClock) -> None:
    desk.do(replace(RAISE, level=GREEN, before=YELLOW))
    clock.turn(60)
    desk.do(replace(CALL, level=GREEN))
    clock.turn(60)
    desk.do(LeavePlace(OP, "KPU"))
    clock.turn(60)
    desk.do(AddPlace(OP, "KPU"))
    look = desk.look()
    (place,) = places(look, look.operations[0])
    assert plan_called(look, place, OP) is None
    desk.do(replace(CALL, level=GREEN))
    assert why(desk, replace(CALL, level=GREEN)) == "plan_called_already"


def test_a_plan_is_of_the_level_that_stands_whatever_the_seats_clocks_say(
    desk: Desk, clock: HandClock
) -> None:
    clock.turn(5)
    desk.do(CALL)
    clock.turn(-3)
    red = replace(RAISE, level=RED, before=YELLOW, ordered_by="Kapolda")
    desk.do(replace(red, authority=Authority.PROVINCE))
    look = desk.look()
    (place,) = places(look, look.operations[0])
    assert plan_called(look, place, OP) is None
    clock.turn(1)
    desk.do(replace(CALL, level=RED))
    assert {task.level for task in made(desk)} == {YELLOW, RED}


def test_a_task_is_done_or_dropped_with_a_reason_and_taken_back(desk: Desk) -> None:
    desk.do(CALL)
    first, second, *_ = made(desk)
    done = desk.do(EndTask(first.id))
    assert why(desk, EndTask(second.id, " ", dropped=True)) == "task_needs_why"
    desk.do(EndTask(second.id, "tidak ada Brimob", dropped=True))
    ended = [task for task in made(desk) if task.done_at is not None]
    assert {(task.id, task.dropped) for task in ended} == {(first.id, False), (second.id, True)}
    assert desk.do(EndTask(first.id, "lagi")).seq is None
    desk.do(Undo("plan_task", first.id, done.op_id))
    assert [task.id for task in made(desk) if task.done_at is not None] == [second.id]


def test_the_room_edits_its_plans_and_a_call_goes_by_what_was_seen(desk: Desk) -> None:
    desk.do(SetPlans(OWN))
    with pytest.raises(Conflict):
        desk.do(CALL)
    with pytest.raises(Conflict):
        desk.do(SetPlans(OWN))
    assert made(desk) == []
    desk.do(replace(CALL, plans=1))
    assert [task.text for task in made(desk)] == ["Kodim"]
    assert why(desk, SetPlans("[[item]]", 1)) == "plans_wrong"
    desk.do(SetPlans("", 1))
    assert [task.text for task in made(desk)] == ["Kodim"]
