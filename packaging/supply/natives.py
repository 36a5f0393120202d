"""What the native libraries of a bundle are, by natives.toml and system.toml beside this file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any

HERE = Path(__file__).parent
TEXTS = HERE / "texts"
COMMON = Path("/usr/share/common-licenses")
SITE = "site-packages/"
_STAMP = re.compile("FileVersion\0".encode("utf-16-le") + rb"(?:\0\0)*((?:[ -~]\0)+)")


@dataclass(frozen=True, slots=True)
class Native:
    """A library file of the bundle. `source` = whose it is; `made` "" or how we made it."""

    path: str
    sha256: str
    source: str
    made: str = ""

    @property
    def name(self) -> str:
        """As the tables write it."""
        return self.path.removeprefix(SITE)

    @property
    def is_module(self) -> bool:
        """Python imports it, so that it is its distribution's own."""
        name = PurePosixPath(self.name)
        library = name.name.startswith("lib") or name.parent.name.endswith(".libs")
        named = name.suffix == ".pyd" or ".cpython-" in name.name
        return named or (name.suffix == ".so" and not library)


@dataclass(frozen=True, slots=True)
class Part:
    """A line of natives.toml; what its fields mean stands there."""

    name: str
    licence: str
    home: str
    files: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    version: str = ""
    named: str = ""
    brought: str = ""
    stamped: bool = False

    def says(self, path: Path) -> str:
        """Its version as this file tells it; "" where it does not."""
        if self.named and (found := re.search(self.named, path.name)):
            return found.group(1)
        data = path.read_bytes() if self.version or self.stamped else b""
        if self.version and (told := re.search(self.version.encode(), data)):
            first, *more = (group.decode() for group in told.groups())
            return ".".join([first, *(str(int(number)) for number in more)])
        if self.stamped and (stamp := _STAMP.search(data)):
            return stamp.group(1).decode("utf-16-le").split()[0]
        return ""


@dataclass(frozen=True, slots=True)
class Table:
    """`own`: files that are their wheel's own; `system`: licence and files, by line; of
    distributions, by name, the licence and the texts that they leave out."""

    parts: tuple[Part, ...]
    own: tuple[str, ...]
    system: tuple[tuple[str, tuple[str, ...]], ...]
    distributions: Mapping[str, str]
    further: Mapping[str, list[str]]

    def parts_of(self, native: Native) -> list[Part]:
        return [part for part in self.parts if _matches(native.name, part.files)]

    def licence_of_system(self, native: Native) -> str:
        """ "" where the table has none."""
        found = (licence for licence, files in self.system if _matches(native.name, files))
        return next(found, "")

    def licence_of_package(self, name: str, natives: Iterable[Native]) -> str:
        """Of a package of the system, by the files that are here of it."""
        told = {part.licence for part in self.parts if name in part.packages}
        told |= {self.licence_of_system(one) for one in natives if one.source == name}
        return " AND ".join(sorted(told - {""}))

    def unnamed(self, natives: Iterable[Native], system: Mapping[str, str]) -> Iterator[str]:
        """A sentence for each library that stands in no table."""
        for one in natives:
            if one.made or one.is_module:
                continue
            if one.source in system:
                if not self.licence_of_system(one):
                    yield f"{one.path}: no licence in packaging/supply/system.toml"
            elif not self.parts_of(one) and not _matches(one.name, self.own):
                yield f"{one.path}: whose it is stands nowhere in packaging/supply/natives.toml"

    def textless(self) -> Iterator[str]:
        """A sentence for each text that is named and that nobody has."""
        named = [name for part in self.parts for name in part.texts]
        named += [name for names in self.further.values() for name in names]
        files = {TEXTS / f"{name}.txt" for name in named}
        files |= {COMMON / name for part in self.parts for name in part.common}
        yield from (f"{path} is missing" for path in sorted(files) if not path.is_file())


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _part(row: dict[str, Any]) -> Part:
    told: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    return Part(**told)


def table() -> Table:
    told = tomllib.loads((HERE / "natives.toml").read_text(encoding="utf-8"))
    system = tomllib.loads((HERE / "system.toml").read_text(encoding="utf-8"))["system"]
    return Table(
        parts=tuple(_part(row) for row in told["part"]),
        own=tuple(name for row in told["own"] for name in row["files"]),
        system=tuple((row["licence"], tuple(row["files"])) for row in system),
        distributions=told["distributions"],
        further=told["further"],
    )
