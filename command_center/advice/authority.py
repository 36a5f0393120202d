"""Whose authority a case is: a table people edit (resources/codes/kewenangan.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from command_center.runtime.paths import resources_dir


@cache
def authorities() -> Mapping[str, str]:
    """{category: code of the agency}; what is not in it is ours."""
    path = resources_dir() / "codes" / "kewenangan.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))["authority"]
    return {str(category): str(code) for category, code in table.items()}


def authority_of(category: str) -> str | None:
    return authorities().get(category.strip().casefold())
