"""The bundle built once more from the same tree: how many of its files are other ones."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure
from tests.benchmarks.install_built import BUNDLE, ROOT, package

AGAIN = ROOT / "build" / "again"


def contents(folder: Path) -> dict[str, str]:
    """What each file or link of it holds, by its path inside."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            with path.open("rb") as file:
                found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def install_again() -> Iterator[Figure]:
    """Baseline: how many files there are."""
    if package() is None:
        return
    begun = time.perf_counter()
    shutil.rmtree(AGAIN, ignore_errors=True)
    subprocess.run(
        ["bash", "packaging/build.sh"],
        cwd=ROOT,
        env=os.environ | {"OUT": str(AGAIN)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    one, two = contents(BUNDLE), contents(AGAIN / BUNDLE.name)
    names = one.keys() | two.keys()
    other = sorted(name for name in names if one.get(name) != two.get(name))
    for name in other:
        print(f"another file in the second build: {name}", file=sys.stderr)
    seconds = time.perf_counter() - begun
    yield Figure("install", "files_differ", len(other), "files", "lower", 2, seconds, len(names))
