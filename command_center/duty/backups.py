"""When a room that nobody backs up any more is an alarm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from command_center.domain.room import AlarmType
from command_center.duty.due import Due
from command_center.situation.situation import Situation

KEY = ("backup", "backup")
TOO_OLD = timedelta(hours=25)


def failed_backups(situation: Situation, now: datetime) -> Iterator[Due]:
    """The last backup failed, or the last good one is older than a day whoever makes them."""
    told = situation.health.get(KEY)
    if told is None:
        return
    if told.state == "down":
        yield Due(AlarmType.BACKUP_FAILED, "backup", "backup", {"why": told.code})
    elif told.last_ok_at is not None and now - told.last_ok_at > TOO_OLD:
        yield Due(AlarmType.BACKUP_FAILED, "backup", "backup", {"why": "backup_old"})
