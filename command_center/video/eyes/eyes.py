"""One camera's eyes: fed with its pictures, they say what has begun and what is over."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from av.video.frame import VideoFrame

from command_center.video.eyes import kept
from command_center.video.eyes.crowd import Crowd
from command_center.video.eyes.detector import Density
from command_center.video.eyes.lasting import Lasting
from command_center.video.eyes.measure import Measures, halved, measure
from command_center.video.eyes.plane import PlaneMaker
from command_center.video.eyes.reference import Blocks
from command_center.video.eyes.store import BaselineStore
from command_center.video.eyes.suspicion import measure_of, well_again
from command_center.video.eyes.usual import Judged, Usual
from command_center.video.facts import UNCHANGED_S
from command_center.video.model import CameraSpec, Sighting, SightingKind

LOOK_S = 0.2
JUDGE_S = 0.4
SLACK_S = 0.02
STILL_S = 1.0
MOVES_GREY = 8.0
IN_THE_WAY = (SightingKind.COVERED, SightingKind.TURNED)
ACCEPT_TURN_S = 900.0
SAVE_S = 600.0


@dataclass(slots=True)
class Cost:
    """Pictures that were really looked at, and the thread time they took."""

    looks: int = 0
    seconds: float = 0.0

    @property
    def ms_per_look(self) -> float:
        return 1000 * self.seconds / self.looks if self.looks else 0.0


class Eyes:
    """Fed by the thread that owns the camera; where one takes over from another and both still
    look, one of the looks is left out."""

    def __init__(
        self,
        spec: CameraSpec,
        store: BaselineStore | None = None,
        clock: Callable[[], float] = time.time,
        density: Density | None = None,
    ) -> None:
        """`clock`: seconds since 1970, by which sightings are dated and hours counted."""
        self._spec = spec
        self._store = store
        self._clock = clock
        self._maker = PlaneMaker(spec.masks)
        self._usual = Usual(self._maker.visible())
        self._tamper = Lasting()
        self._standing_s = 0.0
        self._frozen = False
        self._crowd = Crowd(density)
        self._flows = True  # every second judgement measures the flow, from a look just before it
        self._moved = threading.Event()
        self._busy = threading.Lock()
        self._looked_s = self._judged_s = float("-inf")
        self._saved_s: float | None = None
        self._before: Measures | None = None
        self.cost = Cost()
        self._restored = store is None

    def moved(self) -> None:
        """The camera was moved on purpose (a lease, a preset): learn its new view."""
        self._moved.set()

    def look(
        self,
        picture: VideoFrame,
        now_s: float,
        unchanged_s: float = 0.0,
        frozen_after_s: float = UNCHANGED_S,
    ) -> Sequence[Sighting]:
        """Look if it is time to (5 Hz at most). `now_s` is monotonic; `unchanged_s` is for how
        long the picture has been the same by FreezeWatch, the one judge of that, and from
        `frozen_after_s` on it is frozen, as in the camera's state."""
        if now_s - self._looked_s < LOOK_S - SLACK_S or not self._busy.acquire(blocking=False):
            return ()
        try:
            self._looked_s = now_s
            judges = now_s - self._judged_s >= JUDGE_S - SLACK_S
            if not judges and not self._flows:
                return ()
            began_s = time.thread_time()
            frozen = unchanged_s >= frozen_after_s and not self._spec.static
            seen = self._look(picture, now_s, judges, unchanged_s, frozen)
            self.cost.looks += 1
            self.cost.seconds += time.thread_time() - began_s
            return seen
        finally:
            self._busy.release()

    def _look(
        self, picture: VideoFrame, now_s: float, judges: bool, unchanged_s: float, frozen: bool
    ) -> Sequence[Sighting]:
        self._restore()
        plane = self._maker.plane(picture)
        if not judges:
            self._crowd.put(halved(plane), now_s)
            return ()
        self._judged_s = now_s
        now = measure(plane)
        seen = [*self._forgotten(), *self._freeze(frozen, unchanged_s)]
        seen += self._judge(now, now_s, still=unchanged_s > STILL_S)
        seen += self._surge(picture, now, now_s)
        self._flows = not self._flows
        self._save(now_s)
        return [self._with_picture(sighting, picture) for sighting in seen]

    def close(self) -> None:
        """Keep what was learnt; the pictures have ended."""
        with self._busy:
            if self._store is not None and self._usual.references:
                self._store.save(self._spec.id, self._arrays())

    def _restore(self) -> None:
        """On the camera's own thread: nobody else waits for the disk."""
        if not self._restored and self._store is not None:
            self._restored = True
            found = self._store.load(self._spec.id)
            kept.restore(found, self._spec, self._usual, self._crowd)

    def _forgotten(self) -> Sequence[Sighting]:
        if not self._moved.is_set():
            return ()
        self._moved.clear()
        return self._relearn()

    def _relearn(self) -> Sequence[Sighting]:
        self._usual.forget()
        self._before = None
        if self._store is not None:
            self._store.forget(self._spec.id)
        over = self._tamper.end()
        return () if over is None else (self._say(over, 0.0, 0.0, over=True),)

    def _judge(self, now: Measures, now_s: float, still: bool) -> Sequence[Sighting]:
        before, self._before = self._before, now
        judged = self._usual.judge(now, now_s)
        if judged is None:
            return ()
        seen = (
            [] if judged.light is None else [self._say(judged.light, now.mean, self._usual.bright)]
        )
        if judged.suspected is not None:
            return [*seen, *self._suspect(judged, now, before, now_s)]
        over = self._tamper.pass_by(well_again(judged.difference), now_s)
        if over is not None:
            value = measure_of(over, now, judged.difference)
            seen.append(self._say(over, value, _usually(over, judged), over=True))
        elif not self._tamper.pending and not still:
            self._usual.follow(now, judged, now_s)
        return seen

    def _suspect(
        self, judged: Judged, now: Measures, before: Measures | None, now_s: float
    ) -> Sequence[Sighting]:
        kind = judged.suspected
        assert kind is not None
        moving = kind in IN_THE_WAY and _moves(judged.difference.blocks, now, before)
        begun = self._tamper.suspect(kind, moving, now_s)
        if begun is not None:
            self._standing_s = now_s
            value = measure_of(begun, now, judged.difference)
            return (self._say(begun, value, _usually(begun, judged)),)
        turned = self._tamper.standing is SightingKind.TURNED
        if turned and now_s - self._standing_s > ACCEPT_TURN_S:
            return self._relearn()
        return ()

    def _freeze(self, frozen: bool, unchanged_s: float) -> Sequence[Sighting]:
        if frozen is self._frozen:
            return ()
        self._frozen = frozen
        return (self._say(SightingKind.FROZEN, unchanged_s, 0.0, over=not frozen),)

    def _surge(self, picture: VideoFrame, now: Measures, now_s: float) -> Sequence[Sighting]:
        usable = not self._tamper.pending
        watch = self._crowd.turned(picture, now.half, now_s, self._clock(), usable)
        if watch is None:
            return ()
        over = not watch.standing
        return (self._say(SightingKind.SURGE, watch.value, watch.usual, over=over),)

    def _say(
        self, kind: SightingKind, value: float, usual: float, *, over: bool = False
    ) -> Sighting:
        return Sighting(self._spec.id, kind, self._clock(), value, usual, over)

    def _with_picture(self, sighting: Sighting, picture: VideoFrame) -> Sighting:
        if sighting.over:
            return sighting
        jpeg = self._maker.jpeg(picture)
        return Sighting(
            sighting.camera_id,
            sighting.kind,
            sighting.at_s,
            sighting.value,
            sighting.usual,
            jpeg=jpeg,
        )

    def _save(self, now_s: float) -> None:
        if self._saved_s is None:
            self._saved_s = now_s
        due = now_s - self._saved_s > SAVE_S and not self._tamper.pending
        if due and self._store is not None and self._usual.references:
            self._saved_s = now_s
            self._store.save(self._spec.id, self._arrays())

    def _arrays(self) -> kept.Arrays:
        return kept.arrays(self._spec, self._usual, self._crowd)


def _moves(blocks: Blocks, now: Measures, before: Measures | None) -> bool:
    """What is in the way is driving past."""
    if before is None or not blocks.any():
        return False
    return float(np.median(np.abs(now.grey - before.grey)[blocks])) > MOVES_GREY


def _usually(kind: SightingKind, judged: Judged) -> float:
    """What the measure of a kind is when all is well."""
    if kind is SightingKind.BLACK:
        return judged.reference.usual.mean
    return 1.0 if kind is SightingKind.DEFOCUSED else 0.0
