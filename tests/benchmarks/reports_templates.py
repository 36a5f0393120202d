"""The sentences of generated reports (reports_templates.toml): families that share none."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

_TABLE = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"),
)

FAMILIES: Mapping[str, Mapping[str, list[str]]] = _TABLE["sentences"]
"""{family: {kind: sentences}}; weights are fitted on "train", bars chosen on "tune", and "foreign"
is only ever measured."""
DETAILS: Mapping[str, Mapping[str, list[str]]] = _TABLE["details"]
WHERE: Mapping[str, list[str]] = _TABLE["where"]
TAILS: Mapping[str, list[str]] = _TABLE["tails"]
CATEGORY: Mapping[str, str] = _TABLE["category"]
MISTAKEN: Mapping[str, list[str]] = _TABLE["mistaken"]
GRAVE_KINDS = frozenset({"kebakaran", "tawuran", "begal"})
