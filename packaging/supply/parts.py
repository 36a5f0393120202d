"""Writes the list of parts and their licences of a bundle.

usage: PYTHONPATH=packaging python -m supply.parts BUNDLE ORIGINS LOCK FOLDER

BUNDLE is the folder with _internal, ORIGINS the JSON object {path in the bundle or "module NAME":
source file} that its builder wrote. Writes pusat-komando.cdx.json and THIRD-PARTY-LICENCES.txt into
FOLDER. Ends with status 4 where a file is not the one that was installed, a part is not in the
lock, or a library stands in no table of libraries.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from command_center import __version__
from supply.carried import carried
from supply.held import OURS, PYTHON, Holding, held, sha256
from supply.licences import licences, without_terms
from supply.lock import Pinned, pinned_here, read_lock
from supply.natives import Native, Table, table
from supply.sbom import Other, sbom

ROOT = Path(__file__).resolve().parents[2]
TOOLS = {"pyinstaller", "pyinstaller-hooks-contrib"}
MODULE = "module "
STARTER = "command-center"
REPLACED = "replaced.json"
NATIVE = (".so", ".dll", ".pyd", ".exe")


@dataclass(frozen=True, slots=True)
class Bundle:
    folder: Path
    holding: Holding
    table: Table
    libraries: list[Native]

    def others(self) -> Iterator[Other]:
        yield Other(PYTHON, platform.python_version(), "generic", "PSF-2.0")
        for name, version in sorted(self.holding.system.items()):
            licence = self.table.licence_of_package(name, self.libraries)
            yield Other(name, version, "deb", licence)


def natives(bundle: Path, holding: Holding) -> Iterator[Native]:
    """Each library that is really there, and of those that were replaced, by what; and the program
    that starts it all."""
    yield Native(STARTER, sha256(bundle / STARTER), "pyinstaller")
    inside = bundle / "_internal"
    told = inside / REPLACED
    made = json.loads(told.read_text(encoding="utf-8")) if told.is_file() else {}
    for path in sorted(inside.rglob("*")):
        if path.is_symlink() or not path.is_file() or not set(path.suffixes) & set(NATIVE):
            continue
        target = path.relative_to(inside).as_posix()
        yield Native(target, sha256(path), holding.owners.get(target, OURS), made.get(target, ""))


def main() -> int:
    bundle, origins, lock, folder = (Path(word) for word in sys.argv[1:5])
    inside = bundle / "_internal"
    came = {
        target: source
        for target, source in json.loads(origins.read_text(encoding="utf-8")).items()
        if target.startswith(MODULE) or (inside / target).exists()
    }
    holding = held(came, ROOT)
    pinned = pinned_here(read_lock(lock.read_text(encoding="utf-8")))
    faults = holding.changed + [
        f"{name}: in the bundle and not in {lock.name}"
        for name in sorted(holding.distributions)
        if name not in pinned and name != OURS
    ]
    names = table()
    libraries = list(natives(bundle, holding))
    faults += [*names.unnamed(libraries, holding.system), *names.textless()]
    faults += without_terms(holding.system)
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    if faults:
        return 4
    _write(Bundle(bundle, holding, names, libraries), pinned, folder)
    return 0


def _write(bundle: Bundle, pinned: dict[str, Pinned], folder: Path) -> None:
    distributions = bundle.holding.distributions
    shipped = {name: one for name, one in distributions.items() if name not in {OURS, *TOOLS}}
    others = list(bundle.others())
    inside = carried(bundle.folder / "_internal", bundle.libraries, bundle.table, shipped)
    text = sbom(
        __version__,
        [(one, pinned[name]) for name, one in sorted(shipped.items())],
        others,
        inside,
        bundle.libraries,
        int(os.environ.get("SOURCE_DATE_EPOCH", "0")),
    )
    (folder / "pusat-komando.cdx.json").write_text(text, encoding="utf-8")
    terms = licences(shipped.values(), others, inside, bundle.table)
    (folder / "THIRD-PARTY-LICENCES.txt").write_text(terms, encoding="utf-8")
    print(f"      {len(shipped)} distributions, {len(inside)} within them, {len(others)} others")


if __name__ == "__main__":
    sys.exit(main())
