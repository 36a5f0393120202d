"""Which clocks are to be measured anew when rows of the situation change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from command_center.domain.clocks import Sample, call_samples, incident_samples, order_samples
from command_center.domain.incident import Incident

if TYPE_CHECKING:
    from command_center.situation.situation import Situation

PARTS = frozenset({"assignment", "incident_report"})
"""Rows of an incident that its clocks are read from."""


def measure_all(situation: Situation) -> None:
    """Of a situation that was just loaded."""
    for incident in situation.all("incident"):
        _measure(situation, incident)
    for call in situation.all("phone_call"):
        situation.tallies.put_call(call.id, call.ringing_at, call_samples(call))


def measure(situation: Situation, changed: Iterable[tuple[str, str]]) -> None:
    """Of what the rows (entity, id) say something of, each incident once."""
    incidents: dict[str, None] = {}
    for entity, id in changed:
        row = situation.get(entity, id)
        if entity == "incident":
            incidents[id] = None
        elif entity in PARTS and row is not None:
            incidents[row.incident_id] = None
        elif entity == "phone_call" and row is not None:
            situation.tallies.put_call(id, row.ringing_at, call_samples(row))
    for id in incidents:
        incident = situation.incident(id)
        if incident is not None:
            _measure(situation, incident)


def _measure(situation: Situation, incident: Incident) -> None:
    situation.tallies.put(incident.id, incident.day, samples(situation, incident))


def samples(situation: Situation, incident: Incident) -> Iterator[Sample]:
    """Of the incident and all its orders."""
    first = next(situation.own_reports(incident.id), None)
    source = first.source_id if first is not None else ""
    late = first is not None and all(r.late for r in situation.own_reports(incident.id))
    yield from incident_samples(incident, source, late)
    for order in situation.assignments(incident.id):
        yield from order_samples(order, incident, source, late)
