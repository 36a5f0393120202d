"""The patterns of shifts a room may work by: resources/codes/jam_dinas.toml."""

from __future__ import annotations

import tomllib
from functools import cache

from command_center.domain.shift_pattern import ShiftPattern
from command_center.runtime.paths import resources_dir


@cache
def shift_patterns() -> tuple[ShiftPattern, ...]:
    path = resources_dir() / "codes" / "jam_dinas.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        ShiftPattern(row["id"], row["name"], tuple(row["starts"])) for row in table["pattern"]
    )
