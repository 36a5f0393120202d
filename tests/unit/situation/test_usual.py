"""By when a unit is usually done with a step: learned from the room's own orders, within bounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from command_center.domain.unit import Assignment, CloseReason, OrderStatus, UnitStatus
from command_center.situation.board import board_row
from command_center.situation.usual import ENOUGH, KEPT, MOST, USUAL_S, Usual
from tests.unit.duty.rows import ago, on_its_way, situation_of

UNIT = "u"
DRIVE, WORK, BACK = UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE, UnitStatus.RETURNING


def ended(n: int, *, drive_s: float = 300, work_s: float = 900, unit_id: str = UNIT) -> Assignment:
    """The `n`th of them, the later the newer."""
    _, order, _ = on_its_way(OrderStatus.ON_SCENE)
    there = ago(100_000 - n * 100)
    return replace(
        order,
        id=f"a{n}",
        unit_id=unit_id,
        accepted_at=there - timedelta(seconds=drive_s + 50),
        en_route_at=there - timedelta(seconds=drive_s),
        on_scene_at=there,
        closed_at=there + timedelta(seconds=work_s),
        close_reason=CloseReason.DONE,
    )


def learned(rows: Iterable[tuple[Assignment, str]]) -> Usual:
    usual = Usual()
    for row, category in rows:
        usual.take(row, category)
    return usual


def test_a_room_that_knows_little_goes_by_what_is_typed_in() -> None:
    usual = learned((ended(n), "asap") for n in range(ENOUGH - 1))
    assert usual.lasts_s(WORK, UNIT, "asap") == USUAL_S[WORK]
    assert usual.lasts_s(DRIVE, "other", "") == USUAL_S[DRIVE]
    assert usual.lasts_s(UnitStatus.AVAILABLE, UNIT, "") is None
    assert usual.lasts_s(UnitStatus.BREAK, UNIT, "") is None


def test_setting_off_takes_as_long_as_it_took() -> None:
    usual = learned((ended(n), "") for n in range(ENOUGH))
    assert usual.lasts_s(UnitStatus.ORDERED, "other", "x") == 50


def test_work_lasts_as_long_as_in_its_category_and_the_way_back_as_the_unit_s_way_out() -> None:
    fire = [(ended(n, work_s=2000), "kebakaran") for n in range(ENOUGH)]
    rows = [*fire, (ended(ENOUGH, drive_s=420, work_s=900, unit_id="far"), "asap")]
    usual = learned(rows)
    assert usual.lasts_s(WORK, UNIT, "kebakaran") == 2000
    assert usual.lasts_s(WORK, UNIT, "asap") == 2000  # nothing of its own: as all of them
    assert usual.lasts_s(DRIVE, "far", "asap") == 300
    assert usual.lasts_s(BACK, "far", "") == 420
    assert usual.lasts_s(BACK, "never out", "") == 300


@pytest.mark.parametrize(("drive_s", "expected"), [(20, 240), (90_000, 1440)])
def test_what_is_learned_stays_within_bounds(drive_s: float, expected: float) -> None:
    usual = learned((ended(n, drive_s=drive_s), "") for n in range(ENOUGH))
    assert usual.lasts_s(DRIVE, UNIT, "") == expected
    assert MOST * USUAL_S[DRIVE] == 1440


def test_only_the_newest_count_in_whatever_order_they_are_told_and_each_once() -> None:
    old = [(ended(n, drive_s=900, work_s=600), "x") for n in range(KEPT)]
    new = [(ended(n, drive_s=400, work_s=1500), "x") for n in range(KEPT, 2 * KEPT)]
    mixed = [*old, *new, *new, *old]
    Random(3).shuffle(mixed)
    for rows in ([*old, *new], mixed):
        usual = learned(rows)
        assert usual.lasts_s(DRIVE, UNIT, "") == usual.lasts_s(BACK, UNIT, "") == 400
        assert usual.lasts_s(WORK, UNIT, "x") == 1500


def test_what_was_called_off_or_runs_backwards_teaches_nothing() -> None:
    off = [(replace(ended(n), close_reason=CloseReason.CANCELLED), "x") for n in range(ENOUGH)]
    assert learned(off).lasts_s(WORK, UNIT, "x") == USUAL_S[WORK]
    back = [(replace(ended(n), time_reversed=True), "x") for n in range(ENOUGH)]
    assert learned(back).lasts_s(DRIVE, UNIT, "") == USUAL_S[DRIVE]


def test_the_board_says_it_of_a_unit_by_the_orders_it_has_seen() -> None:
    unit, order, incident = on_its_way(OrderStatus.ON_SCENE)
    done = [
        replace(ended(n, work_s=1700), incident_id=incident.id, unit_id="b") for n in range(ENOUGH)
    ]
    row = board_row(situation_of([unit, order, incident, *done]), unit)
    assert row.usual_s == 1700
