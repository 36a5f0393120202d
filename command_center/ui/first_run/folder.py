"""A folder of this machine, as somebody who looks for a file in it sees it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """`size` in bytes; None: a folder."""

    name: str
    path: Path
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a search may begin; `name` "" is the account's own folder."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Folder:
    """`left_out` counts files of other kinds; `beyond`: it holds more than is shown; `refused` why
    it cannot be read, in the system's words, "" if it can."""

    path: Path
    entries: tuple[Entry, ...] = ()
    places: tuple[Place, ...] = ()
    left_out: int = 0
    beyond: bool = False
    refused: str = ""
