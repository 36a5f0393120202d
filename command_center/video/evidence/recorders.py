"""The recordings of one engine, each on a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from command_center.video.evidence.recorder import Recording
from command_center.video.model import CameraSpec, ClipFile, ClipRequest, Reason, StreamError
from command_center.video.ring import PacketRing

AT_ONCE = 16
"""More wait for a turn; what they are to record waits with them, in memory."""


class Recorders:
    """Every method may be called from any thread."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="camera-evidence")
        self._lock = threading.Lock()
        self._running: dict[Future[ClipFile], Recording] = {}
        self._closed = False

    def keep(self, ring: PacketRing, spec: CameraSpec, request: ClipRequest) -> Future[ClipFile]:
        """Begin at once; the future fails with StreamError."""
        with self._lock:
            if self._closed:
                return refused(Reason.ENDED)
            try:
                recording = Recording(ring, spec, request, self._clock)
            except ValueError:
                return refused(Reason.INTERNAL)
            future = self._pool.submit(recording.run)
            self._running[future] = recording
        future.add_done_callback(self._ended)
        return future

    def close(self, timeout_s: float) -> bool:
        """End all with what they have, waiting `timeout_s` at most; True when all is stored."""
        with self._lock:
            self._closed = True
            running = dict(self._running)
        for recording in running.values():
            recording.stop()
        left = wait(running, timeout_s).not_done
        self._pool.shutdown(wait=not left, cancel_futures=True)
        return not left

    def _ended(self, future: Future[ClipFile]) -> None:
        with self._lock:
            self._running.pop(future, None)


def refused(reason: Reason) -> Future[ClipFile]:
    """Evidence that there is none of."""
    failed: Future[ClipFile] = Future()
    failed.set_exception(StreamError(reason))
    return failed
