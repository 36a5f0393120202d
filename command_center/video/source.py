"""The owner of one camera: a thread that alone opens, reads and closes it."""

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass

from av.video.frame import VideoFrame

from command_center.video.backoff import delay_s
from command_center.video.cancel import Cancel
from command_center.video.decode import TileScaler
from command_center.video.gate import ConnectGate
from command_center.video.model import CameraSpec, Level, Reason, StreamError
from command_center.video.opening import LiveInput, open_input
from command_center.video.playback import Playback
from command_center.video.policy import StreamPolicy
from command_center.video.progress import Progress
from command_center.video.reasons import reason_of
from command_center.video.segments import Bookmark
from command_center.video.slot import FrameSlot

LOOK_S = 0.1
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Surroundings:
    """What the owners of one engine share."""

    policy: Callable[[], StreamPolicy]
    gate: ConnectGate
    clock: Callable[[], float]
    rng: random.Random


class Source:
    """Keeps one camera's slot filled until told to stop.

    `newest` is the last shown picture at full size and when it was taken; `level` may be set
    by anyone.
    """

    def __init__(
        self, spec: CameraSpec, slot: FrameSlot, shared: Surroundings, after: "Source | None"
    ) -> None:
        """`after` is the camera's earlier owner; it ends first: one connection a camera."""
        self.spec = spec
        self.level = Level.FULL
        self.progress = Progress(shared.clock)
        self.newest: tuple[VideoFrame, float] | None = None
        self._slot = slot
        self._scaler = TileScaler()
        self._bookmark = Bookmark()
        self._shared = shared
        self._after = after
        self._cancel = Cancel()
        self._ended = threading.Event()
        self._down = False
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
            self._ended.set()

    def _own(self) -> None:
        while self._after is not None and not self._after.join(0.0):
            if self._cancel.wait(LOOK_S):
                return
        self._after = None
        while not self._cancel.is_set():
            reason = self._one_connection()
            if self._cancel.is_set():
                return
            self._failed(reason)

    def _failed(self, reason: Reason) -> None:
        if not self._down:
            self._down = True
            log.warning("camera %a is down: %s", self.spec.id, reason.value)
        if reason is Reason.UNAUTHORISED:
            self.progress.failed(reason, None, self.progress.failures + 1)
            self._cancel.wait(threading.TIMEOUT_MAX)
            return
        failures = self.progress.failures + 1
        wait_s = delay_s(failures, self._shared.rng)
        self.progress.failed(reason, wait_s, failures)
        self._cancel.wait(wait_s)

    def _one_connection(self) -> Reason:
        live: LiveInput | None = None
        self.progress.trying()
        try:
            live = self._open()
            self.progress.opened(live.segment_s > 0)
            return self._show(live)
        except StreamError as error:
            return error.reason
        except Exception as error:
            reason = reason_of(error, opening=live is None)
            if reason is Reason.INTERNAL:
                log.exception("camera %a: unexpected error", self.spec.id)
            return reason
        finally:
            if live is not None:
                live.close()

    def _open(self) -> LiveInput:
        shared = self._shared
        policy = shared.policy()
        host = policy.admit(self.spec.url).host
        with shared.gate.turn(host, self.progress.failures > 0, self._cancel):
            if self._cancel.is_set():
                raise StreamError(Reason.ENDED)
            return open_input(
                self.spec.url, policy, self._cancel, self._slot.size[1], self._bookmark
            )

    def _show(self, live: LiveInput) -> Reason:
        """Show until the stream ends: why it did."""
        playback = Playback(
            live, self._slot, self._scaler, self.progress, self._cancel, self._shared.clock
        )
        asked_s = self._shared.clock()
        for packet in live.container.demux(live.stream):
            if self._cancel.is_set() or live.failure() is not None:
                break
            if self._shared.clock() - asked_s >= live.read_s:
                return playback.verdict(Reason.STALLED)
            if playback.take(packet, self.level):
                self.newest = playback.newest
                self._up()
            asked_s = self._shared.clock()
        return playback.verdict(live.failure() or Reason.ENDED)

    def _up(self) -> None:
        if self._down:
            self._down = False
            self.progress.recovered()
            log.info("camera %a is up", self.spec.id)
