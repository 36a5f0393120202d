"""The texts of the licences of everything in the bundle, one file."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from supply.sbom import licence_of

_TEXT = re.compile(
    r"(^|/)(licen[cs]es?/.*|licen[cs]e[^/]*|copying[^/]*|notice[^/]*|authors[^/]*)$", re.I
)
_CODE = (".py", ".pyc", ".pyi", ".so")
COMMON = Path("/usr/share/common-licenses")
WHOLE = ("GPL-2", "GPL-3", "LGPL-2.1", "LGPL-3", "MPL-2.0")
LINE = "=" * 99


def texts_of(distribution: metadata.Distribution) -> Iterator[tuple[str, str]]:
    """Name and text of each licence file that came with it."""
    for file in sorted(distribution.files or (), key=str):
        if not _TEXT.search(str(file)) or str(file).lower().endswith(_CODE):
            continue
        path = Path(str(distribution.locate_file(file)))
        if path.is_file():
            yield str(file), path.read_text(encoding="utf-8", errors="replace")


def _part(head: str, licence: str, texts: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f"{LINE}\n{head}\nLicence: {licence or 'see below'}\n{LINE}\n"
    for name, text in texts:
        yield f"--- {name}\n\n{text.strip()}\n"


def _copyright(package: str) -> Iterator[tuple[str, str]]:
    path = Path("/usr/share/doc") / package / "copyright"
    if path.is_file():
        yield str(path), path.read_text(encoding="utf-8", errors="replace")


def licences(
    distributions: Iterable[metadata.Distribution],
    system: dict[str, str],
    python: str,
    python_terms: Path | None = None,
) -> str:
    """One text: the distributions, Python, packages of the system, and the licences they name.
    `python_terms`: of a Python that is not the one that runs this."""
    parts: list[str] = []
    for one in sorted(distributions, key=lambda d: d.metadata["Name"].lower()):
        head = f"{one.metadata['Name']} {one.version}"
        parts += _part(head, licence_of(one), texts_of(one))
    own = Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    text = python_terms or own / "LICENSE.txt"
    parts += _part(
        f"Python {python}",
        "PSF-2.0",
        [(text.name, text.read_text(encoding="utf-8"))] if text.is_file() else (),
    )
    for name, version in sorted(system.items()):
        parts += _part(f"{name} {version} (Debian)", "", _copyright(name))
    for name in WHOLE:
        path = COMMON / name
        if path.is_file():
            parts += _part(f"The text of {name}", name, [(name, path.read_text())])
    return "\n".join(parts)
