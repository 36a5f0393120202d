"""Rows that name an incident, of it and of everything merged into it."""

from __future__ import annotations

from typing import Any

from command_center.situation.situation import Situation


class FamilyRows:
    """As the log has them when an entity is first asked for: read once for however many
    incidents."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self._by_incident: dict[str, dict[str, list[Any]]] = {}

    def of(self, entity: str, incident_id: str) -> list[Any]:
        held = self._by_incident.get(entity)
        if held is None:
            held = self._by_incident[entity] = {}
            for row in self.situation.all(entity):
                held.setdefault(row.incident_id, []).append(row)
        return [row for id in self.situation.family(incident_id) for row in held.get(id, ())]
