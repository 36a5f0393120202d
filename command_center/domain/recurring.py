"""When a task is due: the last time and the next, worked out from how it comes again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from command_center.domain.instruction import Repeats, RoomTask

EVERY_DAY = tuple(range(7))


@dataclass(frozen=True, slots=True)
class Dues:
    """`last` <= now < `next`; None: there was none since the task was made, there comes no more."""

    last: datetime | None
    next: datetime | None


def dues(task: RoomTask, now: datetime, starts: tuple[time, ...], zone: tzinfo) -> Dues:
    """`starts` = local times at which shifts begin."""
    if task.repeats is Repeats.ONCE:
        due = task.first_at
        return Dues(None, due) if due is not None and due > now else Dues(due, None)
    # by the clock on the wall: times with a zone take twice as long to compare, every second
    here = now.astimezone(zone).replace(tzinfo=None)
    times = list(_around(task, here, starts))
    last = max((due for due in times if due <= here), default=None)
    following = min((due for due in times if due > here), default=None)
    passed = _zoned(last, zone)
    if passed is not None and passed <= task.made_at:
        passed = None
    return Dues(passed, _zoned(following, zone))


def _zoned(local: datetime | None, zone: tzinfo) -> datetime | None:
    return None if local is None else local.replace(tzinfo=zone).astimezone(UTC)


def _around(task: RoomTask, here: datetime, starts: tuple[time, ...]) -> Iterator[datetime]:
    """Every local time it is due from some before `here` to some after it."""
    today = here.date()
    if task.repeats is Repeats.SHIFT:
        late = timedelta(minutes=task.after_min)
        # so long after its shift began, it may be due on the day after
        for day in _days(today, 2):
            yield from (datetime.combine(day, start) + late for start in starts)
        return
    at = time.fromisoformat(task.at)
    days, reach = (task.days, 7) if task.repeats is Repeats.WEEKLY else (EVERY_DAY, 1)
    for day in _days(today, reach):
        if day.weekday() in days:
            yield datetime.combine(day, at)


def _days(today: date, reach: int) -> Iterator[date]:
    return (today + timedelta(days=off) for off in range(-reach, reach + 1))
