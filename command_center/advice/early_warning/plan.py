"""What is looked at together and how often it may be wrong: resources/codes/early_warning.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from command_center.runtime.paths import resources_dir

ALL = "all"


@dataclass(frozen=True, slots=True)
class Stream:
    """Incidents of these categories; none = of every one. `a_day` of them are reckoned with before
    the room knows its own."""

    code: str
    text_id: str
    text_en: str
    categories: frozenset[str]
    a_day: float = 0.0

    def takes(self, category: str) -> bool:
        return not self.categories or category in self.categories


@dataclass(frozen=True, slots=True)
class Plan:
    """`false_a_day`: episodes of chance alone over all streams; `ring_share`: below this expected
    share of real ones an episode does not ring; `real_a_day`: real clusters while nobody has
    judged, believed like `real_weight_days` days of judging; `windows_s` rising, seconds."""

    streams: tuple[Stream, ...]
    false_a_day: float
    ring_share: float
    real_a_day: float
    real_weight_days: float
    baseline_days: int
    neighbours: int
    windows_s: tuple[float, ...]
    late_s: float

    def stream(self, code: str) -> Stream | None:
        return next((one for one in self.streams if one.code == code), None)


@cache
def shipped_plan() -> Plan:
    raw = tomllib.loads(
        (resources_dir() / "codes" / "early_warning.toml").read_text(encoding="utf-8")
    )
    streams = tuple(
        Stream(row["code"], row["id"], row["en"], frozenset(row["categories"]), row["a_day"])
        for row in raw["stream"]
    )
    return Plan(
        streams=streams,
        false_a_day=raw["false_a_day"],
        ring_share=raw["ring_share"],
        real_a_day=raw["real_a_day"],
        real_weight_days=raw["real_weight_days"],
        baseline_days=raw["baseline_days"],
        neighbours=raw["neighbours"],
        windows_s=tuple(3600.0 * hours for hours in raw["windows_h"]),
        late_s=3600.0 * raw["late_h"],
    )
