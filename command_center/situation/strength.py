"""How strong what stands under a heading is, and how the city is covered, kept up unit by unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from command_center.domain.unit import Unit, UnitStatus
from command_center.situation.board import BoardRow, Coverage

DEEPEST = 6
"""Kompi, pleton, regu, and room for more; whoever contains itself ends here."""


@dataclass(frozen=True, slots=True)
class Strength:
    """Units and their people: all, ready ones, and those that would be ready were they not silent
    for too long."""

    total: int = 0
    ready: int = 0
    stale: int = 0
    people: int = 0
    ready_people: int = 0

    def __add__(self, other: Strength) -> Strength:
        return Strength(
            self.total + other.total,
            self.ready + other.ready,
            self.stale + other.stale,
            self.people + other.people,
            self.ready_people + other.ready_people,
        )

    def __sub__(self, other: Strength) -> Strength:
        return Strength(
            self.total - other.total,
            self.ready - other.ready,
            self.stale - other.stale,
            self.people - other.people,
            self.ready_people - other.ready_people,
        )


NOBODY = Strength()


class Sum:
    """Adds up many."""

    def __init__(self) -> None:
        self._parts = [0, 0, 0, 0, 0]

    def add(self, one: Strength) -> None:
        parts = self._parts
        parts[0] += one.total
        parts[1] += one.ready
        parts[2] += one.stale
        parts[3] += one.people
        parts[4] += one.ready_people

    @property
    def strength(self) -> Strength:
        return Strength(*self._parts)


def strength_of(row: BoardRow, available: bool, doubtful: bool) -> Strength:
    """One unit's share. Whoever contains units counts through them."""
    if row.contains:
        return NOBODY
    return Strength(
        total=1,
        ready=int(available),
        stale=int(doubtful),
        people=row.crew,
        ready_people=row.crew if available else 0,
    )


def ancestors(unit: Unit, unit_of: Callable[[str], Unit | None]) -> tuple[Unit, ...]:
    """The units it is part of, the largest first, as far as they are of its own agency."""
    found: list[Unit] = []
    seen, parent_id = {unit.id}, unit.parent_id
    while parent_id is not None and parent_id not in seen and len(found) < DEEPEST:
        seen.add(parent_id)
        above = unit_of(parent_id)
        if above is None or above.agency_id != unit.agency_id:
            break
        found.append(above)
        parent_id = above.parent_id
    return tuple(reversed(found))


def members(unit_ids: Iterable[str], below: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """The units that are sent when these are named: each once, whoever contains units by those."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    waiting = list(reversed(list(unit_ids)))
    while waiting:
        id = waiting.pop()
        if id in seen:
            continue
        seen.add(id)
        inside = tuple(below(id))
        if inside:
            waiting.extend(reversed(inside))
        else:
            found[id] = None
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Cover:
    """What one unit adds: the area it is ready in, the area it lives in; None: none."""

    ready_in: str | None
    lives_in: str | None


class CoverTally:
    """`coverage` of many units, told of one at a time."""

    def __init__(self, areas: Iterable[str]) -> None:
        self._areas = tuple(areas)
        self._units: dict[str, Cover] = {}
        self._ready: Counter[str | None] = Counter()
        self._home: Counter[str | None] = Counter()

    def put(self, unit_id: str, cover: Cover) -> bool:
        """Whether any line reads differently by it."""
        before = self._units.get(unit_id)
        if before == cover:
            return False
        self.drop(unit_id)
        self._units[unit_id] = cover
        self._ready[cover.ready_in] += 1
        self._home[cover.lives_in] += 1
        return True

    def drop(self, unit_id: str) -> None:
        before = self._units.pop(unit_id, None)
        if before is not None:
            self._ready[before.ready_in] -= 1
            self._home[before.lives_in] -= 1

    def clear(self) -> None:
        self._units.clear()
        self._ready.clear()
        self._home.clear()

    def lines(self) -> list[Coverage]:
        """One for each area, in the order given."""
        return [Coverage(code, self._ready[code], self._home[code]) for code in self._areas]

    def after(self, moves: Mapping[str, str | None]) -> dict[str, tuple[int, int]]:
        """By area (ready now, ready then), where that differs, if these units were ready in these
        areas, None: nowhere any more."""
        then = Counter(self._ready)
        for unit_id, area in moves.items():
            cover = self._units.get(unit_id)
            if cover is not None:
                then[cover.ready_in] -= 1
            then[area] += 1
        lines = {code: (self._ready[code], then[code]) for code in self._areas}
        return {code: line for code, line in lines.items() if line[0] != line[1]}


def cover_of(
    row: BoardRow,
    available: bool,
    area_at: Callable[[float, float], str | None],
    lives_in: str | None,
) -> Cover:
    """As `coverage` counts: a unit without a position is at home, which lies in `lives_in`."""
    here: str | None = None
    if available:
        here = lives_in if row.lat is None or row.lon is None else area_at(row.lat, row.lon)
    ours = row.ours and not row.contains and row.status is not UnitStatus.OFF_DUTY
    return Cover(here, lives_in if ours else None)
