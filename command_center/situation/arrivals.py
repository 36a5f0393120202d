"""Where an incident is, as far as arriving there can be told from a position."""

from __future__ import annotations

from command_center.domain.incident import Incident

NEAR_M, SURE_M = 100.0, 150.0


def precise_point(incident: Incident) -> tuple[float, float] | None:
    """Where it is, unless only the area is known."""
    if incident.lat is None or incident.lon is None or (incident.accuracy_m or 0.0) > SURE_M:
        return None
    return incident.lat, incident.lon
