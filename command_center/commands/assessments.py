"""How vulnerable places, kelurahan and polling stations are judged, and by which criteria."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from command_center.advice.criteria import (
    CRITERIA_SETTING,
    MOST_LETTERS,
    Criteria,
    criteria_in_force,
    judge,
    read_criteria,
)
from command_center.commands.conflicts import lost_to
from command_center.commands.place_words import (
    ADDRESS,
    kelurahan,
    line,
    moment,
    needed,
    operation,
    paragraph,
)
from command_center.commands.registry import Context, Result, verb
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.domain.site import Assessment, PollingStation, Site, SubjectKind
from command_center.ports import Among, UnitOfWork

MOST_AT_ONCE = 500
MOST_KEPT = 19_000
"""Of the setting as it is kept, where each new line and each quote takes two letters."""


@dataclass(frozen=True, slots=True)
class Assess:
    """A new judgement; those before it stay. `subject_id`: id of the site or polling station, name
    or code of the kelurahan. `scores` = {criterion: 0 to 4}. `at` None = now; `criteria_version`:
    of the table it was made with: Conflict if the room has another one by now."""

    subject_kind: SubjectKind
    subject_id: str
    scores: Mapping[str, int]
    source: str
    criteria_version: int = 0
    operation_id: str = ""
    note: str = ""
    author: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ImportAssessments:
    """At most MOST_AT_ONCE, one entry of the log. A judgement that stands already, of the same
    subject by the same author at the same time with the same scores, is not made twice."""

    assessments: tuple[Assess, ...]


@dataclass(frozen=True, slots=True)
class StrikeAssessment:
    """It was wrong: it stays in the history, struck through, and counts no more."""

    assessment_id: str


@dataclass(frozen=True, slots=True)
class SetCriteria:
    """The whole table as TOML. `before` is the version of the setting that was edited, 0 = there
    was none: Conflict if it has moved on."""

    text: str
    before: int = 0


@verb(SetCriteria, "room.criteria", Permission.REASSIGN)
def set_criteria(work: UnitOfWork, command: SetCriteria, ctx: Context) -> Result:
    kept = work.find(RoomSetting, id=CRITERIA_SETTING)
    before = kept[0].version if kept else 0
    if before != command.before:
        raise lost_to(work, "room_setting", CRITERIA_SETTING, "value")
    table = read_criteria(command.text)
    value = {"toml": command.text, "author": ctx.act.actor, "at": iso(ctx.now)}
    if len(json.dumps(value, ensure_ascii=False)) > MOST_KEPT:
        raise OperatorError("criteria_too_long", limit=MOST_LETTERS)
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(CRITERIA_SETTING, 1, value))
    return {"version": before + 1, "count": len(table.criteria)}


@verb(Assess, "place.rated", Permission.KEEP_PLACES)
def assess(work: UnitOfWork, command: Assess, ctx: Context) -> Result:
    table = _in_force(work)
    row = _made(work, command, table, ctx)
    work.add(row)
    label = table.level_of(row.value).label
    return {"assessment_id": row.id, "value": row.value, "level": label}


@verb(ImportAssessments, "ratings.imported", Permission.KEEP_PLACES)
def import_assessments(work: UnitOfWork, command: ImportAssessments, ctx: Context) -> Result:
    if len(command.assessments) > MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    table = _in_force(work)
    rows = [_made(work, one, table, ctx) for one in command.assessments]
    among = Among({row.subject_id for row in rows})
    known = work.find(Assessment, subject_id=among, struck_at=None) if rows else []
    seen = {same_as(row) for row in known}
    new = [row for row in rows if same_as(row) not in seen]
    for row in new:
        work.add(row)
    return {"added": len(new), "count": len(rows)}


@verb(StrikeAssessment, "rating.struck", Permission.KEEP_PLACES)
def strike_assessment(work: UnitOfWork, command: StrikeAssessment, ctx: Context) -> Result:
    row = work.get(Assessment, command.assessment_id)
    if row.struck_at is None:
        work.change(row, struck_at=max(ctx.now, row.at))
    return {"assessment_id": row.id}


def _in_force(work: UnitOfWork) -> Criteria:
    kept = work.find(RoomSetting, id=CRITERIA_SETTING)
    if not kept:
        return criteria_in_force(None, 0)
    return criteria_in_force(kept[0].value, kept[0].version)


def same_as(row: Assessment) -> tuple[object, ...]:
    """What makes two judgements one, however often they are read."""
    scores = tuple(sorted(row.scores.items()))
    subject = row.subject_kind, row.subject_id
    return (*subject, row.operation_id, row.at, row.author, row.source, scores)


def _made(work: UnitOfWork, command: Assess, table: Criteria, ctx: Context) -> Assessment:
    if command.criteria_version != table.version:
        raise lost_to(work, "room_setting", CRITERIA_SETTING, "value")
    judged = judge(table, command.scores)
    at = moment(command.at or ctx.at, ctx.now, "rating_in_future")
    return Assessment(
        id=ctx.new_id(),
        version=1,
        subject_kind=command.subject_kind,
        subject_id=_subject(work, command, ctx),
        operation_id=operation(work, command.operation_id),
        scores=dict(command.scores),
        criteria_version=table.version,
        value=judged.value,
        level=judged.level.code,
        note=paragraph(command.note),
        author=line(command.author) or ctx.act.actor,
        source=needed(command.source, "rating_needs_source", ADDRESS),
        at=at,
        entered_by=ctx.act.actor,
        struck_at=None,
    )


def _subject(work: UnitOfWork, command: Assess, ctx: Context) -> str:
    """The id it is kept under; NotFound, or OperatorError for an unknown kelurahan."""
    if command.subject_kind is SubjectKind.SITE:
        return work.recall(Site, command.subject_id).id
    if command.subject_kind is SubjectKind.STATION:
        return work.recall(PollingStation, command.subject_id).id
    return kelurahan(command.subject_id, ctx)
