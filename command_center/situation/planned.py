"""Incidents that are planned: no news before they are due."""

from __future__ import annotations

from datetime import datetime

from command_center.domain.incident import Incident
from command_center.situation.situation import Situation


def planned_at(situation: Situation, incident_id: str) -> datetime | None:
    """When it is due, None: it is not planned."""
    handling = situation.of_incidents.handling(incident_id)
    return handling.due_at if handling is not None else None


def is_ahead(situation: Situation, incident: Incident, now: datetime) -> bool:
    due_at = planned_at(situation, incident.id)
    return due_at is not None and due_at > now


def begins_at(situation: Situation, incident: Incident) -> datetime:
    """Since when its clocks run: since the room knew of it, or since it was due."""
    due_at = planned_at(situation, incident.id)
    return incident.opened_at if due_at is None else max(due_at, incident.opened_at)
