"""What sending units somewhere would mean, worked out from what the board shows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from command_center.domain.incident import Incident, Priority
from command_center.domain.place import LatLon
from command_center.domain.unit import UnitStatus
from command_center.geo.city import CityPack
from command_center.geo.distance import distance_m, estimate_travel
from command_center.situation.board import BoardRow
from command_center.situation.situation import Situation
from command_center.ui.units.lines import UnitLine


@dataclass(frozen=True, slots=True)
class Left:
    """The job a unit would leave. `others` = call signs that stay on it; else `next_sign` is the
    nearest ready unit, `next_minutes` away from it, None: there is none."""

    number: int
    alias: str
    title: str
    priority: Priority
    others: tuple[str, ...]
    next_sign: str
    next_minutes: int | None


@dataclass(frozen=True, slots=True)
class Going:
    """One unit. `minutes` by the straight line, None where it or the incident has no place;
    `refused` = why it cannot go, as a code; `left` while it is busy."""

    row: BoardRow
    available: bool
    stale: bool
    minutes: int | None
    straight_m: float
    left: Left | None
    refused: str | None

    @property
    def is_busy(self) -> bool:
        return self.refused is None and bool(self.row.holder)


@dataclass(frozen=True, slots=True)
class Preview:
    """`cover` = (ready now, ready then) by kecamatan, where that differs."""

    incident: Incident | None
    going: tuple[Going, ...]
    cover: Mapping[str, tuple[int, int]]

    @property
    def sent(self) -> tuple[Going, ...]:
        return tuple(one for one in self.going if one.refused is None)

    @property
    def free(self) -> tuple[Going, ...]:
        return tuple(one for one in self.sent if not one.row.holder)

    @property
    def busy(self) -> tuple[Going, ...]:
        return tuple(one for one in self.sent if one.row.holder)

    @property
    def facts(self) -> tuple[str, ...]:
        """What an answer is about: who goes, what holds each, where to. Not the minutes, which run
        with the clock."""
        where = (self.incident.id, self.incident.address) if self.incident is not None else ()
        return (*where, *(f"{one.row.id} {one.row.holder}" for one in self.sent))


class Reckoner:
    """Works previews out of the board's own lines."""

    def __init__(self, situation: Situation, city: CityPack) -> None:
        self._situation = situation
        self._city = city

    def going(
        self, line: UnitLine, incident: Incident | None, refused: str | None, idle: list[UnitLine]
    ) -> Going:
        """`idle` are the ready units that could take over what this one leaves."""
        row, metres = line.row, math.nan
        target, start = _place(incident), self._point(line.row)
        if target is not None and start is not None:
            metres = distance_m(start.lat, start.lon, target.lat, target.lon)
        minutes = None if math.isnan(metres) else _minutes(metres)
        stale = line.shown is UnitStatus.UNKNOWN or row.position_at is None
        return Going(
            row=row,
            available=line.available,
            stale=stale,
            minutes=minutes,
            straight_m=metres,
            left=self._left(row, idle) if row.incident_id else None,
            refused=refused,
        )

    def _left(self, row: BoardRow, idle: Iterable[UnitLine]) -> Left | None:
        incident = self._situation.incident(row.incident_id or "")
        if incident is None:
            return None
        others = [
            unit.call_sign
            for job in self._situation.on_it(incident.id)
            if job.unit_id != row.id and job.kind in ("active", "requested")
            if (unit := self._situation.unit(job.unit_id)) is not None
        ]
        near = None if others else self._nearest(incident, idle)
        return Left(
            number=incident.number,
            alias=incident.alias or "",
            title=incident.title,
            priority=incident.priority,
            others=tuple(others),
            next_sign=near[1] if near else "",
            next_minutes=_minutes(near[0]) if near else None,
        )

    def _nearest(self, incident: Incident, idle: Iterable[UnitLine]) -> tuple[float, str] | None:
        target = _place(incident)
        if target is None:
            return None
        found = [
            (distance_m(at.lat, at.lon, target.lat, target.lon), line.row.call_sign)
            for line in idle
            if (at := self._point(line.row)) is not None
        ]
        return min(found, default=None)

    def _point(self, row: BoardRow) -> LatLon | None:
        if row.lat is not None and row.lon is not None:
            return LatLon(row.lat, row.lon)
        home = self._city.gazetteer.by_code(row.home or "")
        if home is None or home.lat is None or home.lon is None:
            return None
        return LatLon(home.lat, home.lon)


def _place(incident: Incident | None) -> LatLon | None:
    if incident is None or incident.lat is None or incident.lon is None:
        return None
    return LatLon(incident.lat, incident.lon)


def _minutes(metres: float) -> int:
    return max(1, math.ceil(estimate_travel(metres).seconds / 60))


def why_refused(row: BoardRow, incident: Incident | None, *, may_move: bool) -> str | None:
    """Why the unit cannot be sent, as a code."""
    if not may_move:
        return "not_your_agency"
    if row.status in (UnitStatus.OFF_DUTY, UnitStatus.UNAVAILABLE):
        return "unit_not_on_duty"
    if incident is None:
        if row.welfare is not None:
            return "unit_being_sought"
        return "unit_is_busy" if row.holder else None
    waits = any(job.incident_id == incident.id for job in row.waiting)
    return "unit_already_on_it" if waits or row.incident_id == incident.id else None
