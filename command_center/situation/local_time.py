"""How far a zone is ahead of UTC, of whole columns of times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

import numpy as np

from command_center.columns.samples import Times

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HOUR_US, DAY_US = 3_600_000_000, 86_400_000_000
_QUARTER_US = 900_000_000
"""Every zone of the world is some quarters of an hour away from UTC, and none changes that twice in
a day."""


def at(microseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=microseconds)


class LocalTime:
    """Looked up once a day where the zone does not change in it."""

    def __init__(self, zone: tzinfo) -> None:
        self.zone = zone
        self._ahead: dict[int, int] = {}

    def of(self, at_us: Times) -> Times:
        """Microseconds that a clock on the wall shows, since its own first of January 1970."""
        days, which = np.unique(at_us // DAY_US, return_inverse=True)
        found = np.array([self._ahead_at(day * DAY_US) for day in days.tolist()], np.int64)
        next_ = np.array([self._ahead_at((day + 1) * DAY_US) for day in days.tolist()], np.int64)
        ahead, changes = found[which], (found != next_)[which]
        if changes.any():
            quarters, which = np.unique(at_us[changes] // _QUARTER_US, return_inverse=True)
            each = [self._ahead_at(quarter * _QUARTER_US) for quarter in quarters.tolist()]
            ahead[changes] = np.array(each, np.int64)[which]
        return at_us + ahead

    def _ahead_at(self, us: int) -> int:
        known = self._ahead.get(us)
        if known is None:
            ahead = at(us).astimezone(self.zone).utcoffset() or timedelta(0)
            known = self._ahead[us] = ahead // timedelta(microseconds=1)
        return known
