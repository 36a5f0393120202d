"""When so much is most urgent that nothing is: the share of P1 among what came in of late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.advice.triage.table import ShareLimit
from command_center.commands.suggesting import SETTING, standing_of
from command_center.domain.incident import IncidentStatus, Priority
from command_center.domain.room import AlarmType
from command_center.duty.due import Due
from command_center.situation.situation import Situation

SUBJECT = "p1-share"
_NO_INCIDENT = frozenset({IncidentStatus.MERGED, IncidentStatus.CANCELLED})


@dataclass(frozen=True, slots=True)
class Share:
    """`p1` of `count` incidents."""

    p1: int
    count: int

    @property
    def percent(self) -> float:
        return 100 * self.p1 / self.count if self.count else 0.0


def share_of(situation: Situation, now: datetime, limit: ShareLimit) -> Share:
    """Of the incidents the room came to know in the last hours of `limit`."""
    since = now - timedelta(hours=limit.hours)
    p1 = count = 0
    for incident in situation.all("incident"):
        if incident.opened_at >= since and incident.status not in _NO_INCIDENT:
            count += 1
            p1 += incident.priority is Priority.P1
    return Share(p1, count)


def crowded_p1(situation: Situation, now: datetime) -> Iterator[Due]:
    """Rings above the limit, and goes on ringing until the share is well below it."""
    limit = standing_of(situation.get("room_setting", SETTING)).table.share
    share = share_of(situation, now, limit)
    rings = any(alarm.type is AlarmType.P1_SHARE for alarm in situation.open_alarms())
    if share.count < limit.least or share.percent <= (limit.clear if rings else limit.limit):
        return
    params = {
        "share": str(round(share.percent)),
        "count": str(share.count),
        "hours": str(limit.hours),
        "limit": str(limit.limit),
    }
    yield Due(AlarmType.P1_SHARE, "room", SUBJECT, params)
