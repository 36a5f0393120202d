"""What people say of duplicates: the same, not the same, take it out again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from command_center.advice.duplicates.book import SETTING, weights_of
from command_center.commands.answers import first_report, keep_answer
from command_center.commands.conflicts import lost_to
from command_center.commands.family import family
from command_center.commands.filing import RAISED
from command_center.commands.intake import incident_from
from command_center.commands.registry import Context, Result, verb
from command_center.commands.rescoring import rescore
from command_center.commands.suggesting import standing_table
from command_center.commands.tell import tell_separated
from command_center.commands.triage import MergeIncidents, merge
from command_center.domain.entities import iso
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.incident import Incident, IncidentReport, Note, Priority, Report
from command_center.domain.permissions import Permission
from command_center.domain.room import Role, RoomSetting
from command_center.domain.unit import Assignment
from command_center.ports import UnitOfWork

SECOND_LOOK = "second_look"
"""The name of the RoomSetting that holds what the last second look found."""
MOST_PAIRS = 50
PAIRS_LENGTH = 19_000
"""Of all pairs as text: a setting of the room is 20,000 characters at most."""


@dataclass(frozen=True, slots=True)
class AnswerDuplicate:
    """Whether `incident_id` is the same happening as `candidate_id`: then it becomes part of it.
    `report_id` is which report was asked about, "" the one it began with; `points` and `features`
    are what the person was shown."""

    incident_id: str
    candidate_id: str
    same: bool
    report_id: str = ""
    points: float = 0.0
    features: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SeparateReport:
    """The report is about something else than the incident it is attached to: for ever."""

    report_id: str


@dataclass(frozen=True, slots=True)
class SetDuplicateWeights:
    """The room's own weights and bars. `before` is the version of the setting that was there, 0 =
    none: Conflict if it has moved on."""

    value: Mapping[str, Any]
    before: int = 0


@dataclass(frozen=True, slots=True)
class KeepSecondLook:
    """What the nightly second look that was due at `due` found, best first; `pairs` as
    `duty.second_look.Pair` has them."""

    due: datetime
    pairs: tuple[Mapping[str, Any], ...]


@verb(AnswerDuplicate, "duplicate.answered", Permission.TRIAGE)
def answer_duplicate(work: UnitOfWork, command: AnswerDuplicate, ctx: Context) -> Result:
    if command.incident_id == command.candidate_id:
        raise OperatorError("merge_with_itself")
    subject = work.get(Incident, command.incident_id)
    candidate = work.get(Incident, command.candidate_id)
    told: Result = {"incident_id": subject.id, "candidate_id": candidate.id, "same": command.same}
    if command.same:
        told = {**merge(work, MergeIncidents(candidate.id, subject.id), ctx), "same": True}
    else:
        _lower(work, candidate, "incident_id", subject.id)
    report_id = command.report_id or first_report(work, subject.id)
    if command.report_id:
        work.get(Report, report_id)
    keep_answer(
        work,
        ctx,
        report_id=report_id,
        incident_id=candidate.id,
        same=command.same,
        points=command.points,
        features=command.features,
    )
    _move(work, subject, candidate, command.same, ctx)
    return told


def _move(
    work: UnitOfWork, subject: Incident, candidate: Incident, same: bool, ctx: Context
) -> None:
    """What comes next is compared with the two as one."""
    if not same or ctx.duplicates is None:
        return
    ctx.duplicates.drop(subject.id)
    for member in family(work, subject.id):
        for link in work.find(IncidentReport, incident_id=member, detached_at=None):
            report = work.get(Report, link.report_id)
            if not report.late:
                ctx.duplicates.learn(candidate.id, ctx.duplicates.facts(report))


def _lower(work: UnitOfWork, candidate: Incident, told: str, id: str) -> None:
    """If it was raised by the entry that told of the other one, and nobody has changed it since."""
    if candidate.priority is not Priority.P1 or not candidate.is_open:
        return
    newest = work.newest_change("incident", candidate.id, "priority")
    if newest is None or not candidate.priority_reason[0].startswith(f"{RAISED}:"):
        return
    if newest.entry.inputs.get("result", {}).get(told) != id:
        return
    was = next(c.was for c in newest.entry.changes if c.id == candidate.id and "priority" in c.set)
    reasons = tuple(str(code) for code in was["priority_reason"])
    work.change(candidate, priority=Priority(was["priority"]), priority_reason=reasons)


@verb(SeparateReport, "report.separated", Permission.TRIAGE)
def separate_report(work: UnitOfWork, command: SeparateReport, ctx: Context) -> Result:
    report = work.get(Report, command.report_id)
    links = work.find(IncidentReport, report_id=report.id, detached_at=None)
    if not links:
        raise OperatorError("report_alone")
    link = links[0]
    old = work.get(Incident, link.incident_id)
    if len(work.find(IncidentReport, incident_id=old.id, detached_at=None)) == 1:
        raise OperatorError("report_alone", number=old.number)
    work.change(link, detached_at=max(ctx.now, link.attached_at))
    _lower(work, old, "report_id", report.id)
    rescore(work, old.id, standing_table(work), ctx)
    new = incident_from(work, report, ctx)
    keep_answer(work, ctx, report_id=report.id, incident_id=old.id, same=False)
    corrected = tell_separated(work, report, old, new, link.attached_at, ctx)
    if ctx.duplicates is not None:
        ctx.duplicates.drop(old.id)
        for row in work.find(IncidentReport, incident_id=old.id, detached_at=None):
            ctx.duplicates.learn(old.id, ctx.duplicates.facts(work.get(Report, row.report_id)))
    return {
        "incident_id": new.id,
        "number": new.number,
        "report_id": report.id,
        "from_id": old.id,
        "units": len(work.find(Assignment, incident_id=old.id, closed_at=None)),
        "notes": len(work.find(Note, incident_id=old.id)),
        "corrected": corrected,
    }


@verb(SetDuplicateWeights, "duplicates.weights", Permission.REASSIGN)
def set_duplicate_weights(work: UnitOfWork, command: SetDuplicateWeights, ctx: Context) -> Result:
    try:
        value = weights_of(command.value).as_setting()
    except ValueError as error:
        raise OperatorError("duplicate_weights", why=str(error)) from error
    standing = work.find(RoomSetting, id=SETTING)
    if (standing[0].version if standing else 0) != command.before:
        raise lost_to(work, "room_setting", SETTING, "value")
    if standing:
        work.change(standing[0], value=value)
    else:
        work.add(RoomSetting(SETTING, 1, value))
    return {"setting": SETTING}


@verb(KeepSecondLook, "duplicates.second_look", Permission.TAKE_REPORTS)
def keep_second_look(work: UnitOfWork, command: KeepSecondLook, ctx: Context) -> Result:
    """Once a night, whichever workstations were on duty."""
    if Role(ctx.act.role) is not Role.SYSTEM:
        role, wanted = str(ctx.act.role), Permission.RUN_CLOCKWORK.value
        raise NotAllowed("not_allowed", role=role, permission=wanted)
    at = iso(command.due)
    value = {"at": at, "pairs": _as_many_as_fit(command.pairs[:MOST_PAIRS])}
    standing = work.find(RoomSetting, id=SECOND_LOOK)
    if not standing:
        work.add(RoomSetting(SECOND_LOOK, 1, value))
    elif str(standing[0].value.get("at", "")) < at:
        work.change(standing[0], value=value)
    else:
        return {"pairs": 0}
    return {"pairs": len(value["pairs"])}


def _as_many_as_fit(pairs: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The first ones: the best come first."""
    left, kept = PAIRS_LENGTH, []
    for pair in pairs:
        left -= len(json.dumps(pair, ensure_ascii=False)) + 1
        if left < 0:
            break
        kept.append(dict(pair))
    return kept
