"""Shows footage to the eyes on a clock of its own and writes down what they say."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from av.video.frame import VideoFrame

from command_center.video.eyes.eyes import Cost, Eyes
from command_center.video.eyes.store import BaselineStore
from command_center.video.freeze import FreezeWatch
from command_center.video.model import CameraSpec, SightingKind
from tests.benchmarks.eyes_footage import Footage
from tests.benchmarks.tampering import Tamper

ALARMING = frozenset(SightingKind) - {SightingKind.DAY, SightingKind.NIGHT, SightingKind.SURGE}
LEARN_S = 18.0
BEFORE_S, AFTER_S = 2.0, 5.0
HARMLESS_S = 9.0


@dataclass(frozen=True, slots=True)
class Seen:
    kind: SightingKind
    at_s: float
    over: bool


class Watched:
    """One camera's eyes and the judge of stillness beside them."""

    def __init__(self, store: BaselineStore | None) -> None:
        self.eyes = Eyes(CameraSpec("camera", "Kamera", ""), store)
        self._freeze = FreezeWatch()
        self.seen: list[Seen] = []

    def show(self, picture: VideoFrame, now_s: float) -> None:
        unchanged_s = self._freeze.unchanged_s(picture, now_s)
        for sighting in self.eyes.look(picture, now_s, unchanged_s):
            self.seen.append(Seen(sighting.kind, now_s, sighting.over))


def watch(footage: Footage) -> tuple[list[Seen], Cost]:
    """Untouched, from the first picture on."""
    watched = Watched(None)
    for number, picture in enumerate(footage.pictures):
        watched.show(VideoFrame.from_ndarray(picture, format="gray"), number / footage.fps)
    return watched.seen, watched.eyes.cost


def learnt(footage: Footage, folder: Path) -> Iterator[BaselineStore]:
    """A store that knows the camera from its first 18 s."""
    store = BaselineStore(folder)
    watched = Watched(store)
    for number in range(round(LEARN_S * footage.fps)):
        frame = VideoFrame.from_ndarray(footage.pictures[number], format="gray")
        watched.show(frame, number / footage.fps)
    watched.eyes.close()
    store.close()
    yield BaselineStore(folder)


@dataclass(frozen=True, slots=True)
class Trial:
    """One act on one footage: after how many seconds it was noticed, and as what."""

    footage: Footage
    tamper: Tamper
    noticed_s: float | None
    kind: SightingKind | None


def trials(footage: Footage, acts: list[Tamper], starts: int, lasts_s: float) -> list[Trial]:
    """Every act from several moments on, each for `lasts_s` and the time it may take to count."""
    done: list[Trial] = []
    with tempfile.TemporaryDirectory() as folder:
        for store in learnt(footage, Path(folder)):
            for act in acts:
                room_s = BEFORE_S + act.counts_from_s + lasts_s
                last_s = footage.seconds - room_s - 0.5
                for number in range(starts):
                    begin_s = LEARN_S + (last_s - LEARN_S) * number / max(1, starts - 1)
                    done.append(_trial(footage, act, store, begin_s, room_s))
            store.close()
    return done


def _trial(
    footage: Footage, tamper: Tamper, store: BaselineStore, begin_s: float, room_s: float
) -> Trial:
    watched = Watched(store)
    first, count = round(begin_s * footage.fps), round(room_s * footage.fps)
    for step in range(count):
        since_s = step / footage.fps - BEFORE_S
        picture = footage.pictures[min(first + step, len(footage.pictures) - 1)]
        if since_s >= 0:
            picture = tamper.act(picture, since_s)
        watched.show(VideoFrame.from_ndarray(picture, format="gray"), step / footage.fps)
    for seen in watched.seen:
        if seen.kind in ALARMING and not seen.over:
            noticed_s = seen.at_s - BEFORE_S - tamper.counts_from_s
            return Trial(footage, tamper, noticed_s, seen.kind)
    return Trial(footage, tamper, None, None)
