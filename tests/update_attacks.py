"""What somebody may do to an update on its way, each by name: fault F18 and some more.

An attack changes the repository, or gives another one; what it must meet is the code of the
refusal. The client has taken up 0.2.0 before; 0.3.0 is what is offered now.
"""

from __future__ import annotations

import io
import shutil
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from release.archive import archive_name
from release.repository import newest_root, publish, refresh

from command_center.domain.errors import OperatorError
from command_center.updates.installation import Installation
from tests.update_maker import (
    INDEX,
    NEW,
    NEWEST,
    OLD,
    PLATFORM,
    Maker,
    bring,
    install,
    new_signer,
    served,
    shown,
)

Attack = Callable[["Scene"], None]
ATTACKS: dict[str, tuple[Attack, str]] = {}


@dataclass(frozen=True, slots=True)
class Scene:
    """`before` is a copy of the repository as it was when 0.2.0 was the newest."""

    folder: Path
    maker: Maker
    before: Path
    installation: Installation

    @property
    def metadata(self) -> Path:
        return self.maker.repository.metadata

    def archive(self) -> Path:
        name = archive_name(NEWEST, PLATFORM)
        return next(self.maker.repository.targets.glob(f"*.{name}"))


def scene(folder: Path) -> Scene:
    folder.mkdir(exist_ok=True)
    maker = Maker(folder)
    installation = install(folder / "installed", OLD)
    maker.release(NEW)
    bring(installation, str(maker.repository.folder), maker.root)
    before = folder / "before"
    shutil.copytree(maker.repository.folder, before)
    maker.release(NEWEST)
    return Scene(folder, maker, before, installation)


def attacked(name: str, first: Scene, folder: Path, *, over_http: bool) -> tuple[str, bool]:
    """Of a copy of `first` in `folder`: the code it was refused with, "" if it was not, and
    whether nothing was changed."""
    shutil.copytree(first.folder, folder, symlinks=True)
    maker = first.maker.moved(folder)
    made = Scene(folder, maker, folder / "before", Installation(folder / "installed"))
    ATTACKS[name][0](made)
    standing = shown(made.installation)
    try:
        if over_http:
            with served(maker.repository.folder) as url:
                bring(made.installation, url, maker.root)
        else:
            bring(made.installation, str(maker.repository.folder), maker.root)
    except OperatorError as error:
        return error.code, shown(made.installation) == standing
    return "", shown(made.installation) == standing


def attack(code: str) -> Callable[[Attack], Attack]:
    def keep(made: Attack) -> Attack:
        ATTACKS[made.__name__] = made, code
        return made

    return keep


# --- F18 ---------------------------------------------------------------------------------------


@attack("update_unsigned")
def bad_signature(scene: Scene) -> None:
    """Metadata by keys that nobody trusts."""
    keys = scene.maker.as_somebody_else()
    publish(scene.maker.repository, keys, {}, scene.maker.now)


@attack("update_rolled_back")
def rollback(scene: Scene) -> None:
    """All of it as it was, when 0.3.0 was seen already."""
    look_only(scene)
    shutil.rmtree(scene.maker.repository.folder)
    shutil.copytree(scene.before, scene.maker.repository.folder)


@attack("update_expired")
def freeze(scene: Scene) -> None:
    """Held back until its date is over, so that nobody hears of what is newer."""
    then = datetime.now(UTC) - timedelta(days=60)
    refresh(scene.maker.repository, scene.maker.keys.timestamp, then)


@attack("update_damaged")
def mix_and_match(scene: Scene) -> None:
    """The older list of targets under the newer snapshot."""
    old = newest(scene.before / "metadata", "targets")
    shutil.copy(old, newest(scene.metadata, "targets"))


@attack("update_damaged")
def truncated(scene: Scene) -> None:
    archive = scene.archive()
    archive.write_bytes(archive.read_bytes()[:-1_000])


