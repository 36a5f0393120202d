"""Evidence: asked for by a person, stored by their workstation, held by the shift lead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.domain.room import Camera, Evidence, EvidenceState
from command_center.ports import UnitOfWork

SECONDS_MAX = 600
REASON_LONGEST = 4_000
_ID = re.compile(r"[0-9a-f-]{36}")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}\.(mp4|mkv)")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class RequestEvidence:
    """`evidence_id` is made by whoever asks, because recording begins before this is stored."""

    evidence_id: str
    camera_id: str
    incident_id: str | None
    before_s: int
    after_s: int


@dataclass(frozen=True, slots=True)
class StoreEvidence:
    """What `video.model.ClipFile` says, with times; `missing` why part of it is not there."""

    evidence_id: str
    file: str
    size: int
    sha256: str
    manifest_sha256: str
    first_at: datetime
    last_at: datetime
    drift_s: float | None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class FailEvidence:
    evidence_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class HoldEvidence:
    """From now on nothing may delete it."""

    evidence_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReleaseHold:
    evidence_id: str
    reason: str


@verb(RequestEvidence, "evidence.requested", Permission.KEEP_EVIDENCE)
def request_evidence(work: UnitOfWork, command: RequestEvidence, ctx: Context) -> Result:
    if not _ID.fullmatch(command.evidence_id):
        raise OperatorError("evidence_bad_request")
    if not (0 <= command.before_s <= SECONDS_MAX and 0 <= command.after_s <= SECONDS_MAX):
        raise OperatorError("evidence_bad_request")
    known = work.find(Evidence, id=command.evidence_id)
    if known:
        return _told(known[0])
    work.get(Camera, command.camera_id)
    if command.incident_id is not None:
        work.get(Incident, command.incident_id)
    evidence = Evidence(
        id=command.evidence_id,
        version=1,
        camera_id=command.camera_id,
        incident_id=command.incident_id,
        state=EvidenceState.REQUESTED,
        requested_at=ctx.at,
        requested_by=ctx.act.actor,
        workstation=ctx.act.workstation,
        before_s=command.before_s,
        after_s=command.after_s,
        file="",
        size=0,
        sha256="",
        manifest_sha256="",
        first_at=None,
        last_at=None,
        drift_s=None,
        reason="",
        hold=False,
        hold_reason="",
    )
    work.add(evidence)
    return _told(evidence)


@verb(StoreEvidence, "evidence.stored", Permission.RUN_CLOCKWORK)
def store_evidence(work: UnitOfWork, command: StoreEvidence, ctx: Context) -> Result:
    """Once; what was given up may turn out to be there after all."""
    hashes = (command.sha256, command.manifest_sha256)
    if not _FILE.fullmatch(command.file) or not all(map(_SHA256.fullmatch, hashes)):
        raise OperatorError("evidence_bad_request")
    evidence = work.get(Evidence, command.evidence_id)
    if evidence.state is EvidenceState.STORED:
        if evidence.manifest_sha256 != command.manifest_sha256:
            raise OperatorError("evidence_settled")
        return _told(evidence)
    work.change(
        evidence,
        state=EvidenceState.STORED,
        file=command.file,
        size=command.size,
        sha256=command.sha256,
        manifest_sha256=command.manifest_sha256,
        first_at=command.first_at,
        last_at=command.last_at,
        drift_s=command.drift_s,
        reason=command.missing,
    )
    return _told(evidence)


@verb(FailEvidence, "evidence.failed", Permission.RUN_CLOCKWORK)
def fail_evidence(work: UnitOfWork, command: FailEvidence, ctx: Context) -> Result:
    evidence = work.get(Evidence, command.evidence_id)
    if evidence.state is EvidenceState.REQUESTED:
        work.change(evidence, state=EvidenceState.FAILED, reason=command.reason[:100])
    return _told(evidence)


@verb(HoldEvidence, "evidence.held", Permission.HOLD_EVIDENCE)
def hold_evidence(work: UnitOfWork, command: HoldEvidence, ctx: Context) -> Result:
    evidence = _stored(work, command.evidence_id)
    work.change(evidence, hold=True, hold_reason=_said(command.reason))
    return _told(evidence)


@verb(ReleaseHold, "evidence.released", Permission.HOLD_EVIDENCE)
def release_hold(work: UnitOfWork, command: ReleaseHold, ctx: Context) -> Result:
    evidence = _stored(work, command.evidence_id)
    reason = _said(command.reason)
    if evidence.hold:
        work.change(evidence, hold=False, hold_reason=reason)
    return _told(evidence)


def _stored(work: UnitOfWork, id: str) -> Evidence:
    evidence = work.get(Evidence, id)
    if evidence.state is not EvidenceState.STORED:
        raise OperatorError("evidence_not_stored")
    return evidence


def _said(reason: str) -> str:
    said = reason.strip()
    if not said:
        raise OperatorError("hold_needs_reason")
    if len(said) > REASON_LONGEST:
        raise OperatorError("text_too_long", limit=REASON_LONGEST)
    return said


def _told(evidence: Evidence) -> Result:
    """Every entry names its camera and incident: a timeline shows one entry at a time."""
    return {
        "evidence_id": evidence.id,
        "camera_id": evidence.camera_id,
        "incident_id": evidence.incident_id,
    }
