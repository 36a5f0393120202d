"""What became of a case, told to the system it came from under both numbers."""

from __future__ import annotations

from typing import Literal

from command_center.contract.messages import OutcomeMessage
from command_center.domain.incident import Disposition, Incident
from command_center.domain.room import Source
from command_center.ports import UnitOfWork

CASES = frozenset({"sijalinmaja"})
"""Profiles of systems that hand us cases rather than reports of citizens."""
_State = Literal["accepted", "refused", "done"]
_NOT_OURS = frozenset(
    {Disposition.REFERRED, Disposition.FALSE_REPORT, Disposition.PRANK, Disposition.DUPLICATE}
)


def number_of(incident: Incident) -> str:
    """As it stands on the screen, with the day it counts within."""
    return f"{incident.day}-{incident.number:03}"


def hears_outcomes(work: UnitOfWork, source_id: str) -> bool:
    found = work.find(Source, id=source_id)
    return bool(found) and found[0].profile in CASES


def outcome_of(incident: Incident, report: str, status: str, text: str) -> OutcomeMessage | None:
    """None while there is nothing a case system wants to hear; `at` and `id` are the sender's."""
    if status == "verified":
        return _message(incident, report, "accepted", text)
    if status == "closed" and incident.disposition in _NOT_OURS:
        return _message(incident, report, "refused", text or str(incident.disposition))
    return _message(incident, report, "done", text) if status == "closed" else None


def _message(incident: Incident, report: str, state: _State, text: str) -> OutcomeMessage:
    at = incident.closed_at or incident.verified_at or incident.opened_at
    number = number_of(incident)
    return OutcomeMessage(id="", at=at, report=report, number=number, state=state, text=text)
