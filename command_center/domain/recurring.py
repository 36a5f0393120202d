"""When a task is due: the last time and the next, worked out from how it comes again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

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
    last = following = None
    for due in _around(task, now, starts, zone):
        if due > now:
            following = due if following is None else min(following, due)
        elif due > task.made_at:
            last = due if last is None else max(last, due)
    return Dues(last, following)


def _around(
    task: RoomTask, now: datetime, starts: tuple[time, ...], zone: tzinfo
) -> Iterator[datetime]:
    """Every time it is due from some before `now` to some after it."""
    today = now.astimezone(zone).date()
    if task.repeats is Repeats.SHIFT:
        late = timedelta(minutes=task.after_min)
        # so long after its shift began, it may be due on the day after
        for day in _days(today, 2):
            yield from (datetime.combine(day, start, zone) + late for start in starts)
        return
    at = time.fromisoformat(task.at)
    days, reach = (task.days, 7) if task.repeats is Repeats.WEEKLY else (EVERY_DAY, 1)
    for day in _days(today, reach):
        if day.weekday() in days:
            yield datetime.combine(day, at, zone)


def _days(today: date, reach: int) -> Iterator[date]:
    return (today + timedelta(days=off) for off in range(-reach, reach + 1))
