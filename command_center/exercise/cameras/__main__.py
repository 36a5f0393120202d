"""`python -m command_center.exercise.cameras --contact-sheet FILE`: a picture of all scenes."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

import cv2
import numpy as np

from command_center.exercise.cameras.catalogue import CameraSpec, load_catalogue
from command_center.exercise.cameras.lens import U8
from command_center.exercise.cameras.light import Light
from command_center.exercise.cameras.scenes import Scene
from command_center.exercise.cameras.situations import Situation
from command_center.exercise.cameras.streets import STREETS

COLUMNS = 3
WARM_FRAMES = 120


def picture(spec: CameraSpec, light: Light, told: list[Situation], seed: int) -> U8:
    """One frame of a camera after its street has lived for a quarter of a minute."""
    scene = Scene(STREETS[spec.scene](), spec.id, spec.name, seed)
    for kind in told:
        scene.tell(kind, 0.9)
    scene.use(scene.prepare(light))
    at = datetime(2026, 2, 11, 7, 7, 32, tzinfo=UTC)
    for _ in range(WARM_FRAMES):
        frame = scene.frame(at)
    return frame


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m command_center.exercise.cameras")
    parser.add_argument("--contact-sheet", required=True, metavar="FILE")
    parser.add_argument("--light", type=Light, default=Light.DAY, choices=list(Light))
    parser.add_argument("--tell", type=Situation, action="append", default=[])
    parser.add_argument("--camera", action="append", default=[], metavar="ID")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    specs = [one for one in load_catalogue() if not given.camera or one.id in given.camera]
    frames = [picture(one, given.light, given.tell, given.seed) for one in specs]
    frames += [np.zeros_like(frames[0])] * (-len(frames) % COLUMNS)
    rows = [np.hstack(frames[i : i + COLUMNS]) for i in range(0, len(frames), COLUMNS)]
    if not cv2.imwrite(given.contact_sheet, np.vstack(rows)):
        parser.error(f"cannot write {given.contact_sheet}")


if __name__ == "__main__":
    main()
