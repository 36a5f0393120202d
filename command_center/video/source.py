"""The owner of one connection: a thread that alone opens, reads and closes it."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from command_center.video.ahead import Ahead, Arrival, directly
from command_center.video.backoff import Retries
from command_center.video.cancel import Cancel
from command_center.video.eyes.sight import Sight
from command_center.video.freeze import FreezeWatch
from command_center.video.gate import ConnectGate
from command_center.video.model import CameraSpec, Level, LevelReason, Reason, StreamError
from command_center.video.opening import LiveInput, open_input
from command_center.video.playback import Assigned, Output, Playback
from command_center.video.policy import StreamPolicy
from command_center.video.progress import Progress
from command_center.video.reasons import reason_of
from command_center.video.relay.reading import open_relayed
from command_center.video.segments import Bookmark
from command_center.video.slot import Frame
from command_center.video.snapshot import Newest
from command_center.video.tile import TileScaler

LOOK_S = 0.1
QUICK_OPEN_S = 0.8  # a camera that was just there and does not answer is asked anew ...
SLOW_OPEN = 3.0  # ... unless it has always been slow: so many times as long as it took before
REAL_TIME = ("rtsp://", "rtsps://")
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Surroundings:
    """What the owners of one engine share."""

    policy: Callable[[], StreamPolicy]
    gate: ConnectGate
    clock: Callable[[], float]
    rng: random.Random
    sight: Sight = field(default_factory=Sight)


class Taker(Protocol):
    """Who gets what a source brings; called by the source's own thread."""

    @property
    def tile_size(self) -> tuple[int, int]:
        """The size to make tiles for."""

    def publish(self, source: Source, frame: Frame) -> None:
        """A tile."""

    def began(self, source: Source, stream: VideoStream) -> None:
        """A connection stands."""

    def picture(self, source: Source, picture: VideoFrame) -> None:
        """A picture that has been shown, at full size."""

    def packet(
        self,
        source: Source,
        packet: Packet[VideoStream],
        arrived_s: float,
        camera_s: float | None,
    ) -> None:
        """A packet as it was sent, when it has been shown or left out; `camera_s` is when it was
        taken by the camera's own clock, None where the playlist or the answer tells no time."""


