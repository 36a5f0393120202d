"""What is no news by itself: incidents that only arrived late, and those of a flood that stand
back for one of them."""

from __future__ import annotations

from command_center.domain.incident import Incident, IncidentStatus
from command_center.situation.situation import Situation


def belated(situation: Situation, incident: Incident) -> bool:
    """Nobody has looked at it yet, and all that is known of it came late."""
    if incident.status is not IncidentStatus.NEW or not situation.late:
        return False
    reports = situation.reports(incident.id)
    return bool(reports) and all(report.late for report in reports)


def stands_back(situation: Situation, incident: Incident) -> bool:
    """One of many that say the same, untouched, and not the one that says more."""
    flood = situation.floods.of(incident.id)
    if flood is None or flood.lead_id in ("", incident.id) or incident.id in flood.dangers:
        return False
    return incident.status is IncidentStatus.NEW and incident.owner_id is None


def rings(situation: Situation, incident: Incident) -> bool:
    """Whether it may ring as something new."""
    return not belated(situation, incident) and not stands_back(situation, incident)
