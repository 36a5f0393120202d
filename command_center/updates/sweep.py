"""Takes away what a killed update left and versions that nobody goes back to."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from command_center.updates.installation import Installation


def sweep(installation: Installation, keep: set[str]) -> None:
    """All versions but those to `keep`; one that still runs goes another time."""
    for version in installation.installed():
        if version not in keep and not in_use(installation.folder(version)):
            with suppress(OSError):
                set_aside(installation.folder(version))
    for entry in installation.versions.iterdir():
        if entry.name.endswith(".part"):
            if entry.is_dir():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink()
    (installation.root / ".current.new").unlink(missing_ok=True)


def set_aside(version: Path) -> Path:
    """By one rename, so that what is deleted half is nobody's version; its new name. OSError."""
    aside = version.with_name(f".{version.name}.old.part")
    shutil.rmtree(aside, ignore_errors=True)
    return version.rename(aside)


if sys.platform == "win32":

    def in_use(version: Path) -> bool:
        """What runs cannot be deleted; its Python goes first, and nothing else if it stays."""
        try:
            (version / "python.exe").unlink(missing_ok=True)
        except OSError:
            return True
        return False

else:

    def in_use(version: Path) -> bool:
        """As far as this account may see; an administrator sees every program."""
        folder = version.resolve()
        return any(folder in program.parents for program in _programs())

    def _programs() -> Iterator[Path]:
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it ended, or is another account's
                yield (process / "exe").readlink()
