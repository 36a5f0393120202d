"""What stands on the map: incidents, units and cameras with a position, kept by id."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from command_center.domain.unit import UnitStatus
from command_center.situation.board import BoardRow, board_row
from command_center.situation.cameras import camera_point
from command_center.situation.news import NEVER
from command_center.situation.readiness import changed_units
from command_center.situation.situation import Situation, Touched
from command_center.ui.map.crowd import Crowd, IncidentMark
from command_center.ui.map.viewport import Ground


@dataclass(frozen=True, slots=True)
class UnitMark:
    """`course_deg` from north, None while it stands or does not say."""

    id: str
    x_m: float
    y_m: float
    shown: UnitStatus
    label: str
    busy: bool
    course_deg: float | None
    at: datetime


@dataclass(frozen=True, slots=True)
class CameraMark:
    id: str
    x_m: float
    y_m: float
    label: str
    down: bool


Mark = IncidentMark | UnitMark | CameraMark
MOVING_MPS = 0.8
"""Slower than a walk is standing: the course of a parked car turns at random."""


class Marks:
    """Renewed from the situation by what was touched; `version` counts the changes."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._read = NEVER
        self._silent: set[str] = set()
        self._turns: dict[str, datetime] = {}
        self._crowd = Crowd(ground)
        self.incidents: dict[str, IncidentMark] = {}
        self.units: dict[str, UnitMark] = {}
        self.cameras: dict[str, CameraMark] = {}
        self.version = 0

    @property
    def silent_units(self) -> int:
        """How many on duty have no position."""
        return len(self._silent)

    def take(self, situation: Situation, touched: Touched, now: datetime) -> None:
        if touched.everything or touched.incidents:
            self._take_incidents(situation, touched)
        if touched.everything or "camera" in touched.entities:
            self.take_cameras(situation)
        turned = touched.everything or touched.judged or "agency" in touched.entities
        if turned or touched.units:
            self.take_units(situation, now)

    def _take_incidents(self, situation: Situation, touched: Touched) -> None:
        if touched.everything:
            ids = {incident.id: None for incident in situation.open_incidents()}
            changed = self._crowd.take([*ids, *(self.incidents.keys() - ids.keys())], situation)
        else:
            changed = self._crowd.take(sorted(touched.incidents), situation)
        if changed:
            self.incidents = self._crowd.marks()
            self.version += 1

    def take_units(self, situation: Situation, now: datetime) -> None:
        """Positions come beside the log, so this follows telemetry and the clock as well."""
        anew, ids = changed_units(situation, self._read)
        self._read = situation.unit_news.mark
        wanted = dict.fromkeys(ids if anew else sorted(ids))
        wanted |= dict.fromkeys(id for id, at in self._turns.items() if at < now)
        if anew:
            wanted |= dict.fromkeys([*self.units, *self._silent])
        before = self.silent_units
        changed = [id for id in wanted if self._take_unit(situation, id, now)]
        if changed or before != self.silent_units:
            self.version += 1

    def _take_unit(self, situation: Situation, id: str, now: datetime) -> bool:
        """Whether its mark is another one now."""
        unit, mark = situation.unit(id), None
        self._silent.discard(id)
        self._turns.pop(id, None)
        if unit is not None and unit.status is not UnitStatus.OFF_DUTY:
            row = board_row(situation, unit)
            mark = self._unit_mark(situation, row, now)
            if mark is None:
                self._silent.add(id)
            elif (turns := row.stale_from(situation.clocks.targets)) >= now:
                self._turns[id] = turns
        before = self.units.get(id)
        if before == mark:
            return False
        if mark is None:
            del self.units[id]
        else:
            self.units[id] = mark
        return True

    def has_turned(self, now: datetime) -> bool:
        """Whether silence alone has made a unit unknown since it was taken."""
        return any(at < now for at in self._turns.values())

    def _unit_mark(self, situation: Situation, row: BoardRow, now: datetime) -> UnitMark | None:
        position = situation.positions.get(row.id)
        if position is None:
            return None
        x_m, y_m = self._ground.to_m(position.lat, position.lon)
        moving = position.speed_mps is None or position.speed_mps >= MOVING_MPS
        return UnitMark(
            id=row.id,
            x_m=x_m,
            y_m=y_m,
            shown=row.shown_status(now, situation.clocks.targets),
            label=row.call_sign,
            busy=row.incident_id is not None,
            course_deg=position.course_deg if moving else None,
            at=position.at,
        )

    def take_cameras(self, situation: Situation) -> None:
        marks: dict[str, CameraMark] = {}
        for camera in situation.all("camera"):
            at = camera_point(situation, camera) if camera.in_use else None
            if at is None:
                continue
            x_m, y_m = self._ground.to_m(*at)
            health = situation.health.get(("camera", camera.id))
            down = health is not None and health.state == "down"
            marks[camera.id] = CameraMark(camera.id, x_m, y_m, camera.label, down)
        if marks != self.cameras:
            self.cameras = marks
            self.version += 1
