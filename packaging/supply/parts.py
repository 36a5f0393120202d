"""Writes the list of parts and their licences of a bundle.

usage: PYTHONPATH=packaging python -m supply.parts BUNDLE ORIGINS LOCK FOLDER

BUNDLE is the folder with _internal, ORIGINS the JSON object {path in the bundle or "module NAME":
source file} that its builder wrote. Writes pusat-komando.cdx.json and THIRD-PARTY-LICENCES.txt into
FOLDER. Ends with status 4 where a file is not the one that was installed, or a part is not in the
lock.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from command_center import __version__
from supply.held import OURS, PYTHON, Holding, held, sha256
from supply.licences import licences
from supply.lock import Pinned, pinned_here, read_lock
from supply.sbom import Native, sbom

ROOT = Path(__file__).resolve().parents[2]
TOOLS = {"pyinstaller", "pyinstaller-hooks-contrib"}
MODULE = "module "
REPLACED = "replaced.json"
NATIVE = (".so", ".dll", ".pyd", ".exe")


def natives(bundle: Path, holding: Holding) -> Iterator[Native]:
    """Each library that is really there, and of those that were replaced, by what."""
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
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    if faults:
        return 4
    _write(bundle, holding, pinned, folder)
    return 0


def _write(bundle: Path, holding: Holding, pinned: dict[str, Pinned], folder: Path) -> None:
    shipped = {
        name: one for name, one in holding.distributions.items() if name not in {OURS, *TOOLS}
    }
    version = platform.python_version()
    others = [(PYTHON, version, "generic")]
    others += [(name, number, "deb") for name, number in sorted(holding.system.items())]
    text = sbom(
        __version__,
        [(one, pinned[name]) for name, one in sorted(shipped.items())],
        others,
        natives(bundle, holding),
        int(os.environ.get("SOURCE_DATE_EPOCH", "0")),
    )
    (folder / "pusat-komando.cdx.json").write_text(text, encoding="utf-8")
    terms = licences(shipped.values(), holding.system, version)
    (folder / "THIRD-PARTY-LICENCES.txt").write_text(terms, encoding="utf-8")
    print(f"      {len(shipped)} distributions, {len(others)} others")


if __name__ == "__main__":
    sys.exit(main())
