"""What this workstation remembers of the servers it has seen."""

from __future__ import annotations

from pathlib import Path

from command_center.runtime.files import unspoken
from command_center.runtime.paths import data_dir


def seen_file(url: str) -> Path:
    """Of the database at that URL, whether it exists yet or not."""
    name = unspoken(url)
    return data_dir() / "servers" / f"{name}.json"
