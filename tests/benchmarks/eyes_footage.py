"""Footage for the eyes: real clips where they are, and the exercise's drawn streets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

import cv2
import numpy as np

from command_center.exercise.cameras.light import Light
from command_center.exercise.cameras.scenes import Scene
from command_center.exercise.cameras.situations import Situation
from command_center.exercise.cameras.streets import STREETS
from tests.benchmarks.tampering import HEIGHT, U8, WIDTH

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "footage"
# Fixed cameras with a frame rate that is theirs; the other clips there are cut or carried.
CLIPS = (("vtest.avi", 10.0), ("intel_car-detection.mp4", 12.5))
TUNED_ON = ("kpu_office", "alley", "roundabout", "bridge")
"""The thresholds were chosen by looking at these streets and at both clips."""
SCENE_FPS = 8.0
AT = datetime(2026, 2, 11, 7, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Footage:
    """`pictures` (n, 360, 640) uint8 at `fps`; `tuned`: the thresholds have seen it; `drawn`: not
    from a real camera."""

    name: str
    fps: float
    pictures: U8
    tuned: bool
    drawn: bool = True

    @property
    def seconds(self) -> float:
        return len(self.pictures) / self.fps


def clips() -> list[Footage]:
    """Those that are there."""
    return [
        Footage(name, fps, _clip(FOLDER / name), tuned=True, drawn=False)
        for name, fps in CLIPS
        if (FOLDER / name).exists()
    ]


def drawn(street: str, light: Light, rain: bool, seconds: float) -> Footage:
    """A drawn street for `seconds`."""
    scene = Scene(STREETS[street](), "CAM-001", street, 3)
    if rain:
        scene.tell(Situation.RAIN, 1.0)
    scene.use(scene.prepare(light, 1))
    name = f"{street} {light.value}{' rain' if rain else ''}"
    pictures = np.stack([_frame(scene, n) for n in range(round(seconds * SCENE_FPS))])
    return Footage(name, SCENE_FPS, pictures, street in TUNED_ON)


def evening(street: str, seconds: float) -> Footage:
    """Day, dusk, night and rain one after the other, without a break between them."""
    scene = Scene(STREETS[street](), "CAM-001", street, 3)
    pictures: list[U8] = []
    for light, rain in ((Light.DAY, 0), (Light.DUSK, 0), (Light.NIGHT, 0), (Light.NIGHT, 1)):
        scene.tell(Situation.RAIN, rain)
        scene.use(scene.prepare(light, 1))
        pictures += [_frame(scene, len(pictures) + n) for n in range(round(seconds * SCENE_FPS))]
    return Footage(f"{street} evening", SCENE_FPS, np.stack(pictures), street in TUNED_ON)


def untouched(streets: Sequence[str], seconds: float) -> Iterator[Footage]:
    """One after the other by day, by night and in the rain."""
    kinds = ((Light.DAY, False), (Light.NIGHT, False), (Light.DAY, True))
    for street, (light, rain) in zip(streets, cycle(kinds), strict=False):
        yield drawn(street, light, rain, seconds)


def _frame(scene: Scene, number: int) -> U8:
    frame = scene.frame(AT + timedelta(seconds=number / SCENE_FPS))
    return np.asarray(cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY), np.uint8)


def _clip(path: Path) -> U8:
    capture = cv2.VideoCapture(str(path))
    pictures: list[U8] = []
    while True:
        done, frame = capture.read()
        if not done:
            return np.stack(pictures)
        small = cv2.resize(frame, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
        pictures.append(np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), np.uint8))
