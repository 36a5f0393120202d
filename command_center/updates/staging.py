"""Brings a newer version onto this machine, whole and tried, beside the one that runs.

Each step is told when it is done and leaves the current version as it was; what was killed in the
middle is swept away by the next one.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from command_center.domain.errors import OperatorError
from command_center.updates.installation import Installation, flush_folder, order
from command_center.updates.lock import only_one
from command_center.updates.other_version import SelfCheck, ask
from command_center.updates.sweep import set_aside, sweep
from command_center.updates.unpack import demand_room, flush_tree, open_to_all, unpack

if TYPE_CHECKING:  # TUF is loaded where somebody looks for an update
    from command_center.updates.catalogue import Catalogue, Release

_SPARE_BYTES = 64 << 20
Progress = Callable[[str, int, int], None]
"""Step, how much of it is done, of how much; what it raises ends the work."""


def stage(
    installation: Installation,
    running: str,
    catalogue: Catalogue,
    release: Release,
    progress: Progress,
) -> None:
    """`release` stands whole beside the `running` version and has loaded its parts once.
    OperatorError, with nothing changed, if it may not or cannot."""
    installation.demand_writable()
    if order(release.version) <= order(running):
        raise OperatorError("update_older", version=release.version, running=running)
    with _full_disk(installation), only_one(installation.state):
        _sweep(installation, running, release.version)
        progress("check", 1, 1)
        if _stands(installation, release):
            return
        archive = _bring(installation, catalogue, release, progress)
        part = installation.versions / f".{release.version}.part"
        try:
            _unpack(archive, part, release, progress)
            _try(installation, part, release)
            progress("try", 1, 1)
            _place(installation, part, release.version)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        archive.unlink()
        progress("place", 1, 1)


def take_up(installation: Installation, running: str, progress: Progress) -> str:
    """Let the newest staged version start from now on, and say which. OperatorError("update_none_
    staged") if there is none newer than the current one."""
    installation.demand_writable()
    with _full_disk(installation), only_one(installation.state):
        waiting = staged(installation)
        if waiting is None:
            raise OperatorError("update_none_staged", running=running)
        installation.take_up(waiting, lambda step: progress(step, 1, 1))
    return waiting


def roll_back(
    installation: Installation, schema: str | None, reach: str, progress: Progress
) -> str:
    """Let the version before the current one start again, and say which. `schema` is where the
    room's database stands, None if it cannot be asked; `reach` is how far one that was not asked
    may have been brought, "" if that does not matter. OperatorError if there is no version to go
    back to, or it could not read such a database."""
    installation.demand_writable()
    with _full_disk(installation), only_one(installation.state):
        previous = installation.previous()
        if not previous:
            raise OperatorError("update_no_previous")
        reads = ask(installation.program(previous)).schema
        if schema is not None and schema > reads:
            raise OperatorError(
                "update_previous_too_old", version=previous, schema=schema, reads=reads
            )
        if reach > reads:
            raise OperatorError("update_back_unasked", version=previous, schema=reach, reads=reads)
        progress("try", 1, 1)
        installation.go_back(previous, lambda step: progress(step, 1, 1))
    return previous


def staged(installation: Installation) -> str | None:
    """The newest whole version beside the current one, if it is newer."""
    newest = max(installation.installed(), key=order, default="")
    current = installation.current()
    return newest if newest and (not current or order(newest) > order(current)) else None


def _sweep(installation: Installation, running: str, wanted: str) -> None:
    sweep(installation, {running, wanted, installation.current(), *installation.earlier()})
    for file in _downloads(installation).iterdir():
        file.unlink()


def _bring(
    installation: Installation, catalogue: Catalogue, release: Release, progress: Progress
) -> Path:
    size, done = catalogue.size(release), 0
    # The archive is here twice while it is held against its hash, and then once beside its content.
    demand_room(installation.root, size + max(size, release.unpacked) + _SPARE_BYTES)

    def told(count: int) -> None:
        nonlocal done
        done += count
        progress("download", done, size)

    archive = _downloads(installation) / f"new{_suffix(release)}"
    progress("download", 0, size)
    catalogue.told = told
    catalogue.bring(release, archive)
    progress("downloaded", 1, 1)
    return archive


def _unpack(archive: Path, part: Path, release: Release, progress: Progress) -> None:
    part.mkdir()
    unpack(archive, part, release.unpacked, lambda done: progress("unpack", done, release.unpacked))
    open_to_all(part)
    progress("unpacked", 1, 1)
    flush_tree(part)
    progress("flush", 1, 1)


def _try(installation: Installation, part: Path, release: Release) -> None:
    told = ask(part / installation.program(release.version).name)
    if told != SelfCheck(release.version, release.schema):
        raise OperatorError("update_fails_itself", version=release.version)


def _stands(installation: Installation, release: Release) -> bool:
    """It is here already and loads its parts; a damaged copy is brought anew."""
    if not installation.program(release.version).is_file():
        return False
    try:
        _try(installation, installation.folder(release.version), release)
    except OperatorError:
        return False
    return True


def _place(installation: Installation, part: Path, version: str) -> None:
    folder = installation.folder(version)
    damaged = set_aside(folder) if folder.exists() else None
    part.replace(folder)
    flush_folder(installation.versions)
    installation.forgive(version)
    if damaged is not None:
        shutil.rmtree(damaged, ignore_errors=True)


def _downloads(installation: Installation) -> Path:
    folder = installation.state / "download"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _suffix(release: Release) -> str:
    return ".zip" if release.file.endswith(".zip") else ".tar.xz"


@contextmanager
def _full_disk(installation: Installation) -> Iterator[None]:
    """What the system refuses, as something a person can act on."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            root = installation.root
            free = shutil.disk_usage(root).free >> 20
            raise OperatorError("update_disk_ran_full", folder=root, free=free) from error
        folder = error.filename or installation.root
        raise OperatorError("update_state", folder=folder, reason=error.strerror) from error
