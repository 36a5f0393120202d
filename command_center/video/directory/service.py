"""The directories of one room: which there are, and what one of them would change."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from command_center.domain.errors import OperatorError
from command_center.domain.room import Camera, RoomKind
from command_center.geo.city import CityPack
from command_center.runtime.paths import data_dir, resources_dir
from command_center.runtime.secrets import directory_key
from command_center.video.directory.access import (
    Directory,
    directories,
    load_accesses,
    load_presets,
)
from command_center.video.directory.diff import AreaAt, DirectoryDiff, compare
from command_center.video.directory.entries import parse_directory
from command_center.video.directory.mapping import DirectoryMapping, load_mapping
from command_center.video.directory.memory import Memory
from command_center.video.policy import LOOPBACK, StreamPolicy

SUFFIX = ".toml"


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a directory found. `unchanged`: it said that its list is the one that was
    heard the last time; the room may still differ from it."""

    directory: Directory
    diff: DirectoryDiff
    unchanged: bool


class Directories:
    """Of a kind of room in a city, as this machine's settings say at the moment they are asked."""

    def __init__(self, kind: RoomKind, city: CityPack) -> None:
        self._kind = kind
        self._pack = resources_dir() / "packs" / city.id
        self._area_at = area_finder(city)
        self._folder = data_dir() / "directories" / kind.value

    def all(self) -> list[Directory]:
        """As the settings say now. OperatorError "directory_settings" says what is wrong there."""
        return directories(load_presets(self._pack), load_accesses(self._kind))

    def named(self, name: str) -> Directory:
        """OperatorError "directory_unknown"."""
        for directory in self.all():
            if directory.preset.name == name:
                return directory
        raise OperatorError("directory_unknown", name=name)

    def look(self, name: str, cameras: Sequence[Camera], cancel: threading.Event) -> Look:
        """Ask a directory and compare; changes nothing. Waits: worker threads only.

        `cameras` are all of the room's. OperatorError names what is wrong.
        """
        directory = self.named(name)
        access, preset = directory.access, directory.preset
        if not directory.is_open:
            raise OperatorError("directory_off", name=preset.title)
        mapping = find_mapping(access.mapping or preset.mapping)
        memory = Memory(self._folder, name, access.url)
        # The client of the web is a tenth of a second of the start of a window that asks nobody.
        from command_center.video.directory.fetch import Question, ask  # noqa: PLC0415

        question = Question(
            url=access.url,
            mapping=mapping,
            key_header=access.key_header,
            key=self._key(directory),
            ca_file=access.ca_file,
            every_s=access.every_s,
        )
        answer = ask(question, memory, self._policy(directory), cancel)
        base = access.streams or urljoin(access.url, "/")
        parsed = parse_directory(answer.body, mapping, base=base, hosts=access.hosts)
        owner = access.owner or preset.owner
        diff = compare(name, parsed, cameras, self._area_at, owner=owner)
        return Look(directory, diff, unchanged=not answer.changed)

    def _key(self, directory: Directory) -> str:
        """It goes into a header as it is, so nothing that would begin another one."""
        if not directory.access.key_header:
            return ""
        key = directory_key(directory.preset.name, self._kind.value)
        if not key:
            raise OperatorError("directory_key_missing", name=directory.preset.title)
        if not (key.isascii() and key.isprintable()):
            raise OperatorError("directory_key_unusable", name=directory.preset.title)
        return key

    def _policy(self, directory: Directory) -> StreamPolicy:
        """Only the host that was entered; in an exercise only this machine."""
        if self._kind is RoomKind.EXERCISE:
            return StreamPolicy(frozenset({"localhost"}), LOOPBACK)
        return StreamPolicy.for_hosts(directory.access.hosts)


def area_finder(city: CityPack) -> AreaAt:
    """The kelurahan of a point by the city's boundaries."""

    def area_at(lat: float, lon: float) -> str | None:
        hit = city.area_at(lat, lon)
        return hit.code if hit else None

    return area_at


def find_mapping(name: str) -> DirectoryMapping:
    """A shipped one by name, else a file. OperatorError mapping_missing, directory_mapping."""
    shipped = resources_dir() / "directories" / f"{Path(name).name}{SUFFIX}"
    if name and shipped.is_file():
        return load_mapping(shipped)
    if not name or not Path(name).is_file():
        raise OperatorError("mapping_missing", name=name)
    return load_mapping(Path(name))


def try_file(
    data: bytes, mapping: DirectoryMapping, city: CityPack, base: str = ""
) -> DirectoryDiff:
    """What a sample of a directory would bring to an empty room; asks nobody."""
    parsed = parse_directory(data, mapping, base=base)
    return compare(mapping.name, parsed, (), area_finder(city))
