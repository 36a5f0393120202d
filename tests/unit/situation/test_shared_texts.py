"""A text that many rows say is held once, however each of them was brought."""

from __future__ import annotations

import json
from typing import Any

from command_center.domain.log import Change
from command_center.situation.fold import Tables

INCIDENT = "01934d73-4420-7001-a0df-7c64152cb62e"


def link(id: str, incident: str = INCIDENT) -> dict[str, Any]:
    """As it is read: every text a new one."""
    row = {
        "id": id,
        "version": 1,
        "incident_id": incident,
        "report_id": f"report of {id}",
        "attached_at": "2026-11-23T07:07:32Z",
        "attached_by": "staff:system",
        "detached_at": None,
    }
    found: dict[str, Any] = json.loads(json.dumps(row))
    return found


def test_rows_of_a_snapshot_and_of_entries_hold_one_copy_of_a_text() -> None:
    tables = Tables()
    tables.load({"incident_report": [link("first")]})
    later = link("second")
    del later["id"], later["version"]
    _, second = tables.apply(Change("incident_report", "second", 1, later, {}))
    first = tables.rows["incident_report"]["first"]
    assert first.incident_id == INCIDENT
    assert second.incident_id is first.incident_id
    assert second.attached_by is first.attached_by


def test_a_changed_row_holds_the_copy_that_is_there() -> None:
    tables = Tables()
    tables.load({"incident_report": [link("first"), link("second", "elsewhere")]})
    moved = json.loads(json.dumps({"incident_id": INCIDENT}))
    before, after = tables.apply(Change("incident_report", "second", 2, moved, {}))
    assert before is not None
    assert before.incident_id == "elsewhere"
    assert after.incident_id is tables.rows["incident_report"]["first"].incident_id
    assert list(tables.rows["incident_report"]) == ["first", "second"]
