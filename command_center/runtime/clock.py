"""The clocks a process may run by. Exercises and replay never touch the wall clock's date."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta


class LiveClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class SteeredClock:
    """Runs `speed` times as fast as real time, stands at speed 0, and can be put elsewhere; not
    beyond `until`, where it stands. From any thread."""

    def __init__(
        self, start: datetime, speed: float = 0.0, *, until: datetime | None = None
    ) -> None:
        self._lock = threading.Lock()
        self._until = until
        self._start, self._zero, self._speed = start, time.monotonic(), speed

    @property
    def speed(self) -> float:
        return self._speed

    def now(self) -> datetime:
        with self._lock:
            return self._reached()

    def steer(self, speed: float) -> None:
        """From now on so fast."""
        with self._lock:
            self._start, self._zero = self._reached(), time.monotonic()
            self._speed = speed

    def put(self, at: datetime) -> None:
        with self._lock:
            self._start, self._zero = at, time.monotonic()

    def _reached(self) -> datetime:
        gone = timedelta(seconds=(time.monotonic() - self._zero) * self._speed)
        at = self._start + gone
        return at if self._until is None else min(at, self._until)


class LogClock:
    """Stands at the latest time it was told: the room's time while a log is replayed."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._lock = threading.Lock()

    def now(self) -> datetime:
        with self._lock:
            return self._now

    def advance(self, to: datetime) -> None:
        """Never goes back."""
        with self._lock:
            self._now = max(self._now, to)


class StagedClock:
    """Stands at the latest time it was told, as a log's does, until `run`; then runs on `speed`
    times as fast as real time and is told nothing more."""

    def __init__(self, start: datetime) -> None:
        self._staged = LogClock(start)
        self._running: SteeredClock | None = None

    def now(self) -> datetime:
        return (self._running or self._staged).now()

    def advance(self, to: datetime) -> None:
        """Without effect once the clock runs."""
        if self._running is None:
            self._staged.advance(to)

    def run(self, speed: float = 1.0) -> None:
        """From here on by itself."""
        if self._running is None:
            self._running = SteeredClock(self._staged.now(), speed)

    def steer(self, speed: float) -> None:
        """Once it runs: faster, slower, or 0 to stand still."""
        if self._running is not None:
            self._running.steer(speed)
