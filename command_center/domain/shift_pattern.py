"""When shifts begin and end: a pattern of local times, and the shift a moment lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

PATTERN_SETTING, DEFAULT_PATTERN = "shift_pattern", "8_jam"
"""The name of the RoomSetting that holds the pattern, and the id of the one without it."""


@dataclass(frozen=True, slots=True)
class ShiftPattern:
    """`starts`: local times in their order; each shift runs until the next start, the last one
    until the first of the day after."""

    id: str
    name: str
    starts: tuple[time, ...]


@dataclass(frozen=True, slots=True)
class ShiftSlot:
    """One shift of the calendar. `day` is the local day it begins on, `number` its place among the
    starts of that day, from 0."""

    day: date
    number: int
    starts_at: datetime
    ends_at: datetime


def slot_at(pattern: ShiftPattern, at: datetime, zone: tzinfo) -> ShiftSlot:
    """The shift that `at` lies in; a start belongs to the shift that it begins."""
    day = at.astimezone(zone).date()
    around = [
        (datetime.combine(on, start, zone), on, number)
        for on in (day - timedelta(days=1), day, day + timedelta(days=1))
        for number, start in enumerate(pattern.starts)
    ]
    next_at = next(place for place, (start, _, _) in enumerate(around) if start > at)
    starts_at, on, number = around[next_at - 1]
    return ShiftSlot(on, number, starts_at, around[next_at][0])


def as_value(pattern: ShiftPattern) -> dict[str, Any]:
    """As a RoomSetting keeps it: the hours too, so that an old log is read by those of its day."""
    starts = [start.isoformat("minutes") for start in pattern.starts]
    return {"id": pattern.id, "name": pattern.name, "starts": starts}


def pattern_of(value: Mapping[str, Any]) -> ShiftPattern:
    """What a RoomSetting holds; KeyError, TypeError or ValueError if it is none."""
    starts = tuple(time.fromisoformat(start) for start in value["starts"])
    if not starts or list(starts) != sorted(set(starts)):
        raise ValueError("starts")
    return ShiftPattern(str(value["id"]), str(value["name"]), starts)
