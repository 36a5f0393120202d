"""Segments come in bursts and are shown evenly, as early as they can be."""

from __future__ import annotations

import itertools

import pytest

from command_center.video.pace import REMEMBERED, SKIP_S, Pacer

SEGMENT_S = 2.0
FPS = 25
PER_SEGMENT = int(SEGMENT_S * FPS)
Shown = list[tuple[float, float]]


def play(pacer: Pacer, found_s: list[float], stamps: list[float] | None = None) -> Shown:
    """(when shown, when taken) of every picture of segments that were found at these moments,
    on the camera's clock; segment n was taken from 2n to 2n + 2."""
    now_s, shown = 0.0, []
    for number, at_s in enumerate(found_s):
        first = number * SEGMENT_S if stamps is None else stamps[number]
        for picture in range(PER_SEGMENT):
            stamp_s = first + picture / FPS
            now_s = max(now_s, at_s + picture * 1e-4)
            pacer.arrived(stamp_s, at_s + picture * 1e-4)
            now_s += pacer.wait_s(stamp_s, now_s)
            shown.append((now_s, number * SEGMENT_S + picture / FPS))
    return shown


def steps(shown: Shown) -> list[float]:
    return [b - a for (a, _), (b, _) in itertools.pairwise(shown)]


def made(number: int) -> float:
    """When a segment is complete."""
    return (number + 1) * SEGMENT_S


def test_a_burst_is_spread() -> None:
    shown = play(Pacer(SEGMENT_S), [made(n) + 0.4 for n in range(6)])
    assert steps(shown) == pytest.approx([1 / FPS] * (6 * PER_SEGMENT - 1), abs=0.005)


def test_joining_late_does_not_stay_late() -> None:
    found = [made(0) + 1.7, *(made(n) + 0.2 for n in range(1, 8))]
    shown = play(Pacer(SEGMENT_S), found)
    delay = [at - taken for at, taken in shown]
    assert delay[0] == pytest.approx(SEGMENT_S + 1.7)
    settled = delay[2 * PER_SEGMENT :]
    assert max(settled) <= SEGMENT_S + 0.2 + 0.05
    assert max(steps(shown)) <= 1 / FPS + 0.005, "no hole"


def test_segments_found_now_sooner_now_later_are_shown_evenly() -> None:
    late = [0.0, 0.5, 0.1, 0.4, 0.3, 0.5, 0.0, 0.2, 0.5, 0.1, 0.4, 0.5]
    shown = play(Pacer(SEGMENT_S), [made(n) + d for n, d in enumerate(late)])
    settled = shown[2 * PER_SEGMENT :]
    assert max(steps(settled)) < 0.06
    assert min(steps(settled)) > 0.03
    assert max(at - taken for at, taken in settled) <= SEGMENT_S + 0.55


def test_one_late_segment_is_made_up_for_when_it_is_forgotten() -> None:
    late = [0.1] * 3 + [0.1 + 0.8 * SKIP_S] + [0.1] * (REMEMBERED + 8)
    shown = play(Pacer(SEGMENT_S), [made(n) + d for n, d in enumerate(late)])
    delay = [at - taken for at, taken in shown]
    assert delay[4 * PER_SEGMENT] == pytest.approx(SEGMENT_S + 0.1 + 0.8 * SKIP_S, abs=0.02)
    assert delay[-1] == pytest.approx(SEGMENT_S + 0.1, abs=0.02)
    assert min(steps(shown)) > 0.03, "nobody saw it"


def test_stamps_set_anew_change_nothing_on_the_screen() -> None:
    found = [made(n) + 0.2 for n in range(8)]
    stamps = [1000.0, 1002.0, 3.0, 5.0, 7.0, 90_000.0, 90_002.0, 90_004.0]
    shown = play(Pacer(SEGMENT_S), found, stamps)
    assert max(steps(shown)) < 0.08
    assert [at - taken for at, taken in shown][-1] == pytest.approx(SEGMENT_S + 0.2, abs=0.1)


def test_a_picture_is_as_old_as_its_segment_and_its_wait() -> None:
    pacer = Pacer(SEGMENT_S)
    shown = []
    for number, at_s in enumerate([made(0) + 0.3, made(1) + 0.3]):
        for picture in range(PER_SEGMENT):
            stamp_s = 500 + number * SEGMENT_S + picture / FPS
            pacer.arrived(stamp_s, at_s)
            now_s = at_s + pacer.wait_s(stamp_s, at_s)
            shown.append((pacer.taken_at_s(now_s), number * SEGMENT_S + picture / FPS))
    for said, truly in shown:
        assert said == pytest.approx(truly + 0.3, abs=0.01), "at the latest, and close to it"


def test_pictures_without_stamps_are_shown_at_once() -> None:
    pacer = Pacer(SEGMENT_S)
    pacer.arrived(None, 5.0)
    assert pacer.wait_s(None, 5.0) == 0.0
