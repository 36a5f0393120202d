"""Whoever holds the lease does the intake of the room, one at a time, each part made anew."""

import threading
from typing import ClassVar

import pytest

from command_center.bootstrap.gateway import HOLD_S, NAME, Intake
from command_center.bootstrap.room import OpenedRoom
from command_center.situation.situation import Situation, Touched
from command_center.storage.lease import Leases
from tests.room.desk import Desk


class Heard:
    """A part that writes down what it is told."""

    entities = frozenset({"source"})
    made: ClassVar[list["Heard"]] = []

    def __init__(self, room: OpenedRoom) -> None:
        self.told: list[str] = []
        self.started = threading.Event()
        Heard.made.append(self)

    def start(self) -> None:
        self.started.set()

    def stop(self) -> None:
        self.told.append("stop")

    def follow(self, situation: Situation) -> None:
        self.told.append("follow")


class Broken(Heard):
    def start(self) -> None:
        raise RuntimeError("cannot")


@pytest.fixture(autouse=True)
def _forget() -> None:
    Heard.made.clear()


def begun(room: OpenedRoom) -> Intake:
    intake = Intake(room, (Broken, Heard))
    intake.start()
    return intake


def test_a_part_hears_once_of_the_situation_and_then_of_its_entities_only(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """And one that cannot begin keeps nobody else from it."""
    intake = begun(desk.room)
    assert _at_work(intake)
    assert "cannot" in caplog.text
    part = Heard.made[-1]
    situation = desk.look()
    intake.follow(situation)
    intake.follow(situation)
    intake.follow(situation, Touched(entities={"camera"}))
    assert part.told == ["follow"]
    intake.follow(situation, Touched(entities={"source", "camera"}))
    intake.stop()
    assert part.told == ["follow", "follow", "stop"]


def test_a_second_machine_does_nothing_until_the_lease_is_free(desk: Desk) -> None:
    leases = Leases(desk.room.database.engine)
    assert leases.take(NAME, "elsewhere", desk.room.clock.now(), HOLD_S)
    intake = Intake(desk.room, (Heard,))
    assert not intake.hold_or_leave()
    assert not Heard.made
    leases.release(NAME, "elsewhere")
    assert intake.hold_or_leave()
    assert len(Heard.made) == 1
    # Taken away while this process was asleep: what it did ends, and begins anew later.
    leases.release(NAME, intake.holder)
    assert leases.take(NAME, "elsewhere", desk.room.clock.now(), HOLD_S)
    assert not intake.hold_or_leave()
    assert Heard.made[-1].told == ["stop"]
    leases.release(NAME, "elsewhere")
    assert intake.hold_or_leave()
    assert intake.parts == (Heard.made[-1],)
    assert len(Heard.made) == 2
    intake.stop()
    assert leases.take(NAME, "elsewhere", desk.room.clock.now(), HOLD_S)
    leases.close()


def _at_work(intake: Intake) -> bool:
    for _ in range(1000):
        if intake.parts:
            return True
        threading.Event().wait(0.01)
    return False
