"""A report becomes part of an incident."""

from __future__ import annotations

from command_center.commands.registry import Context
from command_center.domain.incident import Incident, IncidentReport, Report
from command_center.ports import UnitOfWork


def attach(work: UnitOfWork, incident: Incident, report: Report, ctx: Context) -> None:
    """Until it is taken out again (commands.separating)."""
    work.add(
        IncidentReport(
            id=ctx.new_id(),
            version=1,
            incident_id=incident.id,
            report_id=report.id,
            attached_at=ctx.at,
            attached_by=ctx.act.actor,
            detached_at=None,
        )
    )
