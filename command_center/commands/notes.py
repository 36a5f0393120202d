"""Lines and pictures that people add to an incident."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from command_center.commands.conflicts import lost_to
from command_center.commands.local import reopen_for_review
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident, Note, Snapshot
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class AddNote:
    incident_id: str
    text: str


@dataclass(frozen=True, slots=True)
class StrikeNote:
    """The note is wrong: struck through, with why, and never gone. `text` says instead what is
    right, as a note of its own; "" = nothing does."""

    note_id: str
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class KeepSnapshot:
    """A camera picture already written to `file` (a name of ours in the picture store); `digest`
    is the SHA-256 of the manifest beside it."""

    incident_id: str
    camera_id: str
    file: str
    sha256: str
    width: int
    height: int
    captured_at: datetime
    digest: str = ""


LONGEST = 4_000
REASON_LONGEST = 200
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}\.png")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def add_line(work: UnitOfWork, incident_id: str, text: str, ctx: Context) -> Note:
    """A line on the timeline; the incident must exist."""
    if not text.strip():
        raise OperatorError("note_empty")
    if len(text) > LONGEST:
        raise OperatorError("text_too_long", limit=LONGEST)
    work.get(Incident, incident_id)
    note = Note(
        id=ctx.new_id(),
        version=1,
        incident_id=incident_id,
        text=text,
        author_id=ctx.act.actor,
        at=ctx.at,
        struck_at=None,
    )
    work.add(note)
    return note


@verb(AddNote, "note.added", Permission.TRIAGE)
def add_note(work: UnitOfWork, command: AddNote, ctx: Context) -> Result:
    review = reopen_for_review(work, command.incident_id, ctx)
    note = add_line(work, command.incident_id, command.text, ctx)
    return {"incident_id": command.incident_id, "note_id": note.id, **review}


@verb(StrikeNote, "note.struck", Permission.TRIAGE)
def strike_note(work: UnitOfWork, command: StrikeNote, ctx: Context) -> Result:
    note = work.get(Note, command.note_id)
    reason = command.reason.strip()
    if not reason:
        raise OperatorError("note_needs_reason")
    if len(reason) > REASON_LONGEST:
        raise OperatorError("text_too_long", limit=REASON_LONGEST)
    if note.struck_at is not None:
        raise lost_to(work, "note", note.id, "struck_at")
    if note.incident_id is None:
        raise OperatorError("note_of_shift")
    work.change(note, struck_at=max(ctx.now, note.at))
    told = {"incident_id": note.incident_id, "note_id": note.id, "reason": reason}
    if not command.text.strip():
        return told
    return {**told, "corrected_id": add_line(work, note.incident_id, command.text, ctx).id}


@verb(KeepSnapshot, "snapshot.kept", Permission.TRIAGE)
def keep_snapshot(work: UnitOfWork, command: KeepSnapshot, ctx: Context) -> Result:
    hashes = (command.sha256, command.digest or command.sha256)
    if not _FILE.fullmatch(command.file) or not all(map(_SHA256.fullmatch, hashes)):
        raise OperatorError("evidence_bad_request")
    work.get(Incident, command.incident_id)
    snapshot = Snapshot(
        id=ctx.new_id(),
        version=1,
        incident_id=command.incident_id,
        camera_id=command.camera_id,
        file=command.file,
        sha256=command.sha256,
        width=command.width,
        height=command.height,
        captured_at=command.captured_at,
        taken_by=ctx.act.actor,
    )
    work.add(snapshot)
    return {"incident_id": command.incident_id, "snapshot_id": snapshot.id}
