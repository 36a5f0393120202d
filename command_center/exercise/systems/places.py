"""What the played systems are called and where they speak of: data of the exercise's city."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from command_center.runtime.paths import resources_dir


@cache
def facts_of(source_id: str) -> dict[str, Any]:
    """Of one played system: its `name`, its `areas`, and whatever else it needs."""
    file = resources_dir() / "exercise" / "systems.toml"
    told: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))[source_id]
    return told


def areas_of(source_id: str) -> tuple[str, ...]:
    """Names of the areas it speaks of."""
    return tuple(facts_of(source_id)["areas"])
