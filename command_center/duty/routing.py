"""Cases of other systems that are somebody else's by the table of authority."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from command_center.advice.authority import authority_of
from command_center.commands.outcome import CASES
from command_center.domain.incident import Incident, IncidentStatus, Report
from command_center.domain.unit import Agency
from command_center.situation.situation import Situation


@dataclass(frozen=True, slots=True)
class Routed:
    """An incident made of a case, and whose it is."""

    incident: Incident
    report: Report
    agency: Agency


def to_route(situation: Situation) -> Iterator[Routed]:
    """Cases nobody has looked at yet that belong to another agency and were never referred."""
    sources = {one.id for one in situation.all("source") if one.profile in CASES}
    if not sources:
        return
    agencies = {one.code: one for one in situation.all("agency") if not one.ours}
    referred = {one.incident_id for one in situation.all("referral")}
    reports = {one.id: one for one in situation.all("report") if one.source_id in sources}
    for link in situation.all("incident_report"):
        report = reports.get(link.report_id)
        incident = situation.incident(link.incident_id) if report and not link.detached_at else None
        if report is None or incident is None or incident.id in referred:
            continue
        agency = agencies.get(authority_of(report.category) or "")
        if agency is not None and incident.status is IncidentStatus.NEW:
            yield Routed(incident, report, agency)
