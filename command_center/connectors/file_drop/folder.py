"""One folder in which a source lays down files: which are ready, and where they go from there.

A sender writes under a name that begins with a point or ends in `.part` and renames it when it is
whole. What was taken is deleted: it is in the room, its persons sealed. What was refused, even in
part, goes to `karantina`, beside a table of the reasons. Names there are made by us.
"""

from __future__ import annotations

import csv
import errno
import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from command_center.connectors.file_drop.readers import ending_of
from command_center.contract.page import MAX_BYTES

QUARANTINE, DONE = "karantina", "selesai"
MOST_AT_ONCE = 100
# Neither a way to elsewhere is followed nor a pipe waited for, nor bytes changed on Windows.
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_RUNS = "=+-@"
_UNFINISHED = (".part", ".tmp", ".crdownload")


@dataclass(frozen=True, slots=True)
class Laid:
    """A file as it lies there; `data` is one byte longer than anybody takes, at most."""

    path: Path
    data: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Reason:
    where: str
    column: str
    why: str


class Folder:
    """Used by one thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: dict[str, tuple[int, int]] = {}

    def ready(self) -> Iterator[Laid]:
        """Whole files, oldest name first: seen twice as they are now. OSError without a folder."""
        seen: dict[str, tuple[int, int]] = {}
        files = sorted(filter(_is_file, os.scandir(self._path)), key=lambda entry: entry.name)
        for entry in files[:MOST_AT_ONCE]:
            state = entry.stat(follow_symlinks=False)
            seen[entry.name] = (state.st_size, state.st_mtime_ns)
            if self._seen.get(entry.name) == seen[entry.name]:
                with suppress(FileNotFoundError):  # its sender took it back
                    if laid := _read(Path(entry.path)):
                        yield laid
        self._seen = seen

    def was_done(self, digest: str) -> bool:
        """Whether a file of the same content was taken, whatever it was called."""
        return (self._path / DONE / digest).is_file()

    def finish(self, laid: Laid) -> None:
        """Taken whole: what is left is that it was."""
        self._mark(laid.digest)
        laid.path.unlink(missing_ok=True)

    def quarantine(self, laid: Laid, reasons: Sequence[Reason]) -> None:
        """Out of the way, with a table of what is wrong and where. It holds no value of a cell."""
        folder = self._own(QUARANTINE)
        name = laid.digest[:16]
        table = folder / f"{name}.alasan.csv"
        unfinished = table.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        with unfinished.open("x", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("baris", "kolom", "alasan"))
            writer.writerows(map(_cell, (one.where, one.column, one.why)) for one in reasons)
        unfinished.replace(table)
        self._mark(laid.digest)
        laid.path.replace(folder / f"{name}{ending_of(laid.path.name) or '.berkas'}")

    def _mark(self, digest: str) -> None:
        (self._own(DONE) / digest).touch(mode=0o600)

    def _own(self, name: str) -> Path:
        """OSError where whoever lays down files has put a way to elsewhere in its place."""
        folder = self._path / name
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink():
            raise NotADirectoryError(name)
        return folder


def _is_file(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    if name.startswith((".", "~$")) or name.lower().endswith(_UNFINISHED):
        return False
    return entry.is_file(follow_symlinks=False)


def _cell(text: str) -> str:
    """Names of columns are the sender's: none is a formula to whoever opens the table."""
    return f"'{text}" if text.lstrip()[:1] in {*_RUNS} else text


def _read(path: Path) -> Laid | None:
    """None: what was a file a moment ago is none any more."""
    try:
        handle = os.open(path, os.O_RDONLY | _AS_IT_IS)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return None
        raise
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        data = file.read(MAX_BYTES + 1)
    return Laid(path, data, hashlib.sha256(data).hexdigest())
