"""The plans of the situation levels as a table: read, checked and written."""

from dataclasses import replace

import pytest

from command_center.advice.level_plans import (
    LevelPlans,
    PlanItem,
    line_of,
    read_plans,
    shipped_plans,
    write_plans,
)
from command_center.domain.errors import OperatorError
from command_center.domain.operation import TaskKind
from command_center.domain.room import SituationLevel

GREEN, YELLOW, RED = SituationLevel
ITEM = PlanItem(YELLOW, TaskKind.TELL, "Kapolres diberi tahu", "Pamapta", 5)
FORBIDDEN = ("gas air mata", "tembak", "peluru", "water cannon", "pukul")


def test_every_shipped_level_says_forces_gear_who_is_told_hospitals_roads_cameras_and_checks() -> (
    None
):
    plans = shipped_plans()
    assert {item.kind for item in plans.of(YELLOW, "KPU")} == set(TaskKind)
    assert {item.kind for item in plans.of(RED, "KPU")} == set(TaskKind)
    assert all(item.owner and item.minutes for item in plans.items)
    kinds = [item.kind for item in plans.of(RED, "KPU")]
    assert kinds == sorted(kinds, key=list(TaskKind).index)


def test_no_shipped_step_says_anything_about_the_use_of_force() -> None:
    said = " ".join(item.text.casefold() for item in shipped_plans().items)
    assert [word for word in FORBIDDEN if word in said] == []


def test_what_is_written_is_read_again_as_it_was() -> None:
    odd = replace(ITEM, text='pagar "utara" \\ #1', place="KPU", subject="Pagar KPU")
    road = replace(ITEM, kind=TaskKind.CLOSURE, subject="-7.97,112.63 -7.98,112.64")
    plans = LevelPlans((ITEM, odd, road))
    assert read_plans(write_plans(plans)) == plans
    assert line_of(road.subject) == ((-7.97, 112.63), (-7.98, 112.64))


def test_an_item_of_one_place_is_not_in_the_plan_of_another() -> None:
    plans = LevelPlans((ITEM, replace(ITEM, place="KPU")))
    assert len(plans.of(YELLOW, "kpu")) == 2
    assert len(plans.of(YELLOW, "Bawaslu")) == 1
    assert plans.of(GREEN, "KPU") == ()


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"minutes": 0}, "minutes"),
        ({"text": " "}, "text"),
        ({"owner": ""}, "owner"),
        ({"text": "x" * 201}, "text"),
        ({"kind": TaskKind.CLOSURE, "subject": "-7.97,112.63"}, "subject"),
        ({"kind": TaskKind.CLOSURE, "subject": "-97,112 -98,112"}, "subject"),
        ({"kind": TaskKind.CLOSURE, "subject": "Jalan Bantaran"}, "subject"),
    ],
)
def test_a_wrong_item_is_named_by_its_place_and_column(
    changed: dict[str, object], column: str
) -> None:
    wrong = LevelPlans((ITEM, replace(ITEM, **changed)))  # type: ignore[arg-type]
    with pytest.raises(OperatorError) as refused:
        read_plans(write_plans(wrong))
    assert (refused.value.params["row"], refused.value.params["column"]) == (2, column)


@pytest.mark.parametrize("text", ["[[item", "item = 3", "[[item]]\nlevel = 'ungu'", "x" * 15_001])
def test_what_is_no_table_of_plans_is_refused_in_words(text: str) -> None:
    with pytest.raises(OperatorError) as refused:
        read_plans(text)
    assert refused.value.code in ("plans_wrong", "plans_too_long")
