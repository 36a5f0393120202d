"""Which directories a city has, and the access to them that was granted to this machine.

A preset (cameras.toml of the city's pack) knows the shape of a directory and whose it is, never an
address that is asked. The access is entered by the administrator: directories.toml beside the
settings, its key in the keyring.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import tomlkit

from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.runtime.files import write_private
from command_center.runtime.paths import config_dir

FILE = "directories.toml"
PRESETS = "cameras.toml"
MAX_NAME = 100
EVERY_S = 10


@dataclass(frozen=True, slots=True)
class Preset:
    """`name` is what `Camera.directory` says. `portal` and `portal_hosts` are facts to read, never
    asked. `mapping` is a shipped one."""

    name: str
    title: str
    owner: str
    mapping: str
    portal: str = ""
    portal_hosts: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Access:
    """What was granted. `url` answers the list, `streams` is the base of its streams' addresses
    and `stream_hosts` where else they may come from; `key_header` "" sends no key; `ca_file` holds
    certificates to trust beside the machine's own; `every_s` is the least time between two
    questions; `mapping` and `title` replace the preset's or stand for a directory that has none."""

    enabled: bool = False
    url: str = ""
    streams: str = ""
    stream_hosts: tuple[str, ...] = ()
    key_header: str = ""
    ca_file: str = ""
    every_s: int = EVERY_S
    mapping: str = ""
    title: str = ""
    owner: str = ""

    @property
    def hosts(self) -> frozenset[str]:
        """Where streams may come from."""
        named = {urlsplit(address).hostname or "" for address in (self.url, self.streams)}
        return frozenset({*named, *(host.lower().rstrip(".") for host in self.stream_hosts)} - {""})


@dataclass(frozen=True, slots=True)
class Directory:
    """A preset, or what the administrator added himself, with this machine's access to it."""

    preset: Preset
    access: Access = field(default_factory=Access)

    @property
    def is_open(self) -> bool:
        """Whether it may be asked at all."""
        return self.access.enabled and bool(self.access.url)


def load_presets(pack: Path) -> tuple[Preset, ...]:
    """Of a city's pack; none when it has no file of them. OperatorError "directory_settings"."""
    path = pack / PRESETS
    if not path.is_file():
        return ()
    table = _read(path)
    try:
        return tuple(_preset(entry) for entry in table["directory"])
    except (KeyError, TypeError) as error:
        raise OperatorError("directory_settings", file=path.name, reason=str(error)) from error


def _preset(entry: Mapping[str, Any]) -> Preset:
    hosts = tuple(str(host) for host in entry.get("portal_hosts", ()))
    texts = {f.name: str(entry[f.name]) for f in fields(Preset) if f.name in entry}
    return Preset(**{**texts, "portal_hosts": hosts})  # type: ignore[arg-type]


def access_path(kind: RoomKind) -> Path:
    """Exercises have a file of their own."""
    return config_dir() / (FILE if kind is RoomKind.LIVE else f"{kind.value}-{FILE}")


def load_accesses(kind: RoomKind) -> dict[str, Access]:
    """{directory name: access} of this machine. OperatorError "directory_settings"."""
    path = access_path(kind)
    if not path.is_file():
        return {}
    return {name[:MAX_NAME]: _access(path, name, table) for name, table in _read(path).items()}


def save_access(kind: RoomKind, name: str, access: Access) -> None:
    """Keep it beside the others and their comments. OSError: the file is as it was."""
    path = access_path(kind)
    document = (
        tomlkit.parse(path.read_text(encoding="utf-8")) if path.is_file() else tomlkit.document()
    )
    table = tomlkit.table()
    for f in fields(Access):
        value = getattr(access, f.name)
        if value != f.default:
            table[f.name] = list(value) if isinstance(value, tuple) else value
    document[name] = table
    write_private(path, tomlkit.dumps(document))


def directories(presets: tuple[Preset, ...], accesses: Mapping[str, Access]) -> list[Directory]:
    """The city's, then what this machine adds."""
    found = [Directory(preset, accesses.get(preset.name, Access())) for preset in presets]
    named = {preset.name for preset in presets}
    for name, access in accesses.items():
        if name not in named:
            preset = Preset(name, access.title or name, access.owner, access.mapping)
            found.append(Directory(preset, access))
    return found


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OperatorError("directory_settings", file=path.name, reason=str(error)) from error


def _access(path: Path, name: str, table: object) -> Access:
    kinds = {f.name: type(f.default) for f in fields(Access)}
    values: dict[str, Any] = {}
    for option, value in table.items() if isinstance(table, dict) else ():
        given = tuple(value) if isinstance(value, list) else value
        if option not in kinds or type(given) is not kinds[option]:
            reason = f"[{name}] {option}"
            raise OperatorError("directory_settings", file=path.name, reason=reason)
        values[option] = given
    return Access(**values)
