"""Whether a report that comes in is filed under an incident that stands already.

Only what a machine hands on is filed by the program: where a person is on the line, or pressed a
button, they have an incident of their own, and are asked. So has what another dispatch system
numbers apart: its later records name the unit and the step of that number, and of no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from command_center.advice.duplicates.book import SETTING
from command_center.advice.duplicates.reading import Facts
from command_center.advice.duplicates.scorecard import Candidate, Judged, Verdict
from command_center.commands.alarms import RaiseAlarm, raise_alarm
from command_center.commands.attaching import attach
from command_center.commands.registry import Context
from command_center.commands.rescoring import hear_report
from command_center.commands.tell import tell_attached
from command_center.domain.errors import NotFound
from command_center.domain.incident import Incident, Priority, Report
from command_center.domain.room import AlarmType, Role, RoomSetting
from command_center.ports import UnitOfWork

MOST_TRIES = 8
TEXT_LENGTH = 1_000
RAISED = "duplicate"
"""How a reason begins that came with another report of the same happening."""
NEVER_FILED = frozenset({"panic", "kentongan", "call", "radio", "dispatch"})
"""Channels behind which somebody waits, or a dispatch system that follows its own numbers."""


@dataclass(frozen=True, slots=True)
class Filed:
    """`told` is what the log keeps of it. `under` None: it becomes an incident of its own."""

    facts: Facts | None
    under: Incident | None
    told: Mapping[str, Any]


def file_report(work: UnitOfWork, report: Report, given: Priority | None, ctx: Context) -> Filed:
    """Looks, and attaches it where that is beyond doubt. What is grave in it and new to the
    incident it is probably about raises that one and rings, whether it is attached or stays its
    own."""
    index = ctx.duplicates
    if index is None or report.late:
        return Filed(None, None, {})
    facts = index.facts(report)
    setting = work.find(RoomSetting, id=SETTING)
    weights = index.weights(setting[0].value if setting else None)
    for _ in range(MOST_TRIES):
        judged = index.judge(facts, weights)
        if not judged.candidates:
            return Filed(facts, None, {})
        first = judged.candidates[0]
        incident = _standing(work, first.incident_id)
        if incident is None:
            index.drop(first.incident_id)
            continue
        return _decide(work, report, given, ctx, _Look(facts, judged, first, incident))
    return Filed(facts, None, {})


@dataclass(frozen=True, slots=True)
class _Look:
    facts: Facts
    judged: Judged
    first: Candidate
    incident: Incident


def _standing(work: UnitOfWork, incident_id: str) -> Incident | None:
    """As it is in this transaction; None if it has ended, or is part of another by now."""
    try:
        incident = work.recall(Incident, incident_id)
    except NotFound:
        return None
    return incident if incident.is_open else None


def _decide(
    work: UnitOfWork, report: Report, given: Priority | None, ctx: Context, look: _Look
) -> Filed:
    told: dict[str, Any] = {
        "probably": look.incident.id,
        "points": look.first.points,
        "features": look.first.features,
        "why": look.first.why,
    }
    graver = given is not None and given < look.incident.priority
    incident = look.incident
    if look.judged.raises:
        incident = _raise(work, report, look, ctx)
        told["raised"] = sorted(look.first.new_grave)
    sure = look.judged.verdict is Verdict.ATTACH and not graver
    if not sure or report.channel in NEVER_FILED or Role(ctx.act.role) is not Role.SYSTEM:
        return Filed(look.facts, None, told)
    attach(work, incident, report, ctx)
    hear_report(work, incident, report, ctx)
    tell_attached(work, report, incident, ctx)
    return Filed(look.facts, incident, {**told, "attached": True})


def _raise(work: UnitOfWork, report: Report, look: _Look, ctx: Context) -> Incident:
    """Better one ring too many: a person says afterwards whether the two are one."""
    incident = look.incident
    said = "+".join(sorted(kind.partition(":")[2] or kind for kind in look.first.new_grave))
    if incident.priority is not Priority.P1:
        kept = tuple(c for c in incident.priority_reason if not c.startswith(f"{RAISED}:"))
        reasons = (f"{RAISED}:{said}", *kept)
        incident = work.change(incident, priority=Priority.P1, priority_reason=reasons)
    params = {
        "number": str(incident.number),
        "title": incident.title,
        "text": report.text[:TEXT_LENGTH],
    }
    raise_alarm(work, RaiseAlarm(AlarmType.DANGER_IN_FLOOD, "incident", incident.id, params), ctx)
    return incident
