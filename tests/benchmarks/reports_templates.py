"""The sentences of generated reports (reports_templates.toml, reports_varied.toml): families that
share none."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

VARIED = "varied"


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


_TABLE, _VARIED = _table("reports_templates.toml"), _table("reports_varied.toml")

FAMILIES: Mapping[str, Mapping[str, list[str]]] = {
    **_TABLE["sentences"],
    VARIED: _VARIED["sentences"],
}
"""{family: {kind: sentences}}; weights are fitted on "train", bars chosen on "tune", "foreign" and
"varied" judge. docs/duplicates.md says which days of those were looked at meanwhile."""
DETAILS: Mapping[str, Mapping[str, list[str]]] = {
    **_TABLE["details"],
    VARIED: _VARIED["details"],
}
WHERE: Mapping[str, list[str]] = {**_TABLE["where"], VARIED: _VARIED["texts"]["where"]}
TAILS: Mapping[str, list[str]] = {**_TABLE["tails"], VARIED: _VARIED["texts"]["tails"]}
CATEGORY: Mapping[str, str] = _TABLE["category"]
MISTAKEN: Mapping[str, list[str]] = _TABLE["mistaken"]
GRAVE_KINDS = frozenset({"kebakaran", "tawuran", "begal"})
