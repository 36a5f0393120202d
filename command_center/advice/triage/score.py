"""Adds up the points of what is known of an incident, and lists what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

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


class Said(NamedTuple):
    """One report: its text, who told it ("" unknown) and when."""

    text: str
    reporter: str = ""
    at: datetime | None = None


class Facts(NamedTuple):
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


@dataclass(frozen=True)
class Suggestion:
    """`fired` with what weighs most first; `absent` in a fixed order."""

    priority: Priority
    points: int
    fired: tuple[Row, ...]
    absent: tuple[Absent, ...]

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """As they are kept with the incident: the rows, then what was not known."""
        unknown = (f"absent:{what.value}" for what in self.absent)
        return (*(row.reason for row in self.fired), *unknown)


def said(category: str, text: str) -> Facts:
    """Facts of one text and nothing else."""
    return Facts(category, (Said(text),))


class _Scorer:
    """A table made ready: what it said of like cases is remembered, for an edit asks about every
    open incident at once."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._fired = matcher_of(table).fired
        self._of_category: dict[str, frozenset[str]] = {
            category: frozenset(
                row.code for row in table.rows if row.when is When.CATEGORY and category in row.any
            )
            for category in table.categories
        }
        self._reporters = [row for row in table.rows if row.when is When.REPORTERS]
        asked = (When.CATEGORY, When.WORD, When.REPORTERS)
        self._others = [row for row in table.rows if row.when not in asked]
        shown = sorted(table.rows, key=lambda r: (r.sets in (None, Priority.P4), -abs(r.points)))
        self._place = {row.code: at for at, row in enumerate(shown)}
        self._alone: dict[tuple[object, ...], tuple[frozenset[str], frozenset[Absent]]] = {}
        self._one = tuple(self._told((Said("", ref, _ANY_TIME),)) for ref in ("", "one"))
        self._known: dict[tuple[object, ...], Suggestion] = {}

    def suggest(self, facts: Facts) -> Suggestion:
        category = facts.category if facts.category in self._of_category else OTHER
        said = facts.said
        if len(said) == 1:
            about, told = self._fired(said[0].text), self._one[bool(said[0].reporter)]
        else:
            about, told = self._words(said), self._told(said)
        around = self._around(facts)
        key = (category, about, around, told)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            fired = self._of_category.get(category, frozenset()) | about | around[0] | told[0]
            rows = [
                self._table.by_code[code] for code in sorted(fired, key=self._place.__getitem__)
            ]
            found = self._known[key] = _weighed(rows, around[1] | told[1])
        return found

    def _words(self, said: tuple[Said, ...]) -> frozenset[str]:
        """Rows that add fire if anybody says so, rows that take away only if everybody does."""
        heard = [self._fired(one.text) for one in said]
        some = frozenset[str]().union(*heard)
        every = heard[0].intersection(*heard[1:]) if heard else some
        lowering = {code for code in some if self._table.by_code[code].points < 0}
        return some - (lowering - every)

    def _around(self, facts: Facts) -> tuple[frozenset[str], frozenset[Absent]]:
        """Of places, times and episodes."""
        if facts.near:
            return _answered(self._others, facts)
        nowhere = facts.near is None
        key = (nowhere, facts.placed, facts.hour, facts.election_days, facts.episode)
        found = self._alone.get(key)
        if found is None:
            if len(self._alone) >= _REMEMBERED:
                self._alone.clear()
            found = self._alone[key] = _answered(self._others, facts)
        return found

    def _told(self, said: tuple[Said, ...]) -> tuple[frozenset[str], frozenset[Absent]]:
        fired, absent = set[str](), frozenset[Absent]()
        for row in self._reporters:
            answer = _told_by_many(row, said)
            if answer is True:
                fired.add(row.code)
            elif answer is not False:
                absent |= answer
        return (frozenset(fired), absent) if fired else (_NONE, absent)


_NONE = frozenset[str]()
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_REMEMBERED = 20_000
_ORDER = tuple(Absent)


@lru_cache(maxsize=8)
def _scorer(table: Table) -> _Scorer:
    return _Scorer(table)


def suggest(facts: Facts, table: Table) -> Suggestion:
    """The priority by the table. A category that it does not speak of counts as "lainnya"."""
    return _scorer(table).suggest(facts)


def _answered(rows: Sequence[Row], facts: Facts) -> tuple[frozenset[str], frozenset[Absent]]:
    fired, absent = set[str](), frozenset[Absent]()
    for row in rows:
        answer = _asked(row, facts)
        if answer is True:
            fired.add(row.code)
        elif answer is not False:
            absent |= answer
    return frozenset(fired), absent


def _weighed(rows: list[Row], absent: frozenset[Absent]) -> Suggestion:
    """Of the rows that fired, in the order they are shown."""
    points = sum(row.points for row in rows)
    priority = Priority.P3
    if points >= P2_FROM:
        priority = Priority.P1 if points >= P1_FROM else Priority.P2
    for row in rows:
        if row.sets is not None and row.sets is not Priority.P4:
            priority = min(priority, row.sets)
        elif row.sets is not None and priority is Priority.P3:
            priority = Priority.P4
    return Suggestion(priority, points, tuple(rows), tuple(sorted(absent, key=_ORDER.index)))


def _asked(row: Row, facts: Facts) -> _Answer:
    """Whether a row about a place, a time or an episode fires; else what would have to be known."""
    if row.when is When.EPISODE:
        return _unknown(Absent.EPISODE) if facts.episode is None else facts.episode
    needed = [_at_hour(row, facts), _on_day(row, facts)]
    return _all(needed if row.when is When.TIME else [*needed, _near(row, facts)])


@cache
def _unknown(what: Absent) -> frozenset[Absent]:
    return frozenset({what})


def _all(answers: Sequence[_Answer]) -> _Answer:
    """One no is enough for a no; without one, whatever is unknown is."""
    if False in answers:
        return False
    unknown = frozenset(what for one in answers if isinstance(one, frozenset) for what in one)
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
    if any(
        place.metres <= row.within_m and any(_is(place, wanted) for wanted in row.any)
        for place in facts.near
    ):
        return True
    # one election office with a point says nothing of where the polls are
    return False if facts.placed.issuperset(row.any) else _unknown(Absent.PLACES)


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