class Source:
    """Keeps bringing one address's pictures until told to stop.

    `newest` is the last shown picture at full size; `assigned` may be set by anyone. `cpu_s` is
    what its thread has cost.
    """

    def __init__(
        self,
        spec: CameraSpec,
        url: str,
        taker: Taker,
        shared: Surroundings,
        after: Source | None = None,
    ) -> None:
        """`after` is an earlier owner of the same address; it ends first: one connection each."""
        self.spec = spec
        self.url = url
        self.assigned: Assigned = (Level.FULL, LevelReason.WANTED)
        self.progress = Progress(shared.clock)
        self.newest: Newest | None = None
        self.cpu_s = 0.0
        self.relayed: bool | None = None
        self._segmented = False
        self._taker = taker
        self._scaler = TileScaler(spec.masks)
        self._bookmark = Bookmark()
        self._shared = shared
        self._after = after
        self._retries = Retries(shared.rng)
        self._cancel = Cancel()
        self._ended = threading.Event()
        self._down = False
        self._tried_s = 0.0
        self._took_s = 0.0
        self._thread = threading.Thread(target=self._run, name="camera-owner", daemon=True)

    def start(self) -> None:
        """Begin; waits for the thread to run, milliseconds on a busy machine."""
        self._thread.start()

    def stop(self) -> None:
        """Ask the owner to end; returns at once."""
        self._cancel.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the end; False when it takes longer, or when it has not begun."""
        if not self._ended.wait(timeout_s):
            return False
        self._thread.join()
        return True

    def _run(self) -> None:
        try:
            self._own()
        finally:
            self.newest = None  # whoever still waits for the end keeps no picture alive
            self._ended.set()

    def _own(self) -> None:
        while self._after is not None and not self._after.join(0.0):
            if self._cancel.wait(LOOK_S):
                return
        self._after = None
        while not self._cancel.is_set():
            reason, was_live = self._one_connection()
            if self._cancel.is_set():
                return
            self._failed(reason, was_live)

    def _failed(self, reason: Reason, was_live: bool) -> None:
        if not self._down:
            self._down = True
            log.warning("camera %a is down: %s", self.spec.id, reason.value)
        now_s = self._shared.clock()
        wait_s = self._retries.next_s(now_s, was_live, now_s - self._tried_s)
        if reason is Reason.UNAUTHORISED:
            self.progress.failed(reason, None, self._retries.failures)
            self._cancel.wait(threading.TIMEOUT_MAX)
            return
        self.progress.failed(reason, wait_s, self._retries.failures)
        self._cancel.wait(wait_s)

    def _one_connection(self) -> tuple[Reason, bool]:
        """Why it ended, and whether it had shown pictures."""
        live: LiveInput | None = None
        playback: Playback | None = None
        cancel = self._cancel.part()
        self.progress.trying()
        self._tried_s = self._shared.clock()
        try:
            live = self._open(cancel)
            self.progress.opened(live.segment_s + live.poll_s > 0, not live.calendar.is_right())
            live.tell_answers(self.progress.arrived)
            self._taker.began(self, live.stream)
            playback = self._playback(live, cancel)
            self._show(live, playback, cancel)
            reason = live.failure() or Reason.ENDED
        except StreamError as error:
            reason = error.reason
        except Exception as error:
            reason = reason_of(error, opening=live is None)
            if reason is Reason.INTERNAL:
                log.exception("camera %a: unexpected error", self.spec.id)
        finally:
            self._cancel.end(cancel)
            if live is not None:
                self._close(live)
        if playback is None:
            return reason, False
        return playback.verdict(reason), playback.newest is not None

    def _close(self, live: LiveInput) -> None:
        """What cannot be closed properly is no reason never to be opened again."""
        try:
            live.close()
        except Exception:
            log.exception("camera %a: its connection did not close", self.spec.id)

    def _open(self, cancel: Cancel) -> LiveInput:
        shared = self._shared
        policy = shared.policy()
        height = self._taker.tile_size[1]
        if policy.relay:
            main = self.url == self.spec.main_url
            live = open_relayed(self.spec, main, policy, cancel, height)
            self._say_relayed(live is not None)
            if live is not None:
                return live
        host = policy.admit(self.url).host
        with shared.gate.turn(host, self.progress.failures > 0, cancel):
            if cancel.is_set():
                raise StreamError(Reason.ENDED)
            return self._open_in_time(policy, cancel, height)

    def _open_in_time(self, policy: StreamPolicy, cancel: Cancel, height: int) -> LiveInput:
        """Open; where a quick answer may be expected, give up on one that is not."""
        began_s = self._shared.clock()
        limit: threading.Timer | None = None
        # What comes in segments has to wait for a new one.
        if self._retries.is_quick(began_s) and not self._segmented:
            limit = threading.Timer(max(QUICK_OPEN_S, SLOW_OPEN * self._took_s), cancel.set)
            limit.daemon = True
            limit.start()
        try:
            poll_s = self.spec.poll_s
            live = open_input(self.url, policy, cancel, height, self._bookmark, poll_s)
        except StreamError:
            if cancel.is_set() and not self._cancel.is_set():
                raise StreamError(Reason.TIMEOUT) from None
            raise
        finally:
            if limit is not None:
                limit.cancel()
        self._took_s = self._shared.clock() - began_s
        self._segmented = live.segment_s > 0
        return live

    def _say_relayed(self, relayed: bool) -> None:
        if relayed is self.relayed:
            return
        self.relayed = relayed
        if relayed:
            log.info("camera %a is read from the relay", self.spec.id)
        else:
            log.warning("camera %a is read from its source: the relay is away", self.spec.id)

    def _playback(self, live: LiveInput, cancel: Cancel) -> Playback:
        output = Output(
            lambda: self._taker.tile_size,
            lambda frame: self._taker.publish(self, frame),
            self._scaler,
            None if self.spec.static else FreezeWatch(),
            self.url.lower().startswith(REAL_TIME),
        )
        return Playback(live, output, self.progress, cancel, self._shared.clock)

    def _show(self, live: LiveInput, playback: Playback, cancel: Cancel) -> None:
        """Show until the stream ends."""
        clock = self._shared.clock
        if not live.segment_s:
            self._show_all(live, playback, cancel, directly(live, clock))
            return
        ahead = Ahead(live, cancel, clock, self.progress.arrived)
        try:
            self._show_all(live, playback, cancel, iter(ahead))
        finally:
            self._cancel.end(cancel)
            ahead.join()

    def _show_all(
        self, live: LiveInput, playback: Playback, cancel: Cancel, arrivals: Iterator[Arrival]
    ) -> None:
        for packet, arrived_s, waited_s in arrivals:
            if cancel.is_set():
                return
            if playback.take(packet, self.assigned, arrived_s, waited_s):
                self.newest = playback.newest
                if self.newest is not None:
                    self._taker.picture(self, self.newest.picture)
                self._up(playback)
            stamp_s = playback.stamp_s(packet)
            camera_s = None if stamp_s is None else live.calendar.taken_at_s(stamp_s)
            self._taker.packet(self, packet, arrived_s, camera_s)
            self.cpu_s = time.thread_time()

    def _up(self, playback: Playback) -> None:
        if playback.settled and self._retries.failures:
            self._retries.settled()
            self.progress.settled()
        if self._down:
            self._down = False
            self.progress.recovered()
            log.info("camera %a is up", self.spec.id)
