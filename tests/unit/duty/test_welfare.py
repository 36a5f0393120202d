"""When a silent unit is looked for, how the clock goes on, and where it stops."""

from dataclasses import replace
from datetime import timedelta

import pytest

from command_center.commands.welfare import EndWelfare, OpenWelfare, StepWelfare
from command_center.domain.room import AlarmType
from command_center.domain.targets import Targets
from command_center.domain.unit import (
    CloseReason,
    OrderStatus,
    UnitStatus,
    WelfareCheck,
    WelfareOutcome,
    WelfareStep,
)
from command_center.duty.welfare import endangered, looking, silent_units
from tests.ui.scene import NOW
from tests.unit.duty.rows import ago, drive, on_its_way, situation_of

TARGETS = Targets()
QUIET = 1300.0
STILL = [(QUIET, 3000.0, 0.0), (5.0, 3010.0, 0.0)]
MOVING = [(QUIET, 3000.0, 8.0), (100.0, 2000.0, 8.0), (5.0, 1500.0, 8.0)]


def check(step: WelfareStep, step_s: float, *, moving: bool = False) -> WelfareCheck:
    unit = on_its_way()[0]
    started = ago(max(step_s, 500.0))
    return WelfareCheck("w1", 1, unit.id, step, moving, started, ago(step_s), "s", None, None, None)


@pytest.mark.parametrize("status", [OrderStatus.EN_ROUTE, OrderStatus.ON_SCENE])
@pytest.mark.parametrize(
    ("since_s", "heard", "found"),
    [
        (1190.0, [], None),
        (QUIET, [], False),
        (QUIET, STILL, False),
        (QUIET, MOVING, None),
        (2500.0, MOVING, True),
    ],
)
def test_a_unit_at_work_without_a_word_is_looked_for(
    status: OrderStatus,
    since_s: float,
    heard: list[tuple[float, float, float]],
    found: bool | None,
) -> None:
    unit, order, incident = on_its_way(status, accepted_s=3000, since_s=since_s)
    situation = situation_of([unit, order, incident])
    drive(situation, unit, *heard)
    expected = [] if found is None else [OpenWelfare(unit.id, moving=found)]
    assert looking(situation, NOW, TARGETS) == expected
    rings = [due.type for due in silent_units(situation, NOW, TARGETS)]
    assert rings == [AlarmType.UNIT_SILENT] * len(expected)


def test_an_idle_unit_may_be_silent() -> None:
    unit, _, incident = on_its_way(since_s=QUIET)
    idle = replace(unit, status=UnitStatus.AVAILABLE)
    assert looking(situation_of([idle, incident]), NOW, TARGETS) == []


NEXT = [
    (WelfareStep.RADIO, TARGETS.welfare_radio_s, WelfareStep.PHONE),
    (WelfareStep.PHONE, TARGETS.welfare_phone_s, WelfareStep.PARTNER),
    (WelfareStep.PARTNER, TARGETS.welfare_partner_s, WelfareStep.LEAD),
    (WelfareStep.LEAD, TARGETS.welfare_lead_s, WelfareStep.DANGER),
]


@pytest.mark.parametrize(("step", "limit_s", "onward"), NEXT)
def test_the_clock_goes_on_when_a_way_has_had_its_time(
    step: WelfareStep, limit_s: float, onward: WelfareStep
) -> None:
    rows = on_its_way(OrderStatus.ON_SCENE, accepted_s=3000, since_s=2000)
    early = situation_of([*rows, check(step, limit_s)])
    assert looking(early, NOW, TARGETS) == []
    due = situation_of([*rows, check(step, limit_s + 1)])
    assert looking(due, NOW, TARGETS) == [StepWelfare("w1", onward, step, moving=False)]


