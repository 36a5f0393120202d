"""When a camera is tried again, and that a host is not stormed."""

from random import Random

import pytest

from command_center.video.backoff import LOSSES_MAX, QUICK_S, STEPS_S, Retries


def waits(retries: Retries, count: int, now_s: float) -> list[tuple[float, float]]:
    """(moment, wait) of tries that fail at once, the camera never having been there."""
    found = []
    for _ in range(count):
        wait_s = retries.next_s(now_s, was_live=False)
        found.append((now_s, wait_s))
        now_s += wait_s
    return found


def test_a_camera_that_never_came_is_tried_ever_more_seldom() -> None:
    for seed in range(50):
        retries = Retries(Random(seed))
        found = waits(retries, 8, 0.0)
        for (_, wait_s), step_s in zip(found, (*STEPS_S, 30.0, 30.0), strict=True):
            assert 0.8 * step_s <= wait_s <= 1.2 * step_s
        assert retries.failures == 8


def test_waits_differ_between_cameras_that_failed_together() -> None:
    assert len({Retries(Random(seed)).next_s(0.0, False) for seed in range(20)}) == 20


@pytest.mark.parametrize("seed", range(20))
def test_a_camera_that_was_just_there_is_asked_often_and_it_counts_as_one(seed: int) -> None:
    retries = Retries(Random(seed))
    now_s = 100.0
    tries = []
    wait_s = retries.next_s(now_s, was_live=True)
    while now_s + wait_s < 105.5:
        assert wait_s <= 0.6, "or it would not be back within a second of an outage of 5 s"
        assert retries.failures == 1
        now_s += wait_s
        tries.append(now_s)
        wait_s = retries.next_s(now_s, was_live=False)
    assert tries[-1] >= 104.8
    found = waits(retries, 9, 100.0 + QUICK_S)
    assert [round(wait_s / step_s) for (_, wait_s), step_s in zip(found, STEPS_S, strict=False)]
    assert found[0][1] <= 1.2
    assert found[-1][1] >= 24.0
    assert retries.failures >= len(STEPS_S)


def test_the_time_that_a_quick_try_took_is_not_waited_again() -> None:
    retries = Retries(Random(1))
    retries.next_s(0.0, was_live=True, took_s=100.0)
    assert retries.is_quick(1.0)
    assert retries.next_s(1.0, was_live=False, took_s=0.8) <= 0.15
    assert not retries.is_quick(QUICK_S + 0.1)
    assert retries.next_s(QUICK_S + 0.1, was_live=False, took_s=0.8) >= 0.8


def test_a_camera_that_comes_and_goes_is_held_back() -> None:
    retries = Retries(Random(1))
    quick = []
    for loss in range(LOSSES_MAX + 3):
        quick.append(retries.next_s(10.0 * loss, was_live=True) < 0.7)
    assert quick == [True] * LOSSES_MAX + [False] * 3
    assert retries.next_s(200.0, was_live=True) < 0.7, "a minute of peace is forgiven"


def test_settled_forgets() -> None:
    retries = Retries(Random(1))
    waits(retries, 5, 0.0)
    retries.settled()
    assert retries.failures == 0
    assert retries.next_s(1000.0, was_live=False) <= 1.2
