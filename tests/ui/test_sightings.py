"""From what the eyes have seen to what stands beside the log, with its picture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from command_center.bootstrap.sightings import JPEG, JPEG_MOST, SightingWatch
from command_center.video.engine import OFF
from command_center.video.model import CameraState, CameraStatus, Sighting, SightingKind
from tests.ui.seats import Desk

PICTURE = JPEG + bytes(100)


class Seeing:
    """An engine that shows one camera and says what the test puts in."""

    def __init__(self) -> None:
        self.seen: list[Sighting] = []
        self.shown = True

    def sightings(self) -> list[Sighting]:
        taken, self.seen = self.seen, []
        return taken

    def status(self, camera_id: str) -> CameraStatus:
        return replace(OFF, state=CameraState.LIVE) if self.shown else OFF

    def close(self, timeout_s: float) -> bool:
        return True


def covered(over: bool = False, jpeg: bytes = PICTURE) -> Sighting:
    return Sighting("camera-1", SightingKind.COVERED, 0.0, 0.93, 0.0, over, b"" if over else jpeg)


@pytest.fixture
def seeing(desk: Desk) -> tuple[Seeing, SightingWatch]:
    engine = Seeing()
    desk.seat.engine.close(1.0)
    object.__setattr__(desk.seat, "engine", engine)
    return engine, SightingWatch(desk.seat, desk.telemetry)


def test_a_sighting_stands_with_its_picture_until_it_is_over(
    desk: Desk, seeing: tuple[Seeing, SightingWatch]
) -> None:
    engine, watch = seeing
    engine.seen = [covered()]
    watch.tick(desk.clock.now())
    desk.settle()
    health = desk.telemetry.how["eye_covered", "camera-1"]
    assert (health.state, health.code) == ("down", "eye_covered")
    assert health.params["value"] == "0.93"
    assert (desk.seat.pictures / health.params["file"]).read_bytes() == PICTURE
    engine.seen = [covered(over=True)]
    watch.tick(desk.clock.forward(5))
    desk.settle()
    over = desk.telemetry.how["eye_covered", "camera-1"]
    assert (over.state, over.params) == ("ok", {})


def test_what_stands_is_said_again_so_that_it_ends_with_who_says_it(
    desk: Desk, seeing: tuple[Seeing, SightingWatch]
) -> None:
    engine, watch = seeing
    engine.seen = [covered()]
    watch.tick(desk.clock.now())
    desk.settle()
    first = desk.telemetry.how["eye_covered", "camera-1"]
    watch.tick(desk.clock.forward(59))
    desk.settle()
    assert desk.telemetry.how["eye_covered", "camera-1"] is first
    watch.tick(desk.clock.forward(2))
    desk.settle()
    again = desk.telemetry.how["eye_covered", "camera-1"]
    assert again == replace(first, at=desk.clock.now())


def test_a_camera_that_is_taken_off_the_wall_has_nothing_standing(
    desk: Desk, seeing: tuple[Seeing, SightingWatch]
) -> None:
    engine, watch = seeing
    engine.seen = [covered()]
    watch.tick(desk.clock.now())
    desk.settle()
    engine.shown = False
    watch.tick(desk.clock.forward(1))
    desk.settle()
    assert desk.telemetry.how["eye_covered", "camera-1"].state == "ok"


@pytest.mark.parametrize("jpeg", [b"", b"MZ\x90", JPEG + bytes(JPEG_MOST)])
def test_what_is_no_small_picture_is_not_written(
    jpeg: bytes, desk: Desk, seeing: tuple[Seeing, SightingWatch]
) -> None:
    engine, watch = seeing
    engine.seen = [covered(jpeg=jpeg)]
    watch.tick(desk.clock.now())
    desk.settle()
    assert desk.telemetry.how["eye_covered", "camera-1"].params["file"] == ""
    assert list(desk.seat.pictures.glob("eye-*")) == []


def test_night_and_day_are_noted_and_alarm_nobody(
    desk: Desk, seeing: tuple[Seeing, SightingWatch]
) -> None:
    engine, watch = seeing
    engine.seen = [Sighting("camera-1", SightingKind.NIGHT, 0.0, 60.0, 120.0)]
    watch.tick(desk.clock.now())
    desk.settle()
    noted = desk.telemetry.how["eye_light", "camera-1"]
    assert (noted.state, noted.code) == ("ok", "eye_night")