@pytest.mark.parametrize(("step", "limit_s", "onward"), NEXT)
def test_a_unit_that_moves_is_waited_for_longer_and_never_called_lost_by_the_clock(
    step: WelfareStep, limit_s: float, onward: WelfareStep
) -> None:
    rows = on_its_way(OrderStatus.EN_ROUTE, accepted_s=5000, since_s=4000)
    for waited_s in (limit_s + 1, 2 * limit_s + 1, 20 * limit_s):
        situation = situation_of([*rows, check(step, waited_s, moving=True)])
        drive(situation, rows[0], *MOVING)
        goes_on = waited_s > 2 * limit_s and onward is not WelfareStep.DANGER
        expected = [StepWelfare("w1", onward, step, moving=True)] if goes_on else []
        assert looking(situation, NOW, TARGETS) == expected


def test_one_that_comes_to_a_stop_is_told_so_and_then_has_the_short_times() -> None:
    rows = on_its_way(OrderStatus.EN_ROUTE, accepted_s=5000, since_s=4000)
    situation = situation_of([*rows, check(WelfareStep.LEAD, 30, moving=True)])
    drive(situation, rows[0], *STILL)
    same = StepWelfare("w1", WelfareStep.LEAD, WelfareStep.LEAD, moving=False)
    assert looking(situation, NOW, TARGETS) == [same]
    (onward,) = looking(situation, NOW + timedelta(seconds=120), TARGETS)
    assert isinstance(onward, StepWelfare)
    assert onward.step is WelfareStep.DANGER


def test_danger_rings_until_the_search_is_over() -> None:
    rows = on_its_way(OrderStatus.ON_SCENE, accepted_s=5000, since_s=2000)
    lost = check(WelfareStep.DANGER, 1500)
    situation = situation_of([*rows, lost])
    (due,) = endangered(situation)
    assert (due.type, due.params["unit"]) == (AlarmType.PERSONNEL_DANGER, rows[0].call_sign)
    assert looking(situation, NOW, TARGETS) == []
    ended = replace(lost, outcome=WelfareOutcome.HELPED, ended_at=NOW, ended_by="s")
    assert list(endangered(situation_of([*rows, ended]))) == []


def test_a_word_of_the_unit_ends_it_and_what_the_desk_did_does_not() -> None:
    unit, order, incident = on_its_way(OrderStatus.ON_SCENE, accepted_s=5000, since_s=2000)
    search = check(WelfareStep.PHONE, 10)
    spoke = replace(unit, status=UnitStatus.RETURNING, status_since=ago(3))
    situation = situation_of([spoke, incident, search])
    assert looking(situation, NOW, TARGETS) == [EndWelfare("w1", WelfareOutcome.WELL)]
    freed = replace(unit, status=UnitStatus.AVAILABLE, status_since=ago(3))
    closed = situation_of([freed, incident, search])
    assert looking(closed, NOW, TARGETS) == []
    assert [due.type for due in silent_units(closed, NOW, TARGETS)] == [AlarmType.UNIT_SILENT]
    ended = replace(order, closed_at=ago(3), close_reason=CloseReason.DONE)
    done = replace(ended, ordered_at=ago(3000))
    given_up = EndWelfare("w1", WelfareOutcome.MISTAKEN, left=True)
    assert looking(situation_of([freed, done, incident, search]), NOW, TARGETS) == [given_up]
    still = replace(search, step=WelfareStep.DANGER)
    assert looking(situation_of([freed, done, incident, still]), NOW, TARGETS) == []
    assert looking(situation_of([unit, done, incident, search]), NOW, TARGETS) == []
    stepped = situation_of([unit, replace(order, on_scene_at=ago(3)), incident, search])
    assert looking(stepped, NOW, TARGETS) == [EndWelfare("w1", WelfareOutcome.WELL)]


def test_who_was_found_well_is_left_alone_for_as_long_again() -> None:
    rows = on_its_way(OrderStatus.ON_SCENE, accepted_s=5000, since_s=4000)
    found = replace(
        check(WelfareStep.PHONE, 1100),
        outcome=WelfareOutcome.WELL,
        ended_at=ago(1000),
        ended_by="s",
    )
    situation = situation_of([*rows, found])
    assert looking(situation, NOW, TARGETS) == []
    later = NOW + timedelta(seconds=TARGETS.silent_s)
    assert looking(situation, later, TARGETS) == [OpenWelfare(rows[0].id, moving=False)]
