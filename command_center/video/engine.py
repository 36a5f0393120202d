"""The video engine: what is shown, how well, and how it is. No call here waits for a camera."""

import random
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor

import av.logging

from command_center.video.facts import Facts, status_of
from command_center.video.gate import ConnectGate
from command_center.video.levels import levels
from command_center.video.model import CameraSpec, CameraState, CameraStatus, Level, Snapshot
from command_center.video.policy import StreamPolicy
from command_center.video.slot import FrameSlot
from command_center.video.snapshot import encode_png
from command_center.video.source import Source, Surroundings

OFF = CameraStatus(CameraState.OFF, None, 0.0, None, None, 0, 0.0)


class Engine:
    """One owner thread a shown camera. Every method may be called from any thread."""

    def __init__(
        self,
        policy: StreamPolicy,
        clock: Callable[[], float] = time.monotonic,
        rng: random.Random | None = None,
        make_slot: Callable[[], FrameSlot] = FrameSlot,
    ) -> None:
        av.logging.set_level(None)
        self._policy = policy
        self._make_slot = make_slot
        self._clock = clock
        self._shared = Surroundings(
            lambda: self._policy, ConnectGate(), clock, rng or random.Random()
        )
        self._lock = threading.Lock()
        self._sources: dict[str, Source] = {}
        self._slots: dict[str, FrameSlot] = {}
        self._ending: list[Source] = []
        self._ranks: dict[str, int] | None = None
        self._closed = False
        self._starter = ThreadPoolExecutor(1, thread_name_prefix="camera-starter")
        self._encoder = ThreadPoolExecutor(1, thread_name_prefix="camera-snapshot")

    def show(self, specs: Iterable[CameraSpec]) -> None:
        """Show exactly these cameras: starts and stops owners by difference.

        Raises:
            RuntimeError: the engine is closed.
        """
        wanted = {spec.id: spec for spec in specs}
        with self._lock:
            if self._closed:
                raise RuntimeError("the video engine is closed")
            self._ending = [source for source in self._ending if not source.join(0.0)]
            for camera, source in list(self._sources.items()):
                if wanted.get(camera) != source.spec:
                    self._end(camera)
                    if camera not in wanted:
                        self._slots.pop(camera).clear()
            for camera, spec in wanted.items():
                if camera not in self._sources:
                    self._begin(spec)
            self._sources = {camera: self._sources[camera] for camera in wanted}
            self._apply_levels()

    def allow(self, policy: StreamPolicy) -> None:
        """Open connections by this policy from now on, when cameras have been registered."""
        self._policy = policy

    def attend(self, ranks: Mapping[str, int]) -> None:
        """Say what the room looks at, highest rank first; cameras left out may be slowed."""
        with self._lock:
            self._ranks = dict(ranks)
            self._apply_levels()

    def slot(self, camera_id: str) -> FrameSlot:
        """Where the camera's pictures appear; stays the same object while it is shown."""
        with self._lock:
            return self._slots.setdefault(camera_id, self._make_slot())

    def level(self, camera_id: str) -> Level | None:
        """How much of the camera is decoded; None when it is not shown."""
        source = self._sources.get(camera_id)
        return None if source is None else source.level

    def status(self, camera_id: str) -> CameraStatus:
        """How the camera is now; OFF when it is not shown."""
        source = self._sources.get(camera_id)
        return OFF if source is None else status_of(source.progress.facts(), self._clock())

    def facts(self, camera_id: str) -> Facts | None:
        """What is known of the camera; None when it is not shown."""
        source = self._sources.get(camera_id)
        return None if source is None else source.progress.facts()

    def snapshot(self, camera_id: str) -> Future[Snapshot | None]:
        """The last shown picture at full resolution; None when there is none.

        Raises:
            RuntimeError: the engine is closed.
        """
        source = self._sources.get(camera_id)
        newest = None if source is None else source.newest
        if newest is None:
            done: Future[Snapshot | None] = Future()
            done.set_result(None)
            return done
        return self._encoder.submit(encode_png, *newest)

    def close(self, timeout_s: float) -> bool:
        """End every owner, waiting `timeout_s` at most; True when all have ended.

        An RTSP camera that does not answer holds its owner for up to 7 s; such owners end on
        their own and keep no one from exiting.
        """
        deadline = time.monotonic() + timeout_s
        with self._lock:
            self._closed = True
            for camera in list(self._sources):
                self._end(camera)
            ending = self._ending
        self._starter.shutdown()
        self._encoder.shutdown(cancel_futures=True)
        ended = [source.join(max(0.0, deadline - time.monotonic())) for source in ending]
        return all(ended)

    def _begin(self, spec: CameraSpec) -> None:
        earlier = [source for source in self._ending if source.spec.id == spec.id]
        slot = self._slots.setdefault(spec.id, self._make_slot())
        source = Source(spec, slot, self._shared, earlier[-1] if earlier else None)
        self._sources[spec.id] = source
        self._starter.submit(source.start)

    def _end(self, camera_id: str) -> None:
        source = self._sources.pop(camera_id)
        source.stop()
        self._ending.append(source)

    def _apply_levels(self) -> None:
        for camera, level in levels(self._sources, self._ranks).items():
            self._sources[camera].level = level
