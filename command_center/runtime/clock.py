"""The clocks a process may run by. Exercises and replay never touch the wall clock's date."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta


class LiveClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class ScaledClock:
    """Starts at `start` and runs `speed` times as fast as real time."""

    def __init__(self, start: datetime, speed: float = 1.0) -> None:
        self._start = start
        self._speed = speed
        self._zero = time.monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=(time.monotonic() - self._zero) * self._speed)


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
        self._running: ScaledClock | None = None

    def now(self) -> datetime:
        return (self._running or self._staged).now()

    def advance(self, to: datetime) -> None:
        """Without effect once the clock runs."""
        if self._running is None:
            self._staged.advance(to)

    def run(self, speed: float = 1.0) -> None:
        """From here on by itself."""
        if self._running is None:
            self._running = ScaledClock(self._staged.now(), speed)
