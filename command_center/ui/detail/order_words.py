"""The line an order is read out in: the facts of the incident, with what takes a search kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from command_center.advice.order_text import danger_words, landmark_near
from command_center.domain.incident import Incident
from command_center.domain.place import LocatedBy
from command_center.ui.detail.names import title_on_air
from command_center.ui.detail.words import order_text
from command_center.ui.seat import Seat

MOST_REPORTS = 40
"""Of many who report the same the last ones are read for words of danger."""
EXACT = (LocatedBy.GPS, LocatedBy.GEOCODED, LocatedBy.TYPED)
"""Only such a point is near a landmark; the middle of a kelurahan is near anything."""


@dataclass(frozen=True, slots=True)
class Found:
    landmark: str
    dangers: tuple[str, ...]


class OrderWords:
    """Looks anew when the incident or its reports have changed."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._of: tuple[str, int, int] | None = None
        self._found = Found("", ())

    def line(self, incident: Incident, call_signs: Sequence[str]) -> str:
        found = self._look(incident)
        return order_text(incident, call_signs, found.landmark, found.dangers)

    def facts(self, incident: Incident) -> tuple[str, ...]:
        """What the line says beside the units; the address first."""
        found = self._look(incident)
        title = title_on_air(incident.title, incident.category)
        return (incident.address, title, found.landmark, *found.dangers)

    def _look(self, incident: Incident) -> Found:
        reports = self._seat.situation.reports(incident.id)
        of = (incident.id, incident.version, len(reports))
        if of != self._of:
            self._of = of
            near = ""
            if incident.located_by in EXACT:
                near = landmark_near(self._seat.city.gazetteer, incident.lat, incident.lon)
            texts = (report.text for report in reports[-MOST_REPORTS:])
            self._found = Found(near, danger_words(texts))
        return self._found
