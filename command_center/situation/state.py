"""The state of a room as one document and one hash: equal histories give equal hashes."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from command_center.domain.incident import Incident
from command_center.domain.unit import Assignment
from command_center.situation.situation import Situation

Document = dict[str, Any]


def _seconds(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _last_said(assignment: Assignment) -> tuple[str, datetime]:
    """The newest thing known of an assignment; a reversed clock does not un-say it."""
    if assignment.closed_at is not None and assignment.close_reason is not None:
        return assignment.close_reason.value, assignment.closed_at
    steps = (assignment.on_scene_at, assignment.en_route_at, assignment.accepted_at)
    at = next((step for step in steps if step is not None), assignment.ordered_at)
    return assignment.status.value, at


def _reports(situation: Situation, incident: Incident) -> list[Document]:
    rows = [situation.get("report", link.report_id) for link in situation.links(incident.id)]
    keys = sorted((r.source_id, r.external_id) for r in rows if r is not None)
    return [{"source": source, "source_id": external} for source, external in keys]


def _units_on(situation: Situation, incident: Incident) -> list[Document]:
    out = []
    for assignment in situation.assignments(incident.id):
        unit = situation.unit(assignment.unit_id)
        status, at = _last_said(assignment)
        call_sign = unit.call_sign if unit else assignment.unit_id
        out.append({"call_sign": call_sign, "status": status, "at": _seconds(at)})
    return sorted(out, key=lambda row: (row["call_sign"], row["at"] or "", row["status"]))


def _incident(situation: Situation, incident: Incident) -> Document:
    return {
        "number": incident.number,
        "status": incident.status.value,
        "priority": incident.priority.value,
        "disposition": incident.disposition.value if incident.disposition else None,
        "reports": _reports(situation, incident),
        "units": _units_on(situation, incident),
    }


def _incident_key(row: Document) -> list[tuple[str, str]]:
    return [(r["source"], r["source_id"]) for r in row["reports"]]


def state(situation: Situation) -> Document:
    """The document of `command-center state`; needs a situation of the whole history."""
    incidents = [_incident(situation, i) for i in situation.all("incident")]
    incidents.sort(key=_incident_key)
    keys = {i.id: _reports(situation, i) for i in situation.all("incident")}
    units, hashed_units = [], []
    for unit in sorted(situation.all("unit"), key=lambda u: u.call_sign):
        held = situation.active_assignment(unit.id)
        incident = situation.incident(held.incident_id) if held else None
        row = {
            "call_sign": unit.call_sign,
            "status": unit.status.value,
            "since": _seconds(unit.status_since),
        }
        units.append({**row, "incident": incident.number if incident else None})
        hashed_units.append({**row, "incident": keys[incident.id] if incident else None})
    hashed = {
        "incidents": [{k: v for k, v in row.items() if k != "number"} for row in incidents],
        "units": hashed_units,
    }
    return {
        "hash": digest(hashed),
        "counts": {
            "reports": len(list(situation.all("report"))),
            "incidents": len(incidents),
            "open": situation.open_count,
            "assignments": len(list(situation.all("assignment"))),
            "log": situation.seq,
        },
        "incidents": incidents,
        "units": units,
    }


def digest(document: Document) -> str:
    """SHA-256 of the UTF-8 JSON, keys sorted, no spaces."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
