"""Planned incidents whose time comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from command_center.domain.entities import iso
from command_center.domain.room import AlarmType
from command_center.domain.targets import Targets
from command_center.duty.due import Due
from command_center.situation.situation import Situation


def incidents_due(situation: Situation, now: datetime, targets: Targets) -> Iterator[Due]:
    """From a while before they are due until somebody has been sent, or it was planned anew."""
    lead = timedelta(seconds=targets.due_lead_s)
    for handling in situation.all("handling"):
        incident = situation.incident(handling.id)
        if handling.due_at is None or incident is None or not incident.is_open:
            continue
        begun = incident.first_order_at is not None and incident.first_order_at > handling.set_at
        if now >= handling.due_at - lead and not begun:
            at = iso(handling.due_at)
            params = {"number": str(incident.number), "title": incident.title, "at": at}
            yield Due(AlarmType.INCIDENT_DUE, "incident", incident.id, params)
