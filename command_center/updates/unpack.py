"""Unpacks the archive of a release: counted as it goes, nothing outside the folder, no devices."""

from __future__ import annotations

import lzma
import os
import shutil
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from command_center.domain.errors import OperatorError

MOST_ENTRIES = 60_000
LONGEST_NAME = 400
_PIECE = 1 << 20
Counted = Callable[[int], None]
"""Told how many bytes were unpacked so far; what it raises ends the work."""


def unpack(archive: Path, to: Path, most_bytes: int, told: Counted) -> None:
    """`archive` is a .tar.xz or a .zip; `to` an empty folder. OperatorError("update_archive") for
    what is none, holds more than `most_bytes`, or would leave the folder."""
    with _meaning(archive.name):
        if archive.name.endswith(".zip"):
            _unpack_zip(archive, to, most_bytes, told)
        else:
            _unpack_tar(archive, to, most_bytes, told)


def _unpack_tar(archive: Path, to: Path, most_bytes: int, told: Counted) -> None:
    done = 0
    with tarfile.open(archive, "r:xz") as tar:
        for number, member in enumerate(tar):
            if number >= MOST_ENTRIES or not (member.isreg() or member.isdir() or member.issym()):
                raise _refused(archive.name)
            _demand_name(archive.name, member.name)
            done += member.size
            if done > most_bytes:
                raise _refused(archive.name)
            tar.extract(member, to, filter="data")
            told(done)


def _unpack_zip(archive: Path, to: Path, most_bytes: int, told: Counted) -> None:
    done = 0
    with zipfile.ZipFile(archive) as packed:
        if len(packed.infolist()) > MOST_ENTRIES:
            raise _refused(archive.name)
        for info in packed.infolist():
            _demand_name(archive.name, info.filename)
            path = to / info.filename
            if info.is_dir():
                path.mkdir(parents=True, exist_ok=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            with packed.open(info) as source, path.open("xb") as file:
                while piece := source.read(_PIECE):
                    done += len(piece)
                    if done > most_bytes:
                        raise _refused(archive.name)
                    file.write(piece)
            told(done)


def _demand_name(archive: str, name: str) -> None:
    """Relative, downwards, and the same on both systems."""
    parts = PurePosixPath(name).parts
    odd = "\\" in name or ":" in name or "\0" in name or len(name) > LONGEST_NAME
    if odd or name.startswith("/") or ".." in parts:
        raise _refused(archive)


def open_to_all(folder: Path) -> None:
    """Every account of the machine may start what an administrator unpacked, and change none of
    it, whatever the administrator's own mask is."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def flush_tree(folder: Path) -> None:
    """Everything below is on the disk: a rename may now make it whole."""
    if hasattr(os, "sync"):
        os.sync()  # one call for thousands of files
        return
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("r+b") as file:
                os.fsync(file.fileno())


def demand_room(folder: Path, needed: int) -> None:
    """OperatorError("update_disk_full") unless `needed` bytes are free where `folder` is."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise OperatorError("update_disk_full", folder=folder, needed=needed >> 20, free=free >> 20)


def _refused(name: str) -> OperatorError:
    return OperatorError("update_archive", file=name)


@contextmanager
def _meaning(name: str) -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, zipfile.BadZipFile, lzma.LZMAError, zlib.error, EOFError) as error:
        raise _refused(name) from error
    except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        raise _refused(name) from error
