"""The video engine: what is shown, how well, and how it is. No call here waits for a camera."""

from __future__ import annotations

import gc
import logging
import os
import random
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import av.logging

from command_center.video.camera import Camera
from command_center.video.evidence.recorders import Recorders, refused
from command_center.video.eyes.sight import Sight
from command_center.video.facts import Facts, status_of
from command_center.video.gate import ConnectGate
from command_center.video.governor import Governor
from command_center.video.model import (
    Attention,
    CameraSpec,
    CameraState,
    CameraStatus,
    ClipFile,
    ClipRequest,
    EngineCost,
    EyesSetup,
    Level,
    Reason,
    Sighting,
    Snapshot,
)
from command_center.video.policy import StreamPolicy
from command_center.video.slot import FrameSlot
from command_center.video.snapshot import encode_png
from command_center.video.source import Source
from command_center.video.taker import Surroundings
from command_center.video.watch import Watch

OFF = CameraStatus(CameraState.OFF, None, 0.0, None, None, 0, 0.0)
log = logging.getLogger(__name__)
BUDGET_SHARE = 0.6  # of the machine's cores; the window, the map and the log want theirs


def default_budget_cores() -> float:
    """What the engine may use unless told otherwise, in cores."""
    return BUDGET_SHARE * (os.cpu_count() or 1)


