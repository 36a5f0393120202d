"""Files from outside: taken only by their hash, and never unpacked out of their folder."""

from __future__ import annotations

import hashlib
import re
import stat
import zipfile
from pathlib import Path

LARGEST = 1 << 30
MOST_FILES = 50_000
_BLOCK = 1 << 20
# What Windows takes for something else than a name: streams, drives, wildcards, devices.
_NO_NAME = re.compile(
    r'[<>:"|?*\x00-\x1f]|[ .]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE
)


class Refused(Exception):
    """A sentence for the person who builds."""


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def demand_hash(path: Path, expected: str) -> None:
    if not re.fullmatch(r"[0-9a-fA-F]{64}", expected):
        raise Refused(f"{expected!r} is not a SHA-256: 64 hexadecimal digits.")
    if (found := sha256(path)) != expected.lower():
        raise Refused(f"{path.name} has SHA-256 {found}, not {expected.lower()}.")


def unpack(source: Path, target: Path) -> None:
    """All of a zip or a wheel under `target`; nothing of one that holds a bad name."""
    with zipfile.ZipFile(source) as archive:
        members = archive.infolist()
        if len(members) > MOST_FILES or sum(m.file_size for m in members) > LARGEST:
            raise Refused(f"{source.name} unpacks to more than such a file has any reason to.")
        for member in members:
            _demand_name(source.name, member)
        for member in members:
            if not member.is_dir():
                _write(archive, member, target)


def _demand_name(source: str, member: zipfile.ZipInfo) -> None:
    # zipfile itself drops drives and "..": a file that needs that is not what it says it is.
    name = member.orig_filename
    parts = name.removesuffix("/").split("/")
    if "\\" in name or any(part in {"", ".", ".."} or _NO_NAME.search(part) for part in parts):
        raise Refused(f"{source} holds a name that leads elsewhere: {name!r}.")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise Refused(f"{source} holds a link: {name!r}.")


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    path = target / member.filename
    path.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as source, path.open("wb") as file:
        left = member.file_size
        while block := source.read(min(_BLOCK, left + 1)):
            left -= len(block)
            if left < 0:
                raise Refused(f"{member.filename!r} is larger than its archive says.")
            file.write(block)
