"""Adds up the points of what is known of an incident, and lists what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from command_center.advice.categories import OTHER
from command_center.advice.triage.table import (
    NAME_PREFIX,
    P1_FROM,
    P2_FROM,
    Row,
    Table,
    When,
)
from command_center.advice.triage.words import matcher_of
from command_center.domain.incident import Priority
from command_center.geo.nearby import NearPlace

SHOWN_ROWS = 4
"""How many of the rows that fired are shown; all are kept."""


class Absent(StrEnum):
    """An input that is not there: unknown, which is never a no."""

    POSITION = "position"
    PLACES = "places"
    ELECTION_DAY = "election_day"
    TIME = "time"
    REPORTER = "reporter"
    EPISODE = "episode"
    TABLE = "table"
    """The room's own table, which cannot be read: the one that is shipped was used."""


_Answer = bool | frozenset[Absent]
"""Of a row: whether it is true, or what would have to be known."""


@dataclass(frozen=True, slots=True)
class Said:
    """One report: its text, who told it ("" unknown) and when."""

    text: str
    reporter: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an incident. `near` None: where it is, is not known well enough; `placed`
    are the values of place rows that the city knows a point of; `hour` local; `election_days` from
    election day, negative before it, None if no day is set; `episode`: an early detection stands
    here, None while nobody looks for any."""

    category: str
    said: tuple[Said, ...]
    near: tuple[NearPlace, ...] | None = None
    placed: frozenset[str] = frozenset()
    hour: int | None = None
    election_days: int | None = None
    episode: bool | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`fired` with what weighs most first; `absent` in a fixed order."""

    priority: Priority
    points: int
    fired: tuple[Row, ...]
    absent: tuple[Absent, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """As they are kept with the incident: the rows, then what was not known."""
        unknown = (f"absent:{what.value}" for what in self.absent)
        return (*(row.reason for row in self.fired), *unknown)


def said(category: str, text: str) -> Facts:
    """Facts of one text and nothing else."""
    return Facts(category, (Said(text),))


def suggest(facts: Facts, table: Table) -> Suggestion:
    """The priority by the table. An unknown category counts as "lainnya"."""
    fired, absent = _words(facts, table), set[Absent]()
    category = facts.category if facts.category in table.categories else OTHER
    for row in table.rows:
        if row.when is When.WORD:
            continue
        answer = _asked(row, facts, category)
        if answer is True:
            fired.add(row.code)
        elif answer is not False:
            absent |= answer
    return _weighed(table, frozenset(fired), frozenset(absent))


@lru_cache(maxsize=20_000)
def _weighed(table: Table, fired: frozenset[str], absent: frozenset[Absent]) -> Suggestion:
    rows = [row for row in table.rows if row.code in fired]
    points = sum(row.points for row in rows)
    priority = (
        Priority.P1 if points >= P1_FROM else Priority.P2 if points >= P2_FROM else Priority.P3
    )
    sets = [row.sets for row in rows if row.sets is not None]
    if priority is Priority.P3 and Priority.P4 in sets:
        priority = Priority.P4
    floors = [one for one in sets if one is not Priority.P4]
    priority = min([priority, *floors])
    places = {row.code: at for at, row in enumerate(table.rows)}
    rows.sort(key=lambda row: (row.sets in (None, Priority.P4), -abs(row.points), places[row.code]))
    return Suggestion(priority, points, tuple(rows), tuple(a for a in Absent if a in absent))


def _words(facts: Facts, table: Table) -> set[str]:
    """Rows that add fire if anybody says so, rows that take away only if everybody does."""
    matcher = matcher_of(table)
    heard = [matcher.fired(one.text) for one in facts.said]
    if len(heard) == 1:
        return set(heard[0])
    some = frozenset[str]().union(*heard)
    every = heard[0].intersection(*heard[1:]) if heard else some
    lowering = {code for code in some if table.by_code[code].points < 0}
    return set(some - (lowering - every))


def _asked(row: Row, facts: Facts, category: str) -> _Answer:
    """Whether a row that is not about words fires; what keeps it from being answered."""
    if row.when is When.CATEGORY:
        return category in row.any
    if row.when is When.EPISODE:
        return _unknown(Absent.EPISODE) if facts.episode is None else facts.episode
    if row.when is When.REPORTERS:
        return _told_by_many(row, facts.said)
    needed = [_at_hour(row, facts), _on_day(row, facts)]
    return _all(needed if row.when is When.TIME else [*needed, _near(row, facts)])


def _unknown(what: Absent) -> frozenset[Absent]:
    return frozenset({what})


def _all(answers: Sequence[_Answer]) -> _Answer:
    """One no is enough for a no; without one, whatever is unknown is."""
    if False in answers:
        return False
    unknown = frozenset[Absent]().union(*(one for one in answers if one is not True))
    return unknown or True


def _at_hour(row: Row, facts: Facts) -> _Answer:
    if row.hours is None:
        return True
    if facts.hour is None:
        return _unknown(Absent.TIME)
    first, last = row.hours
    if first <= last:
        return first <= facts.hour < last
    return facts.hour >= first or facts.hour < last


def _on_day(row: Row, facts: Facts) -> _Answer:
    if row.days is None:
        return True
    if facts.election_days is None:
        return _unknown(Absent.ELECTION_DAY)
    return row.days[0] <= facts.election_days <= row.days[1]


def _near(row: Row, facts: Facts) -> _Answer:
    if facts.near is None:
        return _unknown(Absent.POSITION)
    if not facts.placed.intersection(row.any):
        return _unknown(Absent.PLACES)
    return any(
        place.metres <= row.within_m and any(_is(place, wanted) for wanted in row.any)
        for place in facts.near
    )


def _is(place: NearPlace, wanted: str) -> bool:
    if wanted.startswith(NAME_PREFIX):
        return wanted.removeprefix(NAME_PREFIX).strip().casefold() in place.name
    return place.kind == wanted


def _told_by_many(row: Row, reports: Sequence[Said]) -> _Answer:
    """Persons are counted, not messages: one who writes ten times is one."""
    named = sorted((one.at, one.reporter) for one in reports if one.reporter and one.at)
    window = timedelta(minutes=row.minutes)
    for first, (since, _) in enumerate(named):
        who = {ref for at, ref in named[first:] if at - since <= window}
        if len(who) >= row.least:
            return True
    nameless = any(not one.reporter for one in reports)
    return _unknown(Absent.REPORTER) if nameless else False
