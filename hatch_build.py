"""Puts resources/ and migrations/ inside the wheel, translations compiled."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = ("resources", "migrations")


def compile_translations(root: Path) -> None:
    """Write a .qm beside every .ts, with the lrelease that PySide6 brings."""
    import PySide6

    suffix = ".exe" if sys.platform == "win32" else ""
    lrelease = Path(PySide6.__file__).with_name(f"lrelease{suffix}")
    for source in sorted(root.glob("resources/translations/*.ts")):
        compiled = source.with_suffix(".qm")
        subprocess.run([lrelease, "-silent", source, "-qm", compiled], check=True)


class ShippedData(BuildHookInterface[Any]):
    """An editable install needs neither: it reads both folders in the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        compile_translations(root)
        for folder in SHIPPED:
            build_data["force_include"][str(root / folder)] = f"command_center/_data/{folder}"
