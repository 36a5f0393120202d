"""What a source offers, as far as the release maker's signatures vouch for it (TUF).

A small signed file of each platform names its newest release; the archive it names is a target of
its own. All trust starts at one `root.json`, which came with the program or was put beside it.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import TargetFile
from tuf.ngclient import Updater

from command_center.domain.errors import OperatorError
from command_center.runtime.paths import resources_dir
from command_center.updates.installation import Installation, demand_version, open_folder
from command_center.updates.news import News, news_of
from command_center.updates.source import Fetcher, Source, Told

MOST_INDEX_BYTES = 16_384
MOST_UNPACKED_BYTES = 3 << 30
# Asked in this order: the first that fits is what went wrong.
_FAULTS: tuple[tuple[type[Exception], str], ...] = (
    (ExpiredMetadataError, "update_expired"),
    (UnsignedMetadataError, "update_unsigned"),
    (BadVersionNumberError, "update_rolled_back"),
    (LengthOrHashMismatchError, "update_damaged"),
    (DownloadLengthMismatchError, "update_damaged"),
    (DownloadHTTPError, "update_source_lacks"),
    (DownloadError, "update_source_silent"),
    (RepositoryError, "update_mixed"),
)


class Release(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`schema` is the newest of the room's database that it reads; `unpacked` is in bytes."""

    version: str
    file: str
    schema: str
    unpacked: int


class Catalogue:
    """One look at a source; what was seen of it is kept in `state`, so that an older one is known
    as older the next time."""

    def __init__(self, source: Source, root: bytes, state: Path, told: Told) -> None:
        self._source = source
        self.told = told
        metadata = state / "metadata"
        with _meaning(source), _kept(metadata):
            open_folder(state)
            metadata.mkdir(exist_ok=True)
            fetcher = Fetcher(source, self._count, state)
            self._updater = Updater(
                str(metadata),
                f"{source.base}metadata/",
                target_base_url=f"{source.base}targets/",
                fetcher=fetcher,
                bootstrap=root,
            )
            self._updater.refresh()
        self._state = state
        self.news: News | None = None

    def newest(self) -> Release:
        """What the source offers this platform; its `news` is what is said of it. OperatorError if
        nothing, or nothing sane."""
        name = f"newest-{platform_name()}.json"
        target = self._target(name)
        if target is None or target.length > MOST_INDEX_BYTES:
            raise OperatorError("update_not_for_us", platform=platform_name())
        kept = self._state / "newest.json"
        with _kept(self._state):
            self._fetch(target, kept)
            told = kept.read_bytes()
        try:
            release = msgspec.json.decode(told, type=Release)
        except msgspec.MsgspecError as error:
            raise OperatorError("update_mixed", source=self._source.shown) from error
        demand_version(release.version)
        if not 0 < release.unpacked <= MOST_UNPACKED_BYTES:
            raise OperatorError("update_mixed", source=self._source.shown)
        self.news = news_of(target.custom)
        return release

    def size(self, release: Release) -> int:
        """Of its archive, in bytes."""
        return self._archive(release).length

    def bring(self, release: Release, to: Path) -> None:
        """The archive as it was signed; nothing else ever stands at `to`."""
        self._fetch(self._archive(release), to)

    def _count(self, count: int) -> None:
        self.told(count)

    def _archive(self, release: Release) -> TargetFile:
        target = self._target(release.file)
        if target is None:
            raise OperatorError("update_mixed", source=self._source.shown)
        return target

    def _target(self, name: str) -> TargetFile | None:
        with _meaning(self._source):
            return self._updater.get_targetinfo(name)

    def _fetch(self, target: TargetFile, to: Path) -> None:
        part = to.with_name(f".{to.name}.part")
        with _meaning(self._source):
            self._updater.download_target(target, str(part))
        part.replace(to)


def platform_name() -> str:
    machine = platform.machine().lower().replace("amd64", "x86_64")
    return f"{'windows' if sys.platform == 'win32' else 'linux'}-{machine}"


def trusted_root(installation: Installation | None) -> bytes:
    """Whose signatures count: what an administrator put beside the versions, else what came with
    the program. OperatorError("update_no_root") for a program that was built without,
    ("update_root_unreadable") where what was put there cannot be read: nothing else counts then."""
    places = [resources_dir() / "updates" / "root.json"]
    if installation is not None:
        places.insert(0, installation.state / "root.json")
    for place in places:
        try:
            return place.read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise OperatorError(
                "update_root_unreadable", file=place, reason=error.strerror
            ) from error
    raise OperatorError("update_no_root")


@contextmanager
def _meaning(source: Source) -> Iterator[None]:
    """What TUF refuses, as something a person can act on."""
    try:
        yield
    except (RepositoryError, DownloadError) as error:
        code = next(code for kind, code in _FAULTS if isinstance(error, kind))
        raise OperatorError(code, source=source.shown) from error


@contextmanager
def _kept(folder: Path) -> Iterator[None]:
    """Of a torn or foreign local copy TUF says what it would say of the source."""
    try:
        yield
    except OSError as error:
        raise OperatorError("update_state", folder=folder, reason=error.strerror) from error
