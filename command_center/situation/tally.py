"""The clocks of one local day, kept up to date row by row: no panel counts thousands again."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from command_center.domain.clocks import Clock, LeftOut, Sample

_Part = tuple[Clock, float, float] | tuple[Clock, LeftOut]
"""(clock, seconds, when it ended) or (clock, why it was left out)."""


def _parts(samples: Iterable[Sample]) -> Iterator[_Part]:
    for sample in samples:
        if sample.seconds is not None:
            ended = (sample.at + timedelta(seconds=sample.seconds)).timestamp()
            yield sample.clock, sample.seconds, ended
        elif sample.left is not None:
            yield sample.clock, sample.left


class Measured:
    """`seconds` sorted; `left` counts what was left out by reason, what still runs included."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.left: Counter[LeftOut] = Counter()
        self._ended: list[float] = []

    @property
    def newest(self) -> float | None:
        """When the newest one ended, as a timestamp."""
        return self._ended[-1] if self._ended else None

    def add(self, part: _Part) -> None:
        if len(part) == 3:
            insort(self.seconds, part[1])
            insort(self._ended, part[2])
        else:
            self.left[part[1]] += 1

    def remove(self, part: _Part) -> None:
        if len(part) == 3:
            del self.seconds[bisect_left(self.seconds, part[1])]
            del self._ended[bisect_left(self._ended, part[2])]
        else:
            self.left[part[1]] -= 1

    def absorb(self, other: Measured) -> None:
        """Count what the other one counted, too."""
        self.seconds = sorted([*self.seconds, *other.seconds])
        self._ended = sorted([*self._ended, *other._ended])
        self.left += other.left


class DayTally:
    """What is measured of the incidents of one day, or of the calls of one hour, by their ids."""

    def __init__(self) -> None:
        self.clocks: defaultdict[Clock, Measured] = defaultdict(Measured)
        self._parts: dict[str, tuple[_Part, ...]] = {}

    @property
    def incidents(self) -> int:
        """Merged and cancelled ones included."""
        return len(self._parts)

    def put(self, id: str, samples: Iterable[Sample]) -> None:
        """Take the place of what was counted of it."""
        parts, before = tuple(_parts(samples)), self._parts.get(id, ())
        self._parts[id] = parts
        if parts == before:
            return
        for part in before:
            self.clocks[part[0]].remove(part)
        for part in parts:
            self.clocks[part[0]].add(part)

    def drop(self, id: str) -> None:
        for part in self._parts.pop(id, ()):
            self.clocks[part[0]].remove(part)


class Tallies:
    """By local day (ISO date) of incidents, and by hour (UTC) of calls."""

    def __init__(self) -> None:
        self._days: dict[str, DayTally] = {}
        self._day_of: dict[str, str] = {}
        self._hours: defaultdict[datetime, DayTally] = defaultdict(DayTally)

    def put(self, id: str, day: str, samples: Iterable[Sample]) -> None:
        """Of an incident with all its orders."""
        if self._day_of.get(id, day) != day:
            self.drop(id)
        self._day_of[id] = day
        self._days.setdefault(day, DayTally()).put(id, samples)

    def put_call(self, id: str, at: datetime, samples: Iterable[Sample]) -> None:
        self._hours[_hour(at)].put(id, samples)

    def drop(self, id: str) -> None:
        """It is not there any more, and counts no longer."""
        day = self._day_of.pop(id, None)
        if day is not None:
            self._days[day].drop(id)

    def day(self, day: str) -> DayTally:
        return self._days.get(day) or DayTally()

    def calls(self, since: datetime) -> dict[Clock, Measured]:
        """Of calls that rang in the 24 hours from `since`, a whole hour."""
        found: defaultdict[Clock, Measured] = defaultdict(Measured)
        for hour in range(24):
            tally = self._hours.get(_hour(since) + timedelta(hours=hour))
            for clock, measured in tally.clocks.items() if tally else ():
                found[clock].absorb(measured)
        return dict(found)

    def forget(self, before: datetime, first_day: str, known: frozenset[str]) -> None:
        """Days before `first_day` that are not among `known`, and hours before `before`."""
        for day in [day for day in self._days if day < first_day and day not in known]:
            del self._days[day]
        self._day_of = {id: day for id, day in self._day_of.items() if day in self._days}
        for hour in [hour for hour in self._hours if hour < _hour(before)]:
            del self._hours[hour]


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
