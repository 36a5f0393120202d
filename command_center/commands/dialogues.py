"""What was talked about in the neighbourhoods, and that a note of expected friction was kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from command_center.commands.partners import area_coded
from command_center.commands.place_words import ADDRESS, kelurahan, moment, needed, paragraph
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.friction import person_in
from command_center.domain.permissions import Permission
from command_center.domain.site import Assessment, Dialogue, DialogueKind, FrictionNote, Site
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class KeepDialogue:
    """At a place, or in a kelurahan (`area`, name or code). `who` of ours; `at` None = now."""

    kind: DialogueKind
    who: str
    summary: str
    site_id: str = ""
    area: str = ""
    agreed: str = ""
    assessment_id: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StrikeDialogue:
    """It was wrong: it stays, struck through."""

    dialogue_id: str


@dataclass(frozen=True, slots=True)
class KeepFriction:
    """A note of expected friction whose words were sealed beforehand (storage.sealed) under
    `subject_id`; whoever sealed them looked for persons in them first."""

    area: str
    subject_id: str
    source: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class StrikeFriction:
    """It holds no more."""

    note_id: str


@verb(KeepDialogue, "dialogue.kept", Permission.KEEP_PLACES)
def keep_dialogue(work: UnitOfWork, command: KeepDialogue, ctx: Context) -> Result:
    site = work.get(Site, command.site_id) if command.site_id else None
    area = area_coded(command.area, ctx) or (site.area_code if site is not None else None)
    if site is None and area is None:
        raise OperatorError("place_needs_area")
    at = moment(command.at or ctx.at, ctx.now, "dialogue_in_future")
    tied = work.get(Assessment, command.assessment_id).id if command.assessment_id else None
    row = Dialogue(
        id=ctx.new_id(),
        version=1,
        kind=command.kind,
        site_id=site.id if site is not None else None,
        area_code=area,
        at=at,
        who=needed(command.who, "dialogue_needs_who"),
        summary=paragraph(needed_words(command.summary)),
        agreed=paragraph(command.agreed),
        assessment_id=tied,
        entered_by=ctx.act.actor,
        struck_at=None,
    )
    work.add(row)
    return {"dialogue_id": row.id}


@verb(StrikeDialogue, "dialogue.struck", Permission.KEEP_PLACES)
def strike_dialogue(work: UnitOfWork, command: StrikeDialogue, ctx: Context) -> Result:
    row = work.get(Dialogue, command.dialogue_id)
    if row.struck_at is None:
        work.change(row, struck_at=max(ctx.now, row.at))
    return {"dialogue_id": row.id}


@verb(KeepFriction, "friction.kept", Permission.KEEP_PLACES)
def keep_friction(work: UnitOfWork, command: KeepFriction, ctx: Context) -> Result:
    source = needed(command.source, "friction_needs_source", ADDRESS)
    demand_nobody(source)
    row = FrictionNote(
        id=ctx.new_id(),
        version=1,
        area_code=kelurahan(command.area, ctx),
        subject_id=needed(command.subject_id, "friction_needs_text", 100),
        source=source,
        at=ctx.now,
        author=ctx.act.actor,
        expires_at=command.expires_at,
        struck_at=None,
    )
    work.add(row)
    return {"note_id": row.id}


@verb(StrikeFriction, "friction.struck", Permission.KEEP_PLACES)
def strike_friction(work: UnitOfWork, command: StrikeFriction, ctx: Context) -> Result:
    row = work.get(FrictionNote, command.note_id)
    if row.struck_at is None:
        work.change(row, struck_at=ctx.now)
    return {"note_id": row.id}


def needed_words(text: str) -> str:
    if not text.strip():
        raise OperatorError("dialogue_needs_summary")
    return text


def friction_words(text: str) -> str:
    """What may be sealed as a note of friction; OperatorError where there is nothing, too much, or
    something that looks like a person."""
    words = paragraph(text)
    if not words:
        raise OperatorError("friction_needs_text")
    demand_nobody(words)
    return words


def demand_nobody(text: str) -> None:
    found = person_in(text)
    if found is not None:
        raise OperatorError("friction_names_person", mark=found[0].value, text=found[1][:40])
