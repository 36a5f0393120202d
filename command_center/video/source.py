"""The owner of one connection: a thread that alone opens, reads and closes it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator

from command_center.video.backoff import Retries
from command_center.video.cancel import Cancel
from command_center.video.freeze import FreezeWatch
from command_center.video.ingest.ahead import Ahead, Arrival, directly
from command_center.video.ingest.joining import Joining
from command_center.video.ingest.opening import LiveInput
from command_center.video.ingest.reasons import reason_of
from command_center.video.model import CameraSpec, Level, LevelReason, Reason, StreamError
from command_center.video.playback import Assigned, Output, Playback
from command_center.video.progress import Progress
from command_center.video.snapshot import Newest
from command_center.video.taker import Surroundings, Taker
from command_center.video.tile import TileScaler

LOOK_S = 0.1
REAL_TIME = ("rtsp://", "rtsps://")
log = logging.getLogger(__name__)


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
        self._taker = taker
        self._scaler = TileScaler(spec.masks)
        self._joining = Joining(spec, url, shared)
        self._shared = shared
        self._after = after
        self._retries = Retries(shared.rng)
        self._cancel = Cancel()
        self._ended = threading.Event()
        self._down = False
        self._tried_s = 0.0
        self._thread = threading.Thread(target=self._run, name="camera-owner", daemon=True)

    def start(self) -> None:
        """Begin; waits for the thread to run, milliseconds on a busy machine."""
        try:
            self._thread.start()
        except RuntimeError:
            log.exception("camera %a has no thread", self.spec.id)
            self.progress.failed(Reason.INTERNAL, None, 1)
            self._ended.set()

    def stop(self) -> None:
        """Ask the owner to end; returns at once."""
        self._cancel.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the end; False when it takes longer, or when it has not begun."""
        if not self._ended.wait(timeout_s):
            return False
        if self._thread.ident is not None:
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
            height, retry = self._taker.tile_size[1], self.progress.failures > 0
            live = self._joining.open(cancel, height, retry, self._retries.is_quick)
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
