"""The words around names of places: resources/codes/place_words.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache

from command_center.runtime.paths import resources_dir


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Each as the table says."""

    titles: frozenset[str]
    crossing: frozenset[str]
    near: frozenset[str]
    towards: frozenset[str]
    sides: frozenset[str]
    generic: frozenset[str]
    filling: frozenset[str]


@cache
def place_words() -> PlaceWords:
    text = (resources_dir() / "codes" / "place_words.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return PlaceWords(**{one.name: frozenset(table[one.name]) for one in fields(PlaceWords)})
