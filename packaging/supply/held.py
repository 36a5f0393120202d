"""What a bundle really holds: whose each of its files is.

PyInstaller's record says where each file came from; the distributions' own records say whose that
was and what its bytes were. What no distribution owns came from Python or from the system.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from packaging.utils import canonicalize_name

PYTHON = "python"
OURS = "pusat-komando"


@dataclass(slots=True)
class Holding:
    """`distributions` by canonical name; `system` = packages of this system by name, each with
    its version; `owners` = for each file of the bundle, by its path there, whose it is."""

    distributions: dict[str, metadata.Distribution] = field(default_factory=dict)
    system: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def held(origins: dict[str, str], root: Path) -> Holding:
    """`origins` as the bundle's builder wrote them, `root` = our own tree."""
    by_file = _owned_files()
    holding = Holding()
    system: dict[str, str] = {}
    for target, source in sorted(origins.items()):
        path = Path(source).resolve() if Path(source).is_absolute() else root / source
        owner = by_file.get(str(path))
        if owner is not None:
            distribution, sum256 = owner
            name = str(canonicalize_name(distribution.metadata["Name"]))
            holding.distributions[name] = distribution
            if sum256 and not source.endswith(".py") and _digest(path) != sum256:
                holding.changed.append(f"{name}: {path.name} is not the file that was installed")
        else:
            name = _whose(path, root, system)
        holding.owners[target] = name
    holding.system = system
    return holding


def _digest(path: Path) -> str:
    return base64.urlsafe_b64encode(bytes.fromhex(sha256(path))).rstrip(b"=").decode()


def _owned_files() -> dict[str, tuple[metadata.Distribution, str]]:
    """By the path of an installed file: its distribution and its SHA-256 as the wheel said."""
    found = {}
    for distribution in metadata.distributions():
        for file in distribution.files or ():
            path = str(Path(str(distribution.locate_file(file))).resolve())
            found[path] = (distribution, file.hash.value if file.hash else "")
    return found


def _whose(path: Path, root: Path, system: dict[str, str]) -> str:
    if path.is_relative_to(root) and ".venv" not in path.parts:
        return OURS
    if path.is_relative_to(Path(sys.base_prefix).resolve()) and sys.base_prefix != "/usr":
        return PYTHON
    package = _system_package(path)
    if package is None:
        return PYTHON
    name, version = package
    system[name] = version
    return name


def _system_package(path: Path) -> tuple[str, str] | None:
    """Debian's name and version; None where it does not know the file."""
    for known in (str(path), str(path).removeprefix("/usr")):
        run = subprocess.run(["dpkg", "-S", known], capture_output=True, text=True, check=False)
        if run.returncode == 0:
            name = run.stdout.split(":")[0]
            query = ["dpkg-query", "-W", "-f", "${Version}", name]
            version = subprocess.run(query, capture_output=True, text=True, check=False).stdout
            return name, version
    return None
