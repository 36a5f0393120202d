"""States and ages, on a clock of our own."""

from dataclasses import asdict, astuple
from enum import Enum

import numpy as np
import pytest
from av.video.frame import VideoFrame

from command_center.ui.wall.surface import STATUS_MS
from command_center.video.facts import COLD_FAILURES, PICTURE_LATE_S, UNCHANGED_S, status_of
from command_center.video.freeze import FreezeWatch
from command_center.video.model import CameraState, CameraStatus, Level, LevelReason, Reason
from command_center.video.progress import AT_ONCE, Progress, Tempo
from command_center.video.rhythm import STILL_S, Rhythm
from command_center.video.slot import FrameSlot, fit


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def progress(clock: Clock) -> Progress:
    return Progress(clock)


def status(progress: Progress, clock: Clock) -> CameraStatus:
    return status_of(progress.facts(), clock.now_s)


def tempo(picture_s: float, packet_s: float = 0.04, lag_s: float = 0.0) -> Tempo:
    return Tempo(packet_s, picture_s, lag_s)


def test_facts_are_plain_numbers(progress: Progress) -> None:
    for name, value in asdict(progress.facts()).items():
        assert isinstance(value, int | float | Enum | None), name


def test_an_open_socket_is_not_live(progress: Progress, clock: Clock) -> None:
    assert status(progress, clock).state is CameraState.CONNECTING
    progress.opened(False)
    clock.now_s += 3
    found = status(progress, clock)
    assert (found.state, found.last_picture_age_s) == (CameraState.CONNECTING, None)
    assert found.since_s == pytest.approx(3)


@pytest.mark.parametrize("level", [Level.FULL, Level.HALF])
def test_most_of_a_second_without_a_new_picture_is_stale(
    progress: Progress, clock: Clock, level: Level
) -> None:
    progress.opened(False)
    progress.at(level, LevelReason.WANTED)
    progress.shown(clock.now_s, 0.0, tempo(0.1))
    clock.now_s += PICTURE_LATE_S - 0.01
    assert status(progress, clock).state is CameraState.LIVE
    clock.now_s += 0.02
    progress.arrived()
    found = status(progress, clock)
    assert (found.state, found.reason) == (CameraState.STALE, Reason.STALLED)
    assert found.last_picture_age_s == pytest.approx(PICTURE_LATE_S + 0.01)
    assert found.since_s == pytest.approx(0.01)
    assert PICTURE_LATE_S + STATUS_MS / 1000 <= 1.0, "the tile says so within the second"
    progress.damaged()
    assert status(progress, clock).reason is Reason.GARBAGE
    progress.shown(clock.now_s, 0.0, tempo(0.1))
    assert status(progress, clock).state is CameraState.LIVE


def test_a_camera_that_sends_a_picture_in_two_seconds_is_not_stale(
    progress: Progress, clock: Clock
) -> None:
    progress.opened(False)
    progress.shown(clock.now_s, 0.0, tempo(2.0))
    clock.now_s += 2.4
    assert status(progress, clock).state is CameraState.LIVE
    clock.now_s += 0.2
    assert status(progress, clock).state is CameraState.STALE


@pytest.mark.parametrize("level", [Level.KEY, Level.STILL])
def test_few_pictures_are_judged_by_packets(progress: Progress, clock: Clock, level: Level) -> None:
    progress.opened(False)
    progress.at(level, LevelReason.HIDDEN)
    progress.shown(clock.now_s, 0.0, tempo(10.0))
    for _ in range(90):
        clock.now_s += 0.1
        progress.arrived()
        assert status(progress, clock).state is CameraState.LIVE
    clock.now_s += 1.05
    found = status(progress, clock)
    assert (found.state, found.reason) == (CameraState.STALE, Reason.STALLED)
    assert found.last_picture_age_s == pytest.approx(10.05)
    assert found.expected_age_s == pytest.approx(11.0)
    assert (found.level, found.level_reason) == (level, LevelReason.HIDDEN)


@pytest.mark.parametrize(
    ("before", "after", "gap_s"),
    [(Level.FULL, Level.KEY, 10.0), (Level.HALF, Level.KEY, 4.0), (Level.STILL, Level.FULL, 2.0)],
)
def test_waiting_for_the_key_picture_of_another_level_is_no_standstill(
    progress: Progress, clock: Clock, before: Level, after: Level, gap_s: float
) -> None:
    rhythm = Rhythm(0.0)
    for n in range(20):
        rhythm.packet(n * gap_s, key=True)
        rhythm.packet(n * gap_s + 0.04, key=False)
    progress.opened(False)
    progress.at(before, LevelReason.WANTED)
    progress.shown(clock.now_s, 0.0, tempo(rhythm.tempo(before).picture_s or 0.04))
    progress.at(after, LevelReason.WANTED, rhythm.tempo(after).picture_s)
    for _ in range(int(gap_s / 0.1)):
        clock.now_s += 0.1
        progress.arrived()
        assert status(progress, clock).state is CameraState.LIVE
    progress.shown(clock.now_s, 0.0, tempo(0.04))
    progress.at(Level.FULL, LevelReason.WANTED)
    progress.shown(clock.now_s, 0.0, tempo(0.04))
    clock.now_s += 1.0
    assert status(progress, clock).state is CameraState.STALE, "the old pace is forgotten"


def test_packets_alone_do_not_make_a_picture_new(progress: Progress, clock: Clock) -> None:
    progress.opened(False)
    progress.at(Level.KEY, LevelReason.BUDGET)
    progress.shown(clock.now_s, 0.0, tempo(2.0))
    clock.now_s += 7.0
    progress.arrived()
    assert status(progress, clock).state is CameraState.STALE, "three key pictures are missing"


