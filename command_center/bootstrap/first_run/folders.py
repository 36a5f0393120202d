"""Folders of this machine, looked into for the file that a step of the guided page asks for."""

from __future__ import annotations

import getpass
import os
import string
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

import platformdirs

from command_center.ui.first_run.folder import Entry, Folder, Place

MOST_SEEN, MOST_SHOWN = 20_000, 1_000
_HIDDEN = 0x2 | 0x4
"""Windows: FILE_ATTRIBUTE_HIDDEN, FILE_ATTRIBUTE_SYSTEM."""
_PLUGGED_IN = ("/media", "/run/media")


def look_into(where: Path | None, endings: tuple[str, ...]) -> Folder:
    """The folder `where`, or the nearest above it that is there (None: the account's own): folders,
    and files whose names end so (lower case). Neither hidden ones nor names that cannot be shown as
    they are. Waits for the disk."""
    folder = Folder(_nearest(where), places=tuple(_places()))
    try:
        return _filled(folder, endings)
    except OSError as error:
        return replace(folder, refused=error.strerror or str(error))


def _nearest(where: Path | None) -> Path:
    home = Path.home()
    if where is None:
        return home
    path = where.absolute()
    return next((one for one in (path, *path.parents) if _is_folder(one)), home)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _filled(folder: Folder, endings: tuple[str, ...]) -> Folder:
    found: list[Entry] = []
    left_out = 0
    with os.scandir(folder.path) as inside:
        for entry in islice(inside, MOST_SEEN):
            try:
                one = _entry(entry, endings)
                left_out += one is None and _shown(entry) and entry.is_file()
            except OSError:  # gone meanwhile, or not for this account
                continue
            if one is not None:
                found.append(one)
        more = next(inside, None) is not None
    found.sort(key=lambda one: (one.size is not None, one.name.casefold()))
    beyond = more or len(found) > MOST_SHOWN
    return replace(folder, entries=tuple(found[:MOST_SHOWN]), left_out=left_out, beyond=beyond)


def _entry(entry: os.DirEntry[str], endings: tuple[str, ...]) -> Entry | None:
    if not _shown(entry):
        return None
    if entry.is_dir():
        return Entry(entry.name, Path(entry.path))
    if endings and entry.is_file() and entry.name.lower().endswith(endings):
        return Entry(entry.name, Path(entry.path), entry.stat().st_size)
    return None


def _shown(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or not entry.name.isprintable():
        return False
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return not attributes & _HIDDEN


def _places() -> Iterator[Place]:
    """Each folder once, those that are there only."""
    home = Path.home()
    usual = (
        platformdirs.user_desktop_dir(),
        platformdirs.user_documents_dir(),
        platformdirs.user_downloads_dir(),
    )
    seen: set[Path] = set()
    for path in (home, *map(Path, usual), *_mounted()):
        if path not in seen and _is_folder(path):
            seen.add(path)
            yield Place("" if path == home else path.name or str(path), path)


def _mounted() -> list[Path]:
    """Sticks and other disks that somebody plugged in; on Windows every drive."""
    if sys.platform == "win32":
        return [Path(f"{letter}:\\") for letter in string.ascii_uppercase]
    found: list[Path] = []
    for base in _PLUGGED_IN:
        with suppress(OSError, KeyError):  # nobody's, or not for this account
            found += sorted(Path(base, getpass.getuser()).iterdir())
    return found
