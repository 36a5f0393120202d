"""Personal data of reporters: the log says that it was sealed, opened and destroyed, never what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from command_center.commands.registry import Context, Result, verb
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.ids import record_op_id
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

SEALED, OPENED = "sealed.kept", "sealed.opened"
DESTROYED, EXPIRED = "sealed.destroyed", "sealed.expired"
REASON_LONGEST = 200


@dataclass(frozen=True, slots=True)
class SealPersonal:
    """What was sealed beforehand (storage.sealed): ids and kinds such as "name", no text."""

    subject_id: str
    what: tuple[str, ...]
    incident_id: str | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class OpenSealed:
    """Somebody wants to read it and says why. The text is handed out for this command's op_id,
    once it is stored."""

    subject_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class DestroySealed:
    """Before its day, because the person asked for it or it should never have been kept."""

    subject_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExpireSealed:
    """Its day has come."""

    subject_id: str


def destroying(subject_id: str, *, expired: bool) -> str:
    """The op_id of it: said twice, it is one entry, and whoever finds the key still there can see
    in the log that it should be gone."""
    return record_op_id("sealed.expired" if expired else "sealed.destroyed", subject_id)


@verb(SealPersonal, SEALED, Permission.TAKE_REPORTS, always_logged=True)
def seal_personal(work: UnitOfWork, command: SealPersonal, ctx: Context) -> Result:
    return {
        "subject_id": command.subject_id,
        "what": list(command.what),
        "incident_id": command.incident_id,
        "expires_at": iso(command.expires_at),
    }


@verb(OpenSealed, OPENED, Permission.OPEN_SEALED, always_logged=True)
def open_sealed(work: UnitOfWork, command: OpenSealed, ctx: Context) -> Result:
    return {"subject_id": command.subject_id, "reason": _reason(command.reason)}


@verb(DestroySealed, DESTROYED, Permission.OPEN_SEALED, always_logged=True)
def destroy_sealed(work: UnitOfWork, command: DestroySealed, ctx: Context) -> Result:
    return {"subject_id": command.subject_id, "reason": _reason(command.reason)}


@verb(ExpireSealed, EXPIRED, Permission.RUN_CLOCKWORK, always_logged=True)
def expire_sealed(work: UnitOfWork, command: ExpireSealed, ctx: Context) -> Result:
    return {"subject_id": command.subject_id}


def _reason(text: str) -> str:
    reason = text.strip()
    if not reason:
        raise OperatorError("sealed_needs_reason")
    return reason[:REASON_LONGEST]
