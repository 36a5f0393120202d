"""States and ages, on a clock of our own."""

import numpy as np
import pytest
from av.video.frame import VideoFrame

from command_center.video.freeze import UNCHANGED_S, FreezeWatch
from command_center.video.model import Level
from command_center.video.model import CameraState, Reason
from command_center.video.pace import Pacer
from command_center.video.progress import COLD_FAILURES, Progress
from command_center.video.rhythm import Rhythm
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


def test_an_open_socket_is_not_live(progress: Progress, clock: Clock) -> None:
    assert progress.status().state is CameraState.CONNECTING
    progress.opened(0.0)
    clock.now_s += 3
    status = progress.status()
    assert (status.state, status.last_picture_age_s) == (CameraState.CONNECTING, None)
    assert status.since_s == pytest.approx(3)


def test_age_is_the_pictures_and_stale_follows_from_lateness(
    progress: Progress, clock: Clock
) -> None:
    progress.opened(0.0)
    progress.shown(clock.now_s, 0.1, 0.0)
    clock.now_s += 1.0
    assert progress.status().state is CameraState.LIVE
    clock.now_s += 0.2
    status = progress.status()
    assert (status.state, status.reason) == (CameraState.STALE, Reason.STALLED)
    assert status.last_picture_age_s == pytest.approx(1.2)
    assert status.since_s == pytest.approx(0.1)
    progress.damaged()
    assert progress.status().reason is Reason.GARBAGE
    progress.shown(clock.now_s, 0.1, 0.0)
    assert progress.status().state is CameraState.LIVE


def test_a_picture_taken_earlier_is_older(progress: Progress, clock: Clock) -> None:
    progress.opened(2.0)
    progress.shown(clock.now_s - 2.5, 2.0, 0.0)
    status = progress.status()
    assert status.last_picture_age_s == pytest.approx(2.5)
    assert status.expected_age_s == pytest.approx(6.0)
    clock.now_s += 2.9
    assert progress.status().state is CameraState.LIVE, "the next segment may still come"


def test_frozen(progress: Progress, clock: Clock) -> None:
    progress.opened(0.0)
    progress.shown(clock.now_s, 0.1, UNCHANGED_S - 0.1)
    assert progress.status().state is CameraState.LIVE
    progress.shown(clock.now_s, 0.1, UNCHANGED_S + 1)
    status = progress.status()
    assert (status.state, status.reason) == (CameraState.STALE, Reason.FROZEN)
    assert status.since_s == pytest.approx(1.0)


def test_reconnecting_counts_down_then_turns_cold(progress: Progress, clock: Clock) -> None:
    progress.opened(0.0)
    progress.shown(clock.now_s, 0.1, 0.0)
    for failure in range(1, COLD_FAILURES + 1):
        progress.failed(Reason.REFUSED, 4.0)
        clock.now_s += 1.0
        status = progress.status()
        assert status.failures == failure
        assert status.retry_in_s == pytest.approx(3.0)
        cold = failure == COLD_FAILURES
        assert status.state is (CameraState.COLD if cold else CameraState.RECONNECTING)
        progress.trying()
        assert progress.status().retry_in_s is None
    assert progress.status().since_s == pytest.approx(COLD_FAILURES)
    progress.opened(0.0)
    progress.shown(clock.now_s, 0.1, 0.0)
    progress.recovered()
    assert progress.status().state is CameraState.LIVE
    progress.settled()
    assert progress.status().failures == 0


def test_wrong_credentials_end_in_auth(progress: Progress) -> None:
    progress.failed(Reason.UNAUTHORISED, None)
    status = progress.status()
    assert (status.state, status.retry_in_s) == (CameraState.AUTH, None)


def test_pacer_spreads_a_burst_and_says_how_old_it_is() -> None:
    pacer = Pacer(segment_s=2.0, lag_s=2.0)
    waits = [pacer.wait_s(50 + n * 0.1, 10.0) for n in range(4)]
    assert waits == pytest.approx([0.0, 0.1, 0.2, 0.3])
    assert pacer.taken_at_s(10.0) == 8.0
    assert pacer.wait_s(50.4, 11.4) == 0.0, "late"
    assert pacer.taken_at_s(11.4) == pytest.approx(11.4 - 3.0), "lateness is age from now on"
    assert pacer.wait_s(50.5, 11.4) == pytest.approx(0.1)
    assert pacer.wait_s(52.5, 11.4) == 0.0, "a segment was left out"
    assert pacer.taken_at_s(11.4) == pytest.approx(11.4 - 0.9), "which makes up for lateness"
    assert pacer.wait_s(9000.0, 11.5) == 0.0, "a break in the stamps"
    assert pacer.wait_s(3.0, 11.5) == 0.0, "and back"
    assert pacer.taken_at_s(11.4) == pytest.approx(11.4 - 0.9)
    assert pacer.wait_s(9000.0, 11.5) == 0.0
    assert pacer.wait_s(9000.1, 11.5) == pytest.approx(0.1)
    assert Pacer(segment_s=0.0, lag_s=0.0).wait_s(50.0, 10.0) == 0.0


def test_rhythm_learns_how_far_apart_pictures_come() -> None:
    rhythm = Rhythm(0.0)
    for n in range(40):
        rhythm.picture(n * 0.5)
        rhythm.key_packet(n * 4.0)
    assert rhythm.expected_s(Level.FULL) == pytest.approx(0.5)
    assert rhythm.expected_s(Level.KEY) == pytest.approx(4.0)
    assert Rhythm(6.0).expected_s(Level.FULL) == 6.0


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
