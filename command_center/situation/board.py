"""What one row of the unit board says, who counts as available, and coverage by area."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.domain.incident import Incident
from command_center.domain.targets import Targets
from command_center.domain.unit import (
    Agency,
    Assignment,
    AssignmentKind,
    OrderStatus,
    TaskKind,
    Unit,
    UnitStatus,
    WelfareCheck,
)
from command_center.ports import Position
from command_center.situation.arrivals import precise_point
from command_center.situation.seeming import Seeming, seeming
from command_center.situation.situation import Situation

AreaAt = Callable[[float, float], str | None]


@dataclass(frozen=True, slots=True)
class WaitingJob:
    """A job that waits for the unit to be done with the one it is on."""

    assignment_id: str
    incident_id: str
    number: int
    alias: str
    title: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Unheard:
    """Something said to the unit that it has not said "heard" to."""

    task_id: str
    kind: TaskKind
    text: str
    raised_at: datetime


@dataclass(frozen=True, slots=True)
class BoardRow:
    """`heard_at` is the newest sign of life, `word_at` the last thing it said itself;
    `position_at` None = the unit sends no position. `holder` = the assignment that holds it.
    `kept`: something of it is only known to this workstation; `disputed`: the other incident it
    was sent to, as (number, alias), while nobody has decided between the two orders.
    `since` when it last said its status, `began` when it first did. `asked_at`: when it was sent
    or asked, for as long as it has not answered. `contains`: it is its units that are sent, and
    counted. `seems`: what its positions say against its status. `usual_s`: for how long a unit
    usually is at what it is at."""

    id: str
    call_sign: str
    crew: int
    kind: str
    agency_id: str
    agency_short: str
    ours: bool
    orderable: bool
    home: str | None
    status: UnitStatus
    since: datetime
    status_reason: str
    incident_id: str | None
    incident_number: int | None
    incident_address: str
    requested: bool
    unanswered: bool
    position_at: datetime | None
    heard_at: datetime
    lat: float | None
    lon: float | None
    incident_alias: str = ""
    kept: bool = False
    disputed: tuple[int, str] | None = None
    parent_id: str | None = None
    contains: bool = False
    holder: str = ""
    incident_title: str = ""
    waiting: tuple[WaitingJob, ...] = ()
    unheard: tuple[Unheard, ...] = ()
    welfare: WelfareCheck | None = None
    word_at: datetime | None = None
    speed_mps: float | None = None
    seems: Seeming | None = None
    began: datetime | None = None
    capabilities: tuple[str, ...] = ()
    asked_at: datetime | None = None
    usual_s: float | None = None

    @property
    def in_status_since(self) -> datetime:
        return self.began or self.since

    def is_stale(self, now: datetime, targets: Targets) -> bool:
        limit = targets.status_stale_s if self.position_at is None else targets.position_stale_s
        return (now - self.heard_at).total_seconds() > limit

    def shown_status(self, now: datetime, targets: Targets) -> UnitStatus:
        """Unknown once stale, unless it is off duty anyway. Of a unit that spoke after its receiver
        had fallen silent only the place is unknown: its word holds as long as that of any other."""
        if self.status is UnitStatus.OFF_DUTY or not self.is_stale(now, targets):
            return self.status
        if self.position_at is None:
            return UnitStatus.UNKNOWN
        silent = (self.since - self.position_at).total_seconds() > targets.position_stale_s
        old = (now - self.since).total_seconds() > targets.status_stale_s
        return self.status if silent and not old else UnitStatus.UNKNOWN

    def is_available(self, now: datetime, targets: Targets) -> bool:
        """Fresh, free, not asked for and not looked for: the only units any count calls ready."""
        return self._is_free and not self.is_stale(now, targets)

    def ready_until(self, targets: Targets) -> datetime | None:
        """Until when it is available if nothing more is heard of it; None: it is not."""
        return self.stale_from(targets) if self._is_free else None

    def stale_from(self, targets: Targets) -> datetime:
        """After this it is stale if nothing more is heard of it."""
        limit = targets.status_stale_s if self.position_at is None else targets.position_stale_s
        return self.heard_at + timedelta(seconds=limit)

    def is_doubtful(self, now: datetime, targets: Targets) -> bool:
        """It would be available, had it been heard of lately."""
        return self._is_free and self.is_stale(now, targets)

    @property
    def _is_free(self) -> bool:
        free = self.status is UnitStatus.AVAILABLE and not self.requested
        return free and not self.contains and self.welfare is None


def board_row(situation: Situation, unit: Unit) -> BoardRow:
    """The same object until something it says has changed."""
    position = situation.positions.get(unit.id)
    kept = situation.board.get(unit.id)
    if kept is not None and kept[0] is unit and (kept[1] is position or kept[1] == position):
        row: BoardRow = kept[2]
        return row
    row = _board_row(situation, unit, position)
    situation.board[unit.id] = unit, position, row
    return row


def _board_row(situation: Situation, unit: Unit, position: Position | None) -> BoardRow:
    agency: Agency | None = situation.agency(unit.agency_id)
    assignment: Assignment | None = situation.active_assignment(unit.id)
    incident = situation.incident(assignment.incident_id) if assignment else None
    of_units = situation.of_units
    asked = assignment if assignment and assignment.status is OrderStatus.ORDERED else None
    return BoardRow(
        id=unit.id,
        call_sign=unit.call_sign,
        crew=unit.crew,
        kind=unit.kind,
        agency_id=unit.agency_id,
        agency_short=agency.short if agency else "?",
        ours=bool(agency and agency.ours),
        orderable=bool(agency and agency.orderable),
        home=unit.home,
        status=unit.status,
        since=unit.status_since,
        status_reason=unit.status_reason,
        incident_id=incident.id if incident else None,
        incident_number=incident.number if incident else None,
        incident_address=incident.address if incident else "",
        requested=bool(assignment and assignment.kind is AssignmentKind.REQUESTED),
        unanswered=asked is not None,
        position_at=position.at if position else None,
        heard_at=max(unit.status_since, position.at) if position else unit.status_since,
        lat=position.lat if position else None,
        lon=position.lon if position else None,
        incident_alias=(incident.alias or "") if incident else "",
        kept=situation.kept["unit", unit.id] > 0,
        disputed=_disputed(situation, unit, incident),
        parent_id=unit.parent_id,
        contains=bool(of_units.below(unit.id)),
        holder=assignment.id if assignment else "",
        incident_title=incident.title if incident else "",
        waiting=_waiting(situation, unit.id),
        unheard=tuple(
            Unheard(task.id, task.kind, task.text, task.raised_at)
            for task in of_units.unheard(unit.id)
        ),
        welfare=of_units.sought(unit.id),
        word_at=_word_at(unit, assignment, of_units.found_at(unit.id)),
        speed_mps=position.speed_mps if position else None,
        seems=_seeming(situation, unit, assignment, incident),
        began=of_units.began(unit),
        capabilities=unit.capabilities,
        asked_at=asked.ordered_at if asked else None,
        usual_s=_usual_s(situation, unit, incident),
    )


def _waiting(situation: Situation, unit_id: str) -> tuple[WaitingJob, ...]:
    """In the order they were given."""
    jobs = []
    for row in situation.unit_assignments(unit_id):
        incident = situation.incident(row.incident_id)
        if row.kind is AssignmentKind.STACKED and incident is not None:
            number, alias, title = incident.number, incident.alias or "", incident.title
            jobs.append(WaitingJob(row.id, incident.id, number, alias, title, row.ordered_at))
    return tuple(sorted(jobs, key=lambda job: job.since))


def _word_at(unit: Unit, held: Assignment | None, found: datetime | None) -> datetime:
    """When the unit itself last said something."""
    said = [unit.status_since, found]
    if held is not None:
        said += [held.accepted_at, held.en_route_at, held.on_scene_at]
    return max(at for at in said if at is not None)


def _seeming(
    situation: Situation, unit: Unit, held: Assignment | None, incident: Incident | None
) -> Seeming | None:
    place = precise_point(incident) if incident is not None else None
    return seeming(unit, held, place, situation.tracks.of(unit.id))


def _usual_s(situation: Situation, unit: Unit, incident: Incident | None) -> float | None:
    category = incident.category if incident is not None else ""
    return situation.usual.lasts_s(unit.status, unit.id, category)


def _disputed(
    situation: Situation, unit: Unit, incident: Incident | None
) -> tuple[int, str] | None:
    """The incident it was sent to besides the one it is on."""
    for conflict in situation.disputes():
        if conflict.unit_id == unit.id:
            for id in situation.disputed_incidents(conflict):
                other = situation.incident(id)
                if other is not None and (incident is None or other.id != incident.id):
                    return other.number, other.alias or ""
    return None


@dataclass(frozen=True, slots=True)
class Coverage:
    """`ready` = fresh available units inside now; `home` = on-duty own units that live there."""

    area_code: str
    ready: int
    home: int


def coverage(
    rows: Iterable[BoardRow],
    areas: Iterable[str],
    area_at: AreaAt,
    now: datetime,
    targets: Targets,
    home_of: Callable[[str], str | None] = str,
) -> list[Coverage]:
    """One line per area code, in the order given. A unit without a position is at home.
    `home_of` says which of the areas a unit's home lies in. `readiness.AreaCover` says the same
    of the units of a situation again and again."""
    ready = dict.fromkeys(areas, 0)
    home = dict.fromkeys(ready, 0)
    for row in rows:
        lives = home_of(row.home) if row.home else None
        at_home = row.ours and not row.contains and row.status is not UnitStatus.OFF_DUTY
        if at_home and lives in home:
            home[lives] += 1
        if not row.is_available(now, targets):
            continue
        here = lives if row.lat is None or row.lon is None else area_at(row.lat, row.lon)
        if here in ready:
            ready[here] += 1
    return [Coverage(code, ready[code], home[code]) for code in ready]
