"""How many alarms a room gives its people, against what people can bear.

The limits are those usually quoted from EEMUA 191 and ISA-18.2: at most one alarm in ten minutes
for one operator, two at the most, more than ten in ten minutes is a flood, and a flood at most one
hundredth of the time. Every seat is shown every alarm, so that the room's rate is each seat's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.domain.room import Alarm, AlarmType
from command_center.situation.figures import nearest_rank
from command_center.situation.situation import Situation

TEN_MINUTES = timedelta(minutes=10)
FLOOD = 10
"""More new alarms than this within ten minutes are a flood."""
ACCEPTABLE, MANAGEABLE = 1.0, 2.0
FLOOD_SHARE = 0.01
SHORTEST = timedelta(minutes=10)
"""No rate is told of less time than this."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What one person answered: how many, in ten minutes, and within which seconds half of them
    and nine in ten were."""

    staff_id: str
    count: int
    per_ten: float
    p50_s: float | None
    p90_s: float | None


@dataclass(frozen=True, slots=True)
class AlarmRate:
    """Alarms raised from `since` until `until`. `flood` is the share of that time (0 to 1) in which
    more than FLOOD had come within ten minutes, `peak` the most that did."""

    since: datetime
    until: datetime
    raised: int
    per_ten: float
    flood: float
    peak: int
    by_type: tuple[tuple[AlarmType, int], ...]
    by_rank: tuple[tuple[int, int], ...]
    people: tuple[Answered, ...]

    @property
    def bearable(self) -> bool:
        return self.per_ten <= ACCEPTABLE and self.flood <= FLOOD_SHARE


def in_flood(situation: Situation, now: datetime) -> bool:
    """Whether alarms come faster now than they can be read."""
    since = now - TEN_MINUTES
    return sum(1 for alarm in situation.all("alarm") if since < alarm.raised_at <= now) > FLOOD


def realised(alarms: Iterable[Alarm], since: datetime, until: datetime) -> AlarmRate:
    """Of a time that is over, at least SHORTEST of it."""
    since = min(since, until - SHORTEST)
    known = sorted((a for a in alarms if a.raised_at <= until), key=lambda a: a.raised_at)
    inside = [alarm for alarm in known if alarm.raised_at > since]
    tens = (until - since) / TEN_MINUTES
    times = [alarm.raised_at for alarm in known]
    kinds = Counter(alarm.type for alarm in inside)
    return AlarmRate(
        since=since,
        until=until,
        raised=len(inside),
        per_ten=len(inside) / tens,
        flood=_flood_share(times, since, until),
        peak=_peak(times, since),
        by_type=tuple(sorted(kinds.items(), key=lambda item: (-item[1], item[0].value))),
        by_rank=tuple(sorted(Counter(alarm.rank for alarm in inside).items())),
        people=_people(known, since, until),
    )


def _flood_share(times: Sequence[datetime], since: datetime, until: datetime) -> float:
    """A flood lasts from the alarm that is one too many until the first of them is ten minutes
    old."""
    flooded, reached = timedelta(0), since
    for first, last in zip(times, times[FLOOD:], strict=False):
        begins, ends = max(last, reached), min(first + TEN_MINUTES, until)
        if ends > begins:
            flooded += ends - begins
            reached = ends
    return flooded / (until - since)


def _peak(times: Sequence[datetime], since: datetime) -> int:
    most = 0
    for index, at in enumerate(times):
        if at > since:
            most = max(most, index + 1 - bisect_right(times, at - TEN_MINUTES))
    return most


def _people(alarms: Iterable[Alarm], since: datetime, until: datetime) -> tuple[Answered, ...]:
    took: defaultdict[str, list[float]] = defaultdict(list)
    for alarm in alarms:
        at, who = alarm.acknowledged_at, alarm.acknowledged_by
        if at is not None and who is not None and since < at <= until:
            took[who].append((at - alarm.raised_at).total_seconds())
    tens = (until - since) / TEN_MINUTES
    return tuple(
        Answered(
            who,
            len(seconds),
            len(seconds) / tens,
            nearest_rank(sorted(seconds), 0.5),
            nearest_rank(sorted(seconds), 0.9),
        )
        for who, seconds in sorted(took.items(), key=lambda item: (-len(item[1]), item[0]))
    )
