"""Wheels for 64-bit Windows, each by a hash of the lock, from wherever pip takes its files."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from email.parser import BytesParser
from pathlib import Path

from packaging.utils import canonicalize_name, parse_wheel_filename

from windows.archive import Refused
from windows.closure import Pin


@dataclass(frozen=True, slots=True)
class Wheels:
    """`python`: "3.13"."""

    folder: Path
    pins: Mapping[str, Pin]
    python: str

    def requires_of(self, names: Collection[str]) -> dict[str, Sequence[str]]:
        if unlocked := sorted(set(names) - self.pins.keys()):
            raise Refused(f"requirements.lock does not name: {', '.join(unlocked)}.")
        if names:
            self._download([self.pins[name] for name in sorted(names)])
        return {name: _requires(self.path_of(name)) for name in names}

    def path_of(self, name: str) -> Path:
        pin = self.pins[name]
        for path in self.folder.glob("*.whl"):
            found, version, _, _ = parse_wheel_filename(path.name)
            if canonicalize_name(found) == name and str(version) == pin.version:
                return path
        raise Refused(f"There is no wheel of {name} {pin.version} for Windows.")

    def _download(self, pins: Sequence[Pin]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        wanted = self.folder / "wanted.txt"
        wanted.write_text("".join(f"{pin.line()}\n" for pin in pins), encoding="utf-8")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "--quiet"),
                *("--disable-pip-version-check", "--no-deps", "--require-hashes"),
                *("--only-binary=:all:", "--platform", "win_amd64"),
                *("--python-version", self.python, "--find-links", self.folder),
                *("--dest", self.folder, "--requirement", wanted),
            ],
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Refused(f"pip could not fetch the wheels:\n{done.stderr.strip()}")


def _requires(wheel: Path) -> Sequence[str]:
    with zipfile.ZipFile(wheel) as archive:
        (entry,) = (
            name
            for name in archive.namelist()
            if name.count("/") == 1 and name.endswith(".dist-info/METADATA")
        )
        return BytesParser().parsebytes(archive.read(entry)).get_all("Requires-Dist", [])
