"""A record book that shows a file's records as fast as asked: its own time runs `speed` x."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any


class ReplayBook:
    """`speed` None shows everything at once. Records must be in event-time order."""

    def __init__(self, records: Sequence[dict[str, Any]], speed: float | None) -> None:
        self._records = records
        self._times = [datetime.fromisoformat(record["at"]) for record in records]
        self._speed = speed
        self._zero = time.monotonic()

    @property
    def total(self) -> int:
        return len(self._records)

    def since(self, cursor: int, limit: int) -> tuple[Sequence[Any], bool]:
        visible = self._visible()
        page = self._records[cursor : min(cursor + limit, visible)]
        return page, cursor + len(page) < visible

    def _visible(self) -> int:
        if self._speed is None or not self._times:
            return len(self._records)
        elapsed = timedelta(seconds=(time.monotonic() - self._zero) * self._speed)
        return bisect_right(self._times, self._times[0] + elapsed)
