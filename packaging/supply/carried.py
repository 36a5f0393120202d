"""What a bundle carries within its files: libraries of others, each with version and licence.

Their versions are what the files, their names or the wheels' own lists of parts say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from packageurl import PackageURL

from supply.natives import Native, Part, Table

# Lists by the tool that copies libraries beside a wheel's modules; others tell what is compiled in.
COPIES = "auditwheel"


@dataclass(frozen=True, slots=True)
class Brought:
    """A line of a list of parts that a wheel brought; `licence` "" where it says none."""

    name: str
    version: str
    url: PackageURL
    licence: str
    copied: bool


@dataclass(slots=True)
class Carried:
    """`version` "" where nothing says it; `files` of the bundle that hold it."""

    name: str
    version: str
    url: PackageURL
    licence: str
    home: str = ""
    files: list[str] = field(default_factory=list)


def brought(distribution: metadata.Distribution) -> Iterator[Brought]:
    """What the lists in its dist-info say, less the distribution itself."""
    for file in sorted(distribution.files or (), key=str):
        if file.parent.name == "sboms" and file.suffix == ".json":
            text = Path(str(distribution.locate_file(file))).read_text(encoding="utf-8")
            for row in json.loads(text).get("components", []):
                url = PackageURL.from_string(row["purl"])
                if url.type != "pypi":
                    yield _brought(row, url, file.name.startswith(COPIES))


def _brought(row: dict[str, Any], url: PackageURL, copied: bool) -> Brought:
    """Without where its maker had it from."""
    plain = PackageURL(url.type, url.namespace, url.name, url.version)
    said = [
        one.get("expression") or one["license"].get("id") or one["license"].get("name", "")
        for one in row.get("licenses") or []
    ]
    return Brought(row["name"], row["version"], plain, " AND ".join(said), copied)


def compiled_in(distributions: Mapping[str, metadata.Distribution]) -> Iterator[Carried]:
    """What the wheels themselves say is compiled into their modules."""
    for name, distribution in sorted(distributions.items()):
        for one in brought(distribution):
            if not one.copied:
                yield Carried(one.name, one.version, one.url, one.licence, files=[name])


def carried(
    folder: Path,
    natives: Iterable[Native],
    table: Table,
    distributions: Mapping[str, metadata.Distribution],
) -> list[Carried]:
    """One for each part and version, by name. `folder` = what the natives' paths begin at."""
    copies = {
        (name, one.name): one
        for name, distribution in distributions.items()
        for one in brought(distribution)
        if one.copied
    }
    found: dict[str, Carried] = {}
    for part, group in _groups(natives, table):
        for version, url, files in _versions(folder, part, group, copies):
            one = Carried(part.name, version, url, part.licence, part.home)
            found.setdefault(url.to_string(), one).files.extend(files)
    for one in compiled_in(distributions):
        found.setdefault(one.url.to_string(), one)
    return sorted(found.values(), key=lambda one: (one.name, one.version))


def _groups(natives: Iterable[Native], table: Table) -> Iterator[tuple[Part, list[Native]]]:
    """Each part with its files of one folder: they are of one version as a rule."""
    groups: dict[tuple[str, str], list[Native]] = {}
    parts: dict[str, Part] = {}
    for native in natives:
        for part in table.parts_of(native):
            parts[part.name] = part
            folder = native.name.partition("/")[0] if "/" in native.name else ""
            groups.setdefault((part.name, folder), []).append(native)
    for (name, _), group in sorted(groups.items()):
        yield parts[name], group


def _versions(
    folder: Path, part: Part, group: list[Native], copies: Mapping[tuple[str, str], Brought]
) -> Iterator[tuple[str, PackageURL, list[str]]]:
    """Version, name for machines and files: of all where one version is told, else of each."""
    if known := copies.get((group[0].source, part.brought)):
        yield known.version, known.url, [one.path for one in group]
        return
    said = {one.path: part.says(folder / one.path) for one in group}
    if len(told := set(said.values()) - {""}) == 1:
        said = dict.fromkeys(said, told.pop())
    for version in sorted(set(said.values())):
        files = [path for path, own in said.items() if own == version]
        yield version, PackageURL("generic", None, part.name, version or None), files
