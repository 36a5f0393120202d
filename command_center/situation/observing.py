"""What a wall in a public room may show: counts, kinds, areas, ages and units. No word that anybody
said, no address, no name of a person leaves this module."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from command_center.domain.incident import Incident, Priority
from command_center.domain.room import SituationLevel
from command_center.domain.targets import Targets
from command_center.domain.unit import UnitStatus
from command_center.situation.board import board_row
from command_center.situation.operations import places
from command_center.situation.situation import Situation

AreaOf = Callable[[str | None], str | None]


@dataclass(frozen=True, slots=True)
class UrgentLine:
    """An open P1. `area`: the code of its kelurahan or kecamatan, None = not placed; `units` are
    the call signs on it; `taken`: somebody owns it."""

    number: int
    category: str
    area: str | None
    opened_at: datetime
    verified: bool
    taken: bool
    units: tuple[str, ...]


def urgent(situation: Situation) -> list[UrgentLine]:
    """The oldest first."""
    rows = sorted(situation.open_of(Priority.P1), key=lambda row: (row.opened_at, row.id))
    return [_line(situation, row) for row in rows]


def _line(situation: Situation, row: Incident) -> UrgentLine:
    signs = dict.fromkeys(
        unit.call_sign
        for assignment in situation.on_it(row.id)
        if (unit := situation.unit(assignment.unit_id)) is not None
    )
    verified = row.verified_at is not None
    taken = row.owner_id is not None
    return UrgentLine(
        row.number, row.category, row.area_code, row.opened_at, verified, taken, tuple(signs)
    )


def open_by_priority(situation: Situation) -> dict[Priority, int]:
    counted = Counter(row.priority for row in situation.open_incidents())
    return {priority: counted[priority] for priority in Priority}


def open_by_area(situation: Situation) -> dict[str | None, dict[Priority, int]]:
    """By the area of each incident; None: those that nobody could place."""
    counted: defaultdict[str | None, Counter[Priority]] = defaultdict(Counter)
    for row in situation.open_incidents():
        counted[row.area_code][row.priority] += 1
    return {area: dict(of) for area, of in counted.items()}


@dataclass(frozen=True, slots=True)
class AgencyStrength:
    """Units of an agency by the status the board shows; what contains units counts through them.
    Who says to be ready but is asked for or looked for is `bespoken` instead: nobody counts it as
    ready. `ready_people` of the units that are."""

    agency_id: str
    short: str
    by_status: dict[UnitStatus, int]
    bespoken: int
    ready_people: int

    @property
    def total(self) -> int:
        return sum(self.by_status.values()) + self.bespoken


def strength_by_agency(
    situation: Situation, now: datetime, targets: Targets
) -> list[AgencyStrength]:
    """The strongest first."""
    counted: defaultdict[str, Counter[UnitStatus]] = defaultdict(Counter)
    people: Counter[str] = Counter()
    bespoken: Counter[str] = Counter()
    shorts: dict[str, str] = {}
    for unit in situation.all("unit"):
        row = board_row(situation, unit)
        if row.contains:
            continue
        shorts[row.agency_id] = row.agency_short
        status = row.shown_status(now, targets)
        if row.is_available(now, targets):
            people[row.agency_id] += row.crew
        elif status is UnitStatus.AVAILABLE:
            bespoken[row.agency_id] += 1
            continue
        counted[row.agency_id][status] += 1
    found = [
        AgencyStrength(id, short, dict(counted[id]), bespoken[id], people[id])
        for id, short in shorts.items()
    ]
    return sorted(found, key=lambda one: (-one.total, one.short))


@dataclass(frozen=True, slots=True)
class LevelLine:
    operation: str
    place: str
    level: SituationLevel
    since: datetime


def levels(situation: Situation) -> list[LevelLine]:
    """Of every running operation, the worst first."""
    found = [
        LevelLine(operation.name, place.name, place.level, place.since)
        for operation in situation.operations
        for place in places(situation, operation)
    ]
    worst = list(SituationLevel)[::-1]
    return sorted(found, key=lambda one: (worst.index(one.level), one.operation, one.place))
