"""Keeps a window small that stays open for weeks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from command_center.situation.situation import Situation, Touched

# Every panel looks at everything again afterwards, so not at every incident that ends.
EVERY = timedelta(hours=6)


class Upkeep:
    """Ticked by whoever owns the situation. `changed` is told when something was forgotten."""

    def __init__(
        self, situation: Situation, keep: timedelta, changed: Callable[[Touched], None]
    ) -> None:
        self._situation = situation
        self._keep = keep
        self._changed = changed
        self._last: datetime | None = None

    def tick(self, now: datetime) -> None:
        if self._last is not None and now - self._last < EVERY:
            return
        self._last = now
        if self._situation.forget(now - self._keep).incidents:
            self._changed(Touched(everything=True))
