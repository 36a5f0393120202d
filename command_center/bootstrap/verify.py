"""Evidence against its manifests, and those against the log of a room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from command_center.cli_words import explained
from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.situation.situation import Situation
from command_center.storage import log
from command_center.storage.database import open_database
from command_center.video.evidence.verify import (
    GONE,
    LOG_DIFFERS,
    LOG_MISSING,
    Finding,
    Report,
    Seen,
    verify,
)

PICTURE, CLIP = "picture", "clip"


@dataclass(slots=True)
class Anchors:
    """What the log says: manifests' hashes by evidence id and by a picture's file, and what each
    workstation keeps, {(workstation, kind): {file: manifest's hash}}."""

    clips: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    kept: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)


def verify_evidence(
    path: Path, url: str | None = None, password: str | None = None
) -> tuple[list[str], bool]:
    """One sentence a finding, and whether all is well; with `url`, compared with that room's
    log, whose own chain is walked first. OperatorError for a database that cannot be read."""
    report = verify(path)
    findings = list(report.findings)
    if url is not None:
        findings += against(report, anchors_of(url, password), whole=path.is_dir())
    return [sentence(f) for f in findings], bool(findings) and all(f.good for f in findings)


def sentence(finding: Finding) -> str:
    """ "clip.mp4: changed in bytes 1048576 to 2097151." """
    error = OperatorError(finding.code, name=finding.name, first=finding.first, last=finding.last)
    return explained(error)


def against(report: Report, anchors: Anchors, *, whole: bool) -> Iterator[Finding]:
    """What files and log say differently; `whole`: a folder, so what is not there is gone. Clips
    and pictures lie apart: only what a folder has some of is missed in it."""
    for seen in report.seen:
        code = _differs(seen, anchors)
        if code is not None:
            yield Finding(seen.name, code)
    if whole:
        there = {seen.sha256 for seen in report.seen}
        for place in sorted({_place(seen) for seen in report.seen}):
            for file, digest in anchors.kept.get(place, {}).items():
                if digest not in there:
                    yield Finding(file, GONE)


def _place(seen: Seen) -> tuple[str, str]:
    kind = PICTURE if seen.manifest.kind == PICTURE else CLIP
    return seen.manifest.about.get("workstation", ""), kind


def _differs(seen: Seen, anchors: Anchors) -> str | None:
    if seen.manifest.kind == PICTURE:
        known = anchors.pictures.get(seen.manifest.files[0].file)
    else:
        known = anchors.clips.get(seen.manifest.about.get("evidence", ""))
    if not known:
        return LOG_MISSING
    return None if known == seen.sha256 else LOG_DIFFERS


def anchors_of(url: str, password: str | None) -> Anchors:
    """Folds the whole log. OperatorError: log_broken where its own chain does not hold."""
    database = open_database(url, migrate=False, password=password)
    try:
        anchors, situation = Anchors(), Situation()
        for stored in chained(database.history.entries()):
            situation.apply(stored)
            _note_picture(anchors, stored)
    finally:
        database.close()
    for evidence in situation.all("evidence"):
        if evidence.manifest_sha256:
            anchors.clips[evidence.id] = evidence.manifest_sha256
            kept = anchors.kept.setdefault((evidence.workstation, CLIP), {})
            kept[evidence.file] = evidence.manifest_sha256
    return anchors


def chained(entries: Iterator[StoredEntry]) -> Iterator[StoredEntry]:
    """The same; OperatorError("log_broken") where one does not continue the one before."""
    previous = log.NO_HASH
    for number, stored in enumerate(entries, 1):
        previous = log.chained(previous, log.encode(stored.entry))
        if stored.seq != number or stored.hash != previous:
            raise OperatorError("log_broken", seq=number)
        yield stored


def _note_picture(anchors: Anchors, stored: StoredEntry) -> None:
    """A picture's manifest stands beside its row: what the command was decided on. What is said
    of a file later does not make another picture of it."""
    entry = stored.entry
    for change in entry.changes:
        if change.entity != "snapshot" or "file" not in change.set:
            continue
        file, digest = str(change.set["file"]), str(entry.inputs.get("digest", ""))
        if anchors.pictures.setdefault(file, digest) == digest and digest:
            anchors.kept.setdefault((entry.workstation, PICTURE), {})[file] = digest