class Engine:
    """One owner thread a shown camera; see `api.VideoEngine` for what may be asked."""

    def __init__(
        self,
        policy: StreamPolicy,
        clock: Callable[[], float] = time.monotonic,
        rng: random.Random | None = None,
        make_slot: Callable[[], FrameSlot] = FrameSlot,
        budget_cores: float | None = None,
        eyes: EyesSetup | None = None,
    ) -> None:
        av.logging.set_level(None)
        self._policy = policy
        self._clock = clock
        self._make_slot = make_slot
        self._shared = Surroundings(
            lambda: self._policy, ConnectGate(), clock, rng or random.Random(), Sight(eyes)
        )
        self._lock = threading.Lock()
        self._cameras: dict[str, Camera] = {}
        self._slots: dict[str, FrameSlot] = {}
        self._ending: list[Source] = []
        self._ranks: Mapping[str, Attention] | None = None
        self._closed = False
        self._governor = Governor(budget_cores or default_budget_cores())
        self._watch = Watch(self._governor)
        self._starter = ThreadPoolExecutor(1, thread_name_prefix="camera-starter")
        self._encoder = ThreadPoolExecutor(1, thread_name_prefix="camera-snapshot")
        self._recorders = Recorders(clock)
        self._close = threading.Event()
        self._ticker = threading.Thread(target=self._tick, name="camera-governor", daemon=True)
        self._ticker.start()

    def show(self, specs: Iterable[CameraSpec]) -> None:
        """Show exactly these cameras: starts and stops owners by difference.

        Raises:
            RuntimeError: the engine is closed.
        """
        wanted = {spec.id: spec for spec in specs}
        with self._lock:
            if self._closed:
                raise RuntimeError("the video engine is closed")
            for camera_id, camera in list(self._cameras.items()):
                if wanted.get(camera_id) != camera.spec:
                    self._ending += self._cameras.pop(camera_id).stop()
                    if camera_id not in wanted:
                        self._slots.pop(camera_id).clear()
            for camera_id, spec in wanted.items():
                if camera_id not in self._cameras:
                    self._cameras[camera_id] = self._begin(spec)
            self._cameras = {camera_id: self._cameras[camera_id] for camera_id in wanted}
            self._shared.sight.keep_only(list(wanted))
            self._plan()

    def allow(self, policy: StreamPolicy) -> None:
        """Open connections by this policy from now on, when cameras have been registered."""
        self._policy = policy

    def attend(self, ranks: Mapping[str, Attention]) -> None:
        """Say what the room looks at; cameras left out are hidden. Before the first call all
        are visible."""
        with self._lock:
            self._ranks = dict(ranks)
            self._plan()

    def window_late(self, late_ms: float) -> None:
        """How late the window's heartbeat was."""
        self._watch.window_late(late_ms)

    def slot(self, camera_id: str) -> FrameSlot:
        """Where the camera's pictures appear; stays the same object while it is shown."""
        with self._lock:
            return self._slots.setdefault(camera_id, self._make_slot())

    def status(self, camera_id: str) -> CameraStatus:
        """How the camera is now; OFF when it is not shown."""
        facts = self.facts(camera_id)
        return OFF if facts is None else status_of(facts, self._clock())

    def facts(self, camera_id: str) -> Facts | None:
        """What is known of the camera; None when it is not shown."""
        camera = self._cameras.get(camera_id)
        return None if camera is None else camera.source.progress.facts()

    def shows_main(self, camera_id: str) -> bool:
        """Whether the pictures come from the camera's main stream now."""
        camera = self._cameras.get(camera_id)
        return camera is not None and camera.source.url == camera.spec.main_url

    def snapshot(self, camera_id: str) -> Future[Snapshot | None]:
        """The last shown picture at full resolution; None when there is none.

        Raises:
            RuntimeError: the engine is closed.
        """
        camera = self._cameras.get(camera_id)
        newest = None if camera is None else camera.source.newest
        if camera is None or newest is None:
            done: Future[Snapshot | None] = Future()
            done.set_result(None)
            return done
        return self._encoder.submit(encode_png, newest, camera.spec.masks)

    def keep(self, request: ClipRequest) -> Future[ClipFile]:
        """Evidence; fails with StreamError when the camera has nothing to keep."""
        camera = self._cameras.get(request.camera_id)
        if camera is None:
            return refused(Reason.ENDED)
        return self._recorders.keep(camera.ring, camera.spec, request)

    def sightings(self) -> Sequence[Sighting]:
        """What the eyes have seen since the last call."""
        return self._shared.sight.take()

    def moved(self, camera_id: str) -> None:
        """The camera was moved on purpose: the eyes learn its new view."""
        self._shared.sight.moved(camera_id)

    def cost(self) -> EngineCost:
        """What the engine's process uses."""
        levels = dict.fromkeys(Level, 0)
        for camera in list(self._cameras.values()):
            levels[camera.source.progress.facts().level] += 1
        return self._watch.cost(levels)

    def close(self, timeout_s: float) -> bool:
        """End every owner, waiting `timeout_s` at most; True when all have ended.

        An RTSP camera that does not answer holds its owner for up to 7 s; such owners end on
        their own and keep no one from exiting.
        """
        deadline = time.monotonic() + timeout_s
        stored = self._recorders.close(timeout_s)
        with self._lock:
            self._closed = True
            for camera in self._cameras.values():
                self._ending += camera.stop()
            self._cameras = {}
            ending = self._ending
        self._close.set()
        self._ticker.join()
        self._starter.shutdown()
        self._encoder.shutdown(cancel_futures=True)
        ended = [source.join(max(0.0, deadline - time.monotonic())) for source in ending]
        self._shared.sight.close()
        return stored and all(ended)

    def _begin(self, spec: CameraSpec) -> Camera:
        earlier = [source for source in self._ending if source.spec.id == spec.id]
        slot = self._slots.setdefault(spec.id, self._make_slot())
        return Camera(spec, slot, self._shared, self._start, earlier)

    def _start(self, source: Source) -> None:
        self._starter.submit(source.start)

    def _plan(self) -> None:
        now_s = self._clock()
        ranks = self._ranks
        if ranks is None:
            ranks = dict.fromkeys(self._cameras, Attention.VISIBLE)
        plan = self._governor.plan(now_s, list(self._cameras), ranks)
        for camera_id, camera in self._cameras.items():
            camera.assign(plan[camera_id])
            camera.look(ranks.get(camera_id) == Attention.FOCUSED, now_s)

    def _forget_ended(self) -> bool:
        """Whether any has ended since."""
        before = len(self._ending)
        self._ending = [source for source in self._ending if not source.join(0.0)]
        return len(self._ending) < before

    def _tick(self) -> None:
        while not self._close.wait(Watch.EVERY_S):
            try:
                with self._lock:
                    self._watch.look(self._clock(), self._cameras)
                    self._plan()
                    ended = self._forget_ended()
                if ended:
                    # A camera and its sources hold each other, and with them a MB of packets,
                    # decoders and pictures. Python counts its own objects, which are few, and
                    # would not look for them in hours.
                    gc.collect()
            except Exception:
                log.exception("levels stay as they are")
