"""The code book of incident categories: a table people may edit, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from command_center.domain.incident import Priority
from command_center.runtime.paths import resources_dir

OTHER = "lainnya"


@dataclass(frozen=True, slots=True)
class Category:
    """`priority` is where triage starts; `also` are everyday words for it, for type-ahead."""

    code: str
    label_id: str
    label_en: str
    priority: Priority
    also: tuple[str, ...]


def load_categories(path: Path) -> Mapping[str, Category]:
    """The table at `path` by code, in its order; ValueError if a code stands twice."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["category"]
    table = {
        row["code"]: Category(
            row["code"], row["id"], row["en"], Priority(row["priority"]), tuple(row["also"])
        )
        for row in rows
    }
    if len(table) != len(rows):
        raise ValueError(f"a category code stands twice in {path.name}")
    return table


@cache
def categories() -> Mapping[str, Category]:
    """The categories this program ships, by code."""
    return load_categories(resources_dir() / "codes" / "categories.toml")


def find_categories(typed: str, table: Mapping[str, Category]) -> list[Category]:
    """Categories for what was typed so far: names that begin with it, then names with a word that
    does, then everyday words. Nothing typed: all of them, in the table's order."""
    wanted = typed.strip().casefold()
    if not wanted:
        return list(table.values())
    ranked = [(_rank(category, wanted), category) for category in table.values()]
    found = [(rank, category) for rank, category in ranked if rank is not None]
    return [category for _, category in sorted(found, key=lambda pair: pair[0])]


def _rank(category: Category, wanted: str) -> int | None:
    names = [name.casefold() for name in (category.label_id, category.label_en, category.code)]
    if any(name.startswith(wanted) for name in names):
        return 0
    if any(word.startswith(wanted) for name in names for word in name.split()):
        return 1
    return 2 if any(word.startswith(wanted) for word in category.also) else None
