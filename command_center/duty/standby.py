"""Hospitals that have not said whether they can stand by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from command_center.domain.referral import StandbyState
from command_center.domain.room import AlarmType
from command_center.duty.due import Due
from command_center.situation.situation import Situation


def unanswered_standbys(situation: Situation, now: datetime) -> Iterator[Due]:
    """Asked, and silent for longer than they were given; nobody waits for an incident's end."""
    for row in situation.all("standby"):
        if row.state is not StandbyState.ASKED or row.due_at is None or row.due_at > now:
            continue
        incident = situation.incident(row.incident_id)
        if incident is None or not incident.is_open:
            continue
        hospital = situation.get("hospital", row.hospital_id)
        params = {
            "hospital": hospital.name if hospital else "?",
            "number": str(incident.number),
        }
        yield Due(AlarmType.STANDBY_UNANSWERED, "standby", row.id, params)
