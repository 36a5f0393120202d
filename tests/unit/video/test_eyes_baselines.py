"""Baselines: by the hour of the week, across restarts, and never trusted when damaged."""

from __future__ import annotations

import logging
import math
from pathlib import Path

import numpy as np
import pytest

from command_center.video.eyes.store import MOST_BYTES, BaselineStore
from command_center.video.eyes.surge import HOURS, HourOfWeek, SurgeWatch

RUSH, QUIET = 17, 3


def taught(minutes: int, value: float, hour: int) -> HourOfWeek:
    hours = HourOfWeek()
    rng = np.random.default_rng(4)
    for _ in range(minutes):
        hours.learn(hour, value * math.exp(rng.normal(0, 0.2)))
    return hours


def feed(watch: SurgeWatch, index: float, hour: int, first_s: float, s: float) -> list[bool]:
    turns = [watch.feed(index, hour, first_s + n * 0.4) for n in range(round(s / 0.4))]
    return [turn for turn in turns if turn is not None]


def test_a_surge_must_last_and_ends_with_hysteresis() -> None:
    watch = SurgeWatch(taught(40, 0.01, RUSH))
    assert feed(watch, 0.012, RUSH, 0, 60) == []
    assert feed(watch, 0.2, RUSH, 60, 15) == []
    assert feed(watch, 0.2, RUSH, 75, 40) == [True]
    assert watch.value > 5 * watch.usual > 0
    assert feed(watch, 0.2, RUSH, 115, 60) == []
    assert feed(watch, 0.01, RUSH, 175, 80) == [False]


def test_what_is_usual_at_rush_hour_is_a_surge_at_night() -> None:
    hours = taught(40, 0.1, RUSH)
    for _ in range(40):
        hours.learn(QUIET, 0.005)
    assert feed(SurgeWatch(hours), 0.1, RUSH, 0, 120) == []
    assert feed(SurgeWatch(hours), 0.1, QUIET, 0, 120) == [True]


def test_nothing_is_said_before_enough_is_known() -> None:
    assert feed(SurgeWatch(taught(10, 0.001, RUSH)), 0.5, RUSH, 0, 120) == []


def test_the_same_hour_of_other_days_serves_until_this_one_is_known() -> None:
    hours = HourOfWeek()
    for day in range(3):
        for _ in range(25):
            hours.learn(day * 24 + RUSH, 0.01)
    assert hours.usual(5 * 24 + RUSH) is not None
    assert hours.usual(5 * 24 + QUIET) is None


def test_a_surge_does_not_teach_itself_as_usual() -> None:
    watch = SurgeWatch(taught(40, 0.01, RUSH))
    feed(watch, 0.3, RUSH, 0, 600)
    assert watch.standing
    assert watch.hours.usual(RUSH) == pytest.approx((math.log(0.01), 0.35), abs=0.15)


def arrays() -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]:
    return {
        "masks": np.zeros(32, np.uint8),
        "bright": np.array(120.0, np.float32),
        "flow": np.ones((HOURS, 3), np.float32),
        "picture_day": np.full((180, 320), 99, np.uint8),
    }


def saved(folder: Path, camera_id: str) -> BaselineStore:
    store = BaselineStore(folder)
    store.save(camera_id, arrays())
    store.close()
    return BaselineStore(folder)


def test_a_baseline_is_read_back_under_a_name_of_ours(tmp_path: Path) -> None:
    evil = "../../etc/passwd\n%s"
    store = saved(tmp_path, evil)
    (file,) = tmp_path.iterdir()
    assert file == store.path(evil)
    assert file.stem.isalnum()
    assert file.stat().st_size < 200_000
    found = store.load(evil)
    assert found is not None
    assert np.array_equal(found["picture_day"], arrays()["picture_day"])
    assert store.load("another") is None


@pytest.mark.parametrize("harm", ["cut", "noise", "huge", "nan", "shape", "pickle"])
def test_a_damaged_file_is_learnt_anew_with_one_line(
    harm: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = saved(tmp_path, "c")
    path = store.path("c")
    whole = path.read_bytes()
    broken = arrays() | {"format": np.int64(1)}
    if harm == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif harm == "noise":
        path.write_bytes(bytes(500))
    elif harm == "huge":
        path.write_bytes(bytes(MOST_BYTES + 1))
    else:
        if harm == "nan":
            broken["flow"] = np.full((HOURS, 3), np.nan, np.float32)
        elif harm == "shape":
            broken["flow"] = np.ones((3, 3), np.float32)
        else:
            broken["flow"] = np.array([{}], dtype=object)
        with path.open("wb") as file:
            np.savez(file, **broken)  # type: ignore[arg-type]
    with caplog.at_level(logging.WARNING):
        assert store.load("c") is None
    assert len(caplog.records) == 1
