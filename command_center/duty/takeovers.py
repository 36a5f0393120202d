"""Which take-overs the clock decides: those whose grace is over or that have become pointless."""

from __future__ import annotations

from datetime import datetime

from command_center.commands.takeover import PassTakeOver
from command_center.domain.incident import TakeOver
from command_center.situation.situation import Situation


def passing(situation: Situation, now: datetime) -> list[PassTakeOver]:
    """What is due now."""
    return [
        PassTakeOver(row.id)
        for row in situation.all("take_over")
        if row.answer is None and (row.due_at <= now or _is_pointless(situation, row))
    ]


def _is_pointless(situation: Situation, row: TakeOver) -> bool:
    incident = situation.incident(row.incident_id)
    return incident is None or not incident.is_open or incident.owner_id != row.asked_of
