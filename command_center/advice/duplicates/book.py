"""The table of the scorecard: weights, bars, related categories, and what a room keeps of it."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from command_center.runtime.paths import resources_dir

SETTING = "duplicates"
FEATURES = (
    "close", "near", "wide", "far", "no_point", "recent", "age", "same", "kin",
    "same_place", "other_place", "many", "blind_recent", "blind_same", "blind_place",
)  # fmt: skip
BARS = ("ask", "attach", "attach_grave")
LARGEST = 50.0
"""Points no single sign may weigh more than."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Points by name of `FEATURES`, and the bars, in log-odds."""

    points: Mapping[str, float]
    bias: float
    attach: float
    attach_grave: float
    ask: float

    def sum(self, features: Mapping[str, float]) -> float:
        return self.bias + sum(self.points[name] * features.get(name, 0.0) for name in FEATURES)

    def as_setting(self) -> dict[str, Any]:
        """As the room keeps it."""
        return {
            "weights": {**self.points, "bias": self.bias},
            "bars": {"attach": self.attach, "attach_grave": self.attach_grave, "ask": self.ask},
        }


@dataclass(frozen=True, slots=True)
class Determinants:
    """`phrases` of each kind; `grave` are categories that are P1 by themselves."""

    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    grave: frozenset[str]
    negations: frozenset[str]
    reach: int


@dataclass(frozen=True, slots=True)
class GraveRule:
    """What could be a P1 is filed by the program only so near to where an incident was told from,
    the farthest of those places at most so far, so soon after its last report, and where so large
    a share calls it the same."""

    within_m: float
    spread_m: float
    quiet_s: float
    same: float


@dataclass(frozen=True, slots=True)
class Book:
    """`memory_s`: after so long without a report an incident is compared no more."""

    weights: Weights
    memory_s: float
    grave: GraveRule
    kin: Mapping[str, frozenset[str]]
    determinants: Determinants
    says: Mapping[str, frozenset[str]]
    """Word -> categories it speaks for."""


def weights_of(value: Mapping[str, Any]) -> Weights:
    """From the form the room keeps; ValueError names what is wrong with it."""
    given, bars = value.get("weights"), value.get("bars")
    if not isinstance(given, Mapping) or not isinstance(bars, Mapping):
        raise ValueError("weights and bars are tables")
    unknown = {*given} - {*FEATURES, "bias"} or {*bars} - {*BARS}
    if unknown:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
    points = {name: _number(given, name) for name in (*FEATURES, "bias")}
    heights = [_number(bars, name) for name in BARS]
    if heights != sorted(heights):
        raise ValueError("ask <= attach <= attach_grave")
    ask, attach, grave = heights
    return Weights({n: points[n] for n in FEATURES}, points["bias"], attach, grave, ask)


def _number(table: Mapping[str, Any], name: str) -> float:
    value = table.get(name)
    sound = isinstance(value, int | float) and not isinstance(value, bool)
    if not sound or not math.isfinite(float(value)) or abs(float(value)) > LARGEST:  # type: ignore[arg-type]
        raise ValueError(f"{name}: {value!r} is no number of points up to {LARGEST:g}")
    return float(value)  # type: ignore[arg-type]


def load_book(path: Path) -> Book:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    said = dict(table["determinants"])
    others = {name: said.pop(name) for name in ("grave", "negations", "reach")}
    return Book(
        weights=weights_of(table),
        memory_s=table["memory"]["hours"] * 3600.0,
        grave=GraveRule(
            float(table["grave"]["within_m"]),
            float(table["grave"]["spread_m"]),
            table["grave"]["quiet_minutes"] * 60.0,
            float(table["grave"]["same"]),
        ),
        kin=_kin(table["kin"]["pairs"]),
        determinants=Determinants(
            {kind: tuple(tuple(p.split()) for p in phrases) for kind, phrases in said.items()},
            frozenset(others["grave"]),
            frozenset(others["negations"]),
            others["reach"],
        ),
        says=_spoken(table["says"]),
    )


def _spoken(table: Mapping[str, list[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for category, phrases in table.items():
        for word in (word for phrase in phrases for word in phrase.split()):
            found.setdefault(word, set()).add(category)
    return {word: frozenset(categories) for word, categories in found.items()}


def _kin(pairs: list[list[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {code: frozenset(kin) for code, kin in found.items()}


@cache
def book() -> Book:
    """The table this program ships."""
    return load_book(resources_dir() / "codes" / "duplicates.toml")


def weights_in_room(kept: Mapping[str, Any] | None) -> Weights:
    """The room's own; where it has none, or they cannot be read, those that are shipped."""
    try:
        return weights_of(kept) if kept is not None else book().weights
    except ValueError:
        return book().weights


class RoomWeights:
    """Reads what a room keeps once, until that is something else."""

    def __init__(self) -> None:
        self._read: tuple[Mapping[str, Any] | None, Weights] = (None, book().weights)

    def of(self, kept: Mapping[str, Any] | None) -> Weights:
        """As `weights_in_room`."""
        known, weights = self._read
        if kept != known:
            weights = weights_in_room(kept)
            self._read = (kept, weights)
        return weights
