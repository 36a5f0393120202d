"""A level that was raised rings until it is another one; overdue tasks ring together."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.domain.levels import GREEN, RED, YELLOW
from command_center.domain.operation import Authority, Decision, DecisionKind, PlanTask, TaskKind
from command_center.domain.room import Alarm, AlarmType, Operation
from command_center.duty.floods import recounts
from command_center.duty.operations import overdue_plan_tasks, raised_levels
from tests.ui.scene import NOW
from tests.unit.duty.rows import situation_of

BEGAN = NOW - timedelta(hours=1)
OPERATION = Operation("o", 1, "Mantap", BEGAN, None, None, {"KPU": "kuning"})
RAISED = Decision(
    "d1", 1, "o", "KPU", DecisionKind.LAYER, YELLOW, GREEN, "", "AKBP Hendra", Authority.CITY,
    False, "", None, None, NOW - timedelta(minutes=20), "RS",
)  # fmt: skip
LOWERED = replace(RAISED, id="d2", level=GREEN, was=YELLOW, at=NOW)
TASK = PlanTask(
    "t1", 1, "o", "KPU", "d1", YELLOW, TaskKind.TELL, "Kodim", "", "Pamapta", NOW, None, None,
    False, "",
)  # fmt: skip
LATER = NOW + timedelta(minutes=1)


def raised(*rows: Any) -> list[tuple[str, dict[str, str]]]:
    return [(due.subject_id, due.params) for due in raised_levels(situation_of(rows))]


def test_a_raised_level_says_where_from_where_to_and_whose_order() -> None:
    params = {"place": "KPU", "was": "hijau", "level": "kuning", "officer": "AKBP Hendra"}
    assert raised(OPERATION, RAISED) == [("d1", params)]


@pytest.mark.parametrize(
    "rows",
    [
        (OPERATION,),
        (replace(OPERATION, ends_at=NOW), RAISED),
        (replace(OPERATION, levels={"KPU": "hijau"}), RAISED, LOWERED),
        (replace(OPERATION, levels={"KPU": "kuning"}), replace(RAISED, was=RED)),
    ],
)
def test_nothing_rings_that_was_not_raised_or_is_over(rows: tuple[Any, ...]) -> None:
    assert raised(*rows) == []


def test_what_was_wanted_by_one_moment_rings_once_with_its_number() -> None:
    other = replace(TASK, id="t2", text="Brimob", owner="Kabag Ops")
    later = replace(TASK, id="t3", due_at=LATER)
    situation = situation_of((OPERATION, TASK, other, later))
    assert list(overdue_plan_tasks(situation, NOW - timedelta(seconds=1))) == []
    (due,) = overdue_plan_tasks(situation, NOW)
    assert (due.subject_id, due.params["count"], due.params["text"]) == ("t1", "2", "Kodim")
    assert [due.subject_id for due in overdue_plan_tasks(situation, LATER)] == ["t1", "t3"]


def test_it_stands_under_the_first_until_all_are_done_and_is_counted_anew() -> None:
    done = replace(TASK, done_at=NOW, done_by="RS")
    other = replace(TASK, id="t2", text="Brimob", owner="Kabag Ops")
    stood = {"place": "KPU", "level": "kuning", "count": "2", "text": "Kodim", "owner": "Pamapta"}
    ring = Alarm("a", 1, AlarmType.PLAN_OVERDUE, 2, "plan_task", "t1", stood, NOW, None, None, None)
    situation = situation_of((OPERATION, done, other, ring))
    (due,) = overdue_plan_tasks(situation, LATER)
    (recount,) = recounts(situation, {due.key: due})
    assert recount.params == {"count": "1", "text": "Brimob", "owner": "Kabag Ops"}
    ended = situation_of((OPERATION, done, replace(other, done_at=NOW)))
    assert list(overdue_plan_tasks(ended, LATER)) == []


def test_tasks_of_an_operation_that_has_ended_are_quiet() -> None:
    assert (
        list(overdue_plan_tasks(situation_of((replace(OPERATION, ends_at=NOW), TASK)), LATER)) == []
    )
