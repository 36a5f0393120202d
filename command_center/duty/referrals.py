"""Referrals nobody answers: the alarm while the clock is over, and each further step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from command_center.commands.referral import EscalateReferral, next_step_at, overdue_from
from command_center.domain.room import AlarmType
from command_center.duty.due import Due
from command_center.situation.situation import Situation


def unanswered_referrals(situation: Situation, now: datetime) -> Iterator[Due]:
    """Not answered, or accepted and not done, in time."""
    for row in situation.all("referral"):
        due_at = overdue_from(row)
        if due_at is None or due_at > now:
            continue
        agency, incident = (
            situation.get("agency", row.agency_id),
            situation.incident(row.incident_id),
        )
        params = {
            "agency": agency.short if agency else "?",
            "number": str(incident.number) if incident else "?",
        }
        yield Due(AlarmType.REFERRAL_UNANSWERED, "referral", row.id, params)


def escalations(situation: Situation, now: datetime) -> list[EscalateReferral]:
    """The steps that are due now."""
    found = []
    for row in situation.all("referral"):
        due_at = next_step_at(row)
        if due_at is not None and due_at <= now:
            found.append(EscalateReferral(row.id, row.escalated + 1))
    return found
