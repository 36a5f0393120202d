"""What sending units somewhere would mean, worked out from what the board shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from command_center.domain.incident import Incident, Priority
from command_center.domain.unit import UnitStatus
from command_center.situation.advising.advice import Drive, Prices, Relief
from command_center.situation.board import BoardRow
from command_center.situation.situation import Situation
from command_center.ui.units.lines import UnitLine


@dataclass(frozen=True, slots=True)
class Left:
    """The job a unit would leave. `others` = call signs that stay on it; else `relief` is who would
    be there next, None: nobody. `reckoned`: that has been worked out."""

    number: int
    alias: str
    title: str
    priority: Priority
    others: tuple[str, ...]
    relief: Relief | None
    reckoned: bool


@dataclass(frozen=True, slots=True)
class Going:
    """One unit. `drive` None: nobody can say when it is there, or not yet (`reckoned`); `refused` =
    why it cannot go, as a code; `left` while it is busy."""

    row: BoardRow
    available: bool
    stale: bool
    drive: Drive | None
    reckoned: bool
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
    """Works previews out of the board's own lines and of what was reckoned of them."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation

    def going(
        self, line: UnitLine, incident: Incident | None, refused: str | None, prices: Prices | None
    ) -> Going:
        """`prices` None: they are being worked out."""
        row = line.row
        known = prices if incident is not None else None
        return Going(
            row=row,
            available=line.available,
            stale=line.shown is UnitStatus.UNKNOWN or row.position_at is None,
            drive=known.drives.get(row.id) if known else None,
            reckoned=known is not None,
            left=self._left(row, prices) if row.incident_id else None,
            refused=refused,
        )

    def _left(self, row: BoardRow, prices: Prices | None) -> Left | None:
        incident = self._situation.incident(row.incident_id or "")
        if incident is None:
            return None
        others = [
            unit.call_sign
            for job in self._situation.on_it(incident.id)
            if job.unit_id != row.id and job.kind in ("active", "requested")
            if (unit := self._situation.unit(job.unit_id)) is not None
        ]
        return Left(
            number=incident.number,
            alias=incident.alias or "",
            title=incident.title,
            priority=incident.priority,
            others=tuple(others),
            relief=prices.reliefs.get(incident.id) if prices and not others else None,
            reckoned=prices is not None,
        )


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
