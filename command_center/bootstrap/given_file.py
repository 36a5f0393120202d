"""A file somebody names on the command line."""

from __future__ import annotations

from pathlib import Path


def read_some(path: Path, limit: int) -> bytes:
    """One byte more than anybody takes, so that whoever parses it sees that it is too large."""
    with path.open("rb") as file:
        return file.read(limit + 1)
