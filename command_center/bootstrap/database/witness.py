"""What this workstation has seen of the log, in files of its own, away from the database."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from command_center.domain.entities import iso
from command_center.runtime.signing import signed_by
from command_center.storage.engine import parse_url
from command_center.storage.heads import Head, SignedHead

log = logging.getLogger(__name__)
ENDING = ".jsonl"
LINE_LONGEST = 2_000
LAST_SEQ = 2**63 - 1


class Line(msgspec.Struct, forbid_unknown_fields=True):
    """One line of a file. `place` names the database without saying where it is."""

    place: str
    room: str
    seq: int
    hash: str
    at: str
    workstation: str
    key: str
    signature: str


@dataclass(slots=True)
class Testimony:
    """What files tell: heads that were really signed, oldest first, and lines that are not what
    they claim to be, as "file:line"."""

    heads: list[Head] = field(default_factory=list)
    keys: dict[str, set[str]] = field(default_factory=dict)
    spoilt: list[str] = field(default_factory=list)


def place_of(url: str) -> str:
    """16 hexadecimal digits that are the same for every workstation of a database."""
    parsed = parse_url(url)
    where = (parsed.get_backend_name(), parsed.host, parsed.port, parsed.database)
    hosts = parsed.query.get("host", "")
    return hashlib.sha256(repr((*where, hosts)).encode()).hexdigest()[:16]


@dataclass(slots=True)
class Witness:
    """Appends to a file of the month in each folder; nothing in them is ever changed by us. A
    second folder, on a share or a stick, may be away for a while."""

    place: str
    folders: tuple[Path, ...]
    name: str
    _away: set[Path] = field(default_factory=set)

    def keep(self, signed: SignedHead, key: str) -> None:
        """OSError if the first folder does not take it."""
        line = _written(self.place, signed, key)
        month = iso(signed.head.at)[:7]
        for number, folder in enumerate(self.folders):
            try:
                _append(folder / f"{self.place}-{self.name}-{month}{ENDING}", line)
                self._away.discard(folder)
            except OSError as error:
                if number == 0:
                    raise
                if folder not in self._away:
                    self._away.add(folder)
                    log.info("the second folder of the witness is away: %s", type(error).__name__)

    def recall(self) -> Testimony:
        """What this workstation kept in its own folder."""
        return read(self.folders[0], f"{self.place}-{self.name}-")


def name_of(workstation: str) -> str:
    """8 hexadecimal digits: what people call a machine does not become part of a path."""
    return hashlib.sha256(workstation.encode()).hexdigest()[:8]


def _written(place: str, signed: SignedHead, key: str) -> bytes:
    head = signed.head
    line = Line(
        place=place,
        room=head.room_id,
        seq=head.seq,
        hash=head.hash.hex(),
        at=iso(head.at),
        workstation=head.workstation_id,
        key=key,
        signature=signed.signature.hex(),
    )
    return msgspec.json.encode(line) + b"\n"


def _append(file: Path, line: bytes) -> None:
    """After a line that a power cut tore, a new one begins."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "r+b", buffering=0) as out:
        end = out.seek(0, os.SEEK_END)
        if end:
            out.seek(end - 1)
            line = line if out.read(1) == b"\n" else b"\n" + line
        out.write(line)
        os.fsync(out.fileno())


def read(path: Path, beginning: str = "") -> Testimony:
    """Of one file, or of the files in a folder, at any depth, whose names begin so."""
    files = [path] if path.is_file() else sorted(path.rglob(f"{beginning}*{ENDING}"))
    told = Testimony()
    for file in files:
        for number, raw in enumerate(_lines(file), 1):
            if raw.strip() and not _take(told, raw):
                told.spoilt.append(f"{file.name}:{number}")
    told.heads.sort(key=lambda head: head.at)
    return told


def _lines(file: Path) -> Iterator[bytes]:
    with file.open("rb") as lines:
        while raw := lines.readline(LINE_LONGEST):
            yield raw


def _take(told: Testimony, raw: bytes) -> bool:
    """A torn line is spoilt like a forged one: the verifier says so, the witness goes on."""
    try:
        line = msgspec.json.decode(raw, type=Line)
        head = _head(line)
        signature = bytes.fromhex(line.signature)
    except (msgspec.MsgspecError, ValueError, OverflowError):
        return False
    if not signed_by(line.key, signature, head.message()):
        return False
    told.heads.append(head)
    told.keys.setdefault(line.workstation, set()).add(line.key)
    return True


def _head(line: Line) -> Head:
    if not 0 <= line.seq <= LAST_SEQ:
        raise ValueError("a place no log has")
    at = datetime.fromisoformat(line.at).astimezone(UTC)
    return Head(line.room, line.seq, bytes.fromhex(line.hash), at, line.workstation)
