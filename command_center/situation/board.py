"""What one row of the unit board says, who counts as available, and coverage by area."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from command_center.domain.incident import Incident
from command_center.domain.targets import Targets
from command_center.domain.unit import (
    Agency,
    Assignment,
    AssignmentKind,
    OrderStatus,
    Unit,
    UnitStatus,
)
from command_center.ports import Position
from command_center.situation.situation import Situation

AreaAt = Callable[[float, float], str | None]


@dataclass(frozen=True, slots=True)
class BoardRow:
    """`heard_at` is the newest sign of life; `position_at` None = the unit sends no position.
    `kept`: something of it is only known to this workstation; `disputed`: the other incident it
    was sent to, as (number, alias), while nobody has decided between the two orders."""

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

    def is_stale(self, now: datetime, targets: Targets) -> bool:
        limit = targets.status_stale_s if self.position_at is None else targets.position_stale_s
        return (now - self.heard_at).total_seconds() > limit

    def shown_status(self, now: datetime, targets: Targets) -> UnitStatus:
        """Unknown once stale, unless it is off duty anyway."""
        if self.status is not UnitStatus.OFF_DUTY and self.is_stale(now, targets):
            return UnitStatus.UNKNOWN
        return self.status

    def is_available(self, now: datetime, targets: Targets) -> bool:
        """Fresh, free and not asked for: the only units any count calls ready."""
        free = self.status is UnitStatus.AVAILABLE and not self.requested
        return free and not self.is_stale(now, targets)


def board_row(situation: Situation, unit: Unit) -> BoardRow:
    """The same object until something it says has changed."""
    position = situation.positions.get(unit.id)
    kept = situation.board.get(unit.id)
    if kept is not None and kept[0] is unit and kept[1] == position:
        row: BoardRow = kept[2]
        return row
    row = _board_row(situation, unit, position)
    situation.board[unit.id] = unit, position, row
    return row


def _board_row(situation: Situation, unit: Unit, position: Position | None) -> BoardRow:
    agency: Agency | None = situation.agency(unit.agency_id)
    assignment: Assignment | None = situation.active_assignment(unit.id)
    incident = situation.incident(assignment.incident_id) if assignment else None
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
        unanswered=bool(assignment and assignment.status is OrderStatus.ORDERED),
        position_at=position.at if position else None,
        heard_at=max(unit.status_since, position.at) if position else unit.status_since,
        lat=position.lat if position else None,
        lon=position.lon if position else None,
        incident_alias=(incident.alias or "") if incident else "",
        kept=situation.kept["unit", unit.id] > 0,
        disputed=_disputed(situation, unit, incident),
    )


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
    `home_of` says which of the areas a unit's home lies in."""
    ready = dict.fromkeys(areas, 0)
    home = dict.fromkeys(ready, 0)
    for row in rows:
        lives = home_of(row.home) if row.home else None
        if row.ours and row.status is not UnitStatus.OFF_DUTY and lives in home:
            home[lives] += 1
        if not row.is_available(now, targets):
            continue
        here = lives if row.lat is None or row.lon is None else area_at(row.lat, row.lon)
        if here in ready:
            ready[here] += 1
    return [Coverage(code, ready[code], home[code]) for code in ready]
