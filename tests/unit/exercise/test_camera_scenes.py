"""The drawn streets: different from each other, alive, told situations, same seed same picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import combinations

import cv2
import numpy as np
import pytest

from command_center.exercise.cameras import scenes
from command_center.exercise.cameras.backdrop import Backdrop, paint_backdrop
from command_center.exercise.cameras.burn_in import STRIP, BurnIn, clock_text
from command_center.exercise.cameras.catalogue import load_catalogue
from command_center.exercise.cameras.lens import HEIGHT, U8, WIDTH
from command_center.exercise.cameras.light import Light
from command_center.exercise.cameras.scenes import Scene
from command_center.exercise.cameras.situations import Situation
from command_center.exercise.cameras.sprites import Stage
from command_center.exercise.cameras.streets import STREETS
from command_center.exercise.cameras.traffic import Path

AT = datetime(2026, 2, 11, 7, 7, 32, tzinfo=UTC)


# What stands still is painted once: it takes longer than all else here, and nobody changes it.
paint_once = cache(paint_backdrop)


@pytest.fixture(autouse=True)
def _one_painting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "paint_backdrop", paint_once)


def small(name: str) -> Backdrop:
    """The street without traffic."""
    street = STREETS[name]()
    lens = replace(street.lens, width=160, height=90)
    return paint_once(replace(street, lens=lens), Light.DAY, rain=False, seed=3, fineness=1)


def scene(name: str, light: Light = Light.DAY, seed: int = 3, told: str = "") -> Scene:
    made = Scene(STREETS[name](), "CAM-014", "Kantor KPU", seed)
    if told:
        made.tell(Situation(told), 1.0)
    made.use(made.prepare(light, 1))
    return made


def still(name: str) -> U8:
    return np.asarray(
        cv2.resize(small(name).picture, (64, 36), interpolation=cv2.INTER_AREA), np.uint8
    )


@pytest.mark.parametrize("name", sorted(STREETS))
def test_scene_is_a_picture_that_moves(name: str) -> None:
    street = scene(name)
    frames = [street.frame(AT) for _ in range(17)]
    assert frames[0].shape == (HEIGHT, WIDTH, 3)
    assert frames[0].dtype == np.uint8
    assert frames[0].std() > 25
    soft = [cv2.blur(frame[STRIP:], (5, 5)).astype(int) for frame in (frames[0], frames[-1])]
    assert (np.abs(soft[0] - soft[1]).max(axis=2) > 25).sum() > 150


def test_scenes_differ() -> None:
    assert len(STREETS) >= 12
    seen = {name: still(name).astype(int) for name in STREETS}
    gaps = {(a, b): np.abs(seen[a] - seen[b]).mean() for a, b in combinations(STREETS, 2)}
    assert min(gaps.values()) > 10, min(gaps, key=lambda pair: gaps[pair])


def test_equal_seeds_give_equal_pictures_and_others_do_not() -> None:
    one, same, other = (scene("kpu_office", seed=seed) for seed in (5, 5, 6))
    for _ in range(9):
        frames = [street.frame(AT) for street in (one, same, other)]
    assert np.array_equal(frames[0], frames[1])
    assert not np.array_equal(frames[0], frames[2])


def test_clock_is_burnt_in_and_moves_with_the_second() -> None:
    burn = BurnIn("CAM-014", "Kantor KPU")
    pictures = []
    for milliseconds in (0, 400, 1000):
        frame = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
        burn.lay(frame, AT + timedelta(milliseconds=milliseconds))
        pictures.append(frame)
    assert clock_text(AT) == "11-02-2026 14:07:32 WIB"
    assert np.array_equal(pictures[0], pictures[1])
    assert not np.array_equal(pictures[0], pictures[2])
    assert (pictures[0][STRIP:] == 90).all()


def test_night_is_darker_than_day_and_dusk_between() -> None:
    levels = [scene("roundabout", light).frame(AT)[STRIP:].mean() for light in Light]
    day, dusk, night = levels
    assert night < dusk < day


@pytest.mark.parametrize("told", ["crowd", "accident", "flood", "smoke", "rain"])
def test_told_situation_changes_the_picture_and_can_be_ended(told: str) -> None:
    calm, busy = scene("kpu_office"), scene("kpu_office", told=told)
    for _ in range(36):
        frames = calm.frame(AT), busy.frame(AT)
    seen = [cv2.blur(frame[STRIP:], (5, 5)).astype(int) for frame in frames]
    assert (np.abs(seen[0] - seen[1]).max(axis=2) > 30).sum() > 800
    busy.tell(Situation.CLEAR, 0)
    assert not busy.raining


def test_crowd_grows_with_its_intensity() -> None:
    street = scene("kpu_office")
    sizes = []
    for intensity in (0.2, 1.0):
        street.tell(Situation.CROWD, intensity)
        for _ in range(40):
            street.crowd.step(intensity, 1.0)
        sizes.append(len(street.crowd.actors(0)))
    assert 5 < sizes[0] < sizes[1]


def test_a_crowd_that_has_gone_is_gone_and_comes_again() -> None:
    crowd = scene("kpu_office").crowd
    sizes = []
    for intensity, steps in ((0.0, 3), (1.0, 60), (0.0, 60), (0.5, 60)):
        for _ in range(steps):
            crowd.step(intensity, 1.0)
        sizes.append(len(crowd.actors(0)))
    assert sizes[0] == sizes[2] == 0
    assert 0 < sizes[3] < sizes[1]


@pytest.mark.parametrize("s", [-1.0, 0.0, 3.7, 11.0, 99.0])
def test_a_place_on_a_path_is_where_its_piece_says(s: float) -> None:
    path = Path(((0.0, 0.0), (10.0, 0.0), (10.0, 20.0)))
    x, y, heading = path.locate(s, 0.0)
    index = int(np.clip(np.searchsorted(path.at, s, side="right") - 1, 0, len(path.points) - 2))
    begins, ends = path.points[index], path.points[index + 1]
    way = (ends - begins) / np.hypot(*(ends - begins))
    assert (x, y) == pytest.approx(tuple(begins + way * (s - path.at[index])))
    assert heading == pytest.approx(np.degrees(np.arctan2(*way)))
    aside = path.locate(s, 2.0)
    assert (aside[0], aside[1]) == pytest.approx((x - way[1] * 2, y + way[0] * 2))


def test_left_hand_traffic() -> None:
    """On a straight road away from the camera, whoever drives away is left of who comes."""
    movers = scene("crossroads").traffic.movers
    away = [m.x for m in movers if abs((m.heading + 180) % 360 - 180) < 15 and m.model != "walk"]
    toward = [m.x for m in movers if abs(m.heading % 360 - 180) < 15 and m.model != "walk"]
    assert away
    assert toward
    assert np.mean(away) < np.mean(toward)


def test_vehicles_on_one_path_do_not_drive_through_each_other() -> None:
    traffic = scene("avenue").traffic
    for _ in range(400):
        traffic.step()
        cars = [m for m in traffic.movers if m.model not in ("walk", "bike", "bike2")]
        for a, b in combinations(cars, 2):
            if a.path == b.path:
                assert abs(a.s - b.s) > (a.length + b.length) / 2 - 0.6


def test_catalogue_names_known_scenes_inside_the_city() -> None:
    specs = load_catalogue()
    assert len({spec.id for spec in specs}) == len(specs) >= 12
    assert sum(spec.kind == "hls" for spec in specs) >= 9
    assert sum(spec.kind == "mjpeg" for spec in specs) >= 3
    for spec in specs:
        assert spec.scene in STREETS
        assert -8.06 < spec.lat < -7.90
        assert 112.56 < spec.lon < 112.70


@pytest.mark.parametrize("name", sorted(STREETS))
def test_told_situations_take_place_where_the_camera_looks(name: str) -> None:
    street = STREETS[name]()
    stage = Stage(small(name))
    (ax, ay), (bx, by) = street.spots.crowd
    middle = ((ax + bx) / 2 + 0.7, (ay + by) / 2)
    for x, y, z in ((*middle, 1.0), (*street.spots.accident, 0.7), (*street.spots.smoke[:2], 4.0)):
        u, v, depth = stage.spot(x, y, z)
        assert 0 <= u < 160
        assert 12 <= v < 90
        assert stage.backdrop.barrier[int(v), int(u)] > depth - 1.5
