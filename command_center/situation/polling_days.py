"""What polling stations have told, counted message by message: no panel counts thousands again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from command_center.advice.election_tables import DayTable
from command_center.domain.polling_day import COURSE, KEPT, DayWord, StationMessage
from command_center.domain.site import Election, PollingStation
from command_center.situation.fold import Index, Tables

_AreaOf = tuple[str, str]
"""(id of the election, code of the kelurahan)."""


@dataclass(frozen=True, slots=True)
class StationDay:
    """`state`: the farthest stage it told, since `since`; `heard_at`: when it told anything last;
    `troubles`: messages of trouble that stand."""

    state: DayWord | None = None
    since: datetime | None = None
    heard_at: datetime | None = None
    troubles: int = 0


NOTHING = StationDay()


@dataclass(frozen=True, slots=True)
class AreaDay:
    """How many polling stations there are, how many have come at least so far, and how many have
    told of trouble."""

    stations: int
    reached: Mapping[DayWord, int]
    troubled: int


@dataclass(frozen=True, slots=True)
class Silent:
    """A polling station that has not told `missing`, due at `due_at`, nor anything lately;
    `heard_at` None: nothing at all."""

    station: PollingStation
    missing: DayWord
    due_at: datetime
    heard_at: datetime | None

    @property
    def since(self) -> datetime:
        """Since when nothing is known."""
        return self.heard_at or self.due_at


class PollingDays:
    """Over the rows of `tables`, told of every change of them by `move`."""

    def __init__(self, tables: Tables) -> None:
        self._rows = tables.rows
        self._messages = Index()
        self._days: dict[str, StationDay] = {}
        self._stations: defaultdict[_AreaOf, dict[str, None]] = defaultdict(dict)
        self._counts: defaultdict[_AreaOf, Counter[DayWord | None]] = defaultdict(Counter)
        self._troubled: Counter[_AreaOf] = Counter()

    def move(self, entity: str, id: str, old: Any | None, new: Any | None) -> None:
        """A row was `old` and is `new` now, None: it is not there."""
        if entity == "polling_station":
            self._count(old, self.day(id), -1)
            self._count(new, self.day(id), 1)
        elif entity == "station_message":
            self._messages.move(id, _standing(old), _standing(new))
            row = new or old
            if row is not None:
                self._renew(row.station_id)

    def _renew(self, station_id: str) -> None:
        station = self._rows["polling_station"].get(station_id)
        self._count(station, self.day(station_id), -1)
        self._days[station_id] = day_of(self.messages(station_id))
        self._count(station, self.day(station_id), 1)

    def _count(self, station: PollingStation | None, day: StationDay, by: int) -> None:
        if station is None or station.gone_at is not None:
            return
        area = station.election_id, station.area_code
        self._counts[area][day.state] += by
        self._troubled[area] += by * bool(day.troubles)
        if by > 0:
            self._stations[area][station.id] = None
        else:
            self._stations[area].pop(station.id, None)

    # --- reading -------------------------------------------------------------------------------

    def day(self, station_id: str) -> StationDay:
        return self._days.get(station_id, NOTHING)

    def messages(self, station_id: str) -> list[StationMessage]:
        """Those that stand, as they came."""
        rows = self._rows["station_message"]
        return [rows[id] for id in self._messages.get(station_id) if id in rows]

    def stations(self, election_id: str, area_code: str) -> list[PollingStation]:
        """By number."""
        rows = self._rows["polling_station"]
        ids = self._stations.get((election_id, area_code), {})
        return sorted((rows[id] for id in ids), key=lambda row: row.number)

    def areas(self, election_id: str) -> dict[str, AreaDay]:
        """By kelurahan, in the order of their codes."""
        found = sorted(key for key, ids in self._stations.items() if key[0] == election_id and ids)
        return {key[1]: self._area(key) for key in found}

    def _area(self, key: _AreaOf) -> AreaDay:
        counts = self._counts[key]
        reached: dict[DayWord, int] = {}
        so_far = 0
        for word in reversed(COURSE):
            so_far += counts[word]
            reached[word] = so_far
        return AreaDay(len(self._stations[key]), reached, self._troubled[key])

    def silent(
        self, election: Election, now: datetime, table: DayTable, zone: tzinfo
    ) -> list[Silent]:
        """Those from which something is due and nothing was heard lately; who has told nothing for
        longest first. Nothing is due before the day of voting, and nobody is silent on a day that
        is put away."""
        if is_put_away(election, now, zone):
            return []
        due = dict(due_times(election, table, zone))
        found = [
            silent
            for key, ids in self._stations.items()
            if key[0] == election.id
            for id in ids
            if (silent := self._silent(id, due, now, table.heard)) is not None
        ]
        return sorted(found, key=_longest_first)

    def _silent(
        self, id: str, due: Mapping[DayWord, datetime], now: datetime, heard: timedelta
    ) -> Silent | None:
        day = self.day(id)
        after = COURSE.index(day.state) + 1 if day.state is not None else 0
        if after == len(COURSE):
            return None
        missing = COURSE[after]
        lately = day.heard_at is not None and now - day.heard_at < heard
        if now < due[missing] or lately:
            return None
        return Silent(self._rows["polling_station"][id], missing, due[missing], day.heard_at)


def _longest_first(one: Silent) -> tuple[datetime, str, int]:
    return one.since, one.station.area_code, one.station.number


def is_put_away(election: Election, now: datetime, zone: tzinfo) -> bool:
    """Whether a room by now drops what was told on the day of voting: nothing can be counted."""
    ends = datetime.combine(date.fromisoformat(election.day) + timedelta(days=1), time(), zone)
    return now >= ends + KEPT


def due_times(
    election: Election, table: DayTable, zone: tzinfo
) -> Iterator[tuple[DayWord, datetime]]:
    """By when each word of the course is due on the day of voting."""
    voting = datetime.fromisoformat(election.day)
    for word, at in table.due.items():
        yield word, datetime.combine(voting, time(at.hour, at.minute), zone)


def day_of(messages: Iterable[StationMessage]) -> StationDay:
    """As messages that stand tell it."""
    state: DayWord | None = None
    since = heard = None
    troubles = 0
    for row in messages:
        heard = row.at if heard is None else max(heard, row.at)
        troubles += row.word is DayWord.TROUBLE
        if row.word in COURSE and (state is None or COURSE.index(row.word) > COURSE.index(state)):
            state, since = row.word, row.at
    return StationDay(state, since, heard, troubles)


def _standing(row: StationMessage | None) -> str | None:
    return row.station_id if row is not None and row.struck_at is None else None
