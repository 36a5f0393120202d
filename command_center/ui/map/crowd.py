"""Incidents on the map: their order by priority, and which of them share a point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from command_center.domain.incident import Incident, IncidentStatus, Priority
from command_center.situation.situation import Situation
from command_center.ui.format import number_sign
from command_center.ui.map.viewport import Ground

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class IncidentMark:
    """`slot` tells apart incidents that are known only by the same point."""

    id: str
    x_m: float
    y_m: float
    slot: int
    priority: Priority
    verified: bool
    label: str
    accuracy_m: float


class Crowd:
    """Kept up incident by incident: where thousands are open, one changes at a time."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._came: dict[str, int] = {}
        self._number = 0
        self._rows: dict[str, Incident] = {}
        self._of: dict[Priority, dict[str, IncidentMark]] = {rank: {} for rank in Priority}
        self._at: dict[Point, list[str]] = {}

    def marks(self) -> dict[str, IncidentMark]:
        """The most urgent first, of each priority as they came."""
        found: dict[str, IncidentMark] = {}
        for priority in Priority:
            found |= self._of[priority]
        return found

    def take(self, ids: Iterable[str], situation: Situation) -> bool:
        """What became of these, new ones in the order they came; whether any mark is another."""
        crowded: dict[Point, None] = {}
        changed = False
        for id in ids:
            incident = situation.incident(id)
            shown = incident if incident is not None and _is_placed(incident) else None
            before = self._rows.get(id)
            if shown is before:
                continue
            if shown is not None and before is not None and self._stays(before, shown):
                changed |= self._renew(shown)
                continue
            changed |= self._drop(id, crowded)
            if shown is not None:
                changed |= self._put(shown, crowded)
            else:
                self._came.pop(id, None)
        for point in crowded:
            self._share(point)
        return changed

    def _stays(self, before: Incident, now: Incident) -> bool:
        """Whether it stands where it stood, among the same."""
        same_place = (before.lat, before.lon) == (now.lat, now.lon)
        return same_place and before.priority is now.priority

    def _renew(self, incident: Incident) -> bool:
        """Most changes of a room move nothing on the map."""
        self._rows[incident.id] = incident
        same = self._of[incident.priority]
        mark = same[incident.id]
        fresh = _incident_mark(incident, (mark.x_m, mark.y_m), mark.slot)
        if fresh == mark:
            return False
        same[incident.id] = fresh
        return True

    def _drop(self, id: str, crowded: dict[Point, None]) -> bool:
        row = self._rows.pop(id, None)
        if row is None:
            return False
        mark = self._of[row.priority].pop(id)
        point = (mark.x_m, mark.y_m)
        self._at[point].remove(id)
        if self._at[point]:
            crowded[point] = None
        else:
            del self._at[point]
        return True

    def _put(self, incident: Incident, crowded: dict[Point, None]) -> bool:
        if incident.id not in self._came:
            self._number += 1
            self._came[incident.id] = self._number
        point = self._ground.to_m(incident.lat or 0.0, incident.lon or 0.0)
        same = self._of[incident.priority]
        last = next(reversed(same), None)
        same[incident.id] = _incident_mark(incident, point, 0)
        self._rows[incident.id] = incident
        if last is not None and self._came[last] > self._came[incident.id]:
            self._of[incident.priority] = dict(sorted(same.items(), key=self._age))
        ids = self._at.setdefault(point, [])
        ids.append(incident.id)
        if len(ids) > 1:
            crowded[point] = None
        return True

    def _age(self, entry: tuple[str, IncidentMark]) -> int:
        return self._came[entry[0]]

    def _share(self, point: Point) -> None:
        """Each a slot of its own, the most urgent the first."""
        ids = self._at.get(point, [])
        ids.sort(key=lambda id: (self._rows[id].priority, self._came[id]))
        for slot, id in enumerate(ids):
            same = self._of[self._rows[id].priority]
            if same[id].slot != slot:
                same[id] = replace(same[id], slot=slot)


def _is_placed(incident: Incident) -> bool:
    return incident.is_open and incident.lat is not None and incident.lon is not None


def _incident_mark(incident: Incident, point: Point, slot: int) -> IncidentMark:
    return IncidentMark(
        id=incident.id,
        x_m=point[0],
        y_m=point[1],
        slot=slot,
        priority=incident.priority,
        verified=incident.status is not IncidentStatus.NEW,
        label=number_sign(incident.number, incident.alias),
        accuracy_m=incident.accuracy_m or 0.0,
    )
