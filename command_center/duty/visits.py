"""Proactive visits (jemput bola) of which nobody has said what came of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from command_center.domain.room import AlarmType
from command_center.duty.due import Due
from command_center.situation.situation import Situation


def overdue_visits(situation: Situation, now: datetime) -> Iterator[Due]:
    """An incident may well be closed before its visit is made."""
    for row in situation.all("visit"):
        if row.done_at is not None or row.due_at is None or row.due_at > now:
            continue
        incident = situation.incident(row.incident_id)
        partner = situation.get("partner", row.partner_id) if row.partner_id else None
        params = {
            "number": str(incident.number) if incident else "?",
            "partner": partner.name if partner else f"RW {row.rw}" if row.rw else "-",
        }
        yield Due(AlarmType.VISIT_OVERDUE, "visit", row.id, params)
