"""The texts of the licences of everything in the bundle, one file."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from packaging.utils import canonicalize_name

from supply.carried import Carried
from supply.natives import COMMON, TEXTS, Table
from supply.sbom import Other, licence_of

_TEXT = re.compile(
    r"(^|/)(licen[cs]es?/.*|licen[cs]e[^/]*|copying[^/]*|notice[^/]*|authors[^/]*)$", re.I
)
_CODE = (".py", ".pyc", ".pyi", ".so")
SAID = Path("/usr/share/doc")
WHOLE = ("Apache-2.0", "GPL-2", "GPL-3", "LGPL-2", "LGPL-2.1", "LGPL-3", "MPL-2.0")
OF_PYTHON, OF_CRATES = "python-incorporated", "crates"
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
    path = SAID / package / "copyright"
    if path.is_file():
        yield str(path), path.read_text(encoding="utf-8", errors="replace")


def without_terms(packages: Iterable[str]) -> Iterator[str]:
    """A sentence for each package of the system that came without what Debian says of it."""
    for package in packages:
        if not (SAID / package / "copyright").is_file():
            yield f"{package}: {SAID / package / 'copyright'} is missing"


def _own_text(name: str) -> tuple[str, str]:
    return name, (TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def _python(version: str, terms: Path | None) -> Iterator[str]:
    """`terms`: of a Python that is not the one that runs this; they hold what it incorporates."""
    own = Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    path = terms or own / "LICENSE.txt"
    texts = [(path.name, path.read_text(encoding="utf-8"))] if path.is_file() else []
    yield from _part(f"Python {version}", "PSF-2.0", texts)
    if terms is None:
        yield from _part("What Python incorporates", "", [_own_text(OF_PYTHON)])


def _carried(carried: Iterable[Carried], table: Table) -> Iterator[str]:
    """Each part once, with the versions of it that are there; then what wheels say of their own."""
    here: dict[str, list[Carried]] = {}
    for one in carried:
        here.setdefault(one.name if one.home else "", []).append(one)
    for part in table.parts:
        if found := here.get(part.name):
            versions = " and ".join(one.version for one in found if one.version)
            more = [
                f"Sources: {part.home}",
                *(f"In: {name}" for one in found for name in one.files),
            ]
            if part.common:
                more.append(f"At the end of this file: {', '.join(part.common)}")
            texts = [("of which", "\n".join(more)), *map(_own_text, part.texts)]
            yield from _part(f"{part.name} {versions}".strip(), part.licence, texts)
    lines = [f"{one.name} {one.version}: {one.licence}" for one in here.get("", ())]
    if lines:
        texts = [("as the wheels say", "\n".join(lines)), _own_text(OF_CRATES)]
        yield from _part("Compiled into modules of the wheels", "", texts)


def licences(
    distributions: Iterable[metadata.Distribution],
    others: Iterable[Other],
    carried: Iterable[Carried],
    table: Table,
    python_terms: Path | None = None,
) -> str:
    """One text: the distributions, what they carry, Python, packages of the system, and the
    licences they name. `python_terms`: of a Python that is not the one that runs this."""
    parts: list[str] = []
    for one in sorted(distributions, key=lambda d: d.metadata["Name"].lower()):
        head = f"{one.metadata['Name']} {one.version}"
        further = table.further.get(str(canonicalize_name(one.metadata["Name"])), [])
        parts += _part(head, licence_of(one), [*texts_of(one), *map(_own_text, further)])
    parts += _carried(carried, table)
    for other in others:
        if other.kind == "deb":
            head = f"{other.name} {other.version} (Debian)"
            parts += _part(head, other.licence, _copyright(other.name))
        else:
            parts += _python(other.version, python_terms)
    for name in WHOLE:
        path = COMMON / name
        if path.is_file():
            parts += _part(f"The text of {name}", name, [(name, path.read_text())])
    return "\n".join(parts)
