"""What was promised with an order stays in the log, and the room learns from how long it took."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from command_center.bootstrap.roads import RoomRoads
from command_center.bootstrap.streets import LEAST_DONE, RoomStreets, samples_of
from command_center.commands.dispatch import OrderUnits, ReleaseUnit, SetUnitStatus
from command_center.commands.promises import Promised
from command_center.domain.unit import UnitStatus
from command_center.storage.arrivals import Arrived, SqlArrivals
from command_center.ui.detail.arrival_words import minutes
from tests.room.conftest import HandClock
from tests.room.desk import Desk

SIGN = "SAMAPTA 12"
JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def streets(desk: Desk, tmp_path: Path) -> Iterator[RoomStreets]:
    room = desk.room
    made = RoomStreets(
        RoomRoads(tmp_path), SqlArrivals(room.database.engine), room.clock, JAKARTA, first_s=0.0
    )
    yield made
    made.close()


def told(unit_id: str, drive_s: float = 200.0) -> Promised:
    return {
        unit_id: {
            "seconds": drive_s + 60, "low_s": 150.0, "high_s": 400.0, "drive_s": drive_s,
            "by": "road", "vehicle": "car",
        }
    }  # fmt: skip


def drive(desk: Desk, clock: HandClock, promised: Promised, took_s: float = 300.0) -> str:
    """Ordered, on its way after a minute, there after `took_s`, done after ten minutes more."""
    unit_id, incident = desk.unit(SIGN).id, desk.report()
    desk.do(OrderUnits(incident, (unit_id,), "merapat", promised=promised))
    clock.turn(60)
    desk.do(SetUnitStatus(unit_id, UnitStatus.EN_ROUTE))
    clock.turn(took_s)
    desk.do(SetUnitStatus(unit_id, UnitStatus.ON_SCENE))
    clock.turn(600)
    desk.do(SetUnitStatus(unit_id, UnitStatus.AVAILABLE))
    return incident


def test_the_log_keeps_what_was_promised(desk: Desk, clock: HandClock) -> None:
    unit_id = desk.unit(SIGN).id
    drive(desk, clock, told(unit_id))
    [entry] = [
        found.entry
        for found in desk.room.database.history.entries()
        if found.entry.kind == "units.ordered"
    ]
    assert entry.inputs["promised"] == told(unit_id)


def test_an_arrival_is_found_with_its_promise(
    desk: Desk, clock: HandClock, streets: RoomStreets
) -> None:
    unit_id, began = desk.unit(SIGN).id, clock.now()
    drive(desk, clock, told(unit_id), took_s=240)
    arrivals = SqlArrivals(desk.room.database.engine)
    [one] = arrivals.newest(began - timedelta(days=1), 10)
    assert (one.unit_id, one.promised) == (unit_id, told(unit_id)[unit_id])
    assert (one.on_scene_at - one.en_route_at).total_seconds() == 240
    assert one.done_at == clock.now()
    [sample] = samples_of([one], JAKARTA)
    assert (sample.predicted_s, sample.observed_s, sample.by) == (200.0, 240.0, "road")
    assert sample.hour == one.en_route_at.astimezone(JAKARTA).hour
    assert list(arrivals.newest(clock.now() + timedelta(days=1), 10)) == []
    arrivals.close()


def test_slow_streets_make_the_next_promise_longer(
    desk: Desk, clock: HandClock, streets: RoomStreets
) -> None:
    unit_id = desk.unit(SIGN).id
    before = streets.estimator([], []).calibration.of("road", "car", 15)
    for _ in range(LEAST_DONE):
        drive(desk, clock, told(unit_id), took_s=400)
    streets.learn()
    after = streets.estimator([], []).calibration.of("road", "car", 15)
    assert after.middle > before.middle
    assert minutes(200 * after.middle) > minutes(200 * before.middle)
    assert streets.work_s == 600.0


def test_what_was_never_promised_or_ended_early_teaches_nothing(
    desk: Desk, clock: HandClock, streets: RoomStreets
) -> None:
    unit_id = desk.unit(SIGN).id
    drive(desk, clock, {})
    incident = desk.report()
    desk.do(OrderUnits(incident, (unit_id,), "merapat", promised=told(unit_id)))
    desk.do(SetUnitStatus(unit_id, UnitStatus.EN_ROUTE))
    desk.do(ReleaseUnit(unit_id))
    streets.learn()
    assert streets.estimator([], []).calibration.groups == {}
    assert streets.work_s is None


def test_a_promise_that_somebody_spoilt_is_left_out() -> None:
    at = HandClock().now()
    spoilt = Arrived("u", at, at + timedelta(seconds=60), None, {"drive_s": "x", "vehicle": 1})
    assert samples_of([spoilt], JAKARTA) == []


def test_it_learns_beside_the_window(desk: Desk, clock: HandClock, streets: RoomStreets) -> None:
    unit_id = desk.unit(SIGN).id
    for _ in range(LEAST_DONE):
        drive(desk, clock, told(unit_id))
    streets.start()
    until_s = time.monotonic() + 10
    while streets.work_s is None and time.monotonic() < until_s:
        time.sleep(0.01)
    assert streets.work_s == 600.0
