"""Incidents whose units were pulled again and again. After every third pull one class up is
offered, so that it is not robbed as easily; a person decides, and what is kept with the decision
says how often it had been."""

from __future__ import annotations

import re

from command_center.advice.recommend.pulls import raised
from command_center.advice.recommend.question import Rules
from command_center.domain.incident import Incident, Priority
from command_center.domain.unit import CloseReason
from command_center.situation.situation import Situation

_DECIDED = re.compile(r"why:ditarik (\d{1,4})x")


def decided_word(pulls: int) -> str:
    """What is kept with the decision, whatever it was."""
    return f"ditarik {pulls}x"


def pulls_of(situation: Situation, incident_id: str) -> int:
    """How often a unit was taken from it, or from what was merged into it."""
    return sum(
        order.close_reason is CloseReason.SUPERSEDED
        for id in {incident_id, *situation.family(incident_id)}
        for order in situation.assignments(id)
        if order.closed_at is not None
    )


def offered_class(situation: Situation, incident: Incident) -> Priority | None:
    """None: it was not robbed so often since somebody decided, or it stands as high as it can."""
    if not incident.is_open or incident.priority is Priority.P1:
        return None
    told = (_DECIDED.fullmatch(code) for code in incident.priority_reason)
    before = max((int(found[1]) for found in told if found), default=0)
    often = pulls_of(situation, incident.id) - before >= Rules().raise_after
    return raised(incident.priority) if often else None
