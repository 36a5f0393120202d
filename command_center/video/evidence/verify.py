"""Whether evidence is what it was when it was written: offline, from the files alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from command_center.video.evidence import chain
from command_center.video.evidence.hashed import BLOCK, BlockHashes
from command_center.video.evidence.manifest import (
    BYTES_MAX,
    FaultyManifest,
    File,
    Manifest,
    decode,
)

MANIFEST = ".json"
MEDIA = frozenset({".mp4", ".mkv", ".png"})


@dataclass(frozen=True, slots=True)
class Finding:
    """About one file; `code` names the sentence. `first`/`last`: the first bad bytes, counted
    from 0, both included; None where no bytes can be named."""

    name: str
    code: str
    first: int | None = None
    last: int | None = None

    @property
    def good(self) -> bool:
        return self.code == GOOD


GOOD = "evidence_good"
FILE_MISSING = "evidence_file_missing"
CHANGED = "evidence_changed"
TOO_SHORT = "evidence_too_short"
TOO_LONG = "evidence_too_long"
UNREADABLE = "evidence_unreadable"
NO_MANIFEST = "evidence_no_manifest"
MANIFEST_BAD = "evidence_manifest_bad"
MANIFEST_MISSING = "evidence_manifest_missing"
MANIFEST_CHANGED = "evidence_manifest_changed"
NOT_CHAINED = "evidence_not_chained"
CHAIN_BROKEN = "evidence_chain_broken"
GONE = "evidence_gone"
LOG_DIFFERS = "evidence_log_differs"
LOG_MISSING = "evidence_log_missing"


@dataclass(frozen=True, slots=True)
class Seen:
    """A manifest that could be read: its name, its own SHA-256 and what it says."""

    name: str
    sha256: str
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Report:
    """`seen` are the manifests looked at, for whoever has a log to compare them with."""

    findings: tuple[Finding, ...]
    seen: tuple[Seen, ...]

    @property
    def good(self) -> bool:
        return bool(self.findings) and all(finding.good for finding in self.findings)


def verify(path: Path) -> Report:
    """A clip, a picture, a manifest or a folder of them. Never raises for what it finds."""
    if path.is_dir():
        return _folder(path)
    if path.suffix == MANIFEST:
        return _one(path.parent, path.name)
    return _media(path)


def _folder(folder: Path) -> Report:
    findings: list[Finding] = []
    seen: list[Seen] = []
    named: set[str] = set()
    names = sorted(p.name for p in folder.iterdir() if p.is_file())
    for name in names:
        if name.endswith(MANIFEST):
            report = _one(folder, name, chained=False)
            findings += report.findings
            seen += report.seen
            named |= {file.file for s in report.seen for file in s.manifest.files}
    findings += [
        Finding(name, NO_MANIFEST)
        for name in names
        if Path(name).suffix in MEDIA and name not in named
    ]
    findings += _chain(folder, {s.name: s for s in seen})
    return Report(tuple(findings), tuple(seen))


def _media(path: Path) -> Report:
    """The manifest of "x-2.mp4" is "x.json" or "x-2.json": only names of this folder."""
    stems = {path.stem, path.stem.rpartition("-")[0]} - {""}
    for stem in sorted(stems, key=len, reverse=True):
        if (path.parent / f"{stem}{MANIFEST}").is_file():
            report = _one(path.parent, f"{stem}{MANIFEST}")
            if any(file.file == path.name for s in report.seen for file in s.manifest.files):
                return report
            if any(finding.code == MANIFEST_BAD for finding in report.findings):
                return report
    return Report((Finding(path.name, NO_MANIFEST),), ())


def _one(folder: Path, name: str, *, chained: bool = True) -> Report:
    try:
        with (folder / name).open("rb") as file:
            data = file.read(BYTES_MAX + 1)
        if len(data) > BYTES_MAX:
            raise FaultyManifest("too_large")
        manifest = decode(data)
    except OSError:
        return Report((Finding(name, UNREADABLE),), ())
    except FaultyManifest:
        return Report((Finding(name, MANIFEST_BAD),), ())
    seen = Seen(name, hashlib.sha256(data).hexdigest(), manifest)
    findings = [_file(folder, file) for file in manifest.files]
    if chained:
        findings += _own_link(folder, seen)
    return Report(tuple(findings), (seen,))


def _file(folder: Path, expected: File) -> Finding:
    """Compared block by block. The name has been read as one without a folder in it."""
    path = folder / expected.file
    if path.is_symlink() or not path.is_file():
        return Finding(expected.file, FILE_MISSING)
    try:
        return _compare(path, expected)
    except OSError:
        return Finding(expected.file, UNREADABLE)


def _compare(path: Path, expected: File) -> Finding:
    whole = BlockHashes()
    size = expected.block_size
    with path.open("rb") as file:
        for number, wanted in enumerate(expected.blocks):
            start = number * size
            due = min(size, expected.size - start)
            block = hashlib.sha256()
            got = 0
            while got < due and (piece := file.read(min(BLOCK, due - got))):
                block.update(piece)
                whole.update(piece)
                got += len(piece)
            if got < due:
                return Finding(expected.file, TOO_SHORT, start + got, expected.size - 1)
            if block.hexdigest() != wanted:
                return Finding(expected.file, CHANGED, start, start + due - 1)
        if file.read(1):
            last = path.stat().st_size - 1
            return Finding(expected.file, TOO_LONG, expected.size, last)
    if whole.sha256 != expected.sha256:
        return Finding(expected.file, CHANGED, 0, expected.size - 1)
    return Finding(expected.file, GOOD)


def _own_link(folder: Path, seen: Seen) -> Iterator[Finding]:
    """A manifest on its own is judged by the chain only where that is: it may be a copy."""
    if not (folder / chain.CHAIN).is_file():
        return
    known = _links(folder)
    digests = {name: digest for digest, name in known}
    if seen.name not in digests:
        yield Finding(seen.name, NOT_CHAINED)
    elif digests[seen.name] != seen.sha256:
        yield Finding(seen.name, MANIFEST_CHANGED)


def _chain(folder: Path, seen: dict[str, Seen]) -> Iterator[Finding]:
    """Every line has its manifest, every manifest its line, each names the one before."""
    previous = ""
    lined = set()
    for digest, name in _links(folder):
        lined.add(name)
        found = seen.get(name)
        if found is None:
            if not (folder / name).is_file():
                yield Finding(name, MANIFEST_MISSING)
        elif found.sha256 != digest:
            yield Finding(name, MANIFEST_CHANGED)
        elif found.manifest.previous != previous:
            yield Finding(name, CHAIN_BROKEN)
        previous = digest
    yield from (Finding(name, NOT_CHAINED) for name in sorted(set(seen) - lined))


def _links(folder: Path) -> list[tuple[str, str]]:
    try:
        return chain.links(folder)
    except OSError:
        return []
