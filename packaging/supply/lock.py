"""requirements.lock: what may be installed, and whether that is what is installed.

usage: PYTHONPATH=packaging python -m supply.lock requirements.lock
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)\s*(?:;\s*([^\\]+?))?\s*\\?$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Pinned:
    """`sha256` of every file of it that may be installed; `marker` "" = everywhere."""

    name: str
    version: str
    marker: str
    sha256: tuple[str, ...]

    def applies(self) -> bool:
        return not self.marker or Marker(self.marker).evaluate()


def read_lock(text: str) -> list[Pinned]:
    """ValueError names a line that is neither a version nor a hash."""
    rows: list[tuple[str, str, str, list[str]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if found := _PINNED.match(line):
            name, version, marker = found.groups()
            rows.append((str(canonicalize_name(name)), version, marker or "", []))
        elif (found := _HASH.search(line)) and rows:
            rows[-1][3].append(found.group(1))
        else:
            raise ValueError(f"requirements.lock, line {number}: not understood")
    return [Pinned(name, version, marker, tuple(sums)) for name, version, marker, sums in rows]


def pinned_here(rows: Iterable[Pinned]) -> dict[str, Pinned]:
    """By canonical name, those of this system and this Python."""
    return {row.name: row for row in rows if row.applies()}


def differences(rows: Iterable[Pinned], installed: dict[str, str]) -> list[str]:
    """A sentence for each that is missing or of another version; `installed` by canonical name."""
    said = []
    for name, row in sorted(pinned_here(rows).items()):
        have = installed.get(name)
        if have != row.version:
            said.append(f"{name}: {row.version} in requirements.lock, {have or 'none'} installed")
    return said


def installed() -> dict[str, str]:
    return {str(canonicalize_name(d.metadata["Name"])): d.version for d in metadata.distributions()}


def main() -> int:
    rows = read_lock(Path(sys.argv[1]).read_text(encoding="utf-8"))
    said = differences(rows, installed())
    for sentence in said:
        sys.stderr.write(f"{sentence}\n")
    return 4 if said else 0


if __name__ == "__main__":
    sys.exit(main())
