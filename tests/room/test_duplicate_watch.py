"""What other workstations did reaches the memory of this one, and keeps its window from nothing."""

import threading
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from command_center.advice.duplicates import book as table
from command_center.advice.duplicates.reading import Facts
from command_center.advice.duplicates.standing import StandingIncidents
from command_center.bootstrap.duplicate_watch import (
    LEAST_S,
    DuplicateWatch,
    Follower,
    picture_of,
)
from command_center.bootstrap.gateway import Intake
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.duplicates import SeparateReport, SetDuplicateWeights
from command_center.commands.intake import ReceiveReport
from command_center.commands.triage import CloseIncident
from command_center.domain.incident import Disposition, Report
from command_center.situation.situation import Situation, Touched
from tests.room.conftest import HandClock
from tests.room.desk import Desk

HERE, AWAY = (-7.9579, 112.6185), (-7.9860, 112.6500)
WAIT_S = 30.0


@pytest.fixture
def other(database_url: str, room: OpenedRoom, clock: HandClock) -> Iterator[OpenedRoom]:
    opened = open_room(database_url, clock, RoomPlan())
    yield opened
    opened.close()


class Readings:
    """Which reports were read to be compared, and by which threads."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.threads: set[threading.Thread] = set()
        self.came = threading.Semaphore(0)

    def note(self, report: Report) -> None:
        self.ids.append(report.id)
        self.threads.add(threading.current_thread())
        self.came.release()

    def forget(self) -> None:
        self.ids.clear()
        self.threads.clear()
        while self.came.acquire(blocking=False):
            pass


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> Readings:
    seen, read = Readings(), StandingIncidents.facts

    def facts(standing: StandingIncidents, report: Report) -> Facts:
        seen.note(report)
        return read(standing, report)

    monkeypatch.setattr(StandingIncidents, "facts", facts)
    return seen


def tell(room: OpenedRoom, n: int, at: tuple[float, float] = HERE) -> dict[str, Any]:
    text = "pohon tumbang menutup jalan veteran"
    lat, lon = at
    command = ReceiveReport(
        "110", f"w{n}", "pohon_tumbang", text, lat=lat, lon=lon, channel="wadul",
        reporter_ref=f"p{n}",
    )  # fmt: skip
    return dict(room.lane.submit(command, act=room.system).result(WAIT_S).result)


def bring(follower: Follower, situation: Situation, clock: HandClock) -> int:
    """How many reports it read."""
    return sum(1 for _ in follower.bring(picture_of(situation), clock.now()))


def test_reports_are_read_on_another_thread_than_the_one_that_paints(
    desk: Desk, other: OpenedRoom, readings: Readings
) -> None:
    tell(other, 1)
    situation = desk.look()
    readings.forget()
    watch = DuplicateWatch(desk.room)
    watch.start()
    watch.follow(situation)
    assert readings.came.acquire(timeout=WAIT_S)
    watch.stop()
    assert threading.current_thread() not in readings.threads
    assert len(desk.room.standing) == 1


def test_what_changes_in_between_is_heard_when_nothing_changes_any_more(
    desk: Desk, other: OpenedRoom, readings: Readings, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = SimpleNamespace(at=100.0)
    now.monotonic = lambda: now.at
    monkeypatch.setattr("command_center.bootstrap.gateway.time", now)
    intake = Intake(desk.room, (DuplicateWatch,))
    assert intake.hold_or_leave()
    intake.follow(desk.look())
    told = tell(other, 1)
    readings.forget()
    intake.follow(desk.look(), Touched(entities={"incident"}))
    now.at += LEAST_S / 2
    intake.follow(desk.look())
    assert not readings.came.acquire(blocking=False)
    now.at += LEAST_S / 2
    intake.follow(desk.look())
    assert readings.came.acquire(timeout=WAIT_S)
    intake.stop()
    assert desk.room.standing.reports(told["incident_id"]) == {told["report_id"]}


def test_what_this_machine_has_just_filed_is_neither_forgotten_nor_read_again(
    desk: Desk, clock: HandClock, readings: Readings
) -> None:
    """The picture is a moment old: the room tells of the third only with the next one."""
    follower, incident_id = Follower(desk.room.standing), tell(desk.room, 1)["incident_id"]
    tell(desk.room, 2)
    before = desk.look()
    tell(desk.room, 3)
    readings.forget()
    assert bring(follower, before, clock) == 0
    assert len(desk.room.standing.reports(incident_id)) == 3
    assert bring(follower, desk.look(), clock) == 0
    assert readings.ids == []


def test_what_others_take_out_and_close_is_forgotten(
    desk: Desk, other: OpenedRoom, clock: HandClock
) -> None:
    standing, follower = desk.room.standing, Follower(desk.room.standing)
    first, away = tell(desk.room, 1), tell(desk.room, 2, AWAY)
    second = tell(desk.room, 3)
    assert second["incident_id"] == first["incident_id"]
    bring(follower, desk.look(), clock)
    other.lane.submit(SeparateReport(second["report_id"])).result(WAIT_S)
    closing = CloseIncident(away["incident_id"], Disposition.RESOLVED, on_it=())
    other.lane.submit(closing).result(WAIT_S)
    bring(follower, desk.look(), clock)
    assert standing.reports(first["incident_id"]) == {first["report_id"]}
    assert not standing.reports(away["incident_id"])


def test_what_was_left_half_way_is_taken_up_and_what_is_too_old_is_not_read(
    desk: Desk, other: OpenedRoom, clock: HandClock
) -> None:
    tell(other, 1, AWAY)
    clock.turn(table.book().memory_s + 60)
    for n in range(2, 6):
        tell(other, n)
    follower, situation = Follower(desk.room.standing), desk.look()
    steps = follower.bring(picture_of(situation), clock.now())
    assert [next(steps) for _ in range(3)] == [None] * 3
    assert bring(follower, situation, clock) == 1
    assert bring(follower, situation, clock) == 0
    assert len(desk.room.standing) == 1


def test_weights_of_the_room_are_read_once_a_change(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[object] = []
    parse = table.weights_of

    def noted(value: Mapping[str, Any]) -> table.Weights:
        parsed.append(value)
        return parse(value)

    monkeypatch.setattr(table, "weights_of", noted)
    setting = table.book().weights.as_setting()
    desk.do(SetDuplicateWeights(setting, 0))
    for n in range(3):
        tell(desk.room, n)
    assert len(parsed) == 1
    shy = {**setting, "bars": {"ask": 40.0, "attach": 40.0, "attach_grave": 40.0}}
    desk.do(SetDuplicateWeights(shy, 1))
    assert "attached" not in tell(desk.room, 9)
    assert len(parsed) == 2
