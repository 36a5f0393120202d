"""How a room that is opened begins to know which incidents a new report may be about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from command_center.advice.duplicates.book import book
from command_center.advice.duplicates.standing import StandingIncidents
from command_center.domain.entities import from_json
from command_center.domain.incident import OPEN_STATUSES, Report
from command_center.geo.city import CityPack

_Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def standing_incidents(pack: CityPack, rows: _Rows, now: datetime) -> StandingIncidents:
    """Of a room that is being opened: what has been told lately of what is open."""
    standing = StandingIncidents(pack.gazetteer.places)
    is_open = {row["id"] for row in rows["incident"] if row["status"] in OPEN_STATUSES}
    since = (now - timedelta(seconds=book().memory_s)).isoformat()
    reports = {row["id"]: row for row in rows["report"] if row["received_at"] >= since}
    for link in rows["incident_report"]:
        row = reports.get(link["report_id"])
        if row is None or link["detached_at"] or link["incident_id"] not in is_open:
            continue
        report = Report(**from_json(Report, row))
        if not report.late:
            standing.learn(link["incident_id"], standing.facts(report))
    return standing
