"""Notes of the shift lead, for this shift or the next: struck through with why, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.commands.conflicts import lost_to
from command_center.commands.place_words import needed, paragraph
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.instruction import ShiftNote
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

LONGEST_SHIFT, MOST_AHEAD = timedelta(hours=25), timedelta(hours=49)


@dataclass(frozen=True, slots=True)
class KeepShiftNote:
    """For the shift that begins and ends then: the one that is on, or the one after it."""

    text: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class StrikeShiftNote:
    note_id: str
    reason: str


@verb(KeepShiftNote, "shift_note.kept", Permission.REASSIGN)
def keep_shift_note(work: UnitOfWork, command: KeepShiftNote, ctx: Context) -> Result:
    text = paragraph(command.text)
    if not text:
        raise OperatorError("note_empty")
    length = command.ends_at - command.starts_at
    if not timedelta(0) < length <= LONGEST_SHIFT or not ctx.at < command.ends_at:
        raise OperatorError("shift_note_of_no_shift")
    if command.ends_at > ctx.at + MOST_AHEAD:
        raise OperatorError("shift_note_of_no_shift")
    note = ShiftNote(
        id=ctx.new_id(),
        version=1,
        text=text,
        author_id=ctx.act.actor,
        at=ctx.at,
        starts_at=command.starts_at,
        ends_at=command.ends_at,
        struck_at=None,
        struck_by=None,
        reason="",
    )
    work.add(note)
    return {"shift_note_id": note.id}


@verb(StrikeShiftNote, "shift_note.struck", Permission.REASSIGN)
def strike_shift_note(work: UnitOfWork, command: StrikeShiftNote, ctx: Context) -> Result:
    note = work.get(ShiftNote, command.note_id)
    if note.struck_at is not None:
        raise lost_to(work, "shift_note", note.id, "struck_at")
    reason = needed(command.reason, "note_needs_reason")
    work.change(note, struck_at=max(ctx.now, note.at), struck_by=ctx.act.actor, reason=reason)
    return {"shift_note_id": note.id}
