"""The built package, as the benches of the installed program find it."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
BUNDLE = DIST / "pusat-komando"


def package() -> Path | None:
    """The newest .deb; None, and a sentence, where none was built."""
    found = sorted(DIST.glob("pusat-komando_*.deb"), key=lambda path: path.stat().st_mtime)
    if not found or not BUNDLE.is_dir():
        print("There is no package in dist/: run `make package` first.", file=sys.stderr)
        return None
    return found[-1]
