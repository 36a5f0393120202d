"""What the eyes notice, what they say of pictures that nobody touched, and what they cost.

The thresholds were chosen on both real clips and the streets of `TUNED_ON`; the figures marked
held_out are of the other streets, which were not looked at before.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import cv2
import numpy as np
from av.video.frame import VideoFrame

from command_center.exercise.cameras.light import Light
from command_center.exercise.cameras.streets import STREETS
from tests.benchmarks.eyes_footage import TUNED_ON, Footage, clips, drawn, evening, untouched
from tests.benchmarks.eyes_trial import ALARMING, Watched, trials, watch
from tests.benchmarks.figure import Figure
from tests.benchmarks.tampering import harmless, tampers

BENCH = "wall"
NOTICED_S = 5.0
TRIED_S = 5.2
HARMLESS_S = 9.0
FOOTAGE_S, EVENING_S, COST_S = 40.0, 20.0, 30.0
CAMERAS, LOOKS_HZ = 36, 5
LARGE = (1280, 720)
HELD_OUT = tuple(sorted(set(STREETS) - set(TUNED_ON)))


@dataclass
class Tally:
    """Counts by the group of the act."""

    tried: dict[str, int] = field(default_factory=dict)
    noticed: dict[str, int] = field(default_factory=dict)
    harmless: int = 0
    mistaken: int = 0
    watched_s: float = 0.0
    false: int = 0

    def take(self, footage: Footage) -> None:
        """Every act on the footage, and the footage itself."""
        for trial in trials(footage, tampers(), 1 if footage.drawn else 4, TRIED_S):
            group = trial.tamper.group
            self.tried[group] = self.tried.get(group, 0) + 1
            hit = trial.noticed_s is not None and trial.noticed_s <= NOTICED_S
            self.noticed[group] = self.noticed.get(group, 0) + hit
        for trial in trials(footage, harmless(), 1 if footage.drawn else 2, HARMLESS_S):
            self.harmless += 1
            self.mistaken += trial.kind is not None
        self.leave(footage)

    def leave(self, footage: Footage) -> None:
        """Untouched."""
        seen, _ = watch(footage)
        self.watched_s += footage.seconds
        self.false += sum(1 for one in seen if one.kind in ALARMING and not one.over)

    def figures(self, name: str, seconds: float) -> Iterator[Figure]:
        share = sum(self.noticed.values()) / max(1, sum(self.tried.values()))
        yield Figure(BENCH, f"eyes_noticed_in_5_s_{name}", share, "share", "higher",
                     sum(self.tried.values()), seconds, target=0.95)  # fmt: skip
        for group, tried in self.tried.items():
            yield Figure(BENCH, f"eyes_noticed_{group}_{name}", self.noticed[group] / tried,
                         "share", "higher", tried, seconds)  # fmt: skip
        hours = self.watched_s / 3600
        yield Figure(BENCH, f"eyes_false_alarms_{name}", self.false / hours, "per camera-hour",
                     "lower", self.false, self.watched_s)  # fmt: skip
        yield Figure(BENCH, f"eyes_mistaken_{name}", self.mistaken / max(1, self.harmless), "share",
                     "lower", self.harmless, seconds)  # fmt: skip


def wall_eyes() -> Iterator[Figure]:
    """Real footage where it is there, streets that were tuned on, streets that were not."""
    cv2.setNumThreads(1)  # as the engine does
    sets: dict[str, list[Footage] | None] = {
        "real": clips(),
        "drawn_tuned": None,
        "drawn_held_out": None,
    }
    for name, real in sets.items():
        began, tally = time.monotonic(), Tally()
        streets = TUNED_ON if name == "drawn_tuned" else HELD_OUT
        for footage in real if real is not None else untouched(streets, FOOTAGE_S):
            tally.take(footage)
        if real is None:
            for street in streets:
                tally.leave(evening(street, EVENING_S))
        if tally.watched_s:
            yield from tally.figures(name, time.monotonic() - began)
    yield from _cost()


def _cost() -> Iterator[Figure]:
    """Thread time of a look at a 1280x720 picture, and what 36 cameras looked at 5 times a second
    take of one core."""
    began = time.monotonic()
    footage = drawn(HELD_OUT[0], Light.DAY, False, COST_S)
    watched = Watched(None)
    for number, picture in enumerate(footage.pictures):
        large = cv2.resize(picture, LARGE, interpolation=cv2.INTER_LINEAR)
        frame = VideoFrame.from_ndarray(np.asarray(large, np.uint8), format="gray")
        watched.show(frame.reformat(format="yuv420p"), number / LOOKS_HZ)
    cost = watched.eyes.cost
    took = time.monotonic() - began
    yield Figure(BENCH, "eyes_look", cost.ms_per_look, "ms CPU", "lower", cost.looks, took)
    share = cost.seconds / (len(footage.pictures) / LOOKS_HZ) * CAMERAS
    yield Figure(BENCH, "eyes_36_cameras_5_hz", share, "cores", "lower", cost.looks, took,
                 target=0.10)  # fmt: skip
