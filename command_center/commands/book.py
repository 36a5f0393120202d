"""Buku mutasi: what people write into the book of a shift. Nothing in it is ever changed: a wrong
line is struck through, with why, and another one says what is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.commands.conflicts import lost_to
from command_center.commands.handover_board import current_shift
from command_center.commands.place_words import line, paragraph
from command_center.commands.registry import Context, Result, verb
from command_center.domain.book import BookEntry, BookKind
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Shift
from command_center.ports import UnitOfWork

AHEAD = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class WriteBook:
    """A line in the book of the shift that goes on. `at` None = now."""

    kind: BookKind
    text: str
    action: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StrikeBook:
    """`text` says instead what is right, as a line of its own; "" = nothing does."""

    entry_id: str
    reason: str
    text: str = ""
    action: str = ""


@verb(WriteBook, "book.written", Permission.TRIAGE)
def write(work: UnitOfWork, command: WriteBook, ctx: Context) -> Result:
    shift = current_shift(work)
    at = command.at or ctx.at
    if at > ctx.now + AHEAD:
        raise OperatorError("book_in_future")
    if at < shift.starts_at and command.at is not None:
        raise OperatorError("book_before_shift", shift=shift.name)
    row = _row(shift, command.kind, command.text, command.action, at, ctx)
    work.add(row)
    return {"entry_id": row.id}


@verb(StrikeBook, "book.struck", Permission.TRIAGE)
def strike(work: UnitOfWork, command: StrikeBook, ctx: Context) -> Result:
    row = work.get(BookEntry, command.entry_id)
    reason = line(command.reason)
    if not reason:
        raise OperatorError("note_needs_reason")
    shift = current_shift(work)
    if row.shift_id != shift.id:
        raise OperatorError("book_page_signed", shift=work.get(Shift, row.shift_id).name)
    if row.struck_at is not None:
        raise lost_to(work, "book_entry", row.id, "struck_at")
    work.change(row, struck_at=max(ctx.now, row.at), struck_by=ctx.act.actor, struck_reason=reason)
    told = {"entry_id": row.id, "reason": reason}
    if not command.text.strip():
        return told
    right = _row(shift, row.kind, command.text, command.action, row.at, ctx, row.id)
    work.add(right)
    return {**told, "corrected_id": right.id}


def _row(
    shift: Shift,
    kind: BookKind,
    text: str,
    action: str,
    at: datetime,
    ctx: Context,
    corrects_id: str | None = None,
) -> BookEntry:
    words = paragraph(text)
    if not words:
        raise OperatorError("book_empty")
    return BookEntry(
        id=ctx.new_id(),
        version=1,
        shift_id=shift.id,
        kind=kind,
        at=at,
        text=words,
        action=paragraph(action),
        author_id=ctx.act.actor,
        entered_at=ctx.now,
        corrects_id=corrects_id,
        struck_at=None,
        struck_by=None,
        struck_reason="",
    )
