"""A folder of files by the SHA-256 of their content: the same file is there once, and whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from command_center.connectors.address import FetchFault
from command_center.connectors.attachments.kind import LONGEST_TEXT, kind_of
from command_center.runtime.attachments import path_of

LEAST_FREE = 500 * 1024 * 1024
_PART = ".part-"


@dataclass(frozen=True, slots=True)
class Kept:
    """`file` is the name in the folder."""

    media_type: str
    size: int
    sha256: str
    file: str


@dataclass(slots=True)
class Draft:
    """A file while it comes in: written and hashed piece by piece."""

    file: IO[bytes]
    path: Path
    size: int = 0
    _hash: hashlib._Hash = field(default_factory=hashlib.sha256)
    _head: bytearray = field(default_factory=bytearray)

    def write(self, piece: bytes) -> int:
        self.size += len(piece)
        self._hash.update(piece)
        if len(self._head) <= LONGEST_TEXT:
            self._head += piece[: LONGEST_TEXT + 1 - len(self._head)]
        return self.file.write(piece)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    @property
    def kind(self) -> str | None:
        return kind_of(bytes(self._head))


class Folder:
    def __init__(self, path: Path) -> None:
        self._path = path

    def open(self) -> None:
        """Make it, and clear away what an earlier run did not finish."""
        self.make()
        for left in self._path.glob(f"{_PART}*"):
            left.unlink(missing_ok=True)

    def make(self) -> None:
        self._path.mkdir(parents=True, exist_ok=True, mode=0o700)

    def holds(self, name: str) -> bool:
        return path_of(self._path, name).exists()

    def demand_room(self, wanted: int) -> None:
        """FetchFault while the disk is nearly full: the room's own records need it more."""
        if shutil.disk_usage(self._path).free < wanted + LEAST_FREE:
            raise FetchFault("attachment_no_room", again="yes")

    @contextmanager
    def draft(self, prefix: str = _PART) -> Iterator[Draft]:
        """Gone when left, unless it was kept."""
        handle, name = tempfile.mkstemp(prefix=prefix, dir=self._path)
        try:
            with os.fdopen(handle, "wb") as file:
                yield Draft(file, Path(name))
        finally:
            Path(name).unlink(missing_ok=True)

    def keep(self, draft: Draft) -> Kept:
        """Give it the name of its content, at once and for good; FetchFault if it is of no kind
        that is kept."""
        kind = draft.kind
        if kind is None:
            raise FetchFault("attachment_type")
        draft.file.flush()
        os.fsync(draft.file.fileno())
        name = draft.sha256
        path = path_of(self._path, name)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        draft.path.replace(path)
        sync_folder(path.parent)
        return Kept(kind, draft.size, name, name)


def sync_folder(path: Path) -> None:
    """What was put there is there after a crash, where a folder can be asked for that."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
