"""Files that came with a report: asked for at intake, then kept or refused by whoever fetches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Attachment, AttachmentState
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

MOST = 20
LONGEST_REFERENCE = 2_000
LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class KeepAttachment:
    """It is here: what its content is, how long, its SHA-256 and the name we gave it."""

    attachment_id: str
    media_type: str
    size: int
    sha256: str
    file: str


@dataclass(frozen=True, slots=True)
class RefuseAttachment:
    """It is not fetched, or no more; `reason` is a code with a sentence."""

    attachment_id: str
    reason: str


def ask_for(work: UnitOfWork, report_id: str, references: Sequence[str], ctx: Context) -> None:
    """A row for each file of a report; whoever fetches finds them by their state."""
    for reference in list(dict.fromkeys(references))[:MOST]:
        work.add(
            Attachment(
                id=ctx.new_id(),
                version=1,
                report_id=report_id,
                reference=reference[:LONGEST_REFERENCE],
                state=AttachmentState.REQUESTED,
                media_type="",
                size=0,
                sha256="",
                file="",
                reason="",
                asked_at=ctx.now,
                stored_at=None,
            )
        )


@verb(KeepAttachment, "attachment.stored", Permission.RUN_CLOCKWORK)
def keep_attachment(work: UnitOfWork, command: KeepAttachment, ctx: Context) -> Result:
    attachment = _waiting(work, command.attachment_id)
    work.change(
        attachment,
        state=AttachmentState.STORED,
        media_type=command.media_type,
        size=command.size,
        sha256=command.sha256,
        file=command.file,
        stored_at=ctx.now,
    )
    return {"attachment_id": attachment.id}


@verb(RefuseAttachment, "attachment.refused", Permission.RUN_CLOCKWORK)
def refuse_attachment(work: UnitOfWork, command: RefuseAttachment, ctx: Context) -> Result:
    attachment = _waiting(work, command.attachment_id)
    reason = command.reason[:LONGEST_REASON]
    work.change(attachment, state=AttachmentState.REFUSED, reason=reason)
    return {"attachment_id": attachment.id}


def _waiting(work: UnitOfWork, attachment_id: str) -> Attachment:
    attachment = work.get(Attachment, attachment_id)
    if attachment.state is not AttachmentState.REQUESTED:
        raise OperatorError("attachment_decided")
    return attachment
