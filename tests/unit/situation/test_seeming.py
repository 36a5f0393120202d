"""What positions say against the status that is shown, and when they say nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from command_center.domain.unit import OrderStatus, Unit, UnitStatus
from command_center.ports import Position
from command_center.situation.board import board_row
from command_center.situation.seeming import Seeming, Seems
from command_center.situation.situation import Situation
from tests.ui import scene
from tests.unit.duty.rows import TKP, ago, drive, incident_at, on_its_way, situation_of

Heard = tuple[float, float, float]
"""(seconds ago, metres north of the incident, metres/s)."""


def seen(unit: Unit, situation: Situation) -> Seeming | None:
    found = situation.unit(unit.id)
    assert found is not None
    return board_row(situation, found).seems


def at_work(status: OrderStatus, *heard: Heard, since_s: float = 300, **given: Any) -> Any:
    unit, order, incident = on_its_way(status, since_s=since_s, **given)
    situation = situation_of([unit, order, incident])
    drive(situation, unit, *heard)
    return seen(unit, situation)


def free(status: UnitStatus, since_s: float, *heard: Heard) -> Seeming | None:
    unit = replace(scene.unit_rows()[0], status=status, status_since=ago(since_s))
    situation = situation_of([unit])
    drive(situation, unit, *heard)
    return seen(unit, situation)


def test_a_unit_that_stands_at_its_incident_seems_to_be_there_since_it_came_near() -> None:
    found = at_work(OrderStatus.EN_ROUTE, (100, 500, 8), (60, 70, 4), (40, 20, 1), (5, 15, 0))
    assert found == Seeming(Seems.THERE, ago(60))


@pytest.mark.parametrize(
    "heard",
    [
        [(100, 500, 8), (60, 300, 8), (5, 150, 0)],
        [(100, 20, 0), (50, 60, 8), (5, 500, 8)],
        [(60, 60, 9), (5, 20, 9)],
    ],
)
def test_who_is_far_drives_past_or_has_driven_on_is_not_there(heard: list[Heard]) -> None:
    assert at_work(OrderStatus.EN_ROUTE, *heard) is None


def test_what_it_has_said_or_where_nobody_knows_is_not_asked() -> None:
    near: list[Heard] = [(60, 20, 0), (5, 15, 0)]
    assert at_work(OrderStatus.ON_SCENE, *near) is None
    assert at_work(OrderStatus.EN_ROUTE, *near, incident=incident_at(accuracy_m=1500.0)) is None
    assert at_work(OrderStatus.EN_ROUTE, *near, incident=incident_at(lat=None, lon=None)) is None


SET_OFF: list[Heard] = [(400, 2000, 0), (40, 1900, 9), (20, 1700, 9), (5, 1600, 9)]


@pytest.mark.parametrize(
    ("status", "heard", "kind"),
    [
        (OrderStatus.ACCEPTED, SET_OFF, Seems.SET_OFF),
        (OrderStatus.ORDERED, SET_OFF, Seems.SET_OFF),
        (OrderStatus.EN_ROUTE, SET_OFF, None),
        # it goes on with its patrol, away from the incident
        (OrderStatus.ORDERED, [(400, 2000, 5), (40, 2100, 5), (5, 2300, 5)], None),
        # it has heard the order, and the road leads around first
        (OrderStatus.ACCEPTED, [(400, 2000, 0), (40, 2100, 9), (5, 2300, 9)], Seems.SET_OFF),
        (OrderStatus.ACCEPTED, [(400, 2000, 0), (40, 2050, 9), (5, 2140, 9)], None),
        # one position only
        (OrderStatus.ORDERED, [(400, 2000, 0), (5, 1800, 9)], None),
        # it had come so far before it was ordered
        (OrderStatus.ORDERED, [(900, 2000, 9), (400, 1000, 9), (5, 1000, 0)], None),
        # nobody watched it when it was ordered
        (OrderStatus.ORDERED, [(60, 1900, 9), (40, 1700, 9), (5, 1500, 9)], None),
    ],
)
def test_who_drives_towards_the_incident_seems_to_have_set_off(
    status: OrderStatus, heard: list[Heard], kind: Seems | None
) -> None:
    found = at_work(status, *heard)
    assert (found.kind if found else None) is kind
    if found is not None:
        assert found.at == ago(40)


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ([(250, 10, 0), (60, 15, 0), (30, 300, 9), (15, 450, 9)], Seeming(Seems.LEFT, ago(30))),
        # one position that strays
        ([(250, 10, 0), (60, 15, 0), (30, 300, 9), (15, 12, 0)], None),
        ([(250, 10, 0), (60, 15, 0), (15, 300, 9)], None),
        # it drives off; the car is put elsewhere
        ([(250, 10, 0), (60, 15, 0), (30, 50, 9), (15, 150, 9)], Seeming(Seems.LEFT, ago(30))),
        ([(250, 10, 0), (60, 15, 0), (30, 50, 9), (15, 95, 9)], None),
        ([(250, 10, 0), (60, 15, 0), (30, 50, 3), (15, 150, 0)], None),
        # around the corner
        ([(250, 10, 0), (60, 120, 3), (15, 180, 3)], None),
        # says it is there and has stood elsewhere ever since
        ([(400, 900, 0), (200, 905, 0), (15, 900, 0)], Seeming(Seems.FAR, ago(300))),
        # was last heard of before it said so
        ([(400, 900, 8)], None),
    ],
)
def test_a_unit_on_scene_that_is_elsewhere_has_left_or_contradicts_itself(
    heard: list[Heard], expected: Seeming | None
) -> None:
    found = at_work(OrderStatus.ON_SCENE, *heard)
    assert (found and (found.kind, found.at)) == (expected and (expected.kind, expected.at))
    if found is not None:
        assert found.metres == pytest.approx(heard[-1][1], rel=0.01)


@pytest.mark.parametrize(
    ("status", "since_s", "heard", "kind"),
    [
        (UnitStatus.RETURNING, 300, [(290, 0, 8), (100, 2000, 8), (70, 2005, 0), (5, 2001, 0)],
         Seems.BACK),
        # at a light
        (UnitStatus.RETURNING, 300, [(290, 0, 8), (50, 2000, 8), (5, 2001, 0)], None),
        # at its post: it had stood there for long
        (UnitStatus.RETURNING, 300, [(2000, 2010, 0), (900, 1000, 8), (280, 0, 8), (20, 1500, 8),
         (5, 2000, 0)], Seems.BACK),
        # past its post
        (UnitStatus.RETURNING, 300, [(2000, 2010, 0), (900, 1000, 8), (280, 0, 8), (20, 1500, 8),
         (5, 2000, 8)], None),
        # it has not driven since it said so
        (UnitStatus.RETURNING, 300, [(900, 9000, 8), (400, 0, 0), (5, 3, 0)], None),
        (UnitStatus.BREAK, 1500, [(1490, 0, 0), (60, 300, 8), (30, 500, 8), (5, 700, 8)],
         Seems.RESTED),
        # on its way to where it eats
        (UnitStatus.BREAK, 300, [(290, 0, 8), (60, 300, 8), (30, 500, 8), (5, 700, 8)], None),
        (UnitStatus.AVAILABLE, 1500, [(1490, 0, 0), (60, 300, 8), (30, 500, 8)], None),
    ],
)  # fmt: skip
def test_a_free_unit_that_came_home_or_drives_after_its_break_seems_ready(
    status: UnitStatus, since_s: float, heard: list[Heard], kind: Seems | None
) -> None:
    found = free(status, since_s, *heard)
    assert (found.kind if found else None) is kind


def test_a_leap_nobody_could_drive_is_not_believed_until_a_second_position_agrees() -> None:
    leap: list[Heard] = [(300, 3000, 8), (60, 1500, 8), (50, 12000, 8)]
    found = at_work(OrderStatus.EN_ROUTE, *leap)
    assert (found.kind, found.at) == (Seems.JUMPED, ago(50))
    assert found.metres == pytest.approx(10_500, rel=0.01)
    assert at_work(OrderStatus.EN_ROUTE, *leap, (40, 1400, 8)) is None
    assert at_work(OrderStatus.EN_ROUTE, *leap, (40, 12080, 8)) is None


def test_two_receivers_under_one_call_sign_stay_a_contradiction() -> None:
    both = [(300 - n * 10, 0.0 if n % 2 else 15_000.0, 0.0) for n in range(21)]
    found = at_work(OrderStatus.ORDERED, *both, accepted_s=None)
    assert found is not None
    assert found.kind is Seems.JUMPED


def test_a_leap_moves_nobody() -> None:
    unit, order, incident = on_its_way()
    situation = situation_of([unit, order, incident])
    drive(situation, unit, (300, 900, 0), (60, 905, 0), (50, 12_000, 0))
    track = situation.tracks.of(unit.id)
    assert track is not None
    assert track.moved_at is None
    assert track.last.at == ago(60)
    situation.place({unit.id: Position(unit.id, *TKP, 6.0, 0.0, None, ago(1))})
    assert situation.tracks.of(unit.id).jump is None  # type: ignore[union-attr]


def test_saying_the_same_again_does_not_make_the_status_younger() -> None:
    unit = replace(scene.unit_rows()[0], status=UnitStatus.BREAK, status_since=ago(1500))
    situation = situation_of([unit])
    again = replace(unit, version=2, status_since=ago(60))
    situation.put("unit", unit.id, again)
    row = board_row(situation, again)
    assert (row.since, row.in_status_since) == (ago(60), ago(1500))
    ready = replace(unit, version=3, status=UnitStatus.AVAILABLE, status_since=ago(10))
    situation.put("unit", unit.id, ready)
    assert board_row(situation, ready).in_status_since == ago(10)
