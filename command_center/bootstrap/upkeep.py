"""Keeps a window small that stays open for weeks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from command_center.situation.situation import Situation, Touched

# Every row is looked at, so not at every incident that ends; what went is few at a time.
EVERY = timedelta(hours=1)
# More than a room closes in a day, except on its worst: then the oldest of them are found in the
# log, no longer in the window.
MOST_CLOSED, SLACK = 1000, 100


class Upkeep:
    """Ticked by whoever owns the situation. `changed` is told when something was forgotten."""

    def __init__(
        self, situation: Situation, keep: timedelta, changed: Callable[[Touched], None]
    ) -> None:
        self._situation = situation
        self._keep = keep
        self._changed = changed
        self._last: datetime | None = None
        self._left = 0

    def tick(self, now: datetime) -> None:
        if self._last is None or now - self._last >= EVERY:
            self._last = now
            touched = self._forget(now)
            if touched.incidents or touched.entities:
                self._changed(touched)
        elif self._situation.closed_count > max(self._left, MOST_CLOSED) + SLACK:
            self._changed(self._forget(now))

    def _forget(self, now: datetime) -> Touched:
        touched = self._situation.forget(now - self._keep, MOST_CLOSED)
        self._left = self._situation.closed_count
        return touched
