"""Writes /usr/share/doc/pusat-komando/copyright, as Debian's machine-readable format has it.

usage: PYTHONPATH=packaging python -m supply.copyright LIST >FILE

LIST is the bundle's pusat-komando.cdx.json, and says what is in which file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from supply.natives import COMMON, Native
from supply.sbom import OWN

PLACE, INSIDE, STARTER = "opt/pusat-komando/versions/*/", "_internal/", "command-center"
TEXTS = "THIRD-PARTY-LICENCES.txt.gz"
HEAD = f"""Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: pusat-komando
Comment: What others made is named here by its files. Python distributions lie in one file with
 our own modules; their licences and the texts of all are in {TEXTS}, and
 pusat-komando.cdx.json lists them for machines.

Files: *
Copyright: 2026 the Pusat Komando contributors
License: Apache-2.0
"""
# As /usr/share/common-licenses has them.
_KNOWN = re.compile(r"^(L?GPL-\d(?:\.[1-9])?|Apache-2\.0|MPL-2\.0)(?:\.0)?(?:-only|-or-later)?$")


def licences_of(component: dict[str, Any]) -> str:
    rows = component.get("licenses", [])
    told = [row.get("expression") or row["license"]["name"] for row in rows]
    # A name in words becomes one word.
    return " AND ".join(
        one if re.search(" (OR|AND|WITH) ", one) else one.replace(" ", "-") for one in told
    )


def in_debians_words(licence: str) -> str:
    words = licence.replace("(", "").replace(")", "")
    return words.replace(" OR ", " or ").replace(" AND ", " and ").replace(" WITH ", " with ")


def _stanza(component: dict[str, Any], files: list[str]) -> str:
    places = "\n ".join(f"{PLACE}{'' if name == STARTER else INSIDE}{name}" for name in files)
    name = f"{component['name']} {component.get('version', '')}".strip()
    return (
        f"Files: {places}\n"
        f"Copyright: the authors of {name}, named in {TEXTS}\n"
        f"License: {in_debians_words(licences_of(component))}\n"
    )


def _said(component: dict[str, Any], what: str) -> list[str]:
    rows = component.get("properties", [])
    return [row["value"] for row in rows if row["name"] == f"{OWN}{what}"]


def _files(document: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Each part with the files that are its own; a module is its wheel's, whatever is in it, and
    what stands hollow in the place of another is ours."""
    components = document["components"]
    parts = [one for one in components if one["type"] != "file"]
    owners = {one["name"]: _said(one, "from")[0] for one in components if one["type"] == "file"}
    within = {
        file: one["bom-ref"]
        for one in parts
        for file in _said(one, "in")
        if file in owners and not Native(file, "", "").is_module
    }
    made = dict.fromkeys(one["name"] for one in components if _said(one, "made"))
    for one in parts:
        mine = [name for name, ref in within.items() if ref == one["bom-ref"]]
        theirs = [name for name, owner in owners.items() if owner == one["name"]]
        yield one, sorted({*mine, *(name for name in theirs if name not in within | made)})


def _paragraphs(licences: Iterable[str]) -> Iterator[str]:
    """One for each licence that is named alone: where its text is."""
    names = {name for one in licences for name in re.split(r" (?:or|and) ", one)}
    for name in sorted(names | {"Apache-2.0"}):
        known = _KNOWN.match(name.partition(" with ")[0])
        path = COMMON / known.group(1) if known else COMMON
        where = f"The text is in {TEXTS} beside this file."
        if known and path.is_file():
            where = f"On Debian systems the text is {path}."
        yield f"License: {name}\n {where}\n"


def copyright_of(document: dict[str, Any]) -> str:
    found = [(one, files) for one, files in _files(document) if files]
    stanzas = [_stanza(one, files) for one, files in found]
    said = {in_debians_words(licences_of(one)) for one, _ in found}
    return "\n".join([HEAD, *stanzas, *_paragraphs(said)])


if __name__ == "__main__":
    told = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.stdout.write(copyright_of(told))
