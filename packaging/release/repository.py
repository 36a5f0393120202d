"""A folder of signed updates: its roles, its releases, and the dates until which they hold.

REPOSITORY/metadata and REPOSITORY/targets are what a web server or a stick carries. `root.json`
of the first version is what goes into the program. Four roles sign: root says whose keys count
(two of three people, their keys offline), targets says what a release is, snapshot which pieces of
metadata belong together, timestamp that all of this is recent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from securesystemslib.signer import Signer
from tuf.api.exceptions import StorageError, UnsignedMetadataError
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization import DeserializationError

from release.whole import write_whole

ROOT_SIGNERS, ROOT_KEYS = 2, 3
DAYS = {"root": 365, "targets": 180, "snapshot": 180, "timestamp": 30}
"""A room without a network gets its updates by stick: within these days it must be carried."""
ONLINE = ("targets", "snapshot", "timestamp")


@dataclass(frozen=True, slots=True)
class Keys:
    """Who signs which role; `root` holds those root keys that are at hand."""

    root: Sequence[Signer]
    targets: Signer
    snapshot: Signer
    timestamp: Signer


@dataclass(frozen=True, slots=True)
class Repository:
    folder: Path

    @property
    def metadata(self) -> Path:
        return self.folder / "metadata"

    @property
    def targets(self) -> Path:
        return self.folder / "targets"


def begin(repository: Repository, keys: Keys, now: datetime) -> Path:
    """An empty repository; the file of its root, which goes into the program. ValueError unless
    three root keys are given, FileExistsError if one is there already."""
    if len(keys.root) != ROOT_KEYS:
        raise ValueError(f"a repository begins with {ROOT_KEYS} root keys")
    repository.metadata.mkdir(parents=True)
    repository.targets.mkdir()
    root = Metadata(Root(expires=_until("root", now), consistent_snapshot=True))
    root.signed.roles["root"].threshold = ROOT_SIGNERS
    for signer in keys.root:
        root.signed.add_key(signer.public_key, "root")
    for role in ONLINE:
        root.signed.add_key(getattr(keys, role).public_key, role)
    _sign(root, keys.root)
    file = repository.metadata / "1.root.json"
    write_whole(file, root.to_bytes())
    publish(repository, keys, {}, now)
    return file


def renew_root(repository: Repository, keys: Keys, now: datetime) -> Path:
    """The next root, with the given keys in their roles and a new date; two root keys of the one
    before must be at hand. A root key of `keys` that it did not hold takes the place of one whose
    owner is not here."""
    root = newest_root(repository)
    held = set(root.signed.roles["root"].keyids)
    new = [s for s in keys.root if s.public_key.keyid not in held]
    here = {s.public_key.keyid for s in keys.root}
    if len(here & held) < ROOT_SIGNERS:
        raise ValueError(f"{ROOT_SIGNERS} of the root keys that count until now must sign")
    for signer, absent in zip(new, sorted(held - here), strict=False):
        root.signed.revoke_key(absent, "root")
        root.signed.add_key(signer.public_key, "root")
    for role in ONLINE:
        for keyid in list(root.signed.roles[role].keyids):
            root.signed.revoke_key(keyid, role)
        root.signed.add_key(getattr(keys, role).public_key, role)
    root.signed.version += 1
    root.signed.expires = _until("root", now)
    _sign(root, keys.root)
    file = repository.metadata / f"{root.signed.version}.root.json"
    write_whole(file, root.to_bytes())
    return file


def publish(
    repository: Repository,
    keys: Keys,
    files: Mapping[str, bytes | Path],
    now: datetime,
    told: Mapping[str, Mapping[str, str]] | None = None,
) -> None:
    """Offer `files` under their names, new or in place of older ones, and sign all of it anew.
    `told` of a name is signed with it, for people to read (command_center.updates.news)."""
    _demand_timestamp(repository)
    targets = _standing(repository, "targets", Targets(expires=now))
    for name, content in files.items():
        info, data = _target(name, content)
        if told and name in told:
            info.unrecognized_fields["custom"] = dict(told[name])
        targets.signed.targets[name] = info
        write_whole(repository.targets / f"{info.hashes['sha256']}.{name}", data)
    _write(repository, targets, keys.targets, "targets", now)
    snapshot = _standing(repository, "snapshot", Snapshot(expires=now))
    snapshot.signed.meta["targets.json"] = _meta(repository, "targets", targets.signed.version)
    _write(repository, snapshot, keys.snapshot, "snapshot", now)
    _vouch(repository, keys.timestamp, now)


def refresh(repository: Repository, signer: Signer, now: datetime) -> None:
    """Say that what stands is recent: the one signature that must be renewed every month."""
    _demand_timestamp(repository)
    _vouch(repository, signer, now)


def _demand_timestamp(repository: Repository) -> None:
    """ValueError where it was lost: one that counts from 1 again is refused wherever a later one
    was seen."""
    if _newest(repository, "snapshot"):
        _read(_file(repository, "timestamp", 0))


def _vouch(repository: Repository, signer: Signer, now: datetime) -> None:
    timestamp = _standing(repository, "timestamp", Timestamp(expires=now))
    version = _newest(repository, "snapshot")
    timestamp.signed.snapshot_meta = _meta(repository, "snapshot", version)
    _write(repository, timestamp, signer, "timestamp", now)


def demand_signed(repository: Repository) -> None:
    """ValueError if what a timestamp would vouch for is signed by keys that no longer count."""
    root = newest_root(repository).signed
    for role in ("targets", "snapshot"):
        found = _file(repository, role, _newest(repository, role))
        standing = _read(found)
        try:
            root.verify_delegate(role, standing.signed_bytes, standing.signatures)
        except UnsignedMetadataError as error:
            raise ValueError(f"{found.name} is signed by an older key: sign-all first") from error


def newest_root(repository: Repository) -> Metadata[Root]:
    version = _newest(repository, "root")
    return _read(_file(repository, "root", version))


def index(version: str, file: str, schema: str, unpacked: int) -> bytes:
    """The small file that names a platform's newest release (command_center.updates.catalogue)."""
    told = {"version": version, "file": file, "schema": schema, "unpacked": unpacked}
    return json.dumps(told).encode()


