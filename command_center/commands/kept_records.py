"""Records that the room did not take, or not wholly: kept, so that nothing is lost. Who they name
is sealed under `subject_id`."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.intake import incident_of
from command_center.commands.registry import Context, Result, verb
from command_center.domain.incident import Report
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class KeepRefusedRecord:
    """A record that did not fit the contract, as it came. Where it may name a person, `raw` is ""
    and sealed."""

    source_id: str
    external_id: str
    why: str
    raw: str
    digest: str = ""
    subject_id: str | None = None


@dataclass(frozen=True, slots=True)
class KeepOddRecord:
    """A record that was stored although not all of it could be read. What came is sealed; without
    `subject_id` it was anonymous, and nothing more of it is kept."""

    source_id: str
    external_id: str
    why: str
    digest: str
    subject_id: str | None


@dataclass(frozen=True, slots=True)
class KeepConflictingRecord:
    """The same record id came again with other content: both are kept, the first one counts. Where
    it names a person, `raw` is "" and sealed."""

    source_id: str
    external_id: str
    raw: str
    digest: str
    subject_id: str | None = None


@verb(KeepRefusedRecord, "record.refused", Permission.TAKE_REPORTS, always_logged=True)
def keep_refused_record(work: UnitOfWork, command: KeepRefusedRecord, ctx: Context) -> Result:
    return {"source_id": command.source_id, "why": command.why, **_sealed(command.subject_id)}


@verb(KeepOddRecord, "record.odd", Permission.TAKE_REPORTS, always_logged=True)
def keep_odd_record(work: UnitOfWork, command: KeepOddRecord, ctx: Context) -> Result:
    return {"source_id": command.source_id, "why": command.why, **_sealed(command.subject_id)}


@verb(KeepConflictingRecord, "record.conflict", Permission.TAKE_REPORTS, always_logged=True)
def keep_conflicting_record(
    work: UnitOfWork, command: KeepConflictingRecord, ctx: Context
) -> Result:
    sealed = _sealed(command.subject_id)
    if not work.find(Report, source_id=command.source_id, external_id=command.external_id):
        return sealed
    incident = incident_of(work, command.source_id, command.external_id)
    return {"incident_id": incident.id, **sealed}


def _sealed(subject_id: str | None) -> dict[str, str]:
    return {"subject_id": subject_id} if subject_id else {}
