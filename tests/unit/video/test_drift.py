"""Lateness by stamps: found, made up for, and not blamed on us when it is the camera's."""

import pytest

from command_center.video.drift import CAUGHT_UP_S, JUMP_S, LATE_S, Drift

FPS = 25
GOP = 50


def feed(
    drift: Drift, start: int, count: int, late_s: float, waited_s: float = 0.04, slow: float = 0.0
) -> list[bool]:
    """Packets `start` and on, each `late_s` later than it should be; the answers."""
    return [
        drift.packet(
            number / FPS * (1 - slow), number % GOP == 0, 1000 + number / FPS + late_s, waited_s
        )
        for number in range(start, start + count)
    ]


def test_punctual_pictures_are_all_decoded() -> None:
    drift = Drift()
    assert not any(feed(drift, 0, 100, 0.0))
    assert not any(feed(drift, 100, 100, LATE_S - 0.05))
    assert drift.late_s == pytest.approx(LATE_S - 0.05, abs=0.01)


def test_late_ones_are_left_out_until_a_key_picture_is_punctual_again() -> None:
    drift = Drift()
    feed(drift, 0, 10, 0.0)
    assert all(feed(drift, 10, 5, LATE_S + 0.1, waited_s=0.0))
    assert all(feed(drift, 15, 35, 0.0, waited_s=0.0)), "no key picture yet"
    assert drift.late_s < CAUGHT_UP_S
    assert not any(feed(drift, 50, 10, 0.0))


def test_a_key_picture_that_is_late_too_changes_nothing() -> None:
    drift = Drift()
    feed(drift, 0, 10, 0.0)
    assert all(feed(drift, 10, 200, LATE_S + 0.1, waited_s=0.0))


def test_lateness_on_the_way_is_age_and_no_reason_to_decode_less() -> None:
    drift = Drift()
    feed(drift, 0, 10, 0.0)
    answers = feed(drift, 10, 200, 0.6, waited_s=0.03)
    assert answers[0]
    assert not answers[-1], "we waited for these packets: nothing was queued"
    assert drift.late_s == pytest.approx(0.6, abs=0.01)
    assert all(feed(drift, 210, 5, 0.6 + LATE_S + 0.1, waited_s=0.0)), "this part is ours"


def test_a_slow_crystal_is_no_lateness() -> None:
    drift = Drift()
    assert not any(feed(drift, 0, FPS * 3600, 0.0, slow=1e-4))
    assert drift.late_s < 0.1


def test_overload_that_grows_slowly_is_found() -> None:
    drift = Drift()
    assert any(feed(drift, 0, FPS * 120, 0.0, waited_s=0.0, slow=7e-3))


def test_stamps_set_anew_are_no_lateness() -> None:
    drift = Drift()
    feed(drift, 0, 100, 0.0)
    assert not drift.packet(4.0 - 2 * JUMP_S, True, 1004.0, 0.04)
    assert drift.late_s == 0.0
    assert not drift.packet(90_000.0, False, 1004.1, 0.04)
