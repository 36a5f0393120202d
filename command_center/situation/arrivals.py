"""Units that have not said that they are on scene and, by their positions, seem to be: a question
to a person, never a status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from command_center.commands.dispatch import SetUnitStatus
from command_center.domain.incident import Incident
from command_center.domain.unit import OrderStatus, UnitStatus
from command_center.situation.situation import Situation

NEAR_M, SURE_M, STANDS_MPS = 100.0, 150.0, 5.0
ON_THE_WAY = (OrderStatus.ACCEPTED, OrderStatus.EN_ROUTE)


@dataclass(frozen=True, slots=True)
class Arrival:
    """`at` is the first position so near to the incident."""

    unit_id: str
    assignment_id: str
    incident_id: str
    at: datetime

    @property
    def confirmed(self) -> SetUnitStatus:
        """What a person says who knows that it is there."""
        status, holder = UnitStatus.ON_SCENE, self.assignment_id
        return SetUnitStatus(self.unit_id, status, self.at, holder=holder)


def arrivals(situation: Situation) -> list[Arrival]:
    """In the order of the units."""
    found = (arrival_of(situation, unit.id) for unit in situation.all("unit"))
    return [arrival for arrival in found if arrival is not None]


def arrival_of(situation: Situation, unit_id: str) -> Arrival | None:
    held = situation.active_assignment(unit_id)
    track = situation.tracks.of(unit_id)
    if held is None or track is None or held.status not in ON_THE_WAY:
        return None
    incident = situation.incident(held.incident_id)
    point = precise_point(incident) if incident is not None else None
    if point is None or (track.last.speed_mps or 0.0) >= STANDS_MPS:
        return None
    at = track.arrived_at(*point, NEAR_M)
    return Arrival(unit_id, held.id, held.incident_id, at) if at is not None else None


def precise_point(incident: Incident) -> tuple[float, float] | None:
    """Where it is, unless only the area is known."""
    if incident.lat is None or incident.lon is None or (incident.accuracy_m or 0.0) > SURE_M:
        return None
    return incident.lat, incident.lon
