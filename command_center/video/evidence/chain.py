"""The manifests of a folder, each naming the one before it."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from command_center.video.evidence.hashed import settle_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

CHAIN = "chain.txt"
LOCK = "chain.lock"
LINE = re.compile(r"([0-9a-f]{64}) ([A-Za-z0-9][A-Za-z0-9_-]{0,79}\.json)")
WAIT_S, LOOK_S = 10.0, 0.02
_inside = threading.Lock()


def links(folder: Path) -> list[tuple[str, str]]:
    """(SHA-256, manifest's name) in the order they were written; a torn line is none. OSError."""
    path = folder / CHAIN
    if not path.is_file():
        return []
    found = map(LINE.fullmatch, path.read_text(encoding="ascii", errors="replace").splitlines())
    return [(link[1], link[2]) for link in found if link]


def append(folder: Path, name: str, make: Callable[[str], bytes]) -> str:
    """Write the manifest `name` that `make` makes of its predecessor's hash; answers its own.

    The line of the chain is on the disk before the manifest has its name, so that no crash can
    leave two manifests with one predecessor. OSError.
    """
    with _held(folder):
        known = links(folder)
        if known:
            _finish(folder, *known[-1])
        data = make(known[-1][0] if known else "")
        digest = hashlib.sha256(data).hexdigest()
        half = folder / f"{name}.part"
        _write(half, data)
        _add_line(folder / CHAIN, f"{digest} {name}\n")
        half.replace(folder / name)
        settle_folder(folder)
        return digest


def settle(folder: Path) -> None:
    """Give the last manifest its name, if a crash came before that. OSError."""
    with _held(folder):
        known = links(folder)
        if known:
            _finish(folder, *known[-1])


def _finish(folder: Path, digest: str, name: str) -> None:
    """A crash came between the line and the manifest's name."""
    half = folder / f"{name}.part"
    whole = half.is_file() and hashlib.sha256(half.read_bytes()).hexdigest() == digest
    if whole and not (folder / name).exists():
        half.replace(folder / name)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _add_line(path: Path, line: str) -> None:
    with path.open("ab+") as file:
        if file.tell():
            file.seek(-1, os.SEEK_END)
            torn = file.read(1) != b"\n"
            line = "\n" + line if torn else line
        file.write(line.encode("ascii"))
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """One writer at a time, also among programs. The system lets go of it for one that has
    crashed; no clock is asked, for it may have been set."""
    deadline = time.monotonic() + WAIT_S
    with _inside, (folder / LOCK).open("ab") as file:
        while not _taken(file):
            if time.monotonic() > deadline:
                raise TimeoutError("the chain of evidence is held by another program")
            time.sleep(LOOK_S)
        yield


if sys.platform == "win32":

    def _taken(file: BinaryIO) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _taken(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