def test_bursts_are_judged_by_their_arrival(progress: Progress, clock: Clock) -> None:
    progress.opened(True)
    progress.shown(clock.now_s - 2.5, 0.0, tempo(0.04, 3.0, 4.0))
    found = status(progress, clock)
    assert found.last_picture_age_s == pytest.approx(2.5)
    assert found.expected_age_s == pytest.approx(5.04)
    assert found.age_at_least
    clock.now_s += 3.9
    assert status(progress, clock).state is CameraState.LIVE, "the next segment may still come"
    clock.now_s += 0.2
    assert status(progress, clock).state is CameraState.STALE


def test_frozen(progress: Progress, clock: Clock) -> None:
    progress.opened(False)
    progress.shown(clock.now_s, UNCHANGED_S - 0.1, tempo(0.1))
    assert status(progress, clock).state is CameraState.LIVE
    progress.shown(clock.now_s, UNCHANGED_S + 1, tempo(0.1))
    found = status(progress, clock)
    assert (found.state, found.reason) == (CameraState.STALE, Reason.FROZEN)
    assert found.since_s == pytest.approx(1.0)
    progress.shown(clock.now_s, 10.0, tempo(10.0))
    assert status(progress, clock).state is CameraState.LIVE, "two pictures prove nothing"


def test_reconnecting_counts_down_then_turns_cold(progress: Progress, clock: Clock) -> None:
    progress.opened(False)
    progress.shown(clock.now_s, 0.0, AT_ONCE)
    for failure in range(1, COLD_FAILURES + 1):
        progress.failed(Reason.REFUSED, 4.0, failure)
        clock.now_s += 1.0
        found = status(progress, clock)
        assert found.failures == failure
        assert found.retry_in_s == pytest.approx(3.0)
        cold = failure == COLD_FAILURES
        assert found.state is (CameraState.COLD if cold else CameraState.RECONNECTING)
        progress.trying()
        assert status(progress, clock).retry_in_s is None
    assert status(progress, clock).since_s == pytest.approx(COLD_FAILURES)
    progress.opened(False)
    assert status(progress, clock).state is CameraState.COLD, "a socket is no picture"
    progress.shown(clock.now_s, 0.0, AT_ONCE)
    progress.recovered()
    assert status(progress, clock).state is CameraState.LIVE
    progress.settled()
    assert status(progress, clock).failures == 0


def test_wrong_credentials_end_in_auth(progress: Progress, clock: Clock) -> None:
    progress.failed(Reason.UNAUTHORISED, None, 1)
    found = status(progress, clock)
    assert (found.state, found.retry_in_s) == (CameraState.AUTH, None)


def test_a_long_wait_for_the_second_key_picture_is_no_standstill(
    progress: Progress, clock: Clock
) -> None:
    rhythm = Rhythm(0.0)
    rhythm.packet(clock.now_s, key=True)
    rhythm.packet(clock.now_s + 0.04, key=False)
    progress.opened(False)
    progress.at(Level.KEY, LevelReason.WANTED)
    progress.shown(clock.now_s, 0.0, rhythm.tempo(Level.KEY))
    clock.now_s += 19.0
    progress.arrived()
    assert status(progress, clock).state is CameraState.LIVE


def test_rhythm_learns_how_far_apart_pictures_come() -> None:
    rhythm = Rhythm(0.0)
    for n in range(80):
        rhythm.packet(n * 0.5, key=n % 8 == 0)
        rhythm.picture(n * 0.6)
    assert astuple(rhythm.tempo(Level.FULL)) == pytest.approx((0.5, 0.6, 0.0))
    assert rhythm.tempo(Level.KEY).picture_s == pytest.approx(4.0)
    assert rhythm.tempo(Level.STILL).picture_s == pytest.approx(STILL_S)
    assert not rhythm.slow(1.0)
    assert rhythm.slow(0.4)
    rhythm.level_changed()
    assert rhythm.tempo(Level.HALF).picture_s == 0.0
    assert Rhythm(6.0).tempo(Level.FULL) == Tempo(9.0, 0.0, 12.0)


def grey(level: int, spot: int | None = None) -> VideoFrame:
    picture = np.full((90, 160, 3), level, np.uint8)
    if spot is not None:
        picture[10:20, spot : spot + 10] = 255
    return VideoFrame.from_ndarray(picture, format="rgb24")


def test_freeze_watch_sees_a_small_change_and_forgives_coding_noise() -> None:
    watch = FreezeWatch()
    assert watch.unchanged_s(grey(80), 0.0) == 0.0
    assert watch.unchanged_s(grey(81), 3.0) == 3.0
    assert watch.unchanged_s(grey(80), 6.0) == 6.0
    assert watch.unchanged_s(grey(80, spot=40), 7.0) == 0.0
    assert watch.unchanged_s(grey(80, spot=90), 9.0) == 0.0


def test_slot_has_the_size_its_reader_set() -> None:
    slot = FrameSlot()
    slot.resize(100, 50)
    assert slot.size == (100, 50)
    for size in ((0, 10), (10, 5000)):
        with pytest.raises(ValueError, match="a tile of"):
            slot.resize(*size)
    assert slot.size == (100, 50)


@pytest.mark.parametrize(
    ("picture", "tile", "inside"),
    [
        ((1920, 1080), (480, 270), (480, 270)),
        ((640, 480), (480, 270), (360, 270)),
        ((320, 180), (640, 640), (640, 360)),
        ((4000, 2), (100, 100), (100, 1)),
    ],
)
def test_fit_keeps_proportions(
    picture: tuple[int, int], tile: tuple[int, int], inside: tuple[int, int]
) -> None:
    assert fit(*picture, tile) == inside
