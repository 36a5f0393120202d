"""The list of parts and the licences of a version for Windows, as packaging/supply writes them."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name
from supply.carried import carried
from supply.held import OURS, PYTHON, sha256
from supply.licences import licences
from supply.lock import Pinned, read_lock
from supply.natives import Native, table
from supply.sbom import Other, sbom

from command_center import __version__
from windows.archive import Refused
from windows.closure import windows
from windows.tree import SITE

LIST, TERMS, REPLACED = "pusat-komando.cdx.json", "THIRD-PARTY-LICENCES.txt", "replaced.json"
# Parts of these are in our launchers and in setup.exe.
TOOLS = ("mingw-w64-x86-64-dev", "nsis")
_KINDS = frozenset({".dll", ".exe", ".pyd"})
_VERSION = rb"\x00(3\.\d{1,2}\.\d{1,2})\x00"


@dataclass(frozen=True, slots=True)
class Parts:
    """`made`: by the path in the tree, how we made what is there in place of the wheel's."""

    tree: Path
    made: Mapping[str, str]
    system: Mapping[str, str]

    def write(self, lock: str, python: str, at: int) -> None:
        """Into the tree. `python`: "3.13"; `at` in seconds since 1970."""
        shipped = self._shipped()
        pinned = self._pinned(lock, python, shipped)
        whole = version_of(self.tree, python)
        natives = list(self.natives({**shipped, OURS: self._distributions()[OURS]}))
        names = table()
        if unnamed := [*names.unnamed(natives, {}), *names.textless()]:
            raise Refused("\n".join(unnamed))
        others = [Other(PYTHON, whole, "generic", "PSF-2.0")]
        for name, version in sorted(self.system.items()):
            others.append(Other(name, version, "deb", names.licence_of_package(name, ())))
        inside = carried(self.tree, natives, names, shipped)
        text = sbom(
            __version__,
            [(one, pinned[name]) for name, one in sorted(shipped.items())],
            others,
            inside,
            natives,
            at,
        )
        terms = licences(
            shipped.values(), others, inside, names, python_terms=self.tree / "LICENSE.txt"
        )
        (self.tree / LIST).write_text(text, encoding="utf-8")
        (self.tree / TERMS).write_text(terms, encoding="utf-8")
        told = json.dumps(dict(self.made), indent=1, sort_keys=True)
        (self.tree / REPLACED).write_text(f"{told}\n", encoding="utf-8")

    def natives(self, distributions: Mapping[str, metadata.Distribution]) -> Iterator[Native]:
        """Each library that is there and whose it is. Refused: not the one its wheel came with."""
        owners = {
            f"{SITE}/{file.as_posix()}": (name, file.hash.value if file.hash else "")
            for name, distribution in distributions.items()
            for file in distribution.files or ()
        }
        for path in sorted(self.tree.rglob("*")):
            if path.suffix.lower() not in _KINDS:
                continue
            place = path.relative_to(self.tree).as_posix()
            of_python = OURS if path.stem in {"command-center", OURS} else PYTHON
            owner, expected = owners.get(place, (of_python, ""))
            if place.startswith(f"{SITE}/") and owner == PYTHON:
                raise Refused(f"{place} is in no wheel's list.")
            found = sha256(path)
            if place not in self.made and expected and _in_record(found) != expected:
                raise Refused(f"{owner}: {place} is not the file that its wheel came with.")
            yield Native(place, found, owner, self.made.get(place, ""))

    def _distributions(self) -> dict[str, metadata.Distribution]:
        return {
            str(canonicalize_name(one.metadata["Name"])): one
            for one in metadata.distributions(path=[str(self.tree / SITE)])
        }

    def _shipped(self) -> dict[str, metadata.Distribution]:
        return {name: one for name, one in self._distributions().items() if name != OURS}

    def _pinned(
        self, lock: str, python: str, shipped: Mapping[str, metadata.Distribution]
    ) -> dict[str, Pinned]:
        environment = dict(windows(python))
        rows = {
            row.name: row
            for row in read_lock(lock)
            if not row.marker or Marker(row.marker).evaluate(environment)
        }
        for name, one in sorted(shipped.items()):
            if name not in rows or rows[name].version != one.version:
                raise Refused(f"{name} {one.version} is in the tree and not in the lock.")
        return rows


def version_of(tree: Path, python: str) -> str:
    """Of Python, as its library says it: "3.13.2"."""
    library = tree / f"python{python.replace('.', '')}.dll"
    said: set[str] = {match.decode() for match in re.findall(_VERSION, library.read_bytes())}
    found = sorted(version for version in said if version.startswith(f"{python}."))
    if len(found) != 1:
        raise Refused(f"{library.name} does not say which {python} it is.")
    return found[0]


def tools() -> dict[str, str]:
    """Versions of those whose parts go along, where this system knows them."""
    query = ["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *TOOLS]
    try:
        told = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return {}
    return dict(line.split(" ", 1) for line in told.splitlines() if " " in line)


def _in_record(digest: str) -> str:
    return base64.urlsafe_b64encode(bytes.fromhex(digest)).rstrip(b"=").decode()