def _target(name: str, content: bytes | Path) -> tuple[TargetFile, bytes]:
    data = content.read_bytes() if isinstance(content, Path) else content
    return TargetFile.from_data(name, data, ["sha256"]), data


def _standing(repository: Repository, role: str, first: Any) -> Metadata[Any]:
    """The newest of a role with its version counted up, or its first."""
    version = _newest(repository, role)
    if version == 0:
        return Metadata(first)
    found = _read(_file(repository, role, version))
    found.signed.version += 1
    return found


def _write(
    repository: Repository, metadata: Metadata[Any], signer: Signer, role: str, now: datetime
) -> None:
    metadata.signed.expires = _until(role, now)
    _sign(metadata, [signer])
    write_whole(_file(repository, role, metadata.signed.version), metadata.to_bytes())


def _sign(metadata: Metadata[Any], signers: Sequence[Signer]) -> None:
    metadata.signatures.clear()
    for signer in signers:
        metadata.sign(signer, append=True)


def _meta(repository: Repository, role: str, version: int) -> MetaFile:
    data = _file(repository, role, version).read_bytes()
    return MetaFile.from_data(version, data, ["sha256"])


def _file(repository: Repository, role: str, version: int) -> Path:
    """The timestamp alone has no version in its name: it is what a client asks for first."""
    name = "timestamp.json" if role == "timestamp" else f"{version}.{role}.json"
    return repository.metadata / name


def _newest(repository: Repository, role: str) -> int:
    """0 if there is none."""
    if role == "timestamp":
        file = repository.metadata / "timestamp.json"
        return int(_read(file).signed.version) if file.exists() else 0
    found = repository.metadata.glob(f"*.{role}.json")
    return max((int(file.name.partition(".")[0]) for file in found), default=0)


def _read(file: Path) -> Metadata[Any]:
    """ValueError names a file that is not there, or not whole."""
    try:
        return Metadata.from_file(str(file))
    except (StorageError, DeserializationError) as error:
        raise ValueError(
            f"{file} is missing or damaged: put back the newest that was handed out, from a web"
            " server, a stick or a backup; what was never handed out is begun again"
        ) from error


def _until(role: str, now: datetime) -> datetime:
    return now.astimezone(UTC).replace(microsecond=0) + timedelta(days=DAYS[role])
