"""What has happened to a camera, and the honest state that follows from it at any moment."""

import threading
from collections.abc import Callable

from command_center.video.freeze import UNCHANGED_S
from command_center.video.model import CameraState, CameraStatus, Reason

GRACE_S = 1.0  # a picture may be this late before it is stale
COLD_FAILURES = 5


class Progress:
    """Written by the owner thread, read by anyone: the state is derived when asked for.

    A picture that stops is stale because its successor is late, not because a timer said so.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._began_s = clock()
        self._connected = False
        self._live_s: float | None = None  # when this connection's first picture was shown
        self._shown_s: float | None = None
        self._taken_s: float | None = None
        self._interval_s = GRACE_S
        self._lag_s = 0.0
        self._same_s = 0.0
        self._damaged = 0
        self._failures = 0
        self._failed_s: float | None = None
        self._reason: Reason | None = None
        self._retry_s: float | None = None

    def trying(self) -> None:
        """The wait is over, the next try has begun."""
        with self._lock:
            self._retry_s = None

    def opened(self, segment_s: float) -> None:
        """A connection stands; `segment_s` is how far apart pictures may come in bursts."""
        with self._lock:
            self._connected = True
            self._live_s = None
            self._interval_s = max(GRACE_S, segment_s)
            self._lag_s = 2 * segment_s
            self._same_s = 0.0
            self._damaged = 0

    def shown(self, taken_s: float, interval_s: float, same_s: float) -> None:
        """A good picture, taken at `taken_s`, has looked the same for `same_s`."""
        with self._lock:
            now_s = self._clock()
            self._damaged = 0
            self._same_s = same_s
            self._interval_s = interval_s
            if self._live_s is None:
                self._live_s = now_s
            self._shown_s, self._taken_s = now_s, taken_s

    def damaged(self) -> None:
        """Something arrived that is no good picture."""
        with self._lock:
            self._damaged += 1

    def failed(self, reason: Reason, retry_in_s: float | None) -> None:
        """The connection is over; None means it is not tried again."""
        with self._lock:
            now_s = self._clock()
            self._connected = False
            self._failures += 1
            if self._failed_s is None:
                self._failed_s = now_s
            self._reason = reason
            self._retry_s = None if retry_in_s is None else now_s + retry_in_s

    def settled(self) -> None:
        """The connection has held for long enough to forget the failures before it."""
        with self._lock:
            self._failures = 0

    def recovered(self) -> None:
        """A picture after a failure."""
        with self._lock:
            self._failed_s = None
            self._reason = None

    @property
    def failures(self) -> int:
        """Failures in a row."""
        with self._lock:
            return self._failures

    def status(self) -> CameraStatus:
        """The state now."""
        with self._lock:
            now_s = self._clock()
            state, reason, since_s = self._state(now_s)
            return CameraStatus(
                state,
                reason,
                max(0.0, now_s - since_s),
                None if self._taken_s is None else max(0.0, now_s - self._taken_s),
                None if self._retry_s is None else max(0.0, self._retry_s - now_s),
                self._failures,
                self._lag_s + self._interval_s,
            )

    def _state(self, now_s: float) -> tuple[CameraState, Reason | None, float]:
        if self._connected and self._live_s is not None and self._shown_s is not None:
            late_s = self._shown_s + self._interval_s + GRACE_S
            if now_s > late_s:
                return CameraState.STALE, self._stale_reason(), late_s
            if self._same_s >= UNCHANGED_S:
                frozen_s = self._shown_s - self._same_s + UNCHANGED_S
                return CameraState.STALE, Reason.FROZEN, frozen_s
            return CameraState.LIVE, None, self._live_s
        if self._failed_s is None:
            return CameraState.CONNECTING, None, self._began_s
        if self._reason is Reason.UNAUTHORISED:
            return CameraState.AUTH, self._reason, self._failed_s
        cold = self._failures >= COLD_FAILURES
        state = CameraState.COLD if cold else CameraState.RECONNECTING
        return state, self._reason, self._failed_s

    def _stale_reason(self) -> Reason:
        return Reason.GARBAGE if self._damaged else Reason.STALLED