@attack("update_damaged")
def tampered(scene: Scene) -> None:
    archive = scene.archive()
    data = bytearray(archive.read_bytes())
    data[len(data) // 2] ^= 1
    archive.write_bytes(data)


@attack("update_damaged")
def endless(scene: Scene) -> None:
    """More than was signed."""
    archive = scene.archive()
    archive.write_bytes(archive.read_bytes() + bytes(5_000_000))


# --- and some more -----------------------------------------------------------------------------


@attack("update_older")
def older(scene: Scene) -> None:
    """A release maker's mistake: what is named as newest is the older one."""
    name = archive_name(OLD, PLATFORM)
    publish_index(scene, OLD, name)


@attack("update_older")
def the_same(scene: Scene) -> None:
    publish_index(scene, NEW, archive_name(NEW, PLATFORM))


@attack("update_source_lacks")
def missing_archive(scene: Scene) -> None:
    scene.archive().unlink()


@attack("update_source_lacks")
def emptied(scene: Scene) -> None:
    shutil.rmtree(scene.maker.repository.metadata)


@attack("update_unsigned")
def another_root(scene: Scene) -> None:
    """A new root by one who would like to be enough."""
    signer, root = new_signer(), newest_root(scene.maker.repository)
    root.signed.version += 1
    root.signed.add_key(signer.public_key, "root")
    root.signed.roles["root"].threshold = 1
    root.signatures.clear()
    root.sign(signer)
    root.to_file(str(scene.metadata / f"{root.signed.version}.root.json"))


@attack("update_mixed")
def nonsense(scene: Scene) -> None:
    """An index that is signed and says nothing."""
    publish(scene.maker.repository, scene.maker.keys, {INDEX: b'{"version": 3}'}, scene.maker.now)


@attack("update_fails_itself")
def another_inside(scene: Scene) -> None:
    """The program inside is not what it is called."""
    scene.maker.release("0.4.0", says="0.0.9")


@attack("update_archive")
def outside(scene: Scene) -> None:
    hostile(scene, tarfile.TarInfo("../../escaped"))


@attack("update_archive")
def link_outside(scene: Scene) -> None:
    info = tarfile.TarInfo("part")
    info.type, info.linkname = tarfile.SYMTYPE, "../../../escaped"
    hostile(scene, info)


@attack("update_archive")
def device(scene: Scene) -> None:
    info = tarfile.TarInfo("part")
    info.type = tarfile.CHRTYPE
    hostile(scene, info)


@attack("update_archive")
def bomb(scene: Scene) -> None:
    """More inside than its index says."""
    info = tarfile.TarInfo("part")
    info.size = 2_000_000
    hostile(scene, info)


# --- how ---------------------------------------------------------------------------------------


def newest(metadata: Path, role: str) -> Path:
    found = metadata.glob(f"*.{role}.json")
    return max(found, key=lambda file: int(file.name.partition(".")[0]))


def look_only(scene: Scene) -> None:
    """The client hears of 0.3.0 and does not bring it."""

    def stop(what: str, _done: int, _total: int) -> None:
        if what == "check":
            raise OperatorError("update_cancelled")

    try:
        bring(scene.installation, str(scene.maker.repository.folder), scene.maker.root, stop)
    except OperatorError as error:
        if error.code != "update_cancelled":
            raise


def publish_index(scene: Scene, version: str, name: str) -> None:
    archive = scene.archive()
    scene.maker.offer(version, name, archive, archive.stat().st_size)


def hostile(scene: Scene, info: tarfile.TarInfo) -> None:
    """A signed archive with such an entry: even the release maker's machine may be at fault."""
    archive = scene.folder / archive_name("0.4.0", PLATFORM)
    with tarfile.open(archive, "w:xz") as tar:
        tar.addfile(info, io.BytesIO(bytes(info.size)))
    scene.maker.offer("0.4.0", archive.name, archive, 1_000_000)
