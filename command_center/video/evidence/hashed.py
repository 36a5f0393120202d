"""A file that is hashed by the bytes that reached it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

BLOCK = 1 << 20
"""Each mebibyte has a hash of its own, so that damage can be told where it is."""


class BlockHashes:
    """SHA-256 of a whole and of each `BLOCK` of it, in one pass."""

    def __init__(self) -> None:
        self._whole = hashlib.sha256()
        self._block = hashlib.sha256()
        self._blocks: list[str] = []
        self._room = BLOCK
        self.size = 0

    def update(self, data: bytes | memoryview) -> None:
        self._whole.update(data)
        self.size += len(data)
        view = memoryview(data)
        while view:
            piece = view[: self._room]
            self._block.update(piece)
            self._room -= len(piece)
            view = view[len(piece) :]
            if not self._room:
                self._blocks.append(self._block.hexdigest())
                self._block = hashlib.sha256()
                self._room = BLOCK

    @property
    def sha256(self) -> str:
        return self._whole.hexdigest()

    @property
    def blocks(self) -> list[str]:
        """The last one may be of a shorter piece."""
        rest = [self._block.hexdigest()] if self._room < BLOCK else []
        return self._blocks + rest


class HashedFile:
    """What a muxer writes into: it cannot seek, so nothing is hashed that changes afterwards."""

    def __init__(self, path: Path) -> None:
        """OSError if the file cannot be made; one that exists is never written over."""
        self.hashes = BlockHashes()
        self._file: BinaryIO = path.open("xb", buffering=0)
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        """All of it; OSError, remembered too, because not every muxer hands it on."""
        if self.error is not None:
            raise self.error
        view = memoryview(data)
        try:
            while view:
                written = self._file.write(view) or 0
                self.hashes.update(view[:written])
                view = view[written:]
        except OSError as error:
            self.error = error
            raise
        return len(data)

    def close(self) -> None:
        """Down to the disk. OSError."""
        try:
            os.fsync(self._file.fileno())
        finally:
            self._file.close()


def hashes_of(path: Path) -> BlockHashes:
    """Of a file as it lies on the disk. OSError."""
    hashes = BlockHashes()
    with path.open("rb") as file:
        while piece := file.read(BLOCK):
            hashes.update(piece)
    return hashes


def write_whole(path: Path, data: bytes) -> None:
    """Whole or not at all, down to the disk; OSError."""
    half = path.with_name(path.name + ".part")
    with half.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)


def settle_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
